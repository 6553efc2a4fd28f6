/** Comparisons of the database with the model of the queue. */
import assert from "node:assert/strict";
import type postgres from "postgres";
import { judge, type ModelRun, type QueueModel, sumCounts } from "./queue_model.ts";

interface QueueRow {
  readonly id: string;
  readonly attempts: number;
  readonly next_attempt_at: number | null;
  readonly token: string | null;
  readonly run_id: string | null;
  readonly expires_at: number | null;
  readonly is_given_up: boolean;
}

/**
 * Asserts that the queue holds exactly what the model says, and that analyzed email has its record.
 */
export async function compareQueue(model: QueueModel, sql: postgres.Sql): Promise<void> {
  const rows = await sql<QueueRow[]>`
    select email_id as id, attempts,
      nullif(extract(epoch from next_attempt_at) * 1000, '-infinity')::float8 as next_attempt_at,
      lease_token as token, run_id, (extract(epoch from lease_expires_at) * 1000)::float8 as expires_at,
      failed_at is not null as is_given_up
    from nightshift.email_queue order by email_id`;
  const expected = model.emails
    .filter(({ state }) => state !== "analysed")
    .sort((a, b) => a.id < b.id ? -1 : 1)
    .map((email): QueueRow => ({
      id: email.id,
      attempts: email.attempts,
      next_attempt_at: email.nextAttemptAt === -Infinity ? null : email.nextAttemptAt,
      token: email.lease?.token ?? null,
      run_id: email.lease?.runId ?? null,
      expires_at: email.lease?.expiresAt ?? null,
      is_given_up: email.state === "given_up",
    }));
  assert.deepEqual(rows.map((row) => ({ ...row })), expected, "the queue");

  const analysed = await sql<{ id: string }[]>`
    select e.id from public.client_emails e
    join public.email_intelligence i on i.email_id = e.id and i.workspace_id = e.workspace_id
    where e.intelligence_analyzed order by e.id`;
  assert.deepEqual(
    analysed.map(({ id }) => id),
    model.emails.filter(({ state }) => state === "analysed").map(({ id }) => id).sort(),
    "analysed mail",
  );
}

/** Asserts the rows of a run that has just ended and left email of some workspaces undone. */
export async function compareRun(
  sql: postgres.Sql,
  run: ModelRun,
  unserved: ReadonlySet<string>,
): Promise<void> {
  const rows = await sql<{ workspace_id: string | null; status: string; output: unknown }[]>`
    select workspace_id, status, case when workspace_id is null
      then jsonb_build_array(output_data -> 'total_emails_processed', output_data -> 'total_emails_failed')
      else jsonb_build_array(output_data -> 'emails_processed', output_data -> 'emails_failed') end as output
    from public.autonomous_tasks
    where id = ${run.id} or input_data ->> 'run_id' = ${run.id}
    order by workspace_id nulls first`;
  const total = sumCounts(run.counts.values());
  // Who was cancelled was cancelled before there was anything to report.
  const output = run.status === "cancelled" ? [null, null] : [total.processed, total.failed];
  const expected = [
    { workspace_id: null, status: run.status, output },
    ...[...run.counts].sort(([a], [b]) => a < b ? -1 : 1).map(([workspace_id, count]) => ({
      workspace_id,
      status: judge(count, unserved.has(workspace_id)),
      output: [count.processed, count.failed],
    })),
  ];
  assert.deepEqual(rows.map((row) => ({ ...row })), expected, "the run's rows");
}

/** When each queued email may be tried again, in milliseconds since 1970. */
export async function readNextAttempts(sql: postgres.Sql): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; at: number }[]>`
    select email_id as id, (extract(epoch from next_attempt_at) * 1000)::float8 as at
    from nightshift.email_queue where isfinite(next_attempt_at)`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}
