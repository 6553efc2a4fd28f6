import type { Clock } from "../../_shared/platform/clock.ts";
import { letRequestsGoOn } from "../../_shared/platform/event_loop.ts";
import type { ReadingBudget } from "../analyzers/analyzer.ts";

/** Reading goes on for so long without a look at the network. */
const PAUSE_AFTER_MS = 4;

/** The budget of a run, which also knows how fast the run has read so far. */
export interface RunReadingBudget extends ReadingBudget {
  /** Milliseconds that are left, 0 or less when it is spent. */
  leftMs(): number;
  /** Milliseconds that as many more emails will take at the mean so far; 0 before the first. */
  estimateMs(emails: number): number;
}

/**
 * A budget of some milliseconds on this clock. The first piece of work always finds time.
 * @param letGoOn lets requests under way go on.
 */
export function createReadingBudget(
  clock: Clock,
  milliseconds: number,
  letGoOn: () => Promise<void> = letRequestsGoOn,
): RunReadingBudget {
  let spentMs = 0;
  let pieces = 0;
  let pausedAtMs = 0;
  return {
    hasTime: () => spentMs < milliseconds,
    spend(work) {
      const startedAt = clock().getTime();
      try {
        return work();
      } finally {
        spentMs += clock().getTime() - startedAt;
        pieces++;
      }
    },
    async pause() {
      if (spentMs - pausedAtMs < PAUSE_AFTER_MS) return;
      pausedAtMs = spentMs;
      await letGoOn();
    },
    leftMs: () => milliseconds - spentMs,
    estimateMs: (emails) => pieces === 0 ? 0 : spentMs / pieces * emails,
  };
}
