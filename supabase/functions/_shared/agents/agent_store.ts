import type { Json } from "../database/database_types.ts";
import type { Job, JobResult, KeptStep } from "./job.ts";

/** The right to work on a run. */
export interface RunLease {
  /** Id of the run's row in `autonomous_tasks`. */
  readonly runId: string;
  readonly token: string;
}

/** Jobs that a run may work on now. */
export interface ClaimedJobs {
  readonly jobs: readonly Job[];
  /** Whether more are waiting. */
  readonly more: boolean;
}

/** The answer to a chunk of results. */
export interface Settled extends ClaimedJobs {
  /** False when another holder has taken the run over: then nothing was saved. */
  readonly isHeld: boolean;
  /** Jobs of the run that somebody has cancelled. */
  readonly cancelled: readonly string[];
}

/** The answer to a heartbeat. */
export interface Beat {
  /** False when another holder has taken the run over. */
  readonly isHeld: boolean;
  /** Jobs of the run that somebody has cancelled. */
  readonly cancelled: readonly string[];
  /** Whether jobs wait that the run may claim. */
  readonly more: boolean;
}

/** A line that a task logged. */
export interface LogLine {
  readonly taskId: string;
  readonly at: Date;
  readonly message: string;
  readonly fields?: Readonly<Record<string, Json>>;
}

/** What a piece of work may cost at most, and who is paid. */
export interface SpendingEstimate {
  /** Provider, such as `anthropic` or `openai-compatible`. */
  readonly analyzer: string;
  readonly model: string;
  /** US dollars, above 0 and at most 1,000. */
  readonly usd: number;
}

/** What agents need of the database. Each method is one round trip. */
export interface AgentStore {
  /** Null when there is nothing to do: delivered before, ended or unknown. */
  startRun(
    taskId: string,
    limit: number,
    leaseSeconds: number,
  ): Promise<ClaimedJobs & { readonly token: string } | null>;
  /** Saves results and claims further jobs. */
  settleJobs(
    lease: RunLease,
    results: readonly JobResult[],
    limit: number,
    leaseSeconds: number,
  ): Promise<Settled>;
  /** Ends the run. Jobs that it still holds go back. */
  finishRun(lease: RunLease, error: string | null): Promise<void>;
  /** Extends the leases; tells which jobs of the run were cancelled and whether more wait. */
  beatRun(lease: RunLease, leaseSeconds: number): Promise<Beat>;
  /** A sentence when the step cannot be kept. */
  saveStep(
    lease: RunLease,
    taskId: string,
    step: KeptStep,
  ): Promise<
    { readonly outcome: "saved" | "lost" } | { readonly outcome: "rejected"; message: string }
  >;
  logLines(lease: RunLease, lines: readonly LogLine[]): Promise<void>;
  /** A sentence when the money is not there. */
  reserveSpending(
    lease: RunLease,
    taskId: string,
    estimate: SpendingEstimate,
  ): Promise<
    | { readonly outcome: "reserved"; readonly reservationId: string }
    | { readonly outcome: "refused"; readonly message: string }
  >;
  settleSpending(lease: RunLease, reservationId: string, usd: number): Promise<void>;
  /** A sentence when nobody will be told. */
  raiseAlert(
    lease: RunLease,
    taskId: string,
    message: string,
  ): Promise<
    { readonly outcome: "raised" | "lost" } | { readonly outcome: "rejected"; message: string }
  >;
}
