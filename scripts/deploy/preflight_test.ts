import { doesNotReject, equal, rejects, throws } from "node:assert/strict";
import { DeployError } from "./deploy_error.ts";
import { type ConflictScope, refuseConflicts, requireReady } from "./preflight.ts";
import { digestText } from "./functions/secret_plan.ts";

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

const PROJECT_URL = "https://abcdefghijklmnopqrst.supabase.co";
const SECRET = {
  name: "cron_secret",
  digest: digestText("x"),
  description: "Nightshift: …",
  url: null,
};
const options = { replaceFunctions: false, secret: undefined };

/** A project on which everything was deployed, but for what a test says otherwise. */
function createScope(
  { vault = [SECRET], functions = ["one"], secrets = new Map([["CRON_SECRET", SECRET.digest]]) }: {
    vault?: Awaited<ReturnType<ConflictScope["facts"]["database"]>>["vault"];
    functions?: readonly string[];
    secrets?: ReadonlyMap<string, string>;
  } = {},
): ConflictScope {
  const records = [{ name: "one", digest: null, version: null }];
  return {
    url: PROJECT_URL,
    functions: ["one", "two"],
    into: undefined,
    ourVersions: new Set(["20261122000100"]),
    localNames: new Map(),
    facts: {
      migrations: () => Promise.resolve([{ local: "20261122000100", remote: "20261122000100" }]),
      secrets: () => Promise.resolve(secrets),
      functions: () => Promise.resolve(functions.map((slug) => ({ slug, version: 1 }))),
      database: () =>
        Promise.resolve({
          vault,
          records,
          ticking: [],
          existing: new Set(),
          history: [],
          missingExtensions: [],
          missingJobs: [],
          wrongRights: [],
          madeTables: [],
          operators: [],
          finishedRun: null,
        }),
    },
  };
}

Deno.test("a project that this command deployed to, or nobody, has no conflicts", async () => {
  await doesNotReject(refuseConflicts(createScope(), options));
  const empty = createScope({ vault: [], functions: ["theirs"], secrets: new Map() });
  await doesNotReject(refuseConflicts(empty, options));
});

Deno.test("a function of the same name by somebody else is replaced only when told to", async () => {
  const scope = createScope({ functions: ["one", "two"] });
  await rejects(
    refuseConflicts(scope, options),
    refused("deploy_function_exists", /has two already.*--replace-functions/),
  );
  await doesNotReject(refuseConflicts(scope, { ...options, replaceFunctions: true }));
});

Deno.test("a rotation that was interrupted is finished first", async () => {
  const scope = createScope({ vault: [SECRET, { ...SECRET, name: "cron_secret_next" }] });
  await rejects(
    refuseConflicts(scope, options),
    refused("deploy_rotation_unfinished", /--rotate-secret/),
  );
});

Deno.test("a project_url of the user's stays, unless it is the same", async () => {
  const entry = { ...SECRET, name: "project_url", description: "mine", url: `${PROJECT_URL}/` };
  await doesNotReject(refuseConflicts(createScope({ vault: [SECRET, entry] }), options));
  const other = { ...entry, url: "https://other.example.com" };
  await rejects(
    refuseConflicts(createScope({ vault: [SECRET, other] }), options),
    refused("deploy_vault_differs", /--project-url https:\/\/other\.example\.com/),
  );
});

Deno.test("a secret that nobody can read back stops before anything is changed", async () => {
  await rejects(
    refuseConflicts(createScope({ vault: [] }), options),
    refused("deploy_secret_unreadable", /Nothing was changed/),
  );
});
