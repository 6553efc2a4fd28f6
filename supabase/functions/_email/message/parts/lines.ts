/** The lines of a message, passed over once. */

/** Lines that are passed; what follows counts as one body. */
const MAX_LINES = 1_000_000;
const LINE_FEED = 0x0a;
const LATIN1 = new TextDecoder("latin1");

/** A count of the lines that were passed. */
export interface Lines {
  /** Behind the line feed of the line that begins there. */
  endOf(start: number): number;
  areOver(): boolean;
}

/** Lines of a message, none of them passed. */
export function createLines(message: Uint8Array): Lines {
  let count = 0;
  return {
    endOf(start) {
      count++;
      const lineFeed = message.indexOf(LINE_FEED, start);
      return lineFeed < 0 ? message.length : lineFeed + 1;
    },
    areOver: () => count >= MAX_LINES,
  };
}

/** A stretch of a message, each byte as one character. */
export function readLatin1(message: Uint8Array, start: number, end: number): string {
  return LATIN1.decode(message.subarray(start, end));
}
