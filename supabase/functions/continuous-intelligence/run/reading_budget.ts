import type { Clock } from "../../_shared/platform/clock.ts";
import type { ReadingBudget } from "../analyzers/analyzer.ts";

/** A budget of some milliseconds on this clock. The first piece of work always finds time. */
export function createReadingBudget(clock: Clock, milliseconds: number): ReadingBudget {
  let spentMs = 0;
  return {
    hasTime: () => spentMs < milliseconds,
    spend(work) {
      const startedAt = clock().getTime();
      try {
        return work();
      } finally {
        spentMs += clock().getTime() - startedAt;
      }
    },
  };
}
