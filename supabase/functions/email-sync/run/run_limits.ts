import type { Clock } from "../../_shared/platform/clock.ts";
import { createRunTime } from "../../_shared/agents/run/run_time.ts";

/** Emails of one mailbox in one run: then it is the turn of the others. */
const MAX_EMAILS_PER_MAILBOX = 200;
/** The same for a server that is slow, or whose pages have no end. */
const MAX_MS_PER_MAILBOX = 60_000;

/** What one run may use. */
export interface RunLimits {
  /** Whether the run may begin something more. */
  hasTime(): boolean;
  /** Aborted when work that still runs has to stop, or another has taken the run over. */
  readonly signal: AbortSignal;
  /** Counts an email, with the milliseconds that reading it took. */
  count(milliseconds: number): void;
  /** Stops everything: the run is no longer ours. */
  lose(): void;
  end(): void;
}

/** The emails that one mailbox may still have in this run. */
export interface MailboxLimits {
  readonly emailsLeft: number;
  /** Whether a message came; those that have gone since they were listed do not count. */
  readonly hasRead: boolean;
  /** Whether it may have more. What was claimed gets some emails, however late the run is. */
  mayGoOn(): boolean;
  take(emails: number): void;
  noteRead(): void;
}

/**
 * The time, CPU and emails of a run.
 * @param seconds until the platform ends the function
 */
export function createRunLimits(
  clock: Clock,
  { seconds, maxEmails, readingSeconds }: {
    readonly seconds: number;
    readonly maxEmails: number;
    readonly readingSeconds: number;
  },
): RunLimits {
  const time = createRunTime(clock, seconds);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), time.msToStop());
  let emails = 0;
  let readingMs = 0;
  return {
    hasTime: () =>
      !time.isOver() && emails < maxEmails && readingMs < readingSeconds * 1_000 &&
      !stop.signal.aborted,
    signal: stop.signal,
    count(milliseconds) {
      emails += 1;
      readingMs += milliseconds;
    },
    lose: () => stop.abort(),
    end: () => clearTimeout(timer),
  };
}

/** The share of one mailbox. */
export function createMailboxLimits(run: RunLimits, clock: Clock): MailboxLimits {
  const endsAt = clock().getTime() + MAX_MS_PER_MAILBOX;
  let taken = 0;
  let hasRead = false;
  return {
    get emailsLeft() {
      return MAX_EMAILS_PER_MAILBOX - taken;
    },
    get hasRead() {
      return hasRead;
    },
    mayGoOn: () =>
      !run.signal.aborted && clock().getTime() < endsAt && taken < MAX_EMAILS_PER_MAILBOX &&
      (taken === 0 || run.hasTime()),
    take(emails) {
      taken += emails;
    },
    noteRead() {
      hasRead = true;
    },
  };
}
