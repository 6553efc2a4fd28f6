import type { Json } from "../database/database_types.ts";

/** A step that an earlier attempt has finished. */
export interface KeptStep {
  readonly name: string;
  /** From 1, in the order in which the steps began. */
  readonly position: number;
  readonly result: Json;
}

/** One unit of work that an agent was asked to do. */
export interface Job {
  /** Id of its row in `autonomous_tasks`, the same for every attempt. */
  readonly taskId: string;
  /** Null for work of the whole project. */
  readonly workspaceId: string | null;
  readonly payload: Json;
  /** From 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly steps: readonly KeptStep[];
}

/** How an attempt ended. */
export type JobResult =
  | {
    readonly taskId: string;
    readonly outcome: "completed";
    readonly output?: Json;
    readonly costUsd?: number;
  }
  /** Tried again after some seconds; null leaves the wait to the database, which doubles it. */
  | {
    readonly taskId: string;
    readonly outcome: "retry";
    readonly error: string;
    readonly afterSeconds: number | null;
  }
  | { readonly taskId: string; readonly outcome: "failed"; readonly error: string }
  /** Goes on in a fresh invocation; no attempt. */
  | { readonly taskId: string; readonly outcome: "continue" }
  | { readonly taskId: string; readonly outcome: "cancelled" };
