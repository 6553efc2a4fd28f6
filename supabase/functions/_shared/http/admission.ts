import type { CallerKind } from "./caller.ts";
import { createUnauthorized } from "./credentials.ts";
import { Problem } from "./problem.ts";

/** How the database refuses a caller: the outcomes of `admit_caller` and of the quotas. */
export interface Refusal {
  readonly outcome: string;
  readonly retry_after_seconds?: number | undefined;
  /** Which quota, how large it is, and what the request would have made of it. */
  readonly detail?: string | undefined;
}

/**
 * The problem to answer for a refusal; null for any other outcome.
 * @param kinds the callers that the function accepts, for its `unauthorized`.
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
    case "daily_quota_exceeded":
      return new Problem(
        "daily_quota_exceeded",
        `${refusal.detail ?? "The quota of the day is used up."} Wait until 00:00 UTC.`,
        { headers: { "retry-after": "3600" } },
      );
    default:
      return null;
  }
}
