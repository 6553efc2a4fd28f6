import * as z from "zod";
import { toColumns } from "../../_shared/database/column_names.ts";
import { type ServiceClient, unwrap } from "../../_shared/database/db.ts";
import type { Analysis } from "../analyzers/analyzer.ts";
import type { AnalyzerSetup, EmailPrice, ProviderCall } from "../analyzers/models.ts";
import type { RunRequest } from "../run/run_request.ts";
import { toResult } from "../run/settlement.ts";
import {
  type Claim,
  finishedRunSchema,
  type Health,
  healthSchema,
  readClaim,
  readSetup,
  type RunReport,
  settlementSchema,
  startedRunSchema,
} from "./store_answers.ts";

/** The right to work on a run: whoever presents an older token than the latest is superseded. */
export interface RunLease {
  readonly runId: string;
  readonly token: string;
}

export interface ClaimOptions extends RunRequest {
  /** 1–200 emails in all. */
  readonly limit: number;
  /** 1–3,600 seconds. */
  readonly leaseSeconds: number;
  /** Of the models in use; email of a workspace whose model has no price here is not handed out. */
  readonly prices: readonly EmailPrice[];
}

/** The database as this function needs it. Every call is one round trip. */
export interface Store {
  /**
   * Starts a run under a lease of `leaseSeconds`. `lease` is null when there is nothing to do: its
   * task was started before, has ended or is unknown.
   */
  startRun(
    run: { taskId: string | null; request: RunRequest; leaseSeconds: number },
  ): Promise<{ runId: string; lease: RunLease | null }>;
  /** Heartbeat: moves the leases of the run and its email on; false when the run was superseded. */
  beatRun(lease: RunLease, leaseSeconds: number): Promise<boolean>;
  /**
   * Leases waiting email to the run; null when nothing can be claimed or the run was superseded.
   */
  claimEmails(lease: RunLease, options: ClaimOptions): Promise<Claim | null>;
  /**
   * Writes what became of claimed emails and what it cost, and ends their leases. Those that nobody
   * had time to read, `unreadIds`, go back as if they had not been claimed.
   */
  settleEmails(
    leaseToken: string,
    analyses: readonly Analysis[],
    calls: readonly ProviderCall[],
    unreadIds?: readonly string[],
  ): Promise<z.output<typeof settlementSchema>>;
  /**
   * Ends the run and its rows, and dispatches another where work is left; `error` is why it broke
   * off, or null. A superseded run changes nothing.
   */
  finishRun(lease: RunLease, error: string | null): Promise<RunReport>;
  /**
   * Models in use and prices of the project's own; needed before a claim, where a provider is
   * configured.
   */
  readAnalyzerSetup(): Promise<AnalyzerSetup>;
  /** Backlog, latest runs and slots, as `nightshift.runner_status` gives them. */
  readStatus(): Promise<Record<string, unknown>>;
  /** `ok`, `late`, `failing`, `stuck` or `unknown` with its reason, from `nightshift.health`. */
  readHealth(): Promise<Health>;
}

/** The store over PostgREST. @throws {Problem} as {@link unwrap} does, from every method. */
export function createStore(client: ServiceClient): Store {
  return {
    async startRun({ taskId, request, leaseSeconds }) {
      const answer = await client.rpc("start_run", {
        p_input: { ...request },
        p_lease_seconds: leaseSeconds,
        ...(taskId === null ? {} : { p_task_id: taskId }),
      });
      const started = startedRunSchema.parse(unwrap(answer));
      const runId = started.run_id;
      return {
        runId,
        lease: started.outcome === "started" ? { runId, token: started.run_token } : null,
      };
    },

    async beatRun(lease, leaseSeconds) {
      return unwrap(
        await client.rpc("beat_run", {
          p_run_id: lease.runId,
          p_run_token: lease.token,
          p_lease_seconds: leaseSeconds,
        }),
      );
    },

    async claimEmails(lease, options) {
      const answer = await client.rpc("claim_emails", {
        p_run_id: lease.runId,
        p_run_token: lease.token,
        p_batch_size_per_workspace: options.batchSizePerWorkspace,
        p_max_workspaces: options.maxWorkspaces,
        p_limit: options.limit,
        p_lease_seconds: options.leaseSeconds,
        p_prices: options.prices.map(toColumns),
      });
      return readClaim(unwrap(answer));
    },

    async settleEmails(leaseToken, analyses, calls, unreadIds = []) {
      const answer = await client.rpc("settle_emails", {
        p_lease_token: leaseToken,
        p_results: [
          ...analyses.map(toResult),
          ...unreadIds.map((email_id) => ({ email_id, is_unread: true })),
        ],
        p_calls: calls.map(toColumns),
      });
      return settlementSchema.parse(unwrap(answer));
    },

    async finishRun(lease, error) {
      const answer = await client.rpc("finish_run", {
        p_run_id: lease.runId,
        p_run_token: lease.token,
        ...(error === null ? {} : { p_error: error }),
      });
      return finishedRunSchema.parse(unwrap(answer)).report;
    },

    async readAnalyzerSetup() {
      return readSetup(unwrap(await client.rpc("read_analyzer_setup")));
    },

    async readStatus() {
      const answer = await client.rpc("runner_status", { p_schedule: "continuous-intelligence" });
      return z.record(z.string(), z.unknown()).parse(unwrap(answer));
    },

    async readHealth() {
      const answer = await client.rpc("health", { p_schedule: "continuous-intelligence" });
      return healthSchema.parse(unwrap(answer));
    },
  };
}
