import { equal, throws } from "node:assert/strict";
import { DeployError } from "./deploy_error.ts";
import { requireReady } from "./preflight.ts";

const PROJECTS = [
  { ref: "aaaaaaaaaaaaaaaaaaaa", name: "one", status: "ACTIVE_HEALTHY" },
  { ref: "bbbbbbbbbbbbbbbbbbbb", name: "two", status: "INACTIVE" },
];

const refused = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof DeployError && error.code === code && words.test(error.message);

Deno.test("a project of the account that is up may be deployed to", () => {
  equal(requireReady(PROJECTS, "aaaaaaaaaaaaaaaaaaaa").name, "one");
});

Deno.test("a project of another account is told with those that there are", () => {
  throws(
    () => requireReady(PROJECTS, "cccccccccccccccccccc"),
    refused("deploy_project_not_found", /aaaaaaaaaaaaaaaaaaaa \(one\).*--project-ref/),
  );
});

Deno.test("a project that sleeps is not deployed to", () => {
  throws(
    () => requireReady(PROJECTS, "bbbbbbbbbbbbbbbbbbbb"),
    refused("deploy_project_not_ready", /two .*INACTIVE.*Restore it/),
  );
});
