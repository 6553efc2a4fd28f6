/** The messages of an mbox file, as they were before they were put into it. */

/** Takes a file piece by piece; a message comes out as soon as it is whole. */
export interface MboxSplitter {
  /** The next message is searched only when it is asked for. */
  push(bytes: Uint8Array): Generator<Uint8Array>;
  /** The last message. Call once, when the file has ended. */
  end(): Generator<Uint8Array>;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x3e;
const COLON = 0x3a;
const FROM = new TextEncoder().encode("From ");

const NO_BREAK_SPACE = 0xa0;
/** A separator has its time of day within so many bytes. */
const MAX_SEPARATOR_BYTES = 512;

/** Fields that a message may begin with, for a separator that has no time. */
const FIRST_FIELD = new RegExp(
  "^(?:from|to|cc|subject|date|sender|reply-to|message-id|received|return-path|mime-version|" +
    "delivered-to|status|content-type|dkim-signature|arc-[a-z-]{1,40}|x-[!-9;-~]{1,60}|" +
    "authentication-results|envelope-to|in-reply-to|references)[ \\t]{0,9}:",
  "i",
);
const MAX_FIELD_BYTES = 80;
const DATED = /^From \S+ {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d/;
const LATIN1 = new TextDecoder("latin1");

/**
 * Splits at `From ` lines that are first or follow an empty line, and takes back the quoting of
 * mboxrd and mboxo: a line `>From ` loses one `>`. Text in front of the first such line is a
 * message too. Linear, also in memory, however short the lines are.
 */
export function createMboxSplitter(): MboxSplitter {
  const message = createByteBuffer();
  const unfinished = createByteBuffer();
  let isBehindEmpty = true;
  let isBlank = true;

  function* takeMessage(): Generator<Uint8Array> {
    if (isBlank) message.clear();
    else yield message.take();
    isBlank = true;
  }

  /** Whole lines; the last one may lack its line feed at the end of the file. */
  function* takeLines(bytes: Uint8Array): Generator<Uint8Array> {
    let kept = 0;
    for (let at = 0; at < bytes.length;) {
      if (bytes[at] === LINE_FEED) {
        while (bytes[at] === LINE_FEED) at++;
        isBehindEmpty = true;
        continue;
      }
      const end = endOfLine(bytes, at);
      if (isBehindEmpty ? isSeparator(bytes, at, end) : isDatedSeparator(bytes, at, end)) {
        // Nothing is copied for a blank message: a file can have two million of them.
        if (!isBlank) message.add(bytes.subarray(kept, at));
        yield* takeMessage();
        kept = end;
        isBehindEmpty = false;
      } else {
        if (isQuotedFrom(bytes, at)) {
          message.add(bytes.subarray(kept, at));
          kept = at + 1;
        }
        isBehindEmpty = bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
        isBlank &&= isBlankLine(bytes, at, end);
      }
      at = end;
    }
    message.add(bytes.subarray(kept));
  }

  return {
    *push(bytes) {
      const firstEnd = bytes.indexOf(LINE_FEED) + 1;
      unfinished.add(firstEnd === 0 ? bytes : bytes.subarray(0, firstEnd));
      if (firstEnd === 0) return;
      const first = unfinished.take();
      const joinedEnd = mayBeSeparator(first) ? endBehindSeparators(bytes, firstEnd) : firstEnd;
      unfinished.add(first);
      unfinished.add(bytes.subarray(firstEnd, joinedEnd));
      const joined = unfinished.take();
      const rest = bytes.subarray(joinedEnd);
      // A line that may be a separator waits for the line behind it.
      const joinedWhole = mayBeSeparator(joined) ? startOfLastLine(joined) : joined.length;
      yield* takeLines(joined.subarray(0, joinedWhole));
      unfinished.add(joined.subarray(joinedWhole));
      if (joinedWhole < joined.length) {
        unfinished.add(rest);
        return;
      }
      const lines = rest.subarray(0, rest.lastIndexOf(LINE_FEED) + 1);
      const whole = mayBeSeparator(lines) ? startOfLastLine(lines) : lines.length;
      unfinished.add(rest.subarray(whole));
      yield* takeLines(rest.subarray(0, whole));
    },
    *end() {
      yield* takeLines(unfinished.take());
      yield* takeMessage();
    },
  };
}

/** The messages of a whole file, one at a time. */
export function* splitMbox(file: Uint8Array): Generator<Uint8Array> {
  const splitter = createMboxSplitter();
  yield* splitter.push(file);
  yield* splitter.end();
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const lineFeed = bytes.indexOf(LINE_FEED, from);
  return lineFeed < 0 ? bytes.length : lineFeed + 1;
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) > SPACE) return false;
  }
  return true;
}

