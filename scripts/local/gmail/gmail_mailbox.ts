import { randomBytes } from "node:crypto";

/** A message of the stand-in. */
export interface StoredMessage {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
  readonly receivedAt: Date;
  readonly historyId: bigint;
  readonly raw: Uint8Array;
}

/** A message to put into a mailbox. */
export interface NewMessage {
  readonly raw: string | Uint8Array;
  /** Default INBOX and UNREAD. */
  readonly labelIds?: readonly string[];
  /** Default: a conversation of its own. */
  readonly threadId?: string;
  /** Default: now. */
  readonly receivedAt?: Date;
}

/** Ids of Gmail are 64-bit numbers; these are beyond what a JavaScript number holds exactly. */
const FIRST_HISTORY_ID = 2n ** 60n;
/** Gmail keeps the history of a week at least. */
const HISTORY_MS = 7 * 86_400_000;

/** A mailbox as Gmail keeps it: messages, and a history whose ids grow with time. */
export class GmailMailbox {
  readonly messages = new Map<string, StoredMessage>();
  readonly #clock: () => Date;
  #lastHistoryId = FIRST_HISTORY_ID;
  #forgottenBefore = 0n;
  /** Set to take its access away: what was granted no longer works. */
  isRevoked = false;

  constructor(readonly address: string, clock: () => Date = () => new Date()) {
    this.#clock = clock;
  }

  /** The id of now. */
  get historyId(): bigint {
    this.#lastHistoryId = max(this.#lastHistoryId, this.#idAt(this.#clock()));
    return this.#lastHistoryId;
  }

  add({ raw, labelIds = ["INBOX", "UNREAD"], threadId, receivedAt }: NewMessage): StoredMessage {
    this.#lastHistoryId = max(this.#lastHistoryId + 1n, this.#idAt(this.#clock()));
    const id = randomBytes(8).toString("hex");
    const message = {
      id,
      threadId: threadId ?? id,
      labelIds,
      receivedAt: receivedAt ?? this.#clock(),
      historyId: this.#lastHistoryId,
      raw: typeof raw === "string" ? new TextEncoder().encode(raw) : raw,
    };
    this.messages.set(id, message);
    return message;
  }

  remove(id: string): void {
    this.messages.delete(id);
  }

  /** Forgets the history up to now, as Gmail does after a week. */
  forgetHistory(): void {
    this.#forgottenBefore = this.historyId + 1n;
    this.#lastHistoryId += 1n;
  }

  /** What was added after an id, oldest first; null when the id is too old. */
  listAddedAfter(historyId: bigint): readonly StoredMessage[] | null {
    const oldest = this.#idAt(new Date(this.#clock().getTime() - HISTORY_MS));
    if (historyId < max(oldest, this.#forgottenBefore)) return null;
    return [...this.messages.values()]
      .filter((message) => message.historyId > historyId)
      .sort((a, b) => a.historyId < b.historyId ? -1 : 1);
  }

  /** Messages since a time, newest first, without spam and deleted ones. */
  listSince(since: Date): readonly StoredMessage[] {
    return [...this.messages.values()]
      .filter(({ labelIds, receivedAt }) =>
        receivedAt >= since && !labelIds.includes("SPAM") && !labelIds.includes("TRASH")
      )
      .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1));
  }

  #idAt(time: Date): bigint {
    return FIRST_HISTORY_ID + BigInt(time.getTime());
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
