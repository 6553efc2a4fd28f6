/** From what a model said, or did not say, to what is stored of an email. */
import { describeError } from "../../../../_shared/platform/log.ts";
import { type Analysis, type ClaimedEmail, MAX_ATTEMPTS } from "../../analyzer.ts";
import type { AnalyzerChoice } from "../../models.ts";
import { toRecord } from "../../../../_email/mod.ts";
import { analyzeByRules } from "../../rules.ts";
import type { Verdict } from "../analyze_batch.ts";
import type { Session } from "../calls/call_model.ts";
import { type FailureOutcome, FAILURES, type FailureSentence } from "../calls/failure.ts";
import { makeReading } from "./make_reading.ts";
import { PROMPT_VERSION } from "../prompt/prompt.ts";

/** What becomes of an email, and how many words of the model the email does not say. */
export interface Conclusion {
  readonly analysis: Analysis;
  readonly dropped: number;
}

/** The record of an email that was answered, or its failure. Never throws. */
export function conclude(
  verdict: Verdict,
  choice: AnalyzerChoice,
  { chosen, log }: Session,
): Conclusion {
  const { email, readable } = verdict.excerpt;
  if ("failure" in verdict) {
    const { outcome, sentence } = FAILURES[verdict.failure];
    const [problem] = verdict.problems;
    const why: FailureSentence = problem === undefined ? sentence : `${sentence} (${problem})`;
    return { analysis: fail(email, choice, { outcome, sentence: why }), dropped: 0 };
  }
  try {
    const { reading, dropped } = makeReading(verdict.excerpt, verdict.answer);
    return {
      analysis: {
        emailId: email.emailId,
        ok: true,
        record: toRecord(reading, readable.texts),
        extractor: { ...chosen, version: PROMPT_VERSION },
        isDegraded: false,
      },
      dropped,
    };
  } catch (error) {
    log("error", "no record of an answer", {
      email_id: email.emailId,
      problem: describeError(error),
    });
    return {
      analysis: fail(email, choice, { outcome: "invalid", sentence: SENTENCES.internal }),
      dropped: 0,
    };
  }
}

const KEY_GAP = "the functions have no key for the analyzer that the workspace chose";
const PRICE_GAP = "no price list knows the model that the workspace chose";
/** Failures before any call. */
export const SENTENCES = {
  not_configured: `llm_not_configured: ${KEY_GAP}; set it, or choose another.`,
  unknown_price: `llm_unknown_price: ${PRICE_GAP}; add it to model_prices.`,
  internal: "llm_unavailable: the analyzer failed on this email; the log of the function says why.",
} as const satisfies Readonly<Record<string, FailureSentence>>;

/**
 * A failed email: tried again while there are attempts and hope. After that the rules step in,
 * marked as degraded, unless the workspace wants the failure.
 */
export function fail(
  email: ClaimedEmail,
  { onFailure }: AnalyzerChoice,
  { outcome, sentence }: { readonly outcome: FailureOutcome; readonly sentence: FailureSentence },
): Analysis {
  const { emailId } = email;
  const isOver = outcome === "permanent" || email.attempt >= MAX_ATTEMPTS;
  if (!isOver) return { emailId, ok: false, error: sentence, isRetryable: true };
  if (onFailure === "fail") return { emailId, ok: false, error: sentence, isRetryable: false };
  const analysis = analyzeByRules(email);
  return analysis.ok ? { ...analysis, isDegraded: true } : analysis;
}
