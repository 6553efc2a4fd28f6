/** From a part of a message to its bytes and characters. */
import PostalMime from "postal-mime";
import { decodeText } from "./charsets.ts";
import { joinFlowed } from "./flowed.ts";
import type { MimePart } from "./mime_parts.ts";

const ENCODER = new TextEncoder();
/** Base64 has at most 76 characters on a line. */
const FIRST_LINE_BYTES = 200;

/** The body of a part without its transfer encoding. */
export async function decodeBody(message: Uint8Array, part: MimePart): Promise<Uint8Array> {
  const body = message.subarray(part.start, part.end);
  if (part.encoding === "" || part.encoding === "base64" && !isBase64(body)) return body;
  const header = ENCODER.encode(
    `Content-Type: application/octet-stream\nContent-Transfer-Encoding: ${part.encoding}\n\n`,
  );
  const single = new Uint8Array(header.length + body.length);
  single.set(header);
  single.set(body, header.length);
  const { attachments } = await PostalMime.parse(single);
  const content = attachments[0]?.content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array(0);
}

/** Some programs name the encoding and do not use it. */
function isBase64(body: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(body.subarray(0, FIRST_LINE_BYTES)).trimStart();
  return !/[^A-Za-z0-9+/=]/.test((start.split(/\r?\n/, 1)[0] ?? "").trimEnd());
}

/** The characters of a text part; lines of `format=flowed` are joined. */
export async function decodePart(message: Uint8Array, part: MimePart): Promise<string> {
  const bytes = await decodeBody(message, part);
  const { type, parameters } = part;
  const text = decodeText(bytes, parameters.get("charset") ?? null, type === "text/html");
  return /^flowed$/i.test(parameters.get("format") ?? "") && type !== "text/html"
    ? joinFlowed(text, /^yes$/i.test(parameters.get("delsp") ?? ""))
    : text;
}
