import { NightshiftError } from "./errors.ts";

/** What waiting needs from outside; tests have their own. */
export interface Timing {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after so many milliseconds. Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait of a timer; one that is longer would end at once. */
export const LONGEST_TIMER_MS: number = 2 ** 31 - 1;

/** The clock of the machine. */
export const SYSTEM_TIMING: Timing = {
  now: () => performance.now(),
  random: Math.random,
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, Math.min(milliseconds, LONGEST_TIMER_MS));
      if (signal?.aborted) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    }),
};

/** How often and how long a request is tried. */
export interface Patience {
  /** Further requests after the first, from 0. */
  readonly maxRetries: number;
  /** Milliseconds for all requests and the waits between them. */
  readonly giveUpAfterMs: number;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;

/** Statuses that may be different next time. A used up quota of the day is not among them. */
const TEMPORARY: readonly (number | undefined)[] = [undefined, 408, 429, 500, 502, 503, 504];

/** Whether the same request may succeed later. */
export function isTemporary(error: unknown): error is NightshiftError {
  return error instanceof NightshiftError && error.code !== "daily_quota_exceeded" &&
    TEMPORARY.includes(error.status);
}

/**
 * Sends a request until it succeeds, fails for good, or the patience ends. Between two requests it
 * waits as long as `Retry-After` says, otherwise a random part of 0.25, 0.5, 1, … 8 seconds.
 * @param send sends the request once; it gets the number of the attempt from 1 and the milliseconds
 * that are left
 * @param mayRetry whether the request can be repeated after this error
 * @throws what `send` has thrown last
 */
export async function withRetries<Answer>(
  send: (attempt: number, leftMs: number) => Promise<Answer>,
  mayRetry: (error: NightshiftError) => boolean,
  { maxRetries, giveUpAfterMs }: Patience,
  timing: Timing,
  signal?: AbortSignal,
): Promise<Answer> {
  const endsAt = timing.now() + giveUpAfterMs;
  for (let attempt = 1;; attempt++) {
    try {
      return await send(attempt, endsAt - timing.now());
    } catch (error) {
      if (attempt > maxRetries || !isTemporary(error) || !mayRetry(error)) throw error;
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
      const waitMs = error.retryAfterSeconds === undefined
        ? longest * timing.random()
        : error.retryAfterSeconds * 1_000 + FIRST_WAIT_MS * timing.random();
      if (timing.now() + waitMs >= endsAt) throw error;
      await timing.sleep(waitMs, signal);
    }
  }
}
