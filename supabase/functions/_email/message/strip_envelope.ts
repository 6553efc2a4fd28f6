const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** `From ` and its quoted form `>From ` at the start of a message, as mbox files have it. */
const MBOX_LINE = /^>?From [^\n]*\n/;
const MAX_MBOX_LINE_BYTES = 1_000;

/**
 * The message without what files put in front of it: a byte order mark, empty lines and the mbox
 * `From ` line. Returns a view, not a copy.
 */
export function stripEnvelope(raw: Uint8Array): Uint8Array {
  let at = BYTE_ORDER_MARK.every((byte, index) => raw[index] === byte) ? 3 : 0;
  while (raw[at] === LINE_FEED || raw[at] === CARRIAGE_RETURN) at += 1;
  const start = new TextDecoder("latin1").decode(raw.subarray(at, at + MAX_MBOX_LINE_BYTES));
  return raw.subarray(at + (MBOX_LINE.exec(start)?.[0].length ?? 0));
}
