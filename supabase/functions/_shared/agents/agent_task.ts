import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database, Json } from "../database/database_types.ts";
import type { LineFields } from "./lines.ts";
import type { Spend } from "./spending.ts";
import type { Step } from "./steps.ts";

/** The payload of an agent without a schema. */
export type AnyPayload = Readonly<Record<string, Json | undefined>>;

/** What the work of an agent gets: one task and what it can do with it. */
export interface AgentTask<Payload = AnyPayload, Db = Database> {
  /** Id of its row in `autonomous_tasks`; the same for every attempt. */
  readonly id: string;
  /** The workspace that it is for; null for work of the whole project. */
  readonly workspaceId: string | null;
  /** The payload of the job, or else of the schedule; checked by the agent's schema. */
  readonly payload: Payload;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** After so many attempts the task fails. */
  readonly maxAttempts: number;
  /** The database with the rights of `service_role`. */
  readonly db: SupabaseClient<Db>;
  /** Aborts on a cancel, when another run takes over, and when the function has to end. */
  readonly signal: AbortSignal;
  /**
   * Does a part once: later attempts get its kept result. At most 256 kB of plain JSON.
   * @example const rows = await task.step("count", () => countRows(task.db));
   */
  readonly step: Step;
  /**
   * Keeps a line with the task: at most 200 lines and 64 kB, else the middle is left out.
   * @example task.log("imported", { rows: 10 });
   */
  log(message: string, fields?: LineFields): void;
  /**
   * Sets money aside in the budget, does the work and books what it cost, in US dollars.
   * @throws {SpendingRefused} when a limit is reached or no budget exists; nothing is done then.
   * @example
   * await task.spend({ analyzer: "anthropic", model: "some-model", usd: 0.05 }, async () => {
   *   const { text, usd } = await askModel(prompt);
   *   return { text, usd };
   * });
   */
  readonly spend: Spend;
  /**
   * Raises an alert without failing: up to 2,000 characters, at most 20 alerts for one task.
   * @example await task.alert("Fewer rows than yesterday.");
   */
  alert(message: string): Promise<void>;
}

/** What a task leaves in its row. */
export interface TaskResult {
  /** Stored as `output_data`, at most 256 kB. What cannot be stored fails the task. */
  readonly output?: Json;
  /** Stored as `cost_estimate_usd`, US dollars, from 0 to below a billion. */
  readonly costUsd?: number;
}

/** The work itself. What it returns is stored in the row; what it throws is tried again. */
export type AgentWork<Payload = AnyPayload, Db = Database> = (
  task: AgentTask<Payload, Db>,
) => Promise<TaskResult | null | undefined | void>;
