import assert from "node:assert/strict";
import type postgres from "postgres";
import {
  createEmail,
  createId,
  storeEmail,
  WORKSPACE_ID,
} from "../../../scripts/bench/contacts/emails.ts";
import { readPortrait } from "../../../scripts/bench/contacts/simulation.ts";
import { createRandom } from "../../../scripts/lib/random.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { listThemes, readMigration, runMigrations } from "../_helpers/migrations.ts";

const NOW = new Date("2025-06-15T12:00:00Z");
/** Everything that the database does by itself for a workspace that asks. */
const TASK_TYPES = [
  "contact_enrichment",
  "lead_scoring_batch",
  "daily_analytics_rollup",
  "weekly_report_generation",
  "monthly_summary",
];
/** What earlier migrations keep, such as emails and settings, is lost with them. The rest follows from it. */
const FIRST_THEME = "contacts";

/** What each workspace has in the end, by queries whose rows are compared. */
const RESULTS: Readonly<Record<string, string>> = {
  scores: "select l.score, l.reasons from public.lead_scores l order by 1 desc, 2",
  days: "select to_jsonb(m) - 'computed_at' as day from public.daily_metrics m order by m.day",
  reports: `select kind, period_start, numbers from public.workspace_reports
    where workspace_id is not null order by 1, 2`,
  answers: "select email_id, urgency, state from nightshift.answer_queue order by 1",
  hours: `select hour, task_type, sum(tasks) as tasks from nightshift.task_hours_now
    group by 1, 2 order by 1, 2`,
  models: "select day, model, sum(calls) as calls from nightshift.model_days_now group by 1, 2",
  turns: `select workspace_id, 'contacts' as turn from nightshift.contact_turns
    union all select workspace_id, kind from nightshift.report_turns order by 2`,
};

testOnPostgres(
  "after migrations were undone and applied again, workspaces get what they had",
  async ({ sql }) => {
    await fill(sql);
    await work(sql);
    const before = await readResults(sql);
    for (const [name, rows] of Object.entries(before)) assert.ok(rows.length > 0, name);
    const themes = listThemes();
    const again = themes.slice(themes.indexOf(FIRST_THEME));
    let alone = 0;
    for (const theme of again) {
      await sql`begin`;
      const isUndone = await sql.unsafe(readMigration(theme, "rollback"))
        .then(() => true, () => false); // false: later ones need it
      if (isUndone) {
        await sql.unsafe(readMigration(theme));
        await work(sql);
        assert.deepEqual(await readResults(sql), before, `${theme} alone was undone`);
        alone++;
      }
      await sql`rollback`;
    }
    assert.ok(alone > 10, `only ${alone} can be undone alone`);
    for (const theme of again) {
      if (!/create (table|or replace trigger)/.test(readMigration(theme))) continue;
      await runMigrations(sql, "rollback", theme);
      await runMigrations(sql, "migrations", theme);
      await work(sql);
      assert.deepEqual(await readResults(sql), before, `undone down to ${theme}`);
    }
  },
);

/** A workspace that asks for everything, with emails, a task and a call of a provider. */
async function fill(sql: postgres.Sql): Promise<void> {
  await sql`insert into public.workspaces (id, name) values (${WORKSPACE_ID}, 'Asking')`;
  await sql`insert into public.workspace_settings (workspace_id, enabled_types)
    values (${WORKSPACE_ID}, ${TASK_TYPES})`;
  const random = createRandom(9);
  for (let number = 0; number < 12; number++) {
    await storeEmail(sql, createEmail(random, number, new Date("2025-06-03T00:00:00Z"), 4));
  }
  await sql`update public.email_intelligence set needs_reply = true where true`;
  await sql`insert into public.autonomous_tasks (workspace_id, task_type, executed_at)
    values (${WORKSPACE_ID}, 'email_sync', '2025-06-03 10:00Z')`;
  await sql`insert into public.ai_usage
      (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
    values (${createId("call")}, ${WORKSPACE_ID}, 'anthropic', 'm', 1, 'p', 'ok', 1,
      '2025-06-03 10:00Z')`;
}

/** Does what reconcile and the worker do until nothing is left. */
async function work(sql: postgres.Sql): Promise<void> {
  await sql`select nightshift.fold_task_hours()`;
  for (const taskType of TASK_TYPES) {
    for (let isDone = false; !isDone;) {
      const [row] = await sql`select ${sql(`nightshift.${taskType}_chunk`)}(gen_random_uuid(), null,
        ${NOW}) ->> 'done' as done`;
      isDone = row?.["done"] === "true";
    }
  }
}

async function readResults(sql: postgres.Sql): Promise<Record<string, unknown[]>> {
  const results: Record<string, unknown[]> = {
    contacts: (await readPortrait(sql)).split("\n"),
  };
  for (const [name, query] of Object.entries(RESULTS)) {
    results[name] = [...await sql.unsafe(query)];
  }
  return results;
}
