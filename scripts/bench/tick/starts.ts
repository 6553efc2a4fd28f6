import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../../local/stack.ts";

const RUNNER = "continuous-intelligence";
const LIMIT_MS = 30_000;

/**
 * Milliseconds from the commit of a dispatch until its task is seen running, for `count` dispatches
 * one after the other: request worker, signature check and start of the run lie between.
 */
export async function measureStarts(stack: Stack, count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let tick = 0; tick < count; tick++) {
    const [row] = await stack.database.query<{ task_id: string }>(
      "select nightshift.run_now($1) ->> 'task_id' as task_id",
      [RUNNER],
    );
    const committedAt = performance.now();
    if (!row) throw new Error("run_now answered nothing.");
    await waitForStatus(stack, row.task_id, (status) => status !== "pending");
    samples.push(performance.now() - committedAt);
    await waitForStatus(stack, row.task_id, (status) => status === "completed");
    await stack.net.idle();
  }
  return samples;
}

/** Polls until the task's status satisfies; a failed task ends the wait with its message. */
async function waitForStatus(
  { database }: Stack,
  taskId: string,
  satisfies: (status: string) => boolean,
): Promise<void> {
  const givesUpAt = performance.now() + LIMIT_MS;
  while (performance.now() < givesUpAt) {
    const [task] = await database.query<{ status: string; error_message: string | null }>(
      "select status, error_message from public.autonomous_tasks where id = $1",
      [taskId],
    );
    if (task?.status === "failed") throw new Error(`Task ${taskId}: ${task.error_message}`);
    if (task && satisfies(task.status)) return;
    await wait(2);
  }
  throw new Error(`Task ${taskId} did not get on within ${LIMIT_MS / 1_000} s.`);
}
