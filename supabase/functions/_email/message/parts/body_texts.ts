/** The text and the HTML of a message, put together from its parts. */
import { loadHtmlReader } from "../../html/html_reader.ts";
import { MAX_TEXT_UNITS } from "../../html/plain_text.ts";
import { readHeaderFields } from "./header_fields.ts";
import { type EnclosedMessage, type MimePart, type MimeTree, readMimeTree } from "./mime_parts.ts";
import { decodeBody, decodePart } from "./part_bytes.ts";
import { readSignedContent } from "./signed_content.ts";
import { readSubstitute } from "./substitutes.ts";

/** What a message says, before it is capped. */
export interface BodyTexts {
  readonly text: string;
  /** Empty when no part is HTML. */
  readonly html: string;
}

/** A piece of what a message says: plain text, HTML, or the header of an enclosed message. */
interface Piece {
  readonly kind: "text" | "html" | "header";
  readonly said: string;
  /** Of alternatives, the text has one and the HTML another. */
  readonly isInText: boolean;
  readonly isInHtml: boolean;
}

/** More parts are not decoded; they are what attacks have. */
const MAX_TEXT_PARTS = 2_000;
/** Messages in messages that are read; further ones are left out. */
const MAX_MESSAGE_DEPTH = 4;
const MAX_MESSAGES = 50;
/** Messages inside encoded parts. */
const MAX_UNPACKED = 3;
/** A plain text shorter than this may only say that the email is HTML. */
const MAX_STUB_UNITS = 250;

const ENCLOSES = /^(?:message\/rfc822|message\/global|application\/(?:x-)?pkcs7-mime)$/;

/** By its type, or a signed message by the name of its file. */
function encloses({ type, parameters }: MimePart): boolean {
  return ENCLOSES.test(type) ||
    type === "application/octet-stream" && /\.p7m$/i.test(parameters.get("name") ?? "");
}

/** The texts of a message and of the messages in it. Never throws; bounded. */
export async function readBodyTexts(message: Uint8Array, tree: MimeTree): Promise<BodyTexts> {
  const pieces = await readPieces(message, tree, MAX_UNPACKED);
  if (!pieces.some(({ kind, said }) => kind !== "header" && said.trim() !== "")) {
    const substitute = await readSubstitute(message, tree);
    if (substitute !== null) pieces.unshift({ ...substitute, isInText: true, isInHtml: true });
  }
  const inHtml = pieces.filter(({ isInHtml }) => isInHtml);
  return {
    text: await joinText(pieces.filter(({ isInText }) => isInText)),
    html: inHtml.some(({ kind }) => kind === "html") ? inHtml.map(toHtml).join("\n") : "",
  };
}

async function readPieces(
  message: Uint8Array,
  { parts }: MimeTree,
  unpacking: number,
): Promise<Piece[]> {
  const isReport = parts.some(({ type }) =>
    type === "message/delivery-status" || type === "message/feedback-report"
  );
  const chosen = await chooseParts(message, parts.filter((part) => isRead(part, isReport)));
  const pieces: Piece[] = [];
  const seen = new Set<EnclosedMessage>();
  let units = 0;
  for (const { part, said, ...places } of chosen) {
    if (units > 4 * MAX_TEXT_UNITS) break;
    const { message: enclosed } = part;
    if (enclosed !== null && !seen.has(enclosed)) {
      if (seen.size >= MAX_MESSAGES) break;
      seen.add(enclosed);
      pieces.push(await describeMessage(message, enclosed.start));
    }
    if (said !== null) {
      pieces.push({ kind: part.type === "text/html" ? "html" : "text", said, ...places });
      if (places.isInText) units += said.length;
    } else if (unpacking > 0) pieces.push(...await unpack(message, part, unpacking - 1));
  }
  return pieces;
}

/** Own texts, those of enclosed messages, and what wraps a whole message. */
function isRead(part: MimePart, isReport: boolean): boolean {
  const depth = part.message?.depth ?? 0;
  if (depth > MAX_MESSAGE_DEPTH || isReport && depth > 0) return false;
  if (encloses(part)) return !isReport;
  return !part.isAttachment && (part.type === "text/plain" || part.type === "text/html");
}

