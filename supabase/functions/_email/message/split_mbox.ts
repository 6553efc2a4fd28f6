/** The messages of an mbox file, as they were before they were put into it. */
import { createByteBuffer } from "./byte_buffer.ts";

/** Takes a file piece by piece; messages come out as soon as they are whole. */
export interface MboxSplitter {
  /** What follows a message is read when the next one is asked for. */
  push(bytes: Uint8Array): Generator<Uint8Array>;
  /** The last message; call once, when the file has ended. */
  end(): Generator<Uint8Array>;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x3e;
const FROM = new TextEncoder().encode("From ");

/** `From `, a sender, and a time of day: prose that begins with the word has none. */
const SEPARATOR = /^From \S.{0,500}\d{1,2}:\d{2}/;
const MAX_SEPARATOR_BYTES = 600;
const LATIN1 = new TextDecoder("latin1");

/**
 * Splits at `From ` lines that stand first or behind an empty line, and takes the quoting of mboxrd and
 * mboxo back: a line `>From ` loses one `>`. Text in front of the first such line is a message of its
 * own. Linear, also in memory, however short the lines are.
 */
export function createMboxSplitter(): MboxSplitter {
  const message = createByteBuffer();
  const unfinished = createByteBuffer();
  let isBehindEmpty = true;
  let isBlank = true;

  function* takeMessage(): Generator<Uint8Array> {
    const whole = message.take();
    if (!isBlank) yield whole;
    isBlank = true;
  }

  /** Whole lines, and behind the last line feed the end of the file. */
  function* takeLines(bytes: Uint8Array): Generator<Uint8Array> {
    let kept = 0;
    for (let at = 0; at < bytes.length;) {
      const end = endOfLine(bytes, at);
      if (isBehindEmpty && isSeparator(bytes, at)) {
        message.add(bytes.subarray(kept, at));
        yield* takeMessage();
        kept = end;
        isBehindEmpty = false;
      } else {
        if (isQuotedFrom(bytes, at)) {
          message.add(bytes.subarray(kept, at));
          kept = at + 1;
        }
        isBehindEmpty = isEmptyLine(bytes, at);
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
      yield* takeLines(unfinished.take());
      const lastEnd = bytes.lastIndexOf(LINE_FEED) + 1;
      unfinished.add(bytes.subarray(lastEnd));
      yield* takeLines(bytes.subarray(firstEnd, lastEnd));
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
  // Asked first, because a search costs more than a look.
  if (bytes[from] === LINE_FEED) return from + 1;
  const lineFeed = bytes.indexOf(LINE_FEED, from);
  return lineFeed < 0 ? bytes.length : lineFeed + 1;
}

function isEmptyLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LINE_FEED ||
    bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) > SPACE) return false;
  }
  return true;
}

function isSeparator(bytes: Uint8Array, start: number): boolean {
  if (!startsWithFrom(bytes, start)) return false;
  const line = LATIN1.decode(bytes.subarray(start, start + MAX_SEPARATOR_BYTES));
  return SEPARATOR.test(line);
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
