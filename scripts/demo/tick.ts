import type { Stack } from "../local/stack.ts";

/** One tick as the database tells it: cron run, HTTP request, run. */
export interface Tick {
  /** The slot, ISO 8601. */
  readonly slot: string;
  /** What pg_cron recorded of the job's run; both null when the minute was played by hand. */
  readonly cronStatus: string | null;
  readonly cronMessage: string | null;
  readonly requestId: number;
  readonly httpStatus: number | null;
  readonly httpBody: string | null;
  /** Id of the run's system row. */
  readonly taskId: string;
  /** Ids of the runs that went on where the one before had reached its budget. */
  readonly furtherRunIds: readonly string[];
}

/** A run ends within its budget of 60 s; more than this means that something is wrong. */
const RUN_TIMEOUT_MS = 120_000;
/** 200 emails a run: enough for a mailbox of 100,000. */
const MAX_FURTHER_RUNS = 500;

/**
 * Plays the minute of the latest slot: pg_cron's job runs, pg_net posts, the function works.
 * @throws {Error} when the run does not end.
 */
export async function runTick(stack: Stack): Promise<Tick> {
  const [slot] = await stack.database.query<{ at: string }>(
    `select nightshift.latest_slot(s.cron_expression, now(), s.time_zone) as at
     from public.task_schedules s where s.name = 'continuous-intelligence'`,
  );
  await stack.cron.tick(new Date(slot?.at ?? ""));
  await stack.net.idle();
  const tick = await readTick(stack);
  await waitForEnd(stack, tick.taskId);
  return { ...tick, furtherRunIds: await drain(stack) };
}

async function readTick(stack: Stack): Promise<Omit<Tick, "furtherRunIds">> {
  const [row] = await stack.database.adminQuery<{
    slot: string;
    task_id: string;
    request_id: number;
    status_code: number | null;
    content: string | null;
    cron_status: string | null;
    return_message: string | null;
  }>(
    `select to_json(d.slot) #>> '{}' as slot, d.task_id, d.request_id, r.status_code, r.content,
       c.status as cron_status, c.return_message
     from public.task_dispatches d
     join public.task_schedules s on s.id = d.schedule_id and s.name = 'continuous-intelligence'
     left join net._http_response r on r.id = d.request_id
     left join lateral (
       select run.status, run.return_message
       from cron.job_run_details run
       join cron.job job on job.jobid = run.jobid
       where job.jobname = 'continuous-intelligence'
       order by run.runid desc
       limit 1
     ) c on true
     order by d.id desc limit 1`,
  );
  if (!row) throw new Error("The tick left no dispatch; run again with --verbose.");
  return {
    slot: row.slot,
    cronStatus: row.cron_status,
    cronMessage: row.return_message,
    requestId: row.request_id,
    httpStatus: row.status_code,
    httpBody: row.content,
    taskId: row.task_id,
  };
}

async function waitForEnd(stack: Stack, taskId: string): Promise<void> {
  const givesUpAt = performance.now() + RUN_TIMEOUT_MS;
  while (performance.now() < givesUpAt) {
    const rows = await stack.database.query<{ status: string }>(
      "select status from public.autonomous_tasks where id = $1",
      [taskId],
    );
    if (!["pending", "running"].includes(rows[0]?.status ?? "")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The run ${taskId} did not end in ${RUN_TIMEOUT_MS / 1_000} s.`);
}

/** One run takes up to 200 emails; what is left gets further runs at once, called directly. */
async function drain(stack: Stack): Promise<readonly string[]> {
  const runIds: string[] = [];
  for (let run = 0; run < MAX_FURTHER_RUNS; run++) {
    const due = await stack.database.query(
      `select from nightshift.email_queue
       where failed_at is null and next_attempt_at <= now() limit 1`,
    );
    if (due.length === 0) return runIds;
    const answer = await fetch(`${stack.url}/functions/v1/continuous-intelligence`, {
      method: "POST",
      headers: { authorization: `Bearer ${stack.cronSecret}`, prefer: "respond-async" },
    });
    const { task_id: taskId } = await answer.json();
    await waitForEnd(stack, taskId);
    runIds.push(taskId);
  }
  return runIds;
}
