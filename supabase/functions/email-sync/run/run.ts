import { keepLease } from "../../_shared/agents/run/heartbeat.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { secondsLeft } from "../../_shared/platform/background.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { SyncDeps } from "../deps.ts";
import type { MailboxClaim, RunLease, RunNumbers, Stored } from "../store/sync_store.ts";
import { createRunLimits, type RunLimits } from "./run_limits.ts";
import { syncMailbox } from "./sync_mailbox.ts";

/** Mailboxes at once. Most of their time is spent waiting for servers. */
const PARALLEL_MAILBOXES = 5;

/**
 * One run: claims due mailboxes, a few at a time, until none is left or its time, CPU or emails
 * end. Whatever happens, its rows get an end, unless the database cannot be reached. Never rejects.
 */
export async function performRun(deps: SyncDeps, lease: RunLease): Promise<void> {
  const { env, store, clock, log } = deps;
  const limits = createRunLimits(clock, {
    seconds: secondsLeft(env.wallClockSeconds),
    maxEmails: env.runMaxEmails,
    readingSeconds: env.runReadingSeconds,
  });
  const beats = {
    beatRun: async (held: RunLease, seconds: number) => ({
      isHeld: await store.beatRun(held, seconds),
      cancelled: [],
      more: false,
    }),
  };
  const stopBeating = keepLease(
    { store: beats, lease, leaseSeconds: env.runLeaseSeconds, clock, log },
    { onCancelled() {}, onMore() {}, onLost: limits.lose },
  );
  const numbers: RunNumbers = {
    mailboxes: 0,
    mailboxes_failed: 0,
    emails_known: 0,
    emails_unreadable: 0,
  };
  let problem: string | null = null;
  try {
    const workers = Array.from(
      { length: PARALLEL_MAILBOXES },
      () => work(deps, lease, limits, numbers),
    );
    const ends = await Promise.allSettled(workers);
    const failed = ends.find((end) => end.status === "rejected");
    if (failed) throw failed.reason;
  } catch (error) {
    log("error", "run broken off", { run_id: lease.runId, problem: describeError(error) });
    problem = error instanceof Problem
      ? error.detail
      : "The run broke off with an unexpected error; the log of the function says why.";
  } finally {
    stopBeating();
    limits.end();
  }
  try {
    await store.finishRun(lease, numbers, problem);
  } catch (error) {
    // Without an end of its own the run gets one when its lease has run out.
    log("error", "run not finished", { run_id: lease.runId, problem: describeError(error) });
  }
}

/** One mailbox after the other, until none is due. */
async function work(
  deps: SyncDeps,
  lease: RunLease,
  limits: RunLimits,
  numbers: RunNumbers,
): Promise<void> {
  const { store, env } = deps;
  while (limits.hasTime()) {
    const [claim] = await store.claimMailboxes(lease, 1, env.runLeaseSeconds);
    if (claim === undefined) return;
    await workOn(deps, claim, limits, numbers);
  }
}

async function workOn(
  deps: SyncDeps,
  claim: MailboxClaim,
  limits: RunLimits,
  numbers: RunNumbers,
): Promise<void> {
  const count = ({ known, unreadable }: Stored) => {
    numbers.emails_known += known;
    numbers.emails_unreadable += unreadable;
  };
  const result = await syncMailbox(deps, claim, limits, count);
  if (result === null) return;
  numbers.mailboxes += 1;
  if (result.error !== undefined) numbers.mailboxes_failed += 1;
  await deps.store.settleMailbox(claim, result);
}
