import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../../local/stack.ts";

const AGENT = "bench-agent";
const LIMIT_MS = 60_000;
const POLL_MS = 5;

/** Makes the agent whose function is in `functions/`. */
export async function addAgent({ database }: Stack): Promise<void> {
  await database.query(
    `insert into public.task_schedules (name, task_type, target) values ($1, 'email_sync', $1)`,
    [AGENT],
  );
}

/** Milliseconds from enqueueing a job of an idle agent until the job runs, as often as `count`. */
export async function measureIdleStarts(stack: Stack, count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let start = 0; start < count; start++) {
    const enqueuedAt = Date.now();
    const taskId = await enqueue(stack, {});
    await until(stack, HAS_ENDED, [taskId]);
    samples.push(await readStart(stack, taskId) - enqueuedAt);
    await until(stack, IS_IDLE, [AGENT]);
    await stack.net.idle();
  }
  return samples;
}

/** Seconds from a cancel until the sleeping agent has stopped, as often as `count`. */
export async function measureCancels(stack: Stack, count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let cancel = 0; cancel < count; cancel++) {
    const taskId = await enqueue(stack, { sleeps: true });
    await until(stack, IS_RUNNING, [taskId]);
    // Not always at the same time before the next heartbeat.
    await wait(1_500 * cancel);
    const startedAt = performance.now();
    await stack.database.query("select nightshift.cancel_job($1)", [taskId]);
    await until(stack, HAS_ENDED, [taskId]);
    samples.push((performance.now() - startedAt) / 1_000);
    await until(stack, IS_IDLE, [AGENT]);
  }
  return samples;
}

/** Empty jobs a second over the whole way: pg_net, the function in its process, and REST. */
export async function measureRest({ database }: Stack, jobs: number): Promise<number> {
  const startedAt = performance.now();
  await database.query(
    `select public.enqueue_jobs($1, (select jsonb_agg('{}'::jsonb) from generate_series(1, $2)))`,
    [AGENT, jobs],
  );
  await until({ database }, HAS_NO_JOBS, [AGENT]);
  return jobs / (performance.now() - startedAt) * 1_000;
}

async function enqueue({ database }: Stack, payload: Record<string, unknown>): Promise<string> {
  const [row] = await database.query<{ task_id: string }>(
    `select public.enqueue_jobs($1, jsonb_build_array(jsonb_build_object('payload', $2::jsonb)))
       #>> '{jobs,0,task_id}' as task_id`,
    [AGENT, JSON.stringify(payload)],
  );
  if (!row) throw new Error("The job was not enqueued.");
  return row.task_id;
}

async function readStart({ database }: Stack, taskId: string): Promise<number> {
  const [row] = await database.query<{ at: number }>(
    `select (extract(epoch from t.executed_at) * 1000)::float8 as at
     from public.autonomous_tasks t where t.id = $1`,
    [taskId],
  );
  return Number(row?.at);
}

const IS_RUNNING = "select t.status = 'running' as holds from public.autonomous_tasks t " +
  "where t.id = $1";
const HAS_ENDED = "select t.completed_at is not null as holds from public.autonomous_tasks t " +
  "where t.id = $1";
const IS_IDLE = `select not exists (select from public.autonomous_tasks t
  where t.agent_name = $1 and t.status in ('pending', 'running')) as holds`;
const HAS_NO_JOBS = `select not exists (
  select from nightshift.jobs j join public.task_schedules s on s.id = j.schedule_id
  where s.name = $1 and j.state <> 'ended') as holds`;

async function until(
  { database }: Pick<Stack, "database">,
  query: string,
  parameters: readonly unknown[],
): Promise<void> {
  const givesUpAt = performance.now() + LIMIT_MS;
  while (performance.now() < givesUpAt) {
    const [row] = await database.query<{ holds: boolean }>(query, [...parameters]);
    if (row?.holds) return;
    await wait(POLL_MS);
  }
  throw new Error(`This did not hold within ${LIMIT_MS / 1_000} s: ${query}`);
}
