import { deepEqual, doesNotThrow, throws } from "node:assert/strict";
import { DeployError } from "../deploy_error.ts";
import { compareHistory, refuseForeignHistory } from "./history.ts";

const OURS = new Set(["20261122000100", "20261122000200"]);
const NAMES = new Map([["20250101000000", "notes"], ["1", "init"]]);
const applied = { local: "20261122000100", remote: "20261122000100" };
const waiting = { local: "20261122000200", remote: "" };

function refusal(code: string, ...words: RegExp[]) {
  return (error: unknown) =>
    error instanceof DeployError && error.code === code &&
    words.every((pattern) => pattern.test(error.message));
}

Deno.test("migrations that wait are ours, and nothing is against them", () => {
  const history = compareHistory([applied, waiting], OURS);
  deepEqual(history, { unknown: [], ours: ["20261122000200"], theirs: [] });
  doesNotThrow(() => refuseForeignHistory(history, undefined, NAMES));
});

Deno.test("a version that only the project knows stops, leads to --into, and is never repaired", () => {
  const history = compareHistory([applied, { local: "", remote: "20250101000000" }], OURS);
  throws(
    () => refuseForeignHistory(history, undefined, NAMES),
    refusal(
      "deploy_history_unknown",
      /1 migration \(20250101000000_notes\)/,
      /--into PATH/,
      /nothing was/,
    ),
  );
  throws(
    () => refuseForeignHistory(history, "/app", NAMES),
    refusal("deploy_history_unknown", /\/app lacks/, /migration fetch/, /Do not mark/),
  );
});

Deno.test("the user's own waiting migrations are not pushed along", () => {
  const states = Array.from(
    { length: 7 },
    (_, index) => ({ local: `2025010100000${index}`, remote: "" }),
  );
  throws(
    () => refuseForeignHistory(compareHistory([waiting, ...states], OURS), "/app", NAMES),
    refusal("deploy_migrations_waiting", /7 migrations \(.* and 2 more\)/, /Push them first/),
  );
});

Deno.test("versions that are no times are compared and shown as their files are called", () => {
  // The CLI sorts them apart: the same version once as local and once as remote.
  const twice = [{ local: "1", remote: "" }, { local: "", remote: "1" }];
  deepEqual(compareHistory([...twice, applied, waiting], OURS), {
    unknown: [],
    ours: ["20261122000200"],
    theirs: [],
  });
  throws(
    () => refuseForeignHistory(compareHistory(twice.slice(1), OURS), undefined, NAMES),
    refusal("deploy_history_unknown", /1 migration \(1_init\)/),
  );
  throws(
    () => refuseForeignHistory(compareHistory(twice.slice(0, 1), OURS), "/app", NAMES),
    refusal("deploy_migrations_waiting", /1 migration \(1_init\)/),
  );
});
