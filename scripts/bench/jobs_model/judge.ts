import type { StepsWorld } from "../steps/world.ts";
import { follow, type ModelJob } from "./model.ts";

interface Ended extends Record<string, unknown> {
  readonly id: string;
  readonly status: string;
  readonly workspace_id: string | null;
}

/** Everything about ended jobs that contradicts their plans, as sentences. */
export async function judge(
  { stack, effects }: StepsWorld,
  jobs: readonly ModelJob[],
): Promise<string[]> {
  const rows = await stack.database.query<Ended>(
    `select t.id::text, t.status, t.workspace_id::text
     from public.autonomous_tasks t where t.id = any ($1)`,
    [jobs.map(({ id }) => id)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ofTask = Map.groupBy(effects, ({ taskId }) => taskId);
  return jobs.flatMap((job) => {
    const told = (ofTask.get(job.id) ?? []).map(({ what }) => what);
    return [...judgeEnd(job, byId.get(job.id)), ...judgeEffects(job, told)]
      .map((sentence) => `${job.id} [${job.plan.join()}] ${sentence}`);
  });
}

function* judgeEnd(job: ModelJob, row: Ended | undefined): Iterable<string> {
  const { status } = follow(job.plan);
  if (row === undefined) return yield "has no row";
  if (row.workspace_id !== job.workspaceId) yield "is in another workspace";
  const allowed = job.isCancelled ? ["cancelled", status] : [status];
  if (!allowed.includes(row.status)) yield `is ${row.status}, not ${allowed.join(" or ")}`;
}

function* judgeEffects(job: ModelJob, told: readonly string[]): Iterable<string> {
  const { attempts } = follow(job.plan);
  const counts = Map.groupBy(told, (what) => what);
  const repeated = [...counts].filter(([, times]) => times.length > 1).map(([what]) => what);
  if (repeated.length > 0) yield `did again: ${repeated.join()}`;
  const begun = told.filter((what) => what.startsWith("attempt")).length;
  const isRight = job.isCancelled ? begun <= attempts : begun === attempts;
  if (!isRight) yield `had ${begun} attempts, not ${attempts}`;
  const steps = told.filter((what) => what.startsWith("step")).length;
  if (!job.isCancelled && steps !== job.steps) yield `did ${steps} steps, not ${job.steps}`;
}
