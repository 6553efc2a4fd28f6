import { deepEqual, equal } from "node:assert/strict";
import {
  findTests,
  LONG_FILES,
  planRun,
  select,
  selectDatabaseTests,
  type Selection,
} from "./selection.ts";

const everything: Selection = {
  checks: ["fmt", "sql"],
  denoFiles: ["scripts/a_test.ts", "supabase/functions/b_test.ts"],
  pgtapFiles: ["supabase/tests/queue/claim.test.sql"],
};
const nothing: Selection = { checks: [], denoFiles: [], pgtapFiles: [] };

Deno.test("without a filter everything is taken", () => {
  deepEqual(select(everything, []), everything);
});

Deno.test("a part's name takes that part, a check's name that check", () => {
  deepEqual(select(everything, ["ok"]), { ...nothing, checks: everything.checks });
  deepEqual(select(everything, ["deno"]), { ...nothing, denoFiles: everything.denoFiles });
  deepEqual(select(everything, ["pgtap"]), { ...nothing, pgtapFiles: everything.pgtapFiles });
  deepEqual(select(everything, ["fmt"]), { ...nothing, checks: ["fmt"] });
});

Deno.test("a piece of a path takes the files that have it, several filters add up", () => {
  deepEqual(select(everything, ["scripts/", "claim"]), {
    ...nothing,
    denoFiles: ["scripts/a_test.ts"],
    pgtapFiles: everything.pgtapFiles,
  });
  deepEqual(select(everything, ["no such thing"]), nothing);
});

Deno.test("the gate and pgTAP run only when something of theirs is taken, and only that", () => {
  const { groups, env } = planRun({ ...everything, checks: ["fmt"], pgtapFiles: [] });
  deepEqual(groups, [["scripts/check/gate_test.ts"], everything.denoFiles]);
  deepEqual(env, { NIGHTSHIFT_CHECKS: "fmt", NIGHTSHIFT_PGTAP_FILES: "" });
  deepEqual(planRun(nothing).groups, []);
});

Deno.test("long files are a group of their own, each exists, and every file runs once", async () => {
  const repository = await findTests();
  const { groups: [long = [], others = [], ...further] } = planRun(repository);
  deepEqual([...long].sort(), [...LONG_FILES].sort());
  deepEqual(others, repository.denoFiles.filter((file) => !LONG_FILES.includes(file)));
  deepEqual(further, []);
});

Deno.test("the repository's tests are found wherever they are", async () => {
  const { denoFiles, pgtapFiles, checks } = await findTests();
  equal(denoFiles.includes("scripts/test/selection_test.ts"), true);
  equal(denoFiles.includes("scripts/test/pgtap_test.ts"), false);
  equal(pgtapFiles.includes("supabase/tests/platform/roles.test.sql"), true);
  equal(checks.includes("fmt"), true);
  equal([...denoFiles, ...pgtapFiles].some((file) => file.includes("node_modules")), false);
});

Deno.test("the tests of another PostgreSQL are pgTAP and the files that ask for a server", async () => {
  const everything = await findTests();
  const { checks, denoFiles, pgtapFiles } = await selectDatabaseTests(everything);
  deepEqual(checks, []);
  deepEqual(pgtapFiles, everything.pgtapFiles);
  for (
    const file of [
      "supabase/tests/seed/seed_test.ts",
      "supabase/tests/faults/kills_test.ts",
      "supabase/tests/platform/fresh_project_test.ts",
    ]
  ) equal(denoFiles.includes(file), true, file);
  equal(denoFiles.includes("scripts/test/junit_test.ts"), false);
});
