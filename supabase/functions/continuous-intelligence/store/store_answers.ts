/** What the database answers to this function: the shapes, and what is made of them. */
import * as z from "zod";
import { fromColumns } from "../../_shared/database/column_names.ts";
import type { ClaimedEmail } from "../analyzers/analyzer.ts";
import { type AnalyzerChoice, ANALYZERS, type AnalyzerSetup } from "../analyzers/models.ts";

/** What a run did, key by key as callers get it; written by `nightshift.report_run`. */
const runReportSchema = z.object({
  success: z.boolean(),
  workspaces_processed: z.int(),
  total_emails_processed: z.int(),
  total_emails_failed: z.int(),
  results: z.array(z.object({
    workspace_id: z.guid(),
    emails_processed: z.int(),
    emails_failed: z.int(),
  })),
  /** ISO 8601, UTC. */
  timestamp: z.iso.datetime(),
});
export type RunReport = z.output<typeof runReportSchema>;

/** Of `start_run`. */
export const startedRunSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("started"), run_id: z.guid(), run_token: z.guid() }),
  z.object({ outcome: z.literal("not_pending"), run_id: z.guid() }),
]);

const claimSchema = z.object({
  outcome: z.enum(["claimed", "superseded"]),
  lease_token: z.guid().nullable(),
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
    z.guid(),
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

/** Of `settle_emails`: emails by what became of them; a stale one is no longer ours. */
export const settlementSchema = z.object({ processed: z.int(), failed: z.int(), stale: z.int() });

/** Of `finish_run`. */
export const finishedRunSchema = z.object({
  outcome: z.enum(["finished", "superseded"]),
  report: runReportSchema,
});

/** Of `health`. */
export const healthSchema = z.looseObject({ status: z.string() });
export type Health = z.output<typeof healthSchema>;

/** Email that was handed out under one lease. */
export interface Claim {
  readonly leaseToken: string;
  readonly emails: readonly ClaimedEmail[];
  /** By workspace; none for the built-in rules. */
  readonly choices: ReadonlyMap<string, AnalyzerChoice>;
}

/** The claim in an answer of `claim_emails`; null where nothing was claimed. */
export function readClaim(answer: unknown): Claim | null {
  const claim = claimSchema.parse(answer);
  if (claim.lease_token === null || claim.emails.length === 0) return null;
  const choices = Object.entries(claim.choices).map(([workspaceId, choice]) =>
    [workspaceId, fromColumns(choice)] as const
  );
  return {
    leaseToken: claim.lease_token,
    emails: claim.emails.map(fromColumns),
    choices: new Map(choices),
  };
}

/** The setup in an answer of `read_analyzer_setup`. */
export function readSetup(answer: unknown): AnalyzerSetup {
  const { models, overrides } = analyzerSetupSchema.parse(answer);
  return {
    models,
    overrides: overrides.map(fromColumns),
  };
}
