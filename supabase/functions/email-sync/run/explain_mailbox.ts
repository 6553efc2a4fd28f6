import { Problem } from "../../_shared/http/problem.ts";
import type { SyncDeps } from "../deps.ts";
import { MailboxError } from "../../_shared/mailboxes/provider.ts";
import type { MailboxClaim, MailboxResult } from "../store/sync_store.ts";
import type { RunLimits } from "./run_limits.ts";
import { StoreStop } from "./store_page.ts";

const DAY_SECONDS = 86_400;

/**
 * How a round ends that something broke off. Members read the sentence, so it is ours: neither the
 * words of a server nor of an error get there, nor into the log, as they may have secrets in them.
 * What the database rejects is about this mailbox too, such as a place with characters that it does
 * not store: no mailbox ends the run of the others.
 * @throws {Problem} `store_unavailable`: then the run ends.
 */
export function explainMailbox(
  { clock, log }: SyncDeps,
  { mailboxId }: MailboxClaim,
  { signal }: RunLimits,
  error: unknown,
): MailboxResult {
  if (error instanceof Problem && error.code === "store_unavailable") throw error;
  if (error instanceof StoreStop) {
    const secondOfDay = Math.floor(clock().getTime() / 1_000) % DAY_SECONDS;
    return {
      outcome: "back_off",
      error: `The quota of the day is used up: ${error.stored.detail ?? ""}`,
      retryAfterSeconds: DAY_SECONDS - secondOfDay,
    };
  }
  // The run's own time is over: nothing is wrong with the mailbox.
  if (signal.aborted) return { outcome: "more" };
  const kind = error instanceof MailboxError ? error.kind : "temporary";
  const name = error instanceof Error ? error.name : typeof error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.name : null;
  log("warn", "mailbox not read", { mailbox_id: mailboxId, kind, error: name, cause });
  if (!(error instanceof MailboxError)) {
    return {
      outcome: "temporary",
      error: "The mailbox could not be read. It is tried again, later each time.",
    };
  }
  return {
    outcome: error.kind === "cursor_expired" ? "temporary" : error.kind,
    error: error.message,
    retryAfterSeconds: error.retryAfterSeconds,
  };
}
