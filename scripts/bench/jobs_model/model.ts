/** What a job will come to, told by its plan alone. */
export const MAX_ATTEMPTS = 5;

/** What an attempt may come to; the last one of a plan is for all that follow. */
export type Act = "return" | "throw" | "give_up" | "retry_later" | "sleep";

/** Plans to draw from. */
export const PLANS: readonly (readonly Act[])[] = [
  ["return"],
  ["return"],
  ["throw", "return"],
  ["throw", "throw", "throw", "throw", "return"],
  ["throw"],
  ["retry_later", "return"],
  ["throw", "give_up"],
  ["give_up"],
  ["sleep"],
];

/** A job that was enqueued, as the model knows it. */
export interface ModelJob {
  readonly id: string;
  readonly plan: readonly Act[];
  readonly steps: number;
  readonly workspaceId: string | null;
  readonly key: string | null;
  isCancelled: boolean;
  /** The task that does it again. */
  retriedAs: string | null;
}

/** How a job ends if nobody cancels it. */
export interface Expectation {
  readonly status: "completed" | "failed" | "sleeping";
  readonly attempts: number;
}

/** Follows a plan to its end. */
export function follow(plan: readonly Act[]): Expectation {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const act = plan[Math.min(attempt, plan.length) - 1];
    if (act === "return") return { status: "completed", attempts: attempt };
    if (act === "give_up") return { status: "failed", attempts: attempt };
    if (act === "sleep") return { status: "sleeping", attempts: attempt };
  }
  return { status: "failed", attempts: MAX_ATTEMPTS };
}
