/** What becomes of an email whose call failed, and what people are told. */

/**
 * The first word of every failure's sentence; `docs/reference/errors.md` has a section for each.
 */
export const FAILURE_CODES = [
  "llm_not_configured",
  "llm_unknown_price",
  "llm_unavailable",
  "llm_answer_invalid",
  "llm_refused",
] as const;
export type FailureSentence = `${(typeof FAILURE_CODES)[number]}: ${string}`;

/**
 * `invalid`: answered, but not for this email; `retryable`: later may do; `permanent`: will not.
 */
export type FailureOutcome = "invalid" | "retryable" | "permanent";

interface FailureMeaning {
  readonly outcome: FailureOutcome;
  /** For members: nothing of what the provider said. */
  readonly sentence: FailureSentence;
  /** Whether the same request is worth sending again within the same call. */
  readonly isTriedAgain: boolean;
}

const SEE_LOG = "the log of the function says more.";

/** How a call ended that brought no answer which can be used. */
export const FAILURES = {
  garbled: invalid("the model gave no usable answer for this email."),
  cut_off: invalid("the model's answer was cut off at its length limit."),
  timed_out: unavailable("the model did not answer in time.", false),
  stopped: unavailable("the run ended before the model answered.", false),
  unreachable: unavailable("the model's provider could not be reached.", true),
  broken: unavailable("the model's provider had a failure of its own.", true),
  overloaded: unavailable("the model's provider asked to come back later.", true),
  // Of the project's set-up, not of the email: it waits while somebody corrects that.
  refused: {
    outcome: "retryable",
    sentence:
      `llm_refused: the model's provider rejected the key or does not know the model; ${SEE_LOG}`,
    isTriedAgain: false,
  },
  rejected: {
    outcome: "permanent",
    sentence: `llm_refused: the model's provider does not take the request; ${SEE_LOG}`,
    isTriedAgain: false,
  },
} satisfies Readonly<Record<string, FailureMeaning>>;
export type FailureKind = keyof typeof FAILURES;

function invalid(words: string): FailureMeaning {
  return { outcome: "invalid", sentence: `llm_answer_invalid: ${words}`, isTriedAgain: false };
}

function unavailable(words: string, isTriedAgain: boolean): FailureMeaning {
  return { outcome: "retryable", sentence: `llm_unavailable: ${words}`, isTriedAgain };
}

/** What a status of HTTP says about a call. */
export function classifyStatus(status: number): FailureKind {
  if (status === 429 || status === 503 || status === 529) return "overloaded";
  if (status === 408 || status === 409 || status >= 500) return "broken";
  if (status === 401 || status === 402 || status === 403 || status === 404) return "refused";
  return "rejected";
}

/**
 * Whether a rejected request may be on the bill all the same: with 408, 504 and 524 somebody on the
 * way stopped waiting, which need not have stopped the model.
 */
export function mayHaveBilled(status: number): boolean {
  return status === 408 || status === 504 || status === 524;
}

/**
 * Seconds to wait as the headers `retry-after-ms` or `retry-after` (seconds or an HTTP date) say;
 * null when they say nothing.
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string | undefined>>,
  now: Date,
): number | null {
  const milliseconds = toNumber(headers["retry-after-ms"]);
  if (milliseconds !== null) return milliseconds / 1_000;
  const text = headers["retry-after"];
  const seconds = toNumber(text);
  if (seconds !== null || text === undefined) return seconds;
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1_000);
}

function toNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}(?:\.\d{1,6})?\s*$/.test(text) ? Number(text) : null;
}
