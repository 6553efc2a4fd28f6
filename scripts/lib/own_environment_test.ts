import { deepEqual, equal } from "node:assert/strict";
import { runDeno } from "./run_program.ts";
import { startProbeServer } from "../local/testing/probe_server.ts";
import { takeEnvironment } from "./own_environment.ts";

const DEAD_PROXY = "http://127.0.0.1:1";

Deno.test("libpq's variables are left out, everything else stays", () => {
  const { NO_PROXY: _, no_proxy: __, ...rest } = takeEnvironment({
    PGSSLMODE: "require",
    PGHOST: "db.example.com",
    PGSERVICEFILE: "/x",
    PG_COLOR: "never",
    PATH: "/bin",
    PAGER: "less",
  });
  deepEqual(rest, { PG_COLOR: "never", PATH: "/bin", PAGER: "less" });
});

Deno.test("this machine is exempt from proxies, beside what was exempt before", () => {
  const loopback = "127.0.0.1,localhost,::1,[::1]";
  equal(takeEnvironment({})["NO_PROXY"], loopback);
  const both = takeEnvironment({ NO_PROXY: "corp.example, localhost", no_proxy: "other.example" });
  equal(both["NO_PROXY"], "corp.example,localhost,other.example,127.0.0.1,::1,[::1]");
  equal(both["no_proxy"], both["NO_PROXY"]);
});

for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"]) {
  Deno.test(`with ${name} set, a request to this machine goes straight there`, async () => {
    const server = startProbeServer();
    try {
      const url = new URL("./own_environment.ts", import.meta.url);
      const code = `import { ownEnvironment } from "${url}";
        ownEnvironment();
        const answer = await fetch("${server.url}/direct");
        console.log(answer.status, Deno.env.get("PGSSLMODE"));`;
      const env = { [name]: DEAD_PROXY, PGSSLMODE: "require", NO_COLOR: "1" };
      const { stdout, stderr } = await runDeno(["eval", "--no-check", code], { env });
      equal(stdout.trim(), "200 undefined", stderr);
    } finally {
      await server.stop();
    }
  });
}
