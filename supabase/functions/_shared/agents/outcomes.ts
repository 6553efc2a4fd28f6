/** The longest that a job may be put off: 30 days. */
const MAX_WAIT_SECONDS = 2_592_000;

/**
 * Throw it to have the job tried again after some seconds. It counts as an attempt.
 * @example throw new RetryLater(60, "The mailbox is busy.");
 */
export class RetryLater extends Error {
  override readonly name = "RetryLater";

  /**
   * @param seconds from 0 to 2,592,000 (30 days)
   * @throws {RangeError} for any other number
   */
  constructor(readonly seconds: number, message = "The work asked to be tried again later.") {
    super(message);
    if (!(seconds >= 0 && seconds <= MAX_WAIT_SECONDS)) {
      throw new RangeError(`RetryLater takes 0 to ${MAX_WAIT_SECONDS} seconds, not ${seconds}.`);
    }
  }
}

/**
 * Throw it when trying again is useless: the job fails at once.
 * @example throw new GiveUp("The file is not a CSV.");
 */
export class GiveUp extends Error {
  override readonly name: string = "GiveUp";
}

/** `task.spend` was rejected: the ceiling is reached, or nothing says what may be spent. */
export class SpendingRefused extends GiveUp {
  override readonly name = "SpendingRefused";
}

/** The agent's code cannot work as it is: a repeated step, or a value that cannot be stored. */
export class AgentMistake extends GiveUp {
  override readonly name = "AgentMistake";
}

/** Why work was told to stop. */
export type StopKind = "cancelled" | "superseded" | "time_over";

const STOP_SENTENCES: Readonly<Record<StopKind, string>> = {
  cancelled: "The task was cancelled.",
  superseded: "Another run has taken this work over.",
  time_over: "The function has to end before the platform ends it.",
};

/** Reason of `task.signal`. Its name is the one by which libraries know an abort. */
export class WorkStopped extends Error {
  override readonly name = "AbortError";

  constructor(readonly kind: StopKind) {
    super(STOP_SENTENCES[kind]);
  }
}

/** Ends an invocation after a step; the next one goes on behind it. */
export class Continue extends Error {
  override readonly name = "Continue";

  constructor() {
    super("The work goes on in a fresh invocation.");
  }
}
