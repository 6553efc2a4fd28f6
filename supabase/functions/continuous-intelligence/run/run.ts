import { Problem } from "../../_shared/http/problem.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AnalysisResult } from "../analyzers/analyzer.ts";
import type { Dependencies } from "../app.ts";
import { keepAlive } from "./heartbeat.ts";
import type { RunRequest } from "./run_request.ts";
import type { PriceOverride } from "../analyzers/models.ts";
import type { RunLease } from "../store/store.ts";
import type { Claim, RunReport } from "../store/store_answers.ts";

/** Mails in one claim: a checkpoint after each, so that a killed run loses at most this much work. */
const CLAIM_LIMIT = 50;

/**
 * One run: claims, analyses and settles until nothing is left or its budget ends, then finishes the
 * rows. Whatever happens, the run's rows get an end, unless the database cannot be reached for it.
 * @throws what broke it off, after the rows have been finished with a sentence about it.
 */
export async function performRun(
  deps: Dependencies,
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
  { store, analyzer, clock, env, log }: Dependencies,
  lease: RunLease,
  request: RunRequest,
  superseded: AbortSignal,
): Promise<void> {
  const endsAt = clock().getTime() + env.runBudgetSeconds * 1_000;
  let mailsLeft = env.runMaxEmails;
  while (mailsLeft > 0 && clock().getTime() < endsAt) {
    // deno-lint-ignore-start no-await-in-loop -- each claim depends on what the last one left
    const { prices, overrides } = await quote();
    const claim = await store.claimEmails(lease, {
      ...request,
      limit: Math.min(CLAIM_LIMIT, mailsLeft),
      leaseSeconds: env.runLeaseSeconds,
      prices,
    });
    if (claim === null) return;
    mailsLeft -= claim.mails.length;

    const settled = await settle(claim.leaseToken, await analyze(claim, overrides));
    // deno-lint-ignore-end
    log("info", "chunk settled", { run_id: lease.runId, ...settled });
  }

  /** Asked before every claim: a model that was chosen meanwhile would count as one without a key. */
  async function quote() {
    if (!analyzer.quote) return { prices: [], overrides: [] };
    const setup = await store.readAnalyzerSetup();
    return { prices: await analyzer.quote(setup), overrides: setup.overrides };
  }

  /** An analyzer that throws has failed for all of its mails, but not for the run. */
  async function analyze(
    { mails, choices }: Claim,
    priceOverrides: readonly PriceOverride[],
  ): Promise<AnalysisResult> {
    let result: AnalysisResult = { analyses: [], calls: [] };
    let missing = "gave no answer for this mail";
    try {
      const secondsLeft = (endsAt - clock().getTime()) / 1_000;
      const timeout = AbortSignal.timeout(
        // What was claimed in time may be finished: a call that is broken off is paid for nothing.
        Math.max(0, secondsLeft + env.llmTimeoutSeconds) * 1_000,
      );
      const signal = AbortSignal.any([timeout, superseded]);
      result = await analyzer.analyze(mails, { choices, priceOverrides, signal });
    } catch (error) {
      log("error", "analyzer failed", { run_id: lease.runId, problem: describeError(error) });
      missing = "failed; the function's log says why";
    }
    // One result for each mail: unsettled mail would go back as if it had never been tried.
    const byEmail = new Map(result.analyses.map((analysis) => [analysis.emailId, analysis]));
    const analyses = mails.map(({ emailId }) =>
      byEmail.get(emailId) ??
        { emailId, ok: false, error: `The analyzer ${missing}.`, isRetryable: true } as const
    );
    return { analyses, calls: result.calls };
  }

  /** Tried again where no answer came: what was read is paid for, and counts once however often it is told. */
  async function settle(leaseToken: string, { analyses, calls }: AnalysisResult) {
    try {
      return await store.settleEmails(leaseToken, analyses, calls);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "store_unavailable")) throw error;
      log("warn", "settle repeated", { run_id: lease.runId, problem: describeError(error) });
      return await store.settleEmails(leaseToken, analyses, calls);
    }
  }
}

/** For the error_message of the run's rows, which members read too: no internal text. */
function explain(error: unknown): string {
  return error instanceof Problem
    ? error.detail
    : "The run broke off with an unexpected error; the log of the function says why.";
}
