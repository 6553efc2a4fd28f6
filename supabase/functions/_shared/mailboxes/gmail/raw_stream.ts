import { Buffer } from "node:buffer";

/** What `format=raw` answers: the message, and the few other fields as JSON. */
export interface RawAnswer {
  /** Null when it is longer than the limit. */
  readonly raw: Uint8Array | null;
  /** The answer without the message; null where `raw` is. */
  readonly rest: unknown;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const COLON = 0x3a;

/** Everything but the message is some hundred bytes. */
const MAX_REST_BYTES = 1_048_576;

/**
 * Reads an answer of `format=raw` as it comes: the base64url text of the message is decoded piece
 * by piece, so that only the message itself is held, and never more than `maxBytes` of it.
 * @param onLarge awaited once when the message turns out longer than `largeBytes`
 * @throws {SyntaxError} for what is no JSON
 */
export async function readRawAnswer(
  body: ReadableStream<Uint8Array>,
  { maxBytes, largeBytes, onLarge }: {
    readonly maxBytes: number;
    readonly largeBytes: number;
    readonly onLarge: () => Promise<void>;
  },
): Promise<RawAnswer> {
  const message = new GrowingBytes();
  const finder = new RawFinder((piece) => message.addBase64(piece));
  let isLarge = false;
  for await (const chunk of body) {
    finder.read(chunk);
    if (message.length > maxBytes || finder.rest.length > MAX_REST_BYTES) {
      return { raw: null, rest: null };
    }
    if (!isLarge && message.length > largeBytes) {
      isLarge = true;
      await onLarge();
    }
  }
  return {
    raw: message.finish(),
    rest: JSON.parse(new TextDecoder().decode(finder.rest.finish())),
  };
}

/** Splits JSON into the text of its top-level field `raw` and everything else. */
class RawFinder {
  readonly rest = new GrowingBytes();
  readonly #onPiece: (piece: Uint8Array) => void;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #inRaw = false;
  #key: number[] = [];
  #isRawNext = false;

  constructor(onPiece: (piece: Uint8Array) => void) {
    this.#onPiece = onPiece;
  }

  read(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      if (!this.#inRaw) {
        this.#readByte(chunk[at] ?? 0);
        at += 1;
        continue;
      }
      const quote = chunk.indexOf(QUOTE, at);
      const end = quote === -1 ? chunk.length : quote;
      this.#onPiece(chunk.subarray(at, end));
      at = end;
      this.#inRaw = quote === -1;
      if (!this.#inRaw) this.#inString = true;
    }
  }

  #readByte(byte: number): void {
    this.rest.add(byte);
    if (this.#inString) return this.#readInString(byte);
    if (byte === QUOTE) {
      this.#inString = true;
      this.#inRaw = this.#isRawNext;
      if (this.#inRaw) this.#inString = false;
      this.#isRawNext = false;
      this.#key = [];
    } else if (byte === COLON) {
      this.#isRawNext = this.#depth === 1 && String.fromCharCode(...this.#key) === "raw";
    } else if (OPEN.has(byte)) {
      this.#depth += 1;
      this.#isRawNext = false;
    } else if (CLOSE.has(byte)) {
      this.#depth -= 1;
    }
  }

  #readInString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#inString = false;
    else if (this.#key.length < 4) this.#key.push(byte);
  }
}

/** Bytes that are added at the end; holds at most twice what was added. */
class GrowingBytes {
  #bytes = new Uint8Array(65_536);
  #length = 0;
  #carry = "";
  #isPadded = false;

  get length(): number {
    return this.#length;
  }

  add(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Base64url text; four characters are three bytes, so some wait for the next piece. */
  addBase64(piece: Uint8Array): void {
    const text = this.#carry + new TextDecoder("latin1").decode(piece);
    const whole = text.length - text.length % 4;
    this.#carry = text.slice(whole);
    this.#decode(text.slice(0, whole));
  }

  finish(): Uint8Array {
    this.#decode(this.#carry);
    this.#carry = "";
    return this.#bytes.subarray(0, this.#length);
  }

  #decode(text: string): void {
    // Padding may come as \u003d; nothing follows it.
    if (this.#isPadded) return;
    const escape = text.indexOf("\\");
    this.#isPadded = escape !== -1;
    const decoded = Buffer.from(escape === -1 ? text : text.slice(0, escape), "base64url");
    this.#reserve(decoded.length);
    this.#bytes.set(decoded, this.#length);
    this.#length += decoded.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
