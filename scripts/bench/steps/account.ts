import type { Figures } from "../benchmark.ts";
import type { StepsWorld } from "./world.ts";

/** What became of jobs under fire. */
export interface StepsAccount extends Figures {
  readonly completed: number;
  /** Jobs that have no end, or another one than completed. */
  readonly not_completed: number;
  /** Steps of completed jobs without an effect, or that were not kept. */
  readonly missing_steps: number;
  /** Effects of a step that came after the step had been kept. */
  readonly repeated_steps: number;
  /** Steps that were interrupted and begun again, as they have to be. */
  readonly interrupted_steps: number;
}

interface JobSteps extends Record<string, unknown> {
  readonly id: string;
  readonly status: string;
  readonly steps: readonly { readonly name: string; readonly finished_at: number }[] | null;
}

/** Compares what the database kept with what happened outside of it. */
export async function takeStepsAccount(
  { stack, effects }: StepsWorld,
  taskIds: readonly string[],
  stepsPerJob: number,
): Promise<StepsAccount> {
  // Jobs have keys, so they and their steps stay for a day.
  const jobs = await stack.database.query<JobSteps>(
    `select t.id::text, t.status, (
       select jsonb_agg(jsonb_build_object(
         'name', s.name, 'finished_at', extract(epoch from s.finished_at) * 1000))
       from nightshift.task_steps s where s.task_id = t.id) as steps
     from public.autonomous_tasks t where t.id = any ($1)`,
    [taskIds],
  );
  const completed = jobs.filter(({ status }) => status === "completed");
  const account = { missing_steps: 0, repeated_steps: 0, interrupted_steps: 0 };
  for (const { id, steps } of completed) {
    account.missing_steps += stepsPerJob - (steps?.length ?? 0);
    for (const { name, finished_at: finishedAt } of steps ?? []) {
      const own = effects.filter(({ taskId, what }) => taskId === id && what === name);
      if (own.length === 0) account.missing_steps += 1;
      if (own.length > 1) account.interrupted_steps += 1;
      account.repeated_steps += own.filter(({ at }) => at > finishedAt).length;
    }
  }
  return {
    completed: completed.length,
    not_completed: taskIds.length - completed.length,
    ...account,
  };
}
