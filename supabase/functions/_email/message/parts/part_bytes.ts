/** From a part of a message to its bytes and characters. */
import PostalMime from "postal-mime";
import { decodeText } from "./charsets.ts";
import { joinFlowed } from "./flowed.ts";
import type { MimePart } from "./mime_parts.ts";

const ENCODER = new TextEncoder();

/** The body of a part without its transfer encoding. */
export async function decodeBody(message: Uint8Array, part: MimePart): Promise<Uint8Array> {
  const body = message.subarray(part.start, part.end);
  if (part.encoding === "") return body;
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

/** The characters of a text part; lines of `format=flowed` are joined. */
export async function decodePart(message: Uint8Array, part: MimePart): Promise<string> {
  const bytes = await decodeBody(message, part);
  const { type, parameters } = part;
  const text = decodeText(bytes, parameters.get("charset") ?? null, type === "text/html");
  return /^flowed$/i.test(parameters.get("format") ?? "") && type !== "text/html"
    ? joinFlowed(text, /^yes$/i.test(parameters.get("delsp") ?? ""))
    : text;
}
