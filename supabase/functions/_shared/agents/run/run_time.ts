import type { Clock } from "../../platform/clock.ts";

/** The time that an invocation has. */
export interface RunTime {
  /** Whether to start nothing more: work goes on in a fresh invocation. */
  isOver(): boolean;
  /** Whether something that starts now has most of the time before it. */
  isEarly(): boolean;
  /** Milliseconds until work that still runs is told to stop. */
  msToStop(): number;
  /** Milliseconds until the function has to have ended, whatever still runs. */
  msToEnd(): number;
  /** Seconds from the start until work is told to stop. */
  readonly seconds: number;
}

/** The rest is for a step that is on its way, then for saving. */
const WORKING_PART = 0.65;
const STOPPING_PART = 0.85;
const ENDING_PART = 0.95;
const EARLY_PART = 0.1;

/**
 * Divides the time that the platform leaves.
 * @param seconds until the platform ends the function.
 */
export function createRunTime(clock: Clock, seconds: number): RunTime {
  const startedAt = clock().getTime();
  const msSince = () => clock().getTime() - startedAt;
  const ms = seconds * 1_000;
  return {
    isOver: () => msSince() >= ms * WORKING_PART,
    isEarly: () => msSince() < ms * EARLY_PART,
    msToStop: () => Math.max(0, ms * STOPPING_PART - msSince()),
    msToEnd: () => Math.max(0, ms * ENDING_PART - msSince()),
    seconds: Math.round(seconds * STOPPING_PART),
  };
}
