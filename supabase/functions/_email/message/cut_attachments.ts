import { isBodyText, type MimePart } from "./mime_parts.ts";

/**
 * The message without the bodies of parts that are no text of its own: attachments, pictures, calendars.
 * Their headers stay, so that the tree of parts is the same. Linear; copies what is kept.
 */
export function cutAttachments(message: Uint8Array, parts: readonly MimePart[]): Uint8Array {
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const part of parts.filter((each) => !isBodyText(each))) {
    kept.push(message.subarray(from, part.start));
    from = part.end;
  }
  kept.push(message.subarray(from));
  const size = kept.reduce((sum, piece) => sum + piece.length, 0);
  const cut = new Uint8Array(size);
  let at = 0;
  for (const piece of kept) {
    cut.set(piece, at);
    at += piece.length;
  }
  return cut;
}
