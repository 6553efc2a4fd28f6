import { Problem } from "../../_shared/http/problem.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AnalysisResult } from "../analyzers/analyzer.ts";
import type { AppDeps } from "../deps.ts";
import { keepAlive } from "./heartbeat.ts";
import { createReadingBudget } from "./reading_budget.ts";
import type { RunRequest } from "./run_request.ts";
import type { PriceOverride } from "../analyzers/models.ts";
import type { RunLease } from "../store/store.ts";
import type { Claim, RunReport } from "../store/store_answers.ts";

/** Emails in one claim: saved after each, so that a killed run loses at most this much work. */
const CLAIM_LIMIT = 50;

/**
 * One run: claims, analyzes and saves until nothing is left or its budget of time, CPU or emails
 * ends, then finishes its rows. Whatever happens, the rows get an end, unless the database cannot
 * be reached.
 * @throws what broke it off, after the rows have been finished with a sentence about it.
 */
export async function performRun(
  deps: AppDeps,
  lease: RunLease,
  request: RunRequest,
): Promise<RunReport> {
  const heartbeat = keepAlive(deps, lease);
  try {
    await workThroughQueue(deps, lease, request, heartbeat.superseded);
  } catch (error) {
    await deps.store.finishRun(lease, explain(error)).catch((finishError: unknown) => {
      deps.log("error", "run not finished", {
        run_id: lease.runId,
        problem: describeError(finishError),
      });
    });
    throw error;
  } finally {
    heartbeat.stop();
  }
  return await deps.store.finishRun(lease, null);
}

async function workThroughQueue(
  { store, analyzer, clock, env, log }: AppDeps,
  lease: RunLease,
  request: RunRequest,
  superseded: AbortSignal,
): Promise<void> {
  const endsAt = clock().getTime() + env.runBudgetSeconds * 1_000;
  const reading = createReadingBudget(clock, env.runReadingSeconds * 1_000);
  let emailsLeft = env.runMaxEmails;
  while (emailsLeft > 0 && reading.hasTime() && clock().getTime() < endsAt) {
    const { prices, overrides } = await quote();
    const claim = await store.claimEmails(lease, {
      ...request,
      limit: Math.min(CLAIM_LIMIT, emailsLeft),
      leaseSeconds: env.runLeaseSeconds,
      prices,
    });
    if (claim === null) return;
    emailsLeft -= claim.mails.length;

    const settled = await settle(claim, await analyze(claim, overrides));
    log("info", "chunk settled", { run_id: lease.runId, ...settled });
  }

  /** Asked before every claim, because a model may have been chosen meanwhile. */
  async function quote() {
    if (!analyzer.quote) return { prices: [], overrides: [] };
    const setup = await store.readAnalyzerSetup();
    return { prices: await analyzer.quote(setup), overrides: setup.overrides };
  }

  /** An analyzer that throws has failed for all of its emails, but not for the run. */
  async function analyze(
    { mails, choices }: Claim,
    priceOverrides: readonly PriceOverride[],
  ): Promise<AnalysisResult> {
    let result: AnalysisResult = { analyses: [], calls: [] };
    let missing = "gave no answer for this email";
    try {
      const secondsLeft = (endsAt - clock().getTime()) / 1_000;
      const timeout = AbortSignal.timeout(
        // What was claimed in time may be finished: a call that is broken off is paid for all the
        // same.
        Math.max(0, secondsLeft + env.llmTimeoutSeconds) * 1_000,
      );
      const signal = AbortSignal.any([timeout, superseded]);
      result = await analyzer.analyze(mails, { choices, priceOverrides, reading, signal });
    } catch (error) {
      log("error", "analyzer failed", { run_id: lease.runId, problem: describeError(error) });
      missing = "failed; the function's log says why";
    }
    if (!reading.hasTime()) return result;
    const failed = listUnread(mails, result.analyses).map((emailId) =>
      ({ emailId, ok: false, error: `The analyzer ${missing}.`, isRetryable: true }) as const
    );
    return { analyses: [...result.analyses, ...failed], calls: result.calls };
  }

  /**
   * Emails without an analysis go back as if nobody had claimed them, and the next run reads them.
   * Retried once if the database did not respond. The model calls are already paid for, and saving
   * is idempotent by call id.
   */
  async function settle({ leaseToken, mails }: Claim, { analyses, calls }: AnalysisResult) {
    const unread = listUnread(mails, analyses);
    if (unread.length > 0) {
      log("info", "emails left", { run_id: lease.runId, emails: unread.length });
    }
    try {
      return await store.settleEmails(leaseToken, analyses, calls, unread);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "store_unavailable")) throw error;
      log("warn", "settle repeated", { run_id: lease.runId, problem: describeError(error) });
      return await store.settleEmails(leaseToken, analyses, calls, unread);
    }
  }
}

/** Ids of the emails that have no analysis. */
function listUnread(mails: Claim["mails"], analyses: AnalysisResult["analyses"]): string[] {
  const analyzed = new Set(analyses.map(({ emailId }) => emailId));
  return mails.map(({ emailId }) => emailId).filter((id) => !analyzed.has(id));
}

/** For the error_message of the run's rows. Members read it too, so it has no internal text. */
function explain(error: unknown): string {
  return error instanceof Problem
    ? error.detail
    : "The run broke off with an unexpected error; the log of the function says why.";
}
