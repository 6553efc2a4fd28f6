/** Asks again and again: often while something runs, never in a hidden tab, rarely on errors. */

const ACTIVE_MS = 3_000;
const QUIET_MS = 15_000;
const LONGEST_MS = 120_000;

/** How the poll is doing. */
export interface PollState {
  /** When the latest answer came, by this machine's clock; null before the first. */
  readonly answeredAt: number | null;
  /** Failed attempts since then. */
  readonly failures: number;
  readonly error: Error | null;
}

export interface PollOptions {
  /** Asks once. @returns whether something runs, so that the next question comes soon */
  ask(): Promise<boolean>;
  changed(state: PollState): void;
  /** How long the next attempt must wait, if whoever was asked said so. */
  readWait(error: Error): number | null;
  readonly surroundings?: Surroundings;
}

/** What the poll needs of the browser; others in tests. */
export interface Surroundings {
  now(): number;
  isVisible(): boolean;
  /** @returns cancels it */
  wait(ms: number, act: () => void): () => void;
  /** Calls back when the tab is shown or hidden, and when the network is back. @returns stops it */
  watch(changed: () => void): () => void;
}

export interface Poll {
  /** Asks now, and goes on from there. */
  hurry(): void;
  stop(): void;
}

/** Begins to ask. */
export function startPoll({ ask, changed, readWait, surroundings = browser }: PollOptions): Poll {
  let state: PollState = { answeredAt: null, failures: 0, error: null };
  let cancel = () => {};
  let isStopped = false;
  let isAsking = false;

  async function askOnce(): Promise<void> {
    cancel();
    if (isStopped || isAsking || !surroundings.isVisible()) return;
    isAsking = true;
    let delay: number;
    try {
      delay = await ask() ? ACTIVE_MS : QUIET_MS;
      state = { answeredAt: surroundings.now(), failures: 0, error: null };
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason));
      state = { ...state, failures: state.failures + 1, error };
      delay = Math.max(nextDelay(state.failures), readWait(error) ?? 0);
    }
    isAsking = false;
    if (isStopped) return;
    cancel = surroundings.wait(delay, askOnce);
    changed(state);
  }

  const unwatch = surroundings.watch(askOnce);
  askOnce();
  return {
    hurry: () => void askOnce(),
    stop: () => {
      isStopped = true;
      cancel();
      unwatch();
    },
  };
}

/** 3, 6, 12 … seconds, at most two minutes. */
function nextDelay(failures: number): number {
  return Math.min(LONGEST_MS, ACTIVE_MS * 2 ** (failures - 1));
}

const browser: Surroundings = {
  now: () => Date.now(),
  isVisible: () => document.visibilityState === "visible",
  wait: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  watch: (changed) => {
    document.addEventListener("visibilitychange", changed);
    addEventListener("online", changed);
    return () => {
      document.removeEventListener("visibilitychange", changed);
      removeEventListener("online", changed);
    };
  },
};