interface ChosenPart {
  readonly part: MimePart;
  /** Null for a part that has to be unpacked. */
  readonly said: string | null;
  readonly isInText: boolean;
  readonly isInHtml: boolean;
}

/** Of alternatives the text has the plain ones, unless they say nothing. */
async function chooseParts(
  message: Uint8Array,
  parts: readonly MimePart[],
): Promise<ChosenPart[]> {
  const decoded: { part: MimePart; said: string | null }[] = [];
  for (const part of parts.slice(0, MAX_TEXT_PARTS)) {
    decoded.push({ part, said: encloses(part) ? null : await decodePart(message, part) });
  }
  const groupsOf = (type: string) =>
    new Set(
      decoded.filter(({ part, said }) => part.type === type && said?.trim() !== "")
        .map(({ part }) => part.alternative),
    );
  const withHtml = groupsOf("text/html");
  const telling = new Set(
    decoded.filter(({ part, said }) =>
      part.type === "text/plain" &&
      (isTelling(said ?? "") || said?.trim() !== "" && !withHtml.has(part.alternative))
    ).map(({ part }) => part.alternative),
  );
  return decoded.map(({ part, said }) => {
    const { type, alternative } = part;
    if (alternative === null || said === null) {
      return { part, said, isInText: true, isInHtml: true };
    }
    const isHtml = type === "text/html";
    return {
      part,
      said,
      isInText: isHtml ? !telling.has(alternative) : telling.has(alternative),
      isInHtml: isHtml || !withHtml.has(alternative),
    };
  });
}

/** Not empty, nor only a hint at the HTML beside it. */
function isTelling(text: string): boolean {
  const said = text.trim();
  return said !== "" && !(said.length < MAX_STUB_UNITS && /\bhtml\b/i.test(said));
}

async function unpack(message: Uint8Array, part: MimePart, unpacking: number): Promise<Piece[]> {
  const bytes = await decodeBody(message, part);
  const isMessage = part.type.startsWith("message/");
  const inner = isMessage ? bytes : readSignedContent(bytes);
  if (inner === null) return [];
  const tree = readMimeTree(inner);
  const pieces = await readPieces(inner, tree, unpacking);
  return isMessage ? [await describeMessage(inner, 0), ...pieces] : pieces;
}

/** The lines that email programs put above a forwarded message. */
async function describeMessage(message: Uint8Array, start: number): Promise<Piece> {
  const header = await readHeaderFields(message, start);
  const field = (name: string) =>
    (header?.headers.find(({ key }) => key === name)?.value ?? "").replace(/\s+/g, " ")
      .slice(0, 500);
  const from = header?.from;
  const sender = from?.address ? `${from.name ?? ""} <${from.address}>`.trim() : field("from");
  const lines = [
    ["From", sender],
    ["Date", field("date")],
    ["Subject", (header?.subject ?? "").replace(/\s+/g, " ").slice(0, 998)],
    ["To", field("to")],
  ].flatMap(([name, said]) => said === "" ? [] : [`${name}: ${said}`]);
  const said = `\n---------- Forwarded message ---------\n${lines.join("\n")}\n`;
  return { kind: "header", said, isInText: true, isInHtml: true };
}

async function joinText(pieces: readonly Piece[]): Promise<string> {
  const htmlToText = pieces.some(({ kind }) => kind === "html") ? await loadHtmlReader() : null;
  return pieces.map(({ kind, said }) =>
    kind === "html" && htmlToText !== null
      ? htmlToText(said)
      : kind === "text"
      ? trimEndOfLines(said)
      : said
  ).join("\n");
}

/** The line feed in front of a boundary belongs to the boundary. */
function trimEndOfLines(text: string): string {
  return text.replace(/\r?\n$/, "");
}

function toHtml({ kind, said }: Piece): string {
  if (kind === "html") return said;
  const escaped = said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div style="white-space:pre-wrap">${escaped}</div>`;
}