/** Whether the last of some whole lines begins as a separator does. */
function mayBeSeparator(lines: Uint8Array): boolean {
  return startsWithFrom(lines, startOfLastLine(lines));
}

function startOfLastLine(lines: Uint8Array): number {
  return lines.length < 2 ? 0 : lines.lastIndexOf(LINE_FEED, lines.length - 2) + 1;
}

/** Where the first line ends that does not begin as a separator does, or the last whole one. */
function endBehindSeparators(bytes: Uint8Array, from: number): number {
  for (let at = from;;) {
    const end = bytes.indexOf(LINE_FEED, at) + 1;
    if (end === 0) return at;
    if (!startsWithFrom(bytes, at)) return end;
    at = end;
  }
}

/**
 * `From `, a sender, and a time of day: a sentence that begins with the word has none. Some
 * programs write no time, but then a header follows. Looks at bytes, because decoding each of a
 * million lines would take seconds.
 */
function isSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  if (!startsWithFrom(bytes, start)) return false;
  const sender = start + FROM.length;
  const first = bytes[sender] ?? 0;
  if (first <= SPACE || first === NO_BREAK_SPACE) return false;
  const last = Math.min(end, start + MAX_SEPARATOR_BYTES) - 2;
  for (let at = sender + 2; at < last; at++) {
    const isTime = bytes[at] === COLON && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]) &&
      isDigit(bytes[at + 2]);
    if (isTime) return true;
  }
  return isOneWord(bytes, sender, end) && startsHeader(bytes, end);
}

/** `From ada@x.example Mon Nov  9 …` above a header: some programs put no empty line above it. */
function isDatedSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  return startsWithFrom(bytes, start) && isSeparator(bytes, start, end) &&
    DATED.test(LATIN1.decode(bytes.subarray(start, Math.min(end, start + MAX_SEPARATOR_BYTES)))) &&
    startsHeader(bytes, end);
}

/** The sender alone, or a dash in its place. */
function isOneWord(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] ?? 0) > SPACE) at++;
  return isBlankLine(bytes, at, Math.min(end, at + MAX_SEPARATOR_BYTES));
}

function startsHeader(bytes: Uint8Array, at: number): boolean {
  return FIRST_FIELD.test(
    new TextDecoder("latin1").decode(bytes.subarray(at, at + MAX_FIELD_BYTES)),
  );
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isQuotedFrom(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== QUOTE) return false;
  let at = start + 1;
  while (bytes[at] === QUOTE) at++;
  return startsWithFrom(bytes, at);
}

function startsWithFrom(bytes: Uint8Array, from: number): boolean {
  return bytes[from] === FROM[0] && FROM.every((byte, at) => bytes[from + at] === byte);
}

/** Bytes that come in pieces, kept as one: many small pieces take no more room than a large one. */
interface ByteBuffer {
  add(piece: Uint8Array): void;
  /** Everything since the last time, as bytes of their own. */
  take(): Uint8Array;
  clear(): void;
}

/**
 * An empty buffer. It grows by doubling, so that every byte is copied a bounded number of times.
 */
function createByteBuffer(): ByteBuffer {
  let bytes = new Uint8Array(0);
  let length = 0;
  return {
    add(piece) {
      const needed = length + piece.length;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.max(needed, 2 * bytes.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(piece, length);
      length = needed;
    },
    take() {
      const taken = bytes.subarray(0, length);
      [bytes, length] = [new Uint8Array(0), 0];
      return taken;
    },
    clear() {
      length = 0;
    },
  };
}
