import { deepEqual } from "node:assert/strict";
import { runPgtap } from "./pgtap_part.ts";

const missing = { found: false, problem: "There is no PostgreSQL." } as const;

Deno.test("without PostgreSQL pgTAP is skipped with a sentence, or fails where it is required", async () => {
  const files = ["supabase/tests/a.test.sql", "supabase/tests/b.test.sql"];
  const outcome = {
    part: "pgtap",
    file: "supabase/tests",
    name: "2 files on PostgreSQL",
    detail: "There is no PostgreSQL.",
  };
  deepEqual(await runPgtap(files, missing, false, () => {}), [{ ...outcome, state: "skipped" }]);
  deepEqual(await runPgtap(files, missing, true, () => {}), [{ ...outcome, state: "failed" }]);
});
