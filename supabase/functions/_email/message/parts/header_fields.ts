/** The header of a message as fields, whatever charset its bytes are in. */
import PostalMime, { type Email as ParsedHeader } from "postal-mime";
import { decodeText, isPlainCharset } from "./charsets.ts";
import { readPartHeader } from "./part_header.ts";
import { createLines } from "./lines.ts";

/** Real headers stay under 64 kB; more is a bomb. */
const MAX_HEADER_BYTES = 262_144;

const ENCODED_WORD = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,20})?\?([bq])\?([^?\s]{0,1000})\?=/gi;

/**
 * Reads the header that begins at `start`; null when it is too large. Raw bytes beyond ASCII are
 * read as UTF-8, or in the charset of the message.
 */
export async function readHeaderFields(
  message: Uint8Array,
  start = 0,
): Promise<ParsedHeader | null> {
  const { headerEnd, parameters } = readPartHeader(message, start, createLines(message));
  const bytes = message.subarray(start, headerEnd);
  if (bytes.length > MAX_HEADER_BYTES) return null;
  const text = isAscii(bytes)
    ? new TextDecoder().decode(bytes)
    : decodeText(bytes, parameters.get("charset") ?? null);
  // What only describes the body is not needed, and a type without a body would be one.
  const fields = text.replace(/^content-transfer-encoding[ \t]*:.*$/gim, "X-Encoding:");
  return await PostalMime.parse(`${rewriteWords(fields).trimEnd()}\n\n`, {
    maxHeadersSize: 2 * MAX_HEADER_BYTES,
  }).catch(() => null);
}

/** Plain ASCII without the escapes of ISO-2022-JP. */
function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0x1b);
}

/** Encoded words in charsets that the parser does not know, as ones in UTF-8. */
function rewriteWords(header: string): string {
  return header.replace(ENCODED_WORD, (written, label: string, kind: string, said: string) => {
    if (isPlainCharset(label) && !/ascii/i.test(label)) return written;
    const bytes = kind.toLowerCase() === "b" ? decodeBase64(said) : decodeQ(said);
    const binary = new TextEncoder().encode(decodeText(bytes, label));
    return `=?utf-8?B?${btoa(String.fromCharCode(...binary))}?=`;
  });
}

function decodeBase64(said: string): Uint8Array {
  try {
    return Uint8Array.from(atob(said.replace(/=+$/, "")), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}

function decodeQ(said: string): Uint8Array {
  const binary = said.replaceAll("_", " ").replace(
    /=([0-9a-f]{2})/gi,
    (_, digits: string) => String.fromCharCode(parseInt(digits, 16)),
  );
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0) & 0xff);
}
