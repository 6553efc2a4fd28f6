import { AsyncLocalStorage } from "node:async_hooks";
import type { Json } from "../database/database_types.ts";
import { isStorableText } from "../database/storable.ts";
import { Problem } from "../http/problem.ts";
import type { AgentStore, RunLease } from "./agent_store.ts";
import { readDocument } from "./documents.ts";
import type { Job, KeptStep } from "./job.ts";
import { AgentMistake, Continue, WorkStopped } from "./outcomes.ts";
import type { RunTime } from "./run/run_time.ts";

/** What a step's result is in every attempt: a step that returns nothing gives null. */
export type Kept<Result> = Result extends undefined | void ? null : Result;

/** Does a part of a task once and keeps its result. */
export type Step = <Result>(
  name: string,
  work: () => Result | Promise<Result>,
) => Promise<Kept<Result>>;

/** The steps of one attempt. */
export interface Steps {
  readonly step: Step;
  /** Whether a fresh invocation comes further: a step was finished, or this one began late. */
  mayContinue(): boolean;
  /** Resolves when no step is under way. */
  whenIdle(): Promise<void>;
  /** Whether the work was told to go on in a fresh invocation. */
  isContinued(): boolean;
}

interface StepDeps {
  readonly store: Pick<AgentStore, "saveStep">;
  readonly lease: RunLease;
  readonly time: RunTime;
  readonly signal: AbortSignal;
}

const MAX_NAME = 200;
const MAX_STEPS = 1_000;

/** Name of the step that the running code belongs to. */
const outerStep = new AsyncLocalStorage<string>();

const PAUSES_MS = [500, 2_000, 5_000];

/** Steps of a job: kept ones return at once, others are done, saved in one round trip and kept. */
export function createSteps({ store, lease, time, signal }: StepDeps, job: Job): Steps {
  const kept = new Map(job.steps.map((step) => [step.name, step]));
  const names = new Map(job.steps.map((step) => [step.position, step.name]));
  const used = new Set<string>();
  const startedEarly = time.isEarly();
  const underWay = new Set<Promise<unknown>>();
  let saved = 0;
  let isContinued = false;

  const mayContinue = () => saved > 0 || !startedEarly;

  function continueLater(): never {
    isContinued = true;
    throw new Continue();
  }

  async function save(step: KeptStep): Promise<void> {
    const answer = await insist(() => store.saveStep(lease, job.taskId, step));
    if (answer.outcome === "lost") throw new WorkStopped("superseded");
    if (answer.outcome === "rejected") throw new AgentMistake(answer.message);
    saved += 1;
  }

  /** What the step did cannot be undone, so a database that does not answer is asked again. */
  async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (const pause of PAUSES_MS) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Problem && error.code === "store_unavailable")) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return await ask();
  }

  function step<Result>(
    name: string,
    work: () => Result | Promise<Result>,
  ): Promise<Kept<Result>> {
    const doing = doStep(name, work);
    underWay.add(doing);
    // Also handles the error of a step that nobody awaits: it must not end the whole function.
    doing.catch(() => {}).finally(() => underWay.delete(doing));
    return doing;
  }

  async function doStep<Result>(
    name: string,
    work: () => Result | Promise<Result>,
  ): Promise<Kept<Result>> {
    const outer = outerStep.getStore();
    if (outer !== undefined) {
      throw new AgentMistake(
        `Step "${name}" was begun inside of step "${outer}". Steps do not nest.`,
      );
    }
    checkName(name);
    if (used.size >= MAX_STEPS) {
      throw new AgentMistake(
        `Step "${name}" is one too many: a task has at most ${MAX_STEPS} steps.`,
      );
    }
    if (used.has(name)) {
      throw new AgentMistake(`The task has two steps "${name}". Names of steps are unique.`);
    }
    const position = used.add(name).size;
    const known = kept.get(name);
    const former = names.get(position);
    if (known?.position !== position && (known ?? former) !== undefined) {
      const was = known ? `step ${known.position}` : `step ${position}, which was "${former}"`;
      throw new AgentMistake(
        `Step "${name}" is now step ${position} and ${
          known ? `was ${was}` : `replaces ${was}`
        } in ` +
          "an earlier attempt. The order of steps cannot change.",
      );
    }
    if (known !== undefined) return known.result as Kept<Result>;
    signal.throwIfAborted();
    if (time.isOver() && mayContinue()) continueLater();

    const result = (await outerStep.run(name, work)) ?? null;
    const read = readDocument(result, { isExact: true });
    if (!read.ok) {
      throw new AgentMistake(`The result of step "${name}" cannot be kept: it ${read.obstacle}.`);
    }
    await save({ name, position, result: read.document as Json });
    if (time.isOver()) continueLater();
    return result as Kept<Result>;
  }

  async function whenIdle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled([...underWay]);
  }

  return { step, whenIdle, mayContinue, isContinued: () => isContinued };
}

function checkName(name: unknown): void {
  if (typeof name !== "string" || name.length < 1 || name.length > MAX_NAME) {
    throw new AgentMistake(`The name of a step has 1 to ${MAX_NAME} characters.`);
  }
  if (!isStorableText(name)) {
    throw new AgentMistake("The name of a step has a NUL or half of a surrogate pair.");
  }
}
