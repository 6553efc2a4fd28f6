/**
 * What the engine asks of a mailbox: Gmail, IMAP, Microsoft Graph.
 *
 * A provider
 * - opens a session from credentials that the engine took from Vault, and refreshes tokens by
 *   itself. Credentials that changed go to `saveSecret` and are awaited before they are used: a
 *   refresh token that is replaced at each use would be lost otherwise.
 * - gives a cursor for "from now on" before anything is listed, so that nothing falls between.
 * - lists what is new after a cursor. A page may be empty and have another page behind it. Naming a
 *   message twice is harmless, leaving one out is not.
 * - lists what is old, newest first, back to a date.
 * - fetches one message, with at most {@link MAX_RAW_BYTES} in memory; a larger one comes without
 *   its attachments. Drafts, chats, spam and deleted messages are null, as are messages that have
 *   gone since they were listed.
 * - throws a {@link MailboxError} whose message may be shown to members: no token, no password, no
 *   text of the server. Anything else that is thrown counts as `temporary`; only its kind is told.
 *
 * The engine never calls a session from two places at once, except for `fetchMessage`, which it
 * calls for up to `parallelFetches` messages at a time. It stores a page's emails before it stores
 * the page's cursor, and gives every call an abort signal.
 */

/** A place in a mailbox, the provider's own; kept as jsonb, at most 16 kB. */
export type Cursor = Readonly<Record<string, unknown>>;

/** The most bytes of one message that a provider holds; longer ones come without attachments. */
export const MAX_RAW_BYTES = 8 * 1_024 * 1_024;

/** A message that a listing names. */
export interface MessageRef {
  /** The provider's own id; whatever `fetchMessage` needs. */
  readonly id: string;
}

/** One page of a listing. */
export interface MessagePage {
  readonly refs: readonly MessageRef[];
  /** Stored once all refs of this page are stored; the next listing goes on from it. */
  readonly cursor: Cursor;
  /** Whether there is a next page now. */
  readonly more: boolean;
}

/** A message as it was fetched. */
export interface FetchedMessage {
  /** RFC 5322, at most {@link MAX_RAW_BYTES}. */
  readonly raw: Uint8Array;
  /** The provider's own id of the conversation; null where it has none. */
  readonly threadId: string | null;
  /** When the mailbox got it: stands in for a missing Date header. */
  readonly receivedAt: Date;
  /** Whether the owner of the mailbox sent it; null where only its From header can tell. */
  readonly outbound: boolean | null;
  /** Whether attachments were left out because it was too large. */
  readonly shortened: boolean;
}

/** An open mailbox. Disposing of it closes connections and never throws. */
export interface MailboxSession extends AsyncDisposable {
  /** The address that the server names, or that was logged in with; lower case. */
  readonly address: string;
  /** How many messages may be fetched at once, 1–20. */
  readonly parallelFetches: number;
  /** A cursor for what comes from now on, made before any listing. */
  start(signal: AbortSignal): Promise<Cursor>;
  /**
   * What came after the cursor, oldest first where the server can.
   * @param limit most refs of the page, 1–200. The server's own page may hold more: then more come.
   * @throws {MailboxError} `cursor_expired` where the server no longer knows: the engine starts
   * anew and lists again from the last good time minus a day.
   */
  listNew(cursor: Cursor, limit: number, signal: AbortSignal): Promise<MessagePage>;
  /**
   * What was there before, newest first.
   * @param cursor null for the first page.
   * @param since older messages are left out; by days is exact enough.
   */
  listOld(
    cursor: Cursor | null,
    since: Date,
    limit: number,
    signal: AbortSignal,
  ): Promise<MessagePage>;
  /** Null: gone, a draft, a chat, spam or deleted. */
  fetchMessage(ref: MessageRef, signal: AbortSignal): Promise<FetchedMessage | null>;
}

/** What a provider gets to open a mailbox. */
export interface OpenContext {
  /** The address of the mailbox, as its row has it. */
  readonly address: string;
  readonly signal: AbortSignal;
  /** Replaces the credentials in Vault; rejects when the mailbox is no longer leased to us. */
  saveSecret(credentials: Readonly<Record<string, unknown>>): Promise<void>;
}

/** A kind of mailbox. */
export interface MailboxProvider {
  /**
   * Opens a mailbox.
   * @param credentials what was stored for it; the provider validates it.
   * @throws {MailboxError} `reconnect_needed` for credentials that the server rejects for good.
   */
  open(credentials: unknown, context: OpenContext): Promise<MailboxSession>;
}

/**
 * - `reconnect_needed`: the credentials no longer work; one alert, and no further try until the
 *   owner connects again.
 * - `back_off`: the server asks us to slow down; this mailbox alone waits.
 * - `cursor_expired`: see `listNew`.
 * - `temporary`: tried again, later each time.
 */
export type MailboxErrorKind = "reconnect_needed" | "back_off" | "cursor_expired" | "temporary";

/** An expected failure of a mailbox. */
export class MailboxError extends Error {
  readonly kind: MailboxErrorKind;
  /** How long the server asks us to wait, 0–86,400; null where it does not say. */
  readonly retryAfterSeconds: number | null;

  /** @param message a sentence that members may read, without secrets and without server text. */
  constructor(
    kind: MailboxErrorKind,
    message: string,
    options: { readonly retryAfterSeconds?: number | null; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "MailboxError";
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
