/** What is read of a message that has no text part: an invitation, or what only Outlook reads. */
import { decodeText } from "./charsets.ts";
import { isBodyText, type MimePart, type MimeTree } from "./mime_parts.ts";
import { decodeBody, decodePart } from "./part_bytes.ts";
import { readTnef } from "./tnef.ts";

/** Text that stands in for a missing one. */
export interface Substitute {
  readonly kind: "text" | "html";
  readonly said: string;
}

const CALENDAR = /^(?:text\/(?:x-v)?calendar|application\/ics)$/;
const UNNAMED = /^(?:application\/octet-stream|(?:unknown|\*)\/.*)$/;
const TNEF = /^application\/(?:vnd\.)?ms-tnef$/;

/** The first substitute that says something; null when there is none. Never throws. */
export async function readSubstitute(
  message: Uint8Array,
  tree: MimeTree,
): Promise<Substitute | null> {
  const own = tree.parts.filter(({ message }) => message === null);
  const calendar = own.find(({ type, parameters }) =>
    CALENDAR.test(type) || /\.ics$/i.test(parameters.get("name") ?? "")
  );
  if (calendar !== undefined) {
    const { describeCalendar } = await import("./calendar_text.ts");
    const said = describeCalendar(await decodePart(message, calendar));
    if (said !== null) return { kind: "text", said };
  }
  const tnef = own.find(isTnef);
  const unpacked = tnef && readTnef(await decodeBody(message, tnef));
  if (unpacked) return unpacked;
  const other =
    own.find(({ type, isAttachment }) =>
      !isAttachment && type.startsWith("text/") && !CALENDAR.test(type)
    ) ?? (own.length === 1 ? own.find((part) => isAnyText(part) || isUnnamed(part)) : undefined);
  if (other !== undefined) return readOtherText(await decodePart(message, other), other);
  return tree.parts.length === 0 || own.every(({ type }) => type.startsWith("multipart/"))
    ? readBroken(message, tree)
    : null;
}

/** Attached, but all that the message is. */
function isAnyText({ type }: MimePart): boolean {
  return isBodyText({ type, isAttachment: false });
}

/** What programs call a text that they know nothing of; read where it is one. */
function isUnnamed({ type, parameters }: MimePart): boolean {
  return UNNAMED.test(type) && !parameters.has("name");
}

function isTnef({ type, parameters }: MimePart): boolean {
  return TNEF.test(type) || /^winmail\.dat$/i.test(parameters.get("name") ?? "");
}

/** Enriched text is HTML to a reader, but for its doubled signs. */
function readOtherText(text: string, { type }: MimePart): Substitute | null {
  if (text.trim() === "" || /\ufffd|(?![\t\n\r\f])\p{Cc}/u.test(text)) return null;
  if (type === "text/html") return { kind: "html", said: text };
  if (type !== "text/enriched" && type !== "text/richtext") return { kind: "text", said: text };
  const plain = text.replace(/<param>.{0,200}?<\/param>/gis, "").replace(/<nl>/gi, "\n")
    .replace(/<<|<\/?[a-z][a-z-]{0,40}>/gi, (tag) => tag === "<<" ? "<" : "");
  return { kind: "text", said: plain };
}

/** Everything behind the header, where the boundaries of the parts are missing. */
function readBroken(message: Uint8Array, { headerEnd }: MimeTree): Substitute | null {
  const said = decodeText(message.subarray(headerEnd), null);
  return said.trim() === "" || said.includes("\0") ? null : { kind: "text", said };
}
