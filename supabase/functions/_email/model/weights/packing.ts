/** How are weights written in a module, as text? */

/** Signs are those from `#` to `~`, which need no escape in a string, without the backslash. */
const FIRST_SIGN = 0x23;
const BACKSLASH = 0x5c;
const LAST_SIGN = 0x7e;
const SIGNS = LAST_SIGN - FIRST_SIGN;
/** Larger numbers are letters: this one and a byte. */
const FIRST_LETTER = 0x100;
const LONGEST_GAP = 0xff;

function toSign(number: number): string {
  const code = FIRST_SIGN + number;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

function fromSign(code: number): number {
  return code - FIRST_SIGN - (code > BACKSLASH ? 1 : 0);
}

function toLetter(byte: number): string {
  return String.fromCharCode(FIRST_LETTER + byte);
}

/** A byte that has a sign is at most this far from 0. */
const MOST_SIGNED = (SIGNS - 1) / 2;

/** Bytes as text: a sign for each small one, a letter for each other. */
export function packBytes(bytes: Int8Array): string {
  return Array.from(
    bytes,
    (byte) => Math.abs(byte) <= MOST_SIGNED ? toSign(byte + MOST_SIGNED) : toLetter(byte & 0xff),
  ).join("");
}

/** What `packBytes` packed. */
export function unpackBytes(packed: string): Int8Array {
  const bytes = new Int8Array(packed.length);
  for (let at = 0; at < bytes.length; at++) {
    const code = packed.charCodeAt(at);
    bytes[at] = code < FIRST_LETTER ? fromSign(code) - MOST_SIGNED : code << 24 >> 24;
  }
  return bytes;
}

/** A small number is at most this far from 0: two signs say three of them. */
export const MOST_SMALL = 9;
const LEVELS = 2 * MOST_SMALL + 1;

/** Small whole numbers as text; their count is a multiple of 3. */
export function packSmall(numbers: Int8Array): string {
  const level = (at: number) => (numbers[at] ?? 0) + MOST_SMALL;
  let packed = "";
  for (let at = 0; at < numbers.length; at += 3) {
    const three = (level(at) * LEVELS + level(at + 1)) * LEVELS + level(at + 2);
    packed += toSign(Math.floor(three / SIGNS)) + toSign(three % SIGNS);
  }
  return packed;
}

/** Writes some of what `packSmall` packed to where they were: from and to multiples of 3. */
export function unpackSmall(packed: string, numbers: Int8Array, from: number, to: number): void {
  let sign = from / 3 * 2;
  for (let at = from; at < to; at += 3) {
    const three = fromSign(packed.charCodeAt(sign)) * SIGNS +
      fromSign(packed.charCodeAt(sign + 1));
    const two = Math.floor(three / LEVELS);
    numbers[at] = Math.floor(two / LEVELS) - MOST_SMALL;
    numbers[at + 1] = two % LEVELS - MOST_SMALL;
    numbers[at + 2] = three % LEVELS - MOST_SMALL;
    sign += 2;
  }
}

/**
 * Ascending places as text: a sign for each gap, behind letters where it is long.
 * @example packPlaces([0, 3]); // "#%"
 */
export function packPlaces(places: readonly number[]): string {
  let packed = "";
  let next = 0;
  for (const place of places) {
    let gap = place - next;
    while (gap >= SIGNS) {
      const long = Math.min(gap, LONGEST_GAP);
      packed += toLetter(long);
      gap -= long;
    }
    packed += toSign(gap);
    next = place + 1;
  }
  return packed;
}

/** What `packPlaces` packed. */
export function unpackPlaces(packed: string): number[] {
  const places: number[] = [];
  let next = 0;
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    if (code >= FIRST_LETTER) {
      next += code - FIRST_LETTER;
    } else {
      places.push(next + fromSign(code));
      next += fromSign(code) + 1;
    }
  }
  return places;
}
