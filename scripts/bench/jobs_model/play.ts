import { setTimeout as wait } from "node:timers/promises";
import type { StepsWorld } from "../steps/world.ts";
import { follow, type ModelJob, PLANS } from "./model.ts";

const ACTS = 40;
const MOST_JOBS_AT_ONCE = 5;
const MOST_STEPS = 3;
const MOST_WAIT_MS = 60;
const DRAIN_LIMIT_MS = 60_000;

/** What contradicted the model while it was played, as sentences. */
export interface Played {
  readonly jobs: readonly ModelJob[];
  readonly surprises: readonly string[];
}

/**
 * Plays random acts on one agent: enqueues with and without keys, cancels, does failed jobs again
 * and lets time come; then lets the rest be done.
 */
export async function play(
  world: StepsWorld,
  random: () => number,
  name: string,
  workspaceIds: readonly string[],
): Promise<Played> {
  const { database } = world.stack;
  const jobs: ModelJob[] = [];
  const surprises: string[] = [];
  const draw = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];

  async function enqueue(): Promise<void> {
    const drawn = Array.from({ length: 1 + Math.floor(random() * MOST_JOBS_AT_ONCE) }, (_, n) => ({
      plan: draw(PLANS) ?? ["return"],
      steps: Math.floor(random() * (MOST_STEPS + 1)),
      workspaceId: random() < 0.3 ? null : draw(workspaceIds) ?? null,
      key: random() < 0.5 ? `${name} ${jobs.length + n}` : null,
    }));
    const made = await world.enqueue(drawn.map(({ plan, steps, workspaceId, key }) => ({
      payload: { plan, steps },
      priority: Math.floor(random() * 3),
      ...(workspaceId === null ? {} : { workspace_id: workspaceId }),
      ...(key === null ? {} : { key }),
    })));
    for (const [index, job] of drawn.entries()) {
      const { outcome = "none", task_id: id = "" } = made[index] ?? {};
      if (outcome !== "created") surprises.push(`a new job was ${outcome}`);
      jobs.push({ ...job, plan: job.plan, id, isCancelled: false, retriedAs: null });
    }
  }

  async function enqueueAgain(): Promise<void> {
    const job = draw(jobs.filter(({ key, retriedAs }) => key !== null && retriedAs === null));
    if (job === undefined || job.key === null) return;
    const [again] = await world.enqueue([{
      payload: { plan: ["return"], steps: 0 },
      key: job.key,
      ...(job.workspaceId === null ? {} : { workspace_id: job.workspaceId }),
    }]);
    if (again?.outcome !== "exists" || again.task_id !== job.id) {
      surprises.push(`key ${job.key} was ${again?.outcome} as ${again?.task_id}, not ${job.id}`);
    }
  }

  async function cancel(job = draw(jobs)): Promise<void> {
    if (job === undefined) return;
    const [answer] = await database.query<{ outcome: string }>(
      "select nightshift.cancel_job($1) ->> 'outcome' as outcome",
      [job.id],
    );
    const outcome = answer?.outcome ?? "none";
    if (outcome === "cancelled" || outcome === "requested") job.isCancelled = true;
    else if (outcome !== "already_ended") surprises.push(`a cancel was ${outcome}`);
  }

  async function retry(): Promise<void> {
    const job = draw(jobs.filter(({ retriedAs }) => retriedAs === null));
    if (job === undefined) return;
    const [answer] = await database.query<{ outcome: string; id: string }>(
      `select a.answer ->> 'outcome' as outcome, a.answer ->> 'task_id' as id
       from nightshift.retry_job($1) as a (answer)`,
      [job.id],
    );
    if (answer?.outcome !== "created") return;
    if (!job.isCancelled && follow(job.plan).status !== "failed") {
      surprises.push(`job ${job.id} was done again, although it cannot have failed`);
    }
    job.retriedAs = answer.id;
    jobs.push({ ...job, id: answer.id, key: null, isCancelled: false, retriedAs: null });
  }

  const acts = [enqueue, enqueueAgain, () => cancel(), retry, () => world.letTimeCome()];
  for (let act = 0; act < ACTS; act++) {
    await draw(acts)?.();
    await wait(random() * MOST_WAIT_MS);
  }
  for (const job of jobs.filter(({ plan }) => follow(plan).status === "sleeping")) {
    if (!job.isCancelled) await cancel(job);
  }
  await world.drain(DRAIN_LIMIT_MS);
  return { jobs, surprises };
}
