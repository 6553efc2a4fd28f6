/** Writes a message that is too large anew, without its attachments: header, texts, and a list. */

/** A text of the message, still encoded as it was sent. */
export interface TextPart {
  /** Such as `text/html`. */
  readonly type: string;
  readonly charset: string | null;
  /** Its Content-Transfer-Encoding. */
  readonly encoding: string;
  readonly body: Uint8Array;
}

/** What is left of an attachment. */
export interface AttachmentNote {
  readonly type: string;
  readonly name: string | null;
  /** Bytes, as the server tells; null where it does not. */
  readonly size: number | null;
}

/** All texts of a shortened message together; the reader takes no more than 2 MB. */
export const MAX_SHORTENED_TEXT_BYTES = 1_048_576;

/** The reader takes 20,000 lines, and the rest of the message needs some. */
const MAX_TEXT_LINES = 16_000;

/** Attachments beyond these are not listed. */
const MAX_NOTES = 100;

/** Header fields that describe the original body. */
const BODY_FIELDS = /^(?:content-[a-z-]+|mime-version)[ \t]*:/i;

const LINE_FEED = 0x0a;
const encoder = new TextEncoder();

/**
 * Puts a shortened message together: its own header, its texts (cut after
 * {@link MAX_SHORTENED_TEXT_BYTES}), and an empty part for each attachment.
 * @param header the header block as it was sent; without fields of the body
 * @example composeShortened(header, [{ type: "text/plain", charset: "utf-8", … }], [])
 */
export function composeShortened(
  header: Uint8Array,
  texts: readonly TextPart[],
  attachments: readonly AttachmentNote[],
): Uint8Array {
  const boundary = "nightshift-shortened-7f1c4b2e9a";
  const chunks: Uint8Array[] = [keepHeader(header)];
  const write = (text: string) => chunks.push(encoder.encode(text));
  write(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`);
  // One text of each type: the same in several forms, of which the reader takes the plain one.
  const isAlternative = new Set(texts.map(({ type }) => type)).size === texts.length;
  const inner = isAlternative ? `${boundary}-a` : boundary;
  if (isAlternative) {
    write(`--${boundary}\r\nContent-Type: multipart/alternative; boundary="${inner}"\r\n\r\n`);
  }
  let bytesLeft = MAX_SHORTENED_TEXT_BYTES;
  let linesLeft = MAX_TEXT_LINES;
  for (const { type, charset, encoding, body } of texts) {
    const cut = cutBody(body, bytesLeft, linesLeft);
    bytesLeft -= cut.length;
    linesLeft -= countLines(cut);
    const parameter = charset === null ? "" : `; charset="${toToken(charset)}"`;
    write(
      `--${inner}\r\nContent-Type: ${toToken(type)}${parameter}\r\n` +
        `Content-Transfer-Encoding: ${toToken(encoding)}\r\n\r\n`,
    );
    chunks.push(cut);
    write("\r\n");
  }
  if (isAlternative) write(`--${inner}--\r\n`);
  for (const note of attachments.slice(0, MAX_NOTES)) write(`--${boundary}\r\n${noteFields(note)}`);
  write(`--${boundary}--\r\n`);
  return joinBytes(chunks);
}

function noteFields({ type, name, size }: AttachmentNote): string {
  const filename = name === null ? "" : `; filename*=utf-8''${encodeURIComponent(cutName(name))}`;
  const bytes = size === null ? "" : `; size=${size}`;
  return `Content-Type: ${toToken(type)}\r\n` +
    `Content-Disposition: attachment${filename}${bytes}\r\n\r\n\r\n`;
}

/** Half of a character pair cannot be encoded. */
function cutName(name: string): string {
  return name.slice(0, 200).toWellFormed();
}

/** The fields that stay; each ends with a line break. */
function keepHeader(header: Uint8Array): Uint8Array {
  // As Latin-1, so that every byte comes back as it was.
  const text = Array.from(header, (byte) => String.fromCharCode(byte)).join("");
  const block = text.replace(/^[\r\n]+/, "").split(/\r?\n\r?\n/, 1)[0] ?? "";
  const kept = block.split(/\r?\n(?![ \t])/).filter((field) =>
    field !== "" && !BODY_FIELDS.test(field)
  );
  const joined = kept.map((field) => `${field}\r\n`).join("");
  return Uint8Array.from(joined, (character) => character.charCodeAt(0));
}

function cutBody(body: Uint8Array, maxBytes: number, maxLines: number): Uint8Array {
  const cut = body.subarray(0, maxBytes);
  let at = -1;
  for (let lines = 0; lines < maxLines; lines += 1) {
    at = cut.indexOf(LINE_FEED, at + 1);
    if (at === -1) return cut;
  }
  return cut.subarray(0, at + 1);
}

function countLines(body: Uint8Array): number {
  let lines = 0;
  for (let at = body.indexOf(LINE_FEED); at !== -1; at = body.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

/** Leaves nothing that could end a field or a parameter. */
function toToken(text: string): string {
  return text.replace(/[^a-z0-9!#$&^_.+\/-]/gi, "").slice(0, 100) || "x";
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
