import { createPauses } from "../../_shared/platform/event_loop.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AnalysisResult } from "../analyzers/analyzer.ts";
import type { AppDeps } from "../deps.ts";
import type { RunLease } from "../store/store.ts";
import { analyzeChunk, type Chunk, claimChunk, saveChunk } from "./chunk.ts";
import { createReadingBudget, type RunReadingBudget } from "./reading_budget.ts";
import type { RunRequest } from "./run_request.ts";

/** Emails in one claim. A killed run loses the chunk it analyzes and what it was saving. */
const CLAIM_LIMIT = 50;
/** Text of a chunk beside which another one may be in memory. */
const MOST_CHARACTERS_BESIDE = 4_000_000;
/** After this many deaths of its runner an email is claimed alone. */
const SUSPECT_AFTER_ATTEMPTS = 2;

/** The run that a pipeline works for. */
export interface PipelineRun {
  readonly lease: RunLease;
  readonly request: RunRequest;
  /** Aborted when another holder has taken the run over. */
  readonly superseded: AbortSignal;
}

/**
 * Works through the queue chunk by chunk: while one is analyzed, the last one is saved and then the
 * next one claimed, so that the run does not wait for the database. It ends when nothing is left or
 * the run's budget of time, CPU or emails is spent.
 *
 * The next chunk is claimed once it is likely that there will be time for it. If there is none
 * after all, it goes back as if nobody had claimed it.
 */
export class Pipeline {
  readonly #deps: AppDeps;
  readonly #run: PipelineRun;
  readonly #endsAt: number;
  readonly #reading: RunReadingBudget;
  readonly #pauses = createPauses();
  #emailsLeft: number;
  /** Null when everything is saved. */
  #saving: Promise<void> | null = null;
  /** The claim of the next chunk, which has none where it failed; undefined until it is made. */
  #ahead: Promise<Chunk | null | undefined> | undefined;

  constructor(deps: AppDeps, run: PipelineRun) {
    const { clock, env } = deps;
    this.#deps = deps;
    this.#run = run;
    this.#endsAt = clock().getTime() + env.runBudgetSeconds * 1_000;
    const readingMs = env.runReadingSeconds * 1_000;
    this.#reading = createReadingBudget(clock, readingMs, this.#pauses.pause);
    this.#emailsLeft = env.runMaxEmails;
  }

  /** @throws what broke it off: a claim or a save that failed. Analyzed chunks are saved first. */
  async drain(): Promise<void> {
    try {
      for (let chunk = await this.#next(); chunk !== null; chunk = await this.#next()) {
        await this.#work(chunk);
      }
      await this.#saving;
    } finally {
      await Promise.allSettled([
        this.#saving,
        this.#ahead?.then((chunk) => chunk && this.#putBack(chunk)),
      ]);
      this.#pauses.end();
    }
  }

  async #next(): Promise<Chunk | null> {
    const ahead = await this.#ahead;
    if (ahead && !this.#hasTime()) return null;
    this.#ahead = undefined;
    if (ahead !== undefined) return ahead;
    await this.#saving;
    return this.#emailsLeft > 0 && this.#hasTime() ? await this.#claim() : null;
  }

  async #work(chunk: Chunk): Promise<void> {
    const isAlone = isPaid(chunk) || isSuspect(chunk);
    if (isAlone) await this.#saving;
    const result = await this.#analyze(chunk, !isAlone && isLight(chunk));
    await this.#saving;
    this.#save(chunk, result);
    // What was paid for is safe before anything else is begun.
    if (isPaid(chunk)) await this.#saving;
    // The request is on its way before the next email is read, which may end the process.
    else await this.#pauses.pause();
  }

  #analyze(chunk: Chunk, mayClaimAhead: boolean): Promise<AnalysisResult> {
    let unread = chunk.emails.length;
    const pause = async () => {
      unread--;
      if (mayClaimAhead && this.#saving === null && this.#willHaveTime(unread)) this.#claimAhead();
      await this.#reading.pause();
    };
    return analyzeChunk(this.#deps, this.#run.lease, chunk, {
      reading: { ...this.#reading, pause },
      leftMs: this.#endsAt - this.#nowMs(),
      superseded: this.#run.superseded,
    });
  }

  #save(chunk: Chunk, result: AnalysisResult): void {
    this.#saving = saveChunk(this.#deps, this.#run.lease, chunk, result).then(() => {
      this.#saving = null;
    });
    this.#saving.catch(() => {});
  }

  #claimAhead(): void {
    this.#ahead ??= this.#claim().catch((error: unknown) => {
      // Nothing is lost: it is claimed again when this chunk is saved.
      this.#warn("claim ahead failed", error);
      return undefined;
    });
  }

  async #claim(): Promise<Chunk | null> {
    const limit = Math.min(CLAIM_LIMIT, this.#emailsLeft);
    const { lease, request } = this.#run;
    const chunk = await claimChunk(this.#deps, lease, { request, limit });
    this.#emailsLeft -= chunk?.emails.length ?? 0;
    return chunk;
  }

  /** Without a result every email of a chunk counts as unread. */
  async #putBack(chunk: Chunk): Promise<void> {
    const nothing = { analyses: [], calls: [] };
    await saveChunk(this.#deps, this.#run.lease, chunk, nothing)
      .catch((error: unknown) => this.#warn("emails not put back", error));
  }

  #warn(message: string, error: unknown): void {
    const { runId } = this.#run.lease;
    this.#deps.log("warn", message, { run_id: runId, problem: describeError(error) });
  }

  #hasTime(): boolean {
    return this.#reading.hasTime() && this.#nowMs() < this.#endsAt && !this.#run.superseded.aborted;
  }

  /** Whether there will be time for another chunk after as many emails. */
  #willHaveTime(emails: number): boolean {
    const ms = this.#reading.estimateMs(emails);
    return this.#emailsLeft > 0 && this.#hasTime() && ms < this.#reading.leftMs() &&
      this.#nowMs() + ms < this.#endsAt;
  }

  #nowMs(): number {
    return this.#deps.clock().getTime();
  }
}

/** Money is set aside for it. The next claim must see what it leaves of the budget. */
function isPaid({ choices }: Chunk): boolean {
  return choices.size > 0;
}

/** An email that two runners have died with: it must not take other emails with it. */
function isSuspect({ emails }: Chunk): boolean {
  return emails.length === 1 && emails.some(({ attempt }) => attempt > SUSPECT_AFTER_ATTEMPTS);
}

function isLight({ emails }: Chunk): boolean {
  const characters = emails.reduce(
    (sum, { bodyText, bodyHtml }) => sum + (bodyText?.length ?? 0) + (bodyHtml?.length ?? 0),
    0,
  );
  return characters <= MOST_CHARACTERS_BESIDE;
}
