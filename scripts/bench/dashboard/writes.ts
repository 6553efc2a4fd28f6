import type postgres from "postgres";
import {
  claimEmails,
  insertEmails,
  settleEmails,
  startRun,
} from "../../../supabase/tests/concurrency/queue_fixture.ts";
import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import { readCpuMs } from "../database/backend_cpu.ts";
import { WORKSPACE } from "./fill.ts";

const ROUNDS = 12;
const SINGLE_LOGS = 100;
const BATCHES = 4;
const EMAILS = 50;

/** CPU of the server's session for one piece of each kind of work, in milliseconds. */
export interface WriteCosts {
  /** A bare statement of the table's owner, of which triggers are the largest part. */
  readonly insert_one: number;
  /** One by `log_tasks`, as the HTTP API does it. */
  readonly log_one: number;
  readonly log_batch_of_100: number;
  readonly settle_50_emails: number;
}

/**
 * What writing costs with and without everything that the dashboard and the reports keep when
 * something is written: triggers of sums and of days. In turns, so that whatever else the machine
 * does falls on both.
 * @param sql a session of the owner of the tables
 */
export async function measureWrites(
  sql: postgres.Sql,
): Promise<{ before: WriteCosts; now: WriteCosts }> {
  const triggers = await listTriggers(sql);
  const before: WriteCosts[] = [];
  const now: WriteCosts[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await switchTriggers(sql, triggers, false);
    before.push(await measureRound(sql));
    await switchTriggers(sql, triggers, true);
    now.push(await measureRound(sql));
  }
  // The first round fills caches.
  return { before: findMedians(before.slice(1)), now: findMedians(now.slice(1)) };
}

interface Trigger {
  readonly table: string;
  readonly name: string;
}

async function listTriggers(sql: postgres.Sql): Promise<Trigger[]> {
  return await sql<Trigger[]>`
    select t.tgrelid::regclass::text as table, t.tgname as name from pg_catalog.pg_trigger t
    where t.tgname ~ '^(note_hours|note_days|mark_days)_of_(new|changed|old)$'`;
}

async function switchTriggers(
  sql: postgres.Sql,
  triggers: readonly Trigger[],
  isOn: boolean,
): Promise<void> {
  const verb = isOn ? "enable" : "disable";
  await sql.unsafe(
    triggers.map(({ table, name }) => `alter table ${table} ${verb} trigger ${name};`).join("\n"),
  );
}

async function measureRound(sql: postgres.Sql): Promise<WriteCosts> {
  const pid = await readPid(sql);
  const log = (amount: number) => {
    const tasks = Array.from({ length: amount }, () => ({
      workspace_id: WORKSPACE,
      task_type: "email_sync",
      status: "completed",
      agent_name: "agent-1",
      cost_estimate_usd: 0.01,
    }));
    return sql`select public.log_tasks(${sql.json(tasks)})`;
  };
  await sql`select set_config('request.jwt.claims', '{"role": "service_role"}', false)`;
  const statement =
    `insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name)
    values ('${WORKSPACE}', 'email_sync', 'completed', 'agent-1')`;
  const insert = await measureCpu(pid, SINGLE_LOGS, () => sql.unsafe(statement));
  const one = await measureCpu(pid, SINGLE_LOGS, () => log(1));
  const batch = await measureCpu(pid, BATCHES, () => log(100));
  let settled = 0;
  for (let piece = 0; piece < BATCHES; piece++) {
    settled += await settle(sql, pid);
  }
  return {
    insert_one: insert,
    log_one: one,
    log_batch_of_100: batch,
    settle_50_emails: settled / BATCHES,
  };
}

/** One claim of emails with a call of a model, settled, and the end of its run. */
async function settle(sql: postgres.Sql, pid: number): Promise<number> {
  await insertEmails(sql, [WORKSPACE], EMAILS);
  const runId = await startRun(sql);
  const { leaseToken, emails } = await claimEmails(sql, runId, {
    batchSizePerWorkspace: EMAILS,
    limit: EMAILS,
  });
  const ids = emails.map(({ emailId }) => emailId);
  const calls = Array.from({ length: 5 }, () => ({
    call_id: crypto.randomUUID(),
    workspace_id: WORKSPACE,
    analyzer: "anthropic",
    model: "model-1",
    cost_usd: 0.01,
    price_id: "x",
    outcome: "ok",
    emails: 10,
  }));
  return await measureCpu(pid, 1, async () => {
    await settleEmails(sql, leaseToken, ids, { calls });
    await sql`select nightshift.finish_run(${runId})`;
  });
}

async function measureCpu(
  pid: number,
  times: number,
  act: () => Promise<unknown>,
): Promise<number> {
  const startedAt = await readCpuMs(pid);
  for (let time = 0; time < times; time++) await act();
  return (await readCpuMs(pid) - startedAt) / times;
}

async function readPid(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row === undefined) throw new Error("The session has no process.");
  return row.pid;
}

function findMedians(costs: readonly WriteCosts[]): WriteCosts {
  const of = (name: keyof WriteCosts) =>
    roundFigure(findQuantile(costs.map((cost) => cost[name]), 0.5), 3);
  return {
    insert_one: of("insert_one"),
    log_one: of("log_one"),
    log_batch_of_100: of("log_batch_of_100"),
    settle_50_emails: of("settle_50_emails"),
  };
}
