/** Where the parts of a message lie, without decoding any of them. */
import { createLines, readLatin1 } from "./lines.ts";
import { type PartHeader, readPartHeader } from "./part_header.ts";

/** A message that another one encloses, by the place of its header. */
export interface EnclosedMessage {
  readonly start: number;
  /** How many messages are around it, from 1. */
  readonly depth: number;
}

/** One leaf of the tree of parts: what is neither multipart nor an enclosed message. */
export interface MimePart extends Omit<PartHeader, "headerEnd" | "end"> {
  /** The innermost `multipart/alternative` around it, by number; null outside any. */
  readonly alternative: number | null;
  /** The innermost enclosed message that it is in; null in the message itself. */
  readonly message: EnclosedMessage | null;
  /** Bytes of its body: from the line behind its header to the line of the next boundary. */
  readonly start: number;
  readonly end: number;
}

/** A message with its leaves in their order. */
export interface MimeTree {
  readonly parts: readonly MimePart[];
  /** Where the header of the message ends. */
  readonly headerEnd: number;
  /** Parts are nested deeper than in any real email. */
  readonly isTooDeep: boolean;
}

interface OpenPart {
  readonly boundary: string;
  readonly alternative: number | null;
  readonly message: EnclosedMessage | null;
  /** The type of a part in it that names none. */
  readonly unsaid: string;
}

/** Real emails stay under 10 levels. */
const MAX_OPEN_PARTS = 50;
/**
 * Lines that are looked at because a part may begin there; what follows counts as one body. A
 * message that is small enough to be parsed whole has fewer, and 25 MB of base64 have a third of
 * the lines.
 */
const MAX_LOOKS = 50_000;
/** Bytes of a multipart without a boundary in which one is looked for. */
const MAX_GUESS_BYTES = 4_000;

const DASH = 0x2d;

/** The leaves of a message in their order, see `readMimeTree`. */
export function listMimeParts(message: Uint8Array): readonly MimePart[] {
  return readMimeTree(message).parts;
}

/**
 * One pass over the lines; enclosed messages that are not encoded are looked into. Never throws:
 * what is broken ends up in the part before.
 */
export function readMimeTree(message: Uint8Array): MimeTree {
  const tree = readTree(message, false);
  // The boundary that the header names is nowhere: another one may be.
  return tree.parts.length === 0 && !tree.isTooDeep ? readTree(message, true) : tree;
}

/** @param guesses whether the boundary of the message is looked for, whatever its header names */
function readTree(message: Uint8Array, guesses: boolean): MimeTree {
  const parts: MimePart[] = [];
  const open: OpenPart[] = [];
  let alternatives = 0;
  let leaf: Omit<MimePart, "end"> | null = null;
  let looks = 0;
  let isTooDeep = false;
  let headerEnd = 0;
  const lines = createLines(message);
  const close = (end: number) => {
    if (leaf !== null) parts.push({ ...leaf, end });
    leaf = null;
  };
  const begin = (from: number): number => {
    looks++;
    const header = readPartHeader(message, from, lines, open.at(-1)?.unsaid);
    if (from === 0) headerEnd = header.headerEnd;
    const { alternative = null, message: around = null } = open.at(-1) ?? {};
    const isRoom = open.length < MAX_OPEN_PARTS;
    if (header.type === "message/rfc822" && header.encoding === "" && isRoom) {
      const enclosed = { start: header.end, depth: (around?.depth ?? 0) + 1 };
      open.push({ boundary: "", alternative: null, message: enclosed, unsaid: "text/plain" });
      return begin(header.end);
    }
    const boundary = header.type.startsWith("multipart/")
      ? !(guesses && from === 0) && header.parameters.get("boundary") ||
        guessBoundary(message, header.end)
      : "";
    if (boundary !== "") isTooDeep ||= !isRoom;
    if (boundary !== "" && isRoom) {
      const isAlternative = header.type === "multipart/alternative";
      open.push({
        boundary,
        alternative: isAlternative ? alternatives++ : alternative,
        message: around,
        unsaid: header.type === "multipart/digest" ? "message/rfc822" : "text/plain",
      });
      return header.end;
    }
    const { headerEnd: _headerEnd, end, ...said } = header;
    leaf = { ...said, alternative, message: around, start: end };
    return end;
  };
  let at = begin(0);
  while (at < message.length && !lines.areOver() && looks < MAX_LOOKS) {
    const next = lines.endOf(at);
    if (message[at] === DASH && message[at + 1] === DASH && open.length > 0) {
      looks++;
      const line = readLatin1(message, at, Math.min(next, at + 300)).trimEnd();
      const depth = open.findLastIndex(({ boundary }) =>
        boundary !== "" && (line === `--${boundary}` || line === `--${boundary}--`)
      );
      if (depth >= 0) {
        close(at);
        const isEnd = line.length === (open[depth]?.boundary.length ?? 0) + 4;
        open.length = isEnd ? depth : depth + 1;
        at = isEnd ? next : begin(next);
        continue;
      }
    }
    at = next;
  }
  close(message.length);
  return { parts, headerEnd, isTooDeep };
}

/** The first line that looks like a boundary, where a multipart names none. */
function guessBoundary(message: Uint8Array, from: number): string {
  const start = readLatin1(message, from, from + MAX_GUESS_BYTES);
  return /^--([^\s-][^\s]{0,68})[ \t]*\r?\n(?:content-|\r?\n)/im.exec(start)?.[1] ?? "";
}

/** Whether a leaf is text that belongs to the email itself. */
export function isBodyText(
  { type, isAttachment }: Pick<MimePart, "type" | "isAttachment">,
): boolean {
  return !isAttachment && (type === "text/plain" || type === "text/html");
}
