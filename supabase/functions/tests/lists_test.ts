import assert from "node:assert/strict";
import { TASK_STATUSES, TASK_TRIGGERS, TASK_TYPES } from "../_shared/database/task_lists.ts";
import { MAX_ATTEMPTS } from "../continuous-intelligence/analyzers/analyzer.ts";
import { ANALYZERS } from "../continuous-intelligence/analyzers/models.ts";
import { withStack } from "./testing/with_stack.ts";

const stack = withStack({ functions: [] });

/** The texts in single quotes of each constraint with this name. */
async function readWords(constraint: string): Promise<Set<string>[]> {
  const found = await stack().database.query<{ definition: string }>(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1",
    [constraint],
  );
  return found.map(({ definition }) =>
    new Set([...definition.matchAll(/'([^']+)'/g)].map(([, word]) => word ?? ""))
  );
}

const LISTS = [
  ["task_type_is_known", TASK_TYPES],
  ["status_is_known", TASK_STATUSES],
  ["triggered_by_is_known", TASK_TRIGGERS],
  ["analyzer_is_known", ANALYZERS],
] as const;

for (const [constraint, list] of LISTS) {
  Deno.test(`TypeScript and every constraint ${constraint} have the same words`, async () => {
    const found = await readWords(constraint);
    assert.ok(found.length > 0);
    for (const words of found) assert.deepEqual(words, new Set(list));
  });
}

Deno.test("TypeScript and the database give an email the same number of attempts", async () => {
  const found = await stack().database.query<{ attempts: number }>(`
    select distinct substring(p.prosrc from 'c_max_attempts constant integer := (\\d+)')::integer as attempts
    from pg_proc p
    where p.prosrc ~ 'c_max_attempts' and p.prosrc ~ 'email_queue'
  `);
  assert.deepEqual(found, [{ attempts: MAX_ATTEMPTS }]);
});
