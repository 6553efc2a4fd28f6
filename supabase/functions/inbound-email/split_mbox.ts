/** The messages of an mbox file, as they were before they were put into it. */

/** Takes a file piece by piece; messages come out as soon as they are whole. */
export interface MboxSplitter {
  push(bytes: Uint8Array): Uint8Array[];
  /** The last message; call once, when the file has ended. */
  end(): Uint8Array[];
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x3e;
const FROM = new TextEncoder().encode("From ");

/** `From `, a sender, and a time of day: prose that begins with the word has none. */
const SEPARATOR = /^From \S.{0,500}\d{1,2}:\d{2}/;
const MAX_SEPARATOR_BYTES = 600;

/**
 * Splits at `From ` lines that stand first or behind an empty line, and takes the quoting of mboxrd and
 * mboxo back: a line `>From ` loses one `>`. Text in front of the first such line is a message of its
 * own. Linear.
 */
export function createMboxSplitter(): MboxSplitter {
  let unfinished: Uint8Array[] = [];
  let lines: Uint8Array[] = [];
  let isBehindEmpty = true;

  const takeMessage = (): Uint8Array[] => {
    const message = join(lines);
    lines = [];
    return message.some((byte) => byte > 0x20) ? [message] : [];
  };
  const takeLine = (line: Uint8Array): Uint8Array[] => {
    if (isBehindEmpty && isSeparator(line)) {
      isBehindEmpty = false;
      return takeMessage();
    }
    isBehindEmpty = line[0] === LINE_FEED || line[0] === CARRIAGE_RETURN && line[1] === LINE_FEED;
    lines.push(isQuotedFrom(line) ? line.subarray(1) : line);
    return [];
  };

  return {
    push(bytes) {
      const messages: Uint8Array[] = [];
      let at = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, at)) {
        const rest = bytes.subarray(at, end + 1);
        messages.push(...takeLine(unfinished.length === 0 ? rest : join([...unfinished, rest])));
        unfinished = [];
        at = end + 1;
      }
      if (at < bytes.length) unfinished.push(bytes.subarray(at));
      return messages;
    },
    end() {
      const last = unfinished.length === 0 ? [] : takeLine(join(unfinished));
      unfinished = [];
      return [...last, ...takeMessage()];
    },
  };
}

/** The messages of a whole file. */
export function splitMbox(file: Uint8Array): Uint8Array[] {
  const splitter = createMboxSplitter();
  return [...splitter.push(file), ...splitter.end()];
}

function isSeparator(line: Uint8Array): boolean {
  return startsWithFrom(line, 0) &&
    SEPARATOR.test(new TextDecoder("latin1").decode(line.subarray(0, MAX_SEPARATOR_BYTES)));
}

function isQuotedFrom(line: Uint8Array): boolean {
  if (line[0] !== QUOTE) return false;
  let at = 1;
  while (line[at] === QUOTE) at++;
  return startsWithFrom(line, at);
}

function startsWithFrom(line: Uint8Array, from: number): boolean {
  return FROM.every((byte, at) => line[from + at] === byte);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
