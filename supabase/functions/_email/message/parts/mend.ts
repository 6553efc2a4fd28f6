/** What broken programs did to the lines of a message, undone before anything reads it. */
import { readLatin1 } from "./lines.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;

/** Where a line feed must be, if lines end with one. */
const FIRST_LINES_BYTES = 4_096;
/** A field's name is shorter. */
const MAX_NAME_BYTES = 100;
/** Lines behind one that is no field, in which the header may go on. */
const MAX_LINES_AHEAD = 200;
const MAX_BYTES_AHEAD = 4_000;
const MAX_HEADER_BYTES = 65_536;
const KNOWN_FIELD = new RegExp(
  "^(?:from|to|cc|subject|date|sender|reply-to|message-id|in-reply-to|references|received|" +
    "return-path|mime-version|content-[a-z-]{4,30}|dkim-signature|delivered-to)[ \\t]{0,9}:",
  "i",
);

/**
 * The message with line feeds, and with an empty line between its header and its text; itself
 * where it has both. Looks at the header and a little ahead, copies only what it mends.
 */
export function mendLines(message: Uint8Array): Uint8Array {
  const withFeeds = toLineFeeds(message);
  const end = findUnseparatedText(withFeeds);
  if (end === null) return withFeeds;
  const mended = new Uint8Array(withFeeds.length + 1);
  mended.set(withFeeds.subarray(0, end));
  mended[end] = LINE_FEED;
  mended.set(withFeeds.subarray(end), end + 1);
  return mended;
}

/** Lines that end with a carriage return alone. */
function toLineFeeds(message: Uint8Array): Uint8Array {
  const first = message.subarray(0, FIRST_LINES_BYTES);
  if (first.includes(LINE_FEED) || !first.includes(CARRIAGE_RETURN)) return message;
  return message.map((byte) => byte === CARRIAGE_RETURN ? LINE_FEED : byte);
}

/** Where text begins right below the last field; null where an empty line is in between. */
function findUnseparatedText(message: Uint8Array): number | null {
  let isBehindField = false;
  for (let at = 0; at < Math.min(message.length, MAX_HEADER_BYTES);) {
    const lineFeed = message.indexOf(LINE_FEED, at);
    const next = lineFeed < 0 ? message.length : lineFeed + 1;
    const first = message[at] ?? 0;
    if (first === LINE_FEED || first === CARRIAGE_RETURN) return null;
    // A line of spaces may part header and text as well, see `readPartHeader`.
    if ((first === SPACE || first === TAB) && isBlank(message, at, next)) return null;
    if (first === SPACE || first === TAB || isField(message, at, next)) isBehindField = true;
    else if (isBehindField && !goesOn(message, next)) return at;
    at = next;
  }
  return null;
}

function isBlank(message: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((message[at] ?? 0) > SPACE) return false;
  return true;
}

function isField(message: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + MAX_NAME_BYTES); at++) {
    const byte = message[at] ?? 0;
    if (byte === COLON) return at > start;
    if (byte <= SPACE) return message[at + 1] === COLON || message[at + 2] === COLON;
    if (byte >= 0x7f) return false;
  }
  return false;
}

/** Whether fields follow before the next empty line. */
function goesOn(message: Uint8Array, from: number): boolean {
  const ahead = readLatin1(message, from, from + MAX_BYTES_AHEAD).split("\n", MAX_LINES_AHEAD);
  for (const line of ahead) {
    if (line.length <= 1) return false;
    if (KNOWN_FIELD.test(line)) return true;
  }
  return false;
}
