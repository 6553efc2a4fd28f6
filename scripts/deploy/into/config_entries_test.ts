import { deepEqual, equal, throws } from "node:assert/strict";
import { parse } from "smol-toml";
import { planConfig } from "./config_entries.ts";

Deno.test("missing sections are appended, and then nothing is missing", () => {
  const config = 'project_id = "mine"\n[functions.hello]\nverify_jwt = true\n';
  const { addition, conflicts } = planConfig(config, ["inbound-email"]);
  deepEqual(conflicts, []);
  const written = config + addition;
  deepEqual(parse(written)["functions"], {
    "hello": { verify_jwt: true },
    "inbound-email": {
      verify_jwt: false,
      entrypoint: "./functions/inbound-email/index.js",
    },
  });
  equal(planConfig(written, ["inbound-email"]).addition, "");
});

Deno.test("a section that says something else is a conflict, however it is written", () => {
  for (const config of ["[functions.one]\nverify_jwt = true", "functions = { one = { } }"]) {
    deepEqual(planConfig(config, ["one"]), {
      addition: "",
      conflicts: ["supabase/config.toml [functions.one]"],
    });
  }
});

Deno.test("a config.toml that cannot be read is not extended", () => {
  throws(() => planConfig("[functions", ["one"]), /TOML/);
});

Deno.test("a config.toml that sections would break is not extended, and the reason is one sentence", () => {
  for (const config of ["functions = { two = { } }", "functions = 3", "[functions]\ntwo = 3"]) {
    throws(() => planConfig(config, ["one"]), /^Error: write its functions as sections such as/);
  }
});
