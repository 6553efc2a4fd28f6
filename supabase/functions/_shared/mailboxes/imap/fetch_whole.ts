import type { FetchMessageObject, ImapFlow } from "imapflow";
import { MAX_RAW_BYTES } from "../provider.ts";
import { fetchRow } from "./fetch_row.ts";

/** What comes in one answer; a large message comes in several, so that it is never held twice. */
const PIECE_BYTES = 1_048_576;

/**
 * A whole message of the open folder: null when it is larger than the server said and allowed,
 * `gone` when it is no longer there.
 * @param size as the server tells it, which need not be right
 */
export async function fetchWhole(
  client: ImapFlow,
  uid: number,
  size: number,
): Promise<Uint8Array | "gone" | null> {
  let message = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const query = { source: { start: length, maxLength: PIECE_BYTES } };
    const piece = await fetchRow(client, uid, query, takeSource);
    if (piece === null) return "gone";
    if (length + piece.length > MAX_RAW_BYTES) return null;
    if (length + piece.length > message.length) {
      const longer = new Uint8Array(length + piece.length);
      longer.set(message.subarray(0, length));
      message = longer;
    }
    message.set(piece, length);
    length += piece.length;
    // The server is not asked for the nothing behind the end.
    if (piece.length < PIECE_BYTES || length === size) return message.subarray(0, length);
  }
}

/** Some servers answer with an empty place for a message that has just gone. */
function takeSource({ source }: FetchMessageObject): Uint8Array | undefined {
  return source instanceof Uint8Array ? source : undefined;
}
