import { readMessage, type StoredEmail } from "../../_email/mod.ts";
import type { FetchedMessage, MessageRef } from "../../_shared/mailboxes/provider.ts";

/** A message of a mailbox, ready to be stored. */
export interface ReadEmail {
  readonly refId: string;
  readonly threadId: string | null;
  /** Null when it cannot be read; it is not fetched again. */
  readonly email:
    | Omit<StoredEmail, "direction"> & { readonly direction: "inbound" | "outbound" }
    | null;
  /** Message-IDs that an outbound email answers. */
  readonly replyIds: readonly string[];
}

/** Real header blocks stay far below; what follows is not searched. */
const MAX_HEADER_BYTES = 65_536;
const MAX_REPLY_IDS = 50;
const REPLY_FIELD = /^(?:in-reply-to|references)[ \t]*:(.*)$/gim;
/** Without control characters, which no id has and the database does not store. */
const MESSAGE_ID = /<([^<>\s\p{Cc}]{1,996})>/gu;
/** Every server that an email passes on its way puts one in front. */
const WAS_DELIVERED = /^received[ \t]*:/im;

/**
 * Reads a fetched message as `inbound-email` reads one that is posted. It is outbound when the
 * provider says so, or, where it cannot tell, when the mailbox itself is the sender and no server
 * has delivered the email: anybody can write our address into From.
 * @param address of the mailbox
 */
export async function readFetched(
  ref: MessageRef,
  { raw, threadId, receivedAt, outbound }: FetchedMessage,
  address: string,
): Promise<ReadEmail> {
  const reading = await readMessage(raw, receivedAt);
  if (!reading.ok) return { refId: ref.id, threadId, email: null, replyIds: [] };
  const isOutbound = outbound ??
    (reading.email.fromEmail === address && !WAS_DELIVERED.test(readHeaderBlock(raw)));
  return {
    refId: ref.id,
    threadId,
    email: { ...reading.email, direction: isOutbound ? "outbound" : "inbound" },
    replyIds: isOutbound ? listReplyIds(raw) : [],
  };
}

/**
 * Message-IDs that the header names in In-Reply-To and References: at most 50, the latest ones.
 * @example listReplyIds(new TextEncoder().encode("References: <a@x>\r\n\r\n")); // ["a@x"]
 */
export function listReplyIds(raw: Uint8Array): string[] {
  const ids = readHeaderBlock(raw).matchAll(REPLY_FIELD).flatMap(([, value = ""]) =>
    value.matchAll(MESSAGE_ID).map(([, id = ""]) => id)
  );
  return [...new Set(ids)].slice(-MAX_REPLY_IDS);
}

/** The header as text, one field a line. */
function readHeaderBlock(raw: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(raw.subarray(0, MAX_HEADER_BYTES));
  return (head.split(/\r?\n\r?\n/, 1)[0] ?? "").replace(/\r?\n[ \t]+/g, " ");
}
