import { deepEqual, equal } from "node:assert/strict";
import type { Check } from "../check/check.ts";
import { findTestFiles, select, type Selection } from "./selection.ts";

const fmt: Check = { name: "fmt", promise: "", run: () => Promise.resolve([]) };
const sql: Check = { ...fmt, name: "sql" };
const everything: Selection = {
  checks: [fmt, sql],
  denoFiles: ["scripts/a_test.ts", "supabase/functions/b_test.ts"],
  pgtapFiles: ["supabase/tests/queue/claim.test.sql"],
};
const nothing: Selection = { checks: [], denoFiles: [], pgtapFiles: [] };

Deno.test("without a filter everything is taken", () => {
  deepEqual(select(everything, []), everything);
});

Deno.test("a part's name takes that part, a check's name that check", () => {
  deepEqual(select(everything, ["ok"]), { ...nothing, checks: [fmt, sql] });
  deepEqual(select(everything, ["deno"]), { ...nothing, denoFiles: everything.denoFiles });
  deepEqual(select(everything, ["pgtap"]), { ...nothing, pgtapFiles: everything.pgtapFiles });
  deepEqual(select(everything, ["fmt"]), { ...nothing, checks: [fmt] });
});

Deno.test("a piece of a path takes the files that have it, several filters add up", () => {
  deepEqual(select(everything, ["scripts/", "claim"]), {
    ...nothing,
    denoFiles: ["scripts/a_test.ts"],
    pgtapFiles: everything.pgtapFiles,
  });
  deepEqual(select(everything, ["no such thing"]), nothing);
});

Deno.test("the repository's tests are found wherever they stand", async () => {
  const { denoFiles, pgtapFiles } = await findTestFiles();
  equal(denoFiles.includes("scripts/test/selection_test.ts"), true);
  equal(pgtapFiles.includes("supabase/tests/platform/roles.test.sql"), true);
  equal([...denoFiles, ...pgtapFiles].some((file) => file.includes("node_modules")), false);
});
