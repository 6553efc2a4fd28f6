import assert from "node:assert/strict";
import { TASK_STATUSES, TASK_TRIGGERS, TASK_TYPES } from "../_shared/database/task_lists.ts";
import { INTENTS } from "../_email/mod.ts";
import { MAX_ATTEMPTS } from "../continuous-intelligence/analyzers/analyzer.ts";
import { ANALYZERS } from "../continuous-intelligence/analyzers/models.ts";
import { withStack } from "./testing/with_stack.ts";

const stack = withStack({ functions: [] });

/** By the function that has the list in the database. */
const LISTS = {
  task_types: TASK_TYPES,
  task_statuses: TASK_STATUSES,
  task_triggers: TASK_TRIGGERS,
  analyzers: ANALYZERS,
  intents: INTENTS,
};

for (const [name, list] of Object.entries(LISTS)) {
  Deno.test(`TypeScript and nightshift.${name}() have the same words`, async () => {
    const found = await stack().database.query<{ words: string[] }>(
      `select nightshift.${name}() as words`,
    );
    assert.deepEqual(found, [{ words: [...list] }]);
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
