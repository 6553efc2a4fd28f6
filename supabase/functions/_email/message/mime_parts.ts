/** Where the parts of a message lie, without decoding any of them. */

/** One leaf of the tree of parts: what is neither multipart nor an enclosed message. */
export interface MimePart {
  /** `text/plain` where the part says nothing. */
  readonly type: string;
  readonly isAttachment: boolean;
  /** The innermost `multipart/alternative` around it, by number; null outside any. */
  readonly alternative: number | null;
  /** Bytes of its body: from the line behind its header to the line of the next boundary. */
  readonly start: number;
  readonly end: number;
}

interface Multipart {
  readonly boundary: string;
  readonly alternative: number | null;
}

/** Deeper ones become one part of no readable type. The parser rejects them anyway. */
const MAX_OPEN_PARTS = 60;
/** A header field that says more than this is no content type. */
const MAX_FIELD_LENGTH = 2_000;

/**
 * Lines that are passed, and those that are looked at because a part may begin there; what follows
 * counts as one body. A message that is small enough to be parsed whole has fewer of both, and 25
 * MB of base64 have a third of the lines.
 */
const MAX_LINES = 1_000_000;
const MAX_LOOKS = 50_000;
/** Longest header of one part that is searched. */
const MAX_HEADER_BYTES = 65_536;

const LINE_FEED = 0x0a;
const DASH = 0x2d;

/**
 * The leaves of a message in their order. One pass over the lines; enclosed messages that are not
 * encoded are looked into. Never throws: what is broken ends up in the part before.
 */
export function listMimeParts(message: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  const open: Multipart[] = [];
  let alternatives = 0;
  let leaf: Omit<MimePart, "end"> | null = null;
  let looks = 0;
  const lines = createLines(message);
  const close = (end: number) => {
    if (leaf !== null) parts.push({ ...leaf, end });
    leaf = null;
  };
  const begin = (from: number): number => {
    looks++;
    const header = readPartHeader(message, from, lines);
    const alternative = open.at(-1)?.alternative ?? null;
    if (header.type === "message/rfc822" && !header.isEncoded && open.length < MAX_OPEN_PARTS) {
      open.push({ boundary: "", alternative });
      return begin(header.end);
    }
    const isMultipart = header.type.startsWith("multipart/") && header.boundary !== "";
    if (isMultipart && open.length < MAX_OPEN_PARTS) {
      const isAlternative = header.type === "multipart/alternative";
      open.push({
        boundary: header.boundary,
        alternative: isAlternative ? alternatives++ : alternative,
      });
      return header.end;
    }
    leaf = {
      type: header.type,
      isAttachment: header.isAttachment,
      alternative,
      start: header.end,
    };
    return header.end;
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
  return parts;
}

/** Whether a leaf is text that belongs to the email itself. */
export function isBodyText({ type, isAttachment }: MimePart): boolean {
  return !isAttachment && (type === "text/plain" || type === "text/html");
}

/**
 * Whether a message has HTML that has no plain text form, beside the plain text of another part.
 */
export function hasStrayHtml(parts: readonly MimePart[]): boolean {
  const texts = parts.filter(isBodyText);
  const plain = texts.filter(({ type }) => type === "text/plain");
  const said = new Set(plain.map(({ alternative }) => alternative));
  return plain.length > 0 &&
    texts.some(({ type, alternative }) =>
      type === "text/html" && (alternative === null || !said.has(alternative))
    );
}

/** First bytes of header lines that are read: `Content-…`, continued fields, empty lines. */
const MAY_MATTER = new Set([..."Cc \t\r\n"].map((sign) => sign.charCodeAt(0)));

interface PartHeader {
  readonly type: string;
  readonly boundary: string;
  readonly isAttachment: boolean;
  readonly isEncoded: boolean;
  /** Where the body begins. */
  readonly end: number;
}

function readPartHeader(message: Uint8Array, start: number, lines: Lines): PartHeader {
  const fields = new Map<string, string>();
  let name = "";
  let at = start;
  while (at < message.length && !lines.areOver()) {
    const next = lines.endOf(at);
    if (at - start > MAX_HEADER_BYTES) break;
    if (!MAY_MATTER.has(message[at] ?? 0)) {
      name = "";
      at = next;
      continue;
    }
    const line = readLatin1(message, at, Math.min(next, at + MAX_FIELD_LENGTH)).trimEnd();
    at = next;
    if (line === "") break;
    if (/^[ \t]/.test(line)) {
      const value = fields.get(name);
      if (value !== undefined && value.length < MAX_FIELD_LENGTH) fields.set(name, value + line);
      continue;
    }
    const colon = line.indexOf(":");
    name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (/^content-(?:type|disposition|transfer-encoding)$/.test(name) && !fields.has(name)) {
      fields.set(name, line.slice(colon + 1).trim());
    } else name = "";
  }
  const contentType = fields.get("content-type") ?? "text/plain";
  const boundary = /;\s{0,20}boundary\s{0,5}=\s{0,5}(?:"([^"]{1,250})"|([^\s;"]{1,250}))/i.exec(
    contentType,
  );
  const encoding = (fields.get("content-transfer-encoding") ?? "").toLowerCase();
  return {
    type: (contentType.split(";", 1)[0] ?? "").trim().toLowerCase() || "text/plain",
    boundary: boundary?.[1] ?? boundary?.[2] ?? "",
    isAttachment: /^attachment\b/i.test(fields.get("content-disposition") ?? ""),
    isEncoded: encoding === "base64" || encoding === "quoted-printable",
    end: at,
  };
}

interface Lines {
  /** Behind the line feed of the line that begins there. */
  endOf(start: number): number;
  areOver(): boolean;
}

function createLines(message: Uint8Array): Lines {
  let count = 0;
  return {
    endOf(start) {
      count++;
      const lineFeed = message.indexOf(LINE_FEED, start);
      return lineFeed < 0 ? message.length : lineFeed + 1;
    },
    areOver: () => count >= MAX_LINES,
  };
}

const LATIN1 = new TextDecoder("latin1");

function readLatin1(message: Uint8Array, start: number, end: number): string {
  return LATIN1.decode(message.subarray(start, end));
}
