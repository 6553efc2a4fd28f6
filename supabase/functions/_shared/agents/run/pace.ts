import type { Clock } from "../../platform/clock.ts";

/** How much work to hold, so that claims are few and nobody else waits long. */
export interface Pace {
  /** A job has ended. */
  count(): void;
  /** How many jobs to hold ready beside those that are worked on. */
  ahead(): number;
}

/** Half a second of work: quick jobs are claimed by the hundred, slow ones one by one. */
const SECONDS_AHEAD = 0.5;
const MOST_AHEAD = 200;

/** Measures how quickly a run gets through its jobs. */
export function createPace(clock: Clock): Pace {
  const startedAt = clock().getTime();
  let done = 0;
  return {
    count: () => void (done += 1),
    ahead() {
      const seconds = Math.max(0.001, (clock().getTime() - startedAt) / 1_000);
      return Math.min(MOST_AHEAD, Math.floor(done / seconds * SECONDS_AHEAD));
    },
  };
}
