import { z } from "zod";
import { type ServiceClient, unwrap } from "../_shared/db.ts";
import {
  type Analysis,
  type AnalyzerChoice,
  type AnalyzerName,
  ANALYZERS,
  type Mail,
  type ProviderCall,
} from "./analyzer.ts";
import type { RunRequest } from "./run_request.ts";
import { toResult, toUsage } from "./settlement.ts";

/** What a run did, key by key as callers get it; written by `nightshift.report_run`. */
const runReportSchema = z.object({
  success: z.boolean(),
  workspaces_processed: z.int(),
  total_emails_processed: z.int(),
  total_emails_failed: z.int(),
  results: z.array(z.object({
    workspace_id: z.uuid(),
    emails_processed: z.int(),
    emails_failed: z.int(),
  })),
  /** ISO 8601, UTC. */
  timestamp: z.iso.datetime(),
});
export type RunReport = z.output<typeof runReportSchema>;

const startedRunSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("started"), run_id: z.uuid(), run_token: z.uuid() }),
  z.object({ outcome: z.literal("not_pending"), run_id: z.uuid() }),
]);

const claimSchema = z.object({
  outcome: z.enum(["claimed", "superseded"]),
  lease_token: z.uuid().nullable(),
  emails: z.array(z.object({
    email_id: z.string(),
    workspace_id: z.string(),
    from_email: z.string().nullable(),
    from_name: z.string().nullable(),
    subject: z.string(),
    body_text: z.string().nullable(),
    body_html: z.string().nullable(),
    headers: z.record(z.string(), z.string()),
    received_at: z.string(),
    attempt: z.int(),
  })),
  choices: z.record(
    z.uuid(),
    z.object({
      analyzer: z.enum(ANALYZERS),
      model: z.string().nullable(),
      on_failure: z.enum(["rules", "fail"]),
    }),
  ).default({}),
});

const analyzerSetupSchema = z.object({
  models: z.array(z.object({
    analyzer: z.enum(ANALYZERS).exclude(["rules"]),
    model: z.string(),
  })),
  overrides: z.array(z.object({
    model: z.string(),
    input_usd_per_million: z.number(),
    cached_input_usd_per_million: z.number(),
    output_usd_per_million: z.number(),
  })),
});

const settlementSchema = z.object({ processed: z.int(), failed: z.int(), stale: z.int() });

const finishedRunSchema = z.object({
  outcome: z.enum(["finished", "superseded"]),
  report: runReportSchema,
});

const healthSchema = z.looseObject({ status: z.enum(["ok", "late", "failing", "unknown"]) });
export type Health = z.output<typeof healthSchema>;

/** The right to work on a run: whoever presents an older token than the latest is superseded. */
export interface RunLease {
  readonly runId: string;
  readonly token: string;
}

export interface Claim {
  readonly leaseToken: string;
  readonly mails: readonly Mail[];
  /** By workspace; none for the built-in rules. */
  readonly choices: ReadonlyMap<string, AnalyzerChoice>;
}

export interface ClaimOptions extends RunRequest {
  /** 1–200 mails in all. */
  readonly limit: number;
  /** 1–3,600 seconds. */
  readonly leaseSeconds: number;
  /** Of the models in use; mail of a workspace whose model has no price here is not handed out. */
  readonly prices: readonly MailPrice[];
}

/** A model of a provider, as a workspace or the project chose it. */
export interface ChosenModel {
  readonly analyzer: Exclude<AnalyzerName, "rules">;
  readonly model: string;
}

/** The most that one mail may cost with a model, or why that cannot be told; reserved at claim. */
export interface MailPrice extends ChosenModel {
  /** USD, an upper bound over all calls of one attempt; null where there is a problem. */
  readonly usdPerMail: number | null;
  /** `not_configured`: the function lacks the provider's key; `unknown_price`: no list knows the model. */
  readonly problem: "not_configured" | "unknown_price" | null;
}

/** A price that the project set by itself, in USD per million tokens; a row of `public.model_prices`. */
export interface PriceOverride {
  readonly model: string;
  readonly inputUsdPerMillion: number;
  readonly cachedInputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

/** What a run must know before it can name prices. */
export interface AnalyzerSetup {
  /** Every model that some workspace or the project chose. */
  readonly models: readonly ChosenModel[];
  readonly overrides: readonly PriceOverride[];
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
  /** Heartbeat: moves the leases of the run and its mail on; false when the run was superseded. */
  beatRun(lease: RunLease, leaseSeconds: number): Promise<boolean>;
  /** Leases waiting mail to the run; null when nothing can be claimed or the run was superseded. */
  claimEmails(lease: RunLease, options: ClaimOptions): Promise<Claim | null>;
  /** Writes what became of claimed mails and what it cost, and ends their leases. */
  settleEmails(
    leaseToken: string,
    analyses: readonly Analysis[],
    calls: readonly ProviderCall[],
  ): Promise<z.output<typeof settlementSchema>>;
  /**
   * Ends the run and its rows, and dispatches another where work is left; `error` is why it broke
   * off, or null. A superseded run changes nothing.
   */
  finishRun(lease: RunLease, error: string | null): Promise<RunReport>;
  /** Models in use and prices of the project's own; needed before a claim, where a provider is configured. */
  readAnalyzerSetup(): Promise<AnalyzerSetup>;
  /** Backlog, latest runs and slots, as `nightshift.runner_status` gives them. */
  readStatus(): Promise<Record<string, unknown>>;
  /** `ok`, `late`, `failing` or `unknown` with the slots behind it, as `nightshift.health` gives it. */
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
        p_prices: options.prices.map(toPrice),
      });
      const claim = claimSchema.parse(unwrap(answer));
      if (claim.lease_token === null || claim.emails.length === 0) return null;
      const choices = Object.entries(claim.choices).map(([workspaceId, choice]) =>
        [workspaceId, toChoice(choice)] as const
      );
      return {
        leaseToken: claim.lease_token,
        mails: claim.emails.map(toMail),
        choices: new Map(choices),
      };
    },

    async settleEmails(leaseToken, analyses, calls) {
      const answer = await client.rpc("settle_emails", {
        p_lease_token: leaseToken,
        p_results: analyses.map(toResult),
        p_calls: calls.map(toUsage),
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
      const { models, overrides } = analyzerSetupSchema.parse(
        unwrap(await client.rpc("read_analyzer_setup")),
      );
      return {
        models,
        overrides: overrides.map((price) => ({
          model: price.model,
          inputUsdPerMillion: price.input_usd_per_million,
          cachedInputUsdPerMillion: price.cached_input_usd_per_million,
          outputUsdPerMillion: price.output_usd_per_million,
        })),
      };
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

function toMail(email: z.output<typeof claimSchema>["emails"][number]): Mail {
  return {
    emailId: email.email_id,
    workspaceId: email.workspace_id,
    fromEmail: email.from_email,
    fromName: email.from_name,
    subject: email.subject,
    bodyText: email.body_text,
    bodyHtml: email.body_html,
    headers: email.headers,
    receivedAt: email.received_at,
    attempt: email.attempt,
  };
}

function toChoice(choice: z.output<typeof claimSchema>["choices"][string]): AnalyzerChoice {
  return { analyzer: choice.analyzer, model: choice.model, onFailure: choice.on_failure };
}

function toPrice({ analyzer, model, usdPerMail, problem }: MailPrice) {
  return { analyzer, model, usd_per_mail: usdPerMail, problem };
}
