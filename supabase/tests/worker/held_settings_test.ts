import assert from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

const NOW = new Date("2026-06-02T12:00:00Z");

/** What a workspace gets of a task type, and a change of an owner that holds its turn. */
const WORK: readonly (readonly [taskType: string, change: string, results: string])[] = [
  [
    "contact_enrichment",
    `update public.workspace_settings set own_domains = '{ours.example}' where workspace_id = $1`,
    "contacts",
  ],
  [
    "lead_scoring_batch",
    "update public.scoring_models set engagement = 0.2, behavior = 0.3 where workspace_id = $1",
    "lead_scores",
  ],
  [
    "weekly_report_generation",
    "update public.workspace_settings set week_starts_on = 2 where workspace_id = $1",
    "workspace_reports",
  ],
];

for (const [taskType, change, results] of WORK) {
  testOnPostgres(
    `${taskType} passes by a workspace whose owner is changing its settings, and serves it later`,
    async ({ sql, connect }) => {
      const [held = "", free = ""] = await createWorkspaces(sql, 2);
      await fill(sql, [held, free]);
      if (taskType === "lead_scoring_batch") await work(sql, "contact_enrichment");
      // Whoever counts days of a workspace for the first time does wait for its zone.
      if (taskType === "weekly_report_generation") await work(sql, "daily_analytics_rollup");
      const worker = connect();
      await worker`set lock_timeout = '500ms'`;
      await connect().begin(async (owner) => {
        await owner.unsafe(change, [held]);
        await work(worker, taskType);
        assert.deepEqual(await readServed(sql, results), [free]);
      });
      await work(worker, taskType);
      assert.deepEqual(await readServed(sql, results), [held, free].sort());
    },
  );
}

/** Workspaces that ask for everything, each with an email that was sent and a model of its own. */
async function fill(sql: postgres.Sql, workspaceIds: readonly string[]): Promise<void> {
  for (const id of workspaceIds) {
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      values (${id}, ${WORK.map(([taskType]) => taskType)})`;
    await sql`insert into public.scoring_models (workspace_id) values (${id})`;
    await sql`insert into public.client_emails (workspace_id, provider_message_id, from_email,
        to_emails, direction, received_at, created_at)
      values (${id}, 'sent', 'us@ours.example', '{ada@x.example}', 'outbound',
        '2026-05-28 10:00Z', '2026-05-28 10:00Z')`;
  }
}

/** Calls the chunks of a run until it is done. */
async function work(sql: postgres.Sql, taskType: string): Promise<void> {
  for (let chunks = 0; chunks < 10; chunks++) {
    const [row] = await sql`select ${sql(`nightshift.${taskType}_chunk`)}(gen_random_uuid(), null,
      ${NOW}) ->> 'done' as done`;
    if (row?.["done"] === "true") return;
  }
  assert.fail(`${taskType} does not come to an end`);
}

async function readServed(sql: postgres.Sql, table: string): Promise<unknown[]> {
  const rows = await sql`select distinct workspace_id as id from ${sql(`public.${table}`)}
    where workspace_id is not null`;
  return rows.map(({ id }) => id).sort();
}
