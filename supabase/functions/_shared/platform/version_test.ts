import { deepEqual, equal } from "node:assert/strict";
import { reportVersions, VERSION } from "./version.ts";

Deno.test("functions and a database of one release have no problem", () => {
  deepEqual(reportVersions(VERSION), { version: VERSION, database_version: VERSION });
});

Deno.test("functions and a database of two releases are told apart in a sentence", () => {
  equal(
    reportVersions("0.2.0", "0.1.0").version_problem,
    "The functions are 0.1.0 and the database is 0.2.0. Deploy the migrations and the functions " +
      "of one release (docs/guides/upgrade.md).",
  );
});

Deno.test("a database that tells no version is an older one", () => {
  for (const unknown of [undefined, null, 1]) {
    deepEqual(reportVersions(unknown, "0.1.0"), {
      version: "0.1.0",
      database_version: null,
      version_problem:
        "The functions are 0.1.0 and the database does not know its version, so it is older. " +
        "Deploy the migrations and the functions of one release (docs/guides/upgrade.md).",
    });
  }
});
