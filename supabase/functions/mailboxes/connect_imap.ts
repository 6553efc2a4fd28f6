import type { Caller } from "../_shared/http/caller.ts";
import { Problem } from "../_shared/http/problem.ts";
import type { ImapCredentials } from "../_shared/mailboxes/imap/imap_credentials.ts";
import { MailboxError } from "../_shared/mailboxes/provider.ts";
import type { Mailbox, MailboxDeps } from "./deps.ts";

const LOGIN_MS = 25_000;

/**
 * Logs in once, and only then keeps the password, in Vault.
 * @throws {Problem} `mailbox_login_failed`
 */
export async function connectImap(
  deps: MailboxDeps,
  mailbox: Mailbox,
  credentials: ImapCredentials,
): Promise<Mailbox> {
  await proveLogin(deps, mailbox, credentials);
  return await deps.store.connectWithPassword(mailbox.id, { ...credentials });
}

/** Takes back a mailbox whose login failed when it was made. */
export async function forgetMailbox(
  { store, log }: MailboxDeps,
  caller: Caller,
  { id }: Mailbox,
): Promise<void> {
  try {
    await store.ask(caller, "remove_mailbox", { p_mailbox_id: id });
  } catch {
    // It stays pending, and goes by itself after a day.
    log("warn", "mailbox not removed", { mailbox_id: id });
  }
}

async function proveLogin(
  { imap, log }: MailboxDeps,
  mailbox: Mailbox,
  credentials: ImapCredentials,
): Promise<void> {
  try {
    const session = await imap.open(credentials, {
      address: String(mailbox["address"]),
      signal: AbortSignal.timeout(LOGIN_MS),
      saveSecret: () => Promise.resolve(),
    });
    // Not `await using`: the hosted runtime cannot read it.
    await session[Symbol.asyncDispose]();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    log("info", "login failed", { mailbox_id: mailbox.id, error: name });
    throw new Problem(
      "mailbox_login_failed",
      error instanceof MailboxError
        ? error.message
        : "The email server could not be reached. Check host, port and security.",
    );
  }
}
