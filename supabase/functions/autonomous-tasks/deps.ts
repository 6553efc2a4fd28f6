import type { Caller, CallerKind } from "../_shared/http/caller.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { MetricSources } from "./metrics/collect_metrics.ts";

/**
 * The functions of the task API; see their comments in the migrations task_log, task_reports,
 * watch_reads, jobs_for_people, job_reads and job_changes.
 */
export type TaskFunction =
  | "log_tasks"
  | "change_task"
  | "retry_task"
  | "find_tasks"
  | "get_task"
  | "summarize_tasks"
  | "report_costs"
  | "list_timeline"
  | "why"
  | "ping_task"
  | "list_lines"
  | "request_jobs"
  | "list_jobs"
  | "get_job"
  | "cancel_job"
  | "retry_job"
  | "requeue_jobs"
  | "list_watches";

/** What keeps the tasks. */
export interface TaskStore {
  /**
   * Asks one function in the caller's name: exactly one request to the database. Rows come as they
   * are stored, unchecked, so that an odd one spoils no list.
   * @throws {Problem} what `toProblem` makes of a refusal; `unauthorized`, `store_unavailable`,
   * `internal_error`
   */
  ask<Answer>(
    caller: Caller,
    name: TaskFunction,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<Answer>;
  /**
   * Asks only whether the database knows a caller, for a request that is rejected before it gets
   * there. @throws {Problem} `unauthorized`, `forbidden`, `rate_limited`, `store_unavailable`
   */
  admit(caller: Caller): Promise<void>;
  /**
   * Resolves when the database answers, with its release where it tells one.
   * @throws {Problem} `store_unavailable`, `internal_error`
   */
  reach(): Promise<unknown>;
  /**
   * What the database says about itself, as it says it.
   * @throws {Problem} `store_unavailable`, `internal_error`
   */
  readMetrics(): Promise<MetricSources>;
}

/** What the function needs from outside. */
export interface AppDeps {
  readonly env: Pick<Env, "cronSecrets" | "secretKeys" | "corsOrigins">;
  readonly store: TaskStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** The callers that are accepted. */
export const KINDS: readonly CallerKind[] = ["ingest_token", "user", "cron_secret", "secret_key"];
