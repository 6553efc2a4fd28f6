/** A chunk of emails under one lease: how it is claimed, analyzed and saved. */
import { Problem } from "../../_shared/http/problem.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AnalysisResult, ReadingBudget } from "../analyzers/analyzer.ts";
import type { PriceOverride } from "../analyzers/models.ts";
import type { AppDeps } from "../deps.ts";
import type { RunLease } from "../store/store.ts";
import type { Claim } from "../store/store_answers.ts";
import type { RunRequest } from "./run_request.ts";

/** Emails that the run holds, and the prices that hold for them. */
export interface Chunk extends Claim {
  readonly priceOverrides: readonly PriceOverride[];
}

/** Claims up to `limit` emails, 1–200; null when there is nothing to claim. */
export async function claimChunk(
  { store, analyzer, env }: AppDeps,
  lease: RunLease,
  { request, limit }: { readonly request: RunRequest; readonly limit: number },
): Promise<Chunk | null> {
  const { prices, priceOverrides } = await quote();
  const claim = await store.claimEmails(lease, {
    ...request,
    limit,
    leaseSeconds: env.runLeaseSeconds,
    prices,
  });
  return claim && { ...claim, priceOverrides };

  /** Asked before every claim, because a model may have been chosen meanwhile. */
  async function quote() {
    if (!analyzer.quote) return { prices: [], priceOverrides: [] };
    const setup = await store.readAnalyzerSetup();
    return { prices: await analyzer.quote(setup), priceOverrides: setup.overrides };
  }
}

/** What an analysis has to keep to. */
export interface AnalysisLimits {
  readonly reading: ReadingBudget;
  /** Milliseconds until the run's time is over. */
  readonly leftMs: number;
  readonly superseded: AbortSignal;
}

/** An analyzer that throws has failed for all emails of the chunk, but not for the run. */
export async function analyzeChunk(
  { analyzer, env, log }: AppDeps,
  { runId }: RunLease,
  { emails, choices, priceOverrides }: Chunk,
  { reading, leftMs, superseded }: AnalysisLimits,
): Promise<AnalysisResult> {
  let result: AnalysisResult = { analyses: [], calls: [] };
  let missing = "gave no answer for this email";
  try {
    // What was claimed in time may be finished: a call that is broken off is paid for all the same.
    const timeout = AbortSignal.timeout(Math.max(0, leftMs + env.llmTimeoutSeconds * 1_000));
    const signal = AbortSignal.any([timeout, superseded]);
    result = await analyzer.analyze(emails, { choices, priceOverrides, reading, signal });
  } catch (error) {
    log("error", "analyzer failed", { run_id: runId, problem: describeError(error) });
    missing = "failed; the function's log says why";
  }
  if (!reading.hasTime()) return result;
  const failed = listUnread(emails, result.analyses).map((emailId) =>
    ({ emailId, ok: false, error: `The analyzer ${missing}.`, isRetryable: true }) as const
  );
  return { analyses: [...result.analyses, ...failed], calls: result.calls };
}

/**
 * Emails without an analysis go back as if nobody had claimed them, and the next run reads them.
 * Retried once if the database did not respond. The model calls are already paid for, and saving is
 * idempotent by call id.
 */
export async function saveChunk(
  { store, log }: AppDeps,
  { runId }: RunLease,
  { leaseToken, emails }: Claim,
  { analyses, calls }: AnalysisResult,
): Promise<void> {
  const unread = listUnread(emails, analyses);
  if (unread.length > 0) log("info", "emails left", { run_id: runId, emails: unread.length });
  const settle = () => store.settleEmails(leaseToken, analyses, calls, unread);
  const settled = await settle().catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === "store_unavailable")) throw error;
    log("warn", "settle repeated", { run_id: runId, problem: describeError(error) });
    return settle();
  });
  log("info", "chunk settled", { run_id: runId, ...settled });
}

/** Ids of the emails that have no analysis. */
function listUnread(emails: Claim["emails"], analyses: AnalysisResult["analyses"]): string[] {
  const analyzed = new Set(analyses.map(({ emailId }) => emailId));
  return emails.map(({ emailId }) => emailId).filter((id) => !analyzed.has(id));
}
