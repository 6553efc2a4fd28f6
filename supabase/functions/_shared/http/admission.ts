import { type CallerKind, createUnauthorized } from "./auth.ts";
import { Problem } from "./problem.ts";

/** What `admit_caller`, the one place that decides who may do what, answers to those it keeps out. */
export interface Refusal {
  readonly outcome: string;
  readonly retry_after_seconds?: number | undefined;
}

/**
 * The problem that a refusal of `admit_caller` is for the caller; null when it is none of those.
 * @param kinds the callers that the function takes, for its `unauthorized`.
 */
export function toAdmissionProblem(refusal: Refusal, kinds: readonly CallerKind[]): Problem | null {
  switch (refusal.outcome) {
    case "unauthorized":
      return createUnauthorized(kinds);
    case "forbidden":
      return new Problem("forbidden", "The credential is valid, but does not allow this.");
    case "rate_limited": {
      const seconds = refusal.retry_after_seconds ?? 60;
      return new Problem("rate_limited", `Too many requests. Wait ${seconds} s.`, {
        headers: { "retry-after": String(seconds) },
      });
    }
    default:
      return null;
  }
}
