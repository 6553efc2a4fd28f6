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
      if (isBehindEmpty && isSeparator(bytes, at, end)) {
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
  const lineFeed = bytes.indexOf(LINE_FEED, from);
  return lineFeed < 0 ? bytes.length : lineFeed + 1;
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) > SPACE) return false;
  }
  return true;
}

/**
 * `From `, a sender, and a time of day: a sentence that begins with the word has none. Looks at
 * bytes, because decoding each of a million lines would take seconds.
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
  return false;
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
