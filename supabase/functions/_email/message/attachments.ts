/** Which files came with an email: their names, types and sizes. Their content is not kept. */
import { decodeWords } from "postal-mime";
import { FIELD_LIMITS, type StoredAttachment } from "./stored_email.ts";
import { decodeText } from "./parts/charsets.ts";
import { isBodyText, type MimePart } from "./parts/mime_parts.ts";
import { cleanField } from "./stored_fields.ts";

/** A file as a message or a provider describes it; what it does not say is undefined. */
export interface AttachedFile {
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  /** In bytes. */
  readonly size?: number | undefined;
}

const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/** Base64 has four signs for three bytes, and a line break after 76 of them. */
const BYTES_PER_BASE64_SIGN = (3 / 4) * (76 / 78);

/**
 * The list that is stored, at most 50 files.
 * @example listAttachments([{ name: "menu.pdf", type: "application/pdf", size: 4_711 }])
 */
export function listAttachments(files: Iterable<AttachedFile>): StoredAttachment[] {
  const stored: StoredAttachment[] = [];
  for (const { name = "", type = "", size = 0 } of files) {
    if (stored.length === FIELD_LIMITS.attachments) break;
    const said = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    stored.push({
      name: cleanField(name, FIELD_LIMITS.attachmentName),
      type: TYPE.test(said) ? said : "application/octet-stream",
      size: Number.isSafeInteger(size) && size > 0 ? size : 0,
    });
  }
  return stored;
}

/** Reports about a delivery belong to the message itself. */
const REPORT = /^message\/(?:delivery-status|disposition-notification|feedback-report)$/;

/**
 * The parts of a message that are not its text. Sizes of base64 are right to a few bytes; a part
 * whose content was left out on the way says its size (RFC 2183).
 */
export function* listAttachedParts(parts: readonly MimePart[]): Iterable<AttachedFile> {
  for (const part of parts) {
    if (isBodyText(part) || REPORT.test(part.type)) continue;
    const length = part.end - part.start;
    const size = part.encoding === "base64" ? Math.floor(length * BYTES_PER_BASE64_SIGN) : length;
    yield {
      name: readFileName(part.parameters),
      type: part.type,
      // Line breaks may be left.
      size: length > 4 ? size : Number(part.parameters.get("size") ?? size),
    };
  }
}

/** `charset'language'text`, the form of RFC 2231 for what is not ASCII. */
const EXTENDED = /^([\w-]{1,40})'[\w-]{0,40}'/;
const MAX_PIECES = 20;

/** A file name, put together from its pieces (`name*0`, `name*1` …) and decoded. */
function readFileName(parameters: ReadonlyMap<string, string>): string {
  let written = parameters.get("name") ?? "";
  for (let number = 1; number < MAX_PIECES; number++) {
    const piece = parameters.get(`name*${number}`);
    if (piece === undefined) break;
    written += piece;
  }
  const charset = EXTENDED.exec(written)?.[1];
  if (charset === undefined) return decodeWords(decodeText(toBytes(written), null));
  const signs = written.replace(EXTENDED, "").replace(
    /%([0-9a-f]{2})/gi,
    (_, digits: string) => String.fromCharCode(parseInt(digits, 16)),
  );
  return decodeText(toBytes(signs), charset);
}

/** Headers of parts are read as Latin-1, a sign for each byte. */
function toBytes(signs: string): Uint8Array {
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0) & 0xff);
}
