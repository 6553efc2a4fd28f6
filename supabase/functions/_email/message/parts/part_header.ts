/** What does the header of a part say about its body, and where does it end? */
import { type Lines, readLatin1 } from "./lines.ts";

/** A header of a message or of one of its parts. */
export interface PartHeader {
  /** `text/plain` where the part names none that can be understood. */
  readonly type: string;
  /** Parameters of its type, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly isAttachment: boolean;
  /** In lower case; empty where the body is as it is. */
  readonly encoding: string;
  /** Where it ends, and where the body begins. */
  readonly headerEnd: number;
  readonly end: number;
}

/** A header field that says more than this is no content type. */
const MAX_FIELD_LENGTH = 2_000;
/** Longest header of one part that is searched. */
const MAX_HEADER_BYTES = 65_536;
/** Lines behind a blank one that are looked at. */
const MAX_LINES_AHEAD = 200;

/** First bytes of header lines that are read: `Content-…`, continued fields, empty lines. */
const MAY_MATTER = new Set([..."Cc \t\r\n"].map((sign) => sign.charCodeAt(0)));
const READ = /^content-(?:type|disposition|transfer-encoding)$/;

/** Fields that a message has in its header, and hardly any text at its start. */
const KNOWN_FIELD = new RegExp(
  "^(?:from|to|cc|bcc|subject|date|sender|reply-to|message-id|in-reply-to|references|received|" +
    "return-path|mime-version|content-[a-z-]+|x-[!-9;-~]+|list-[a-z-]+|dkim-signature|" +
    "user-agent|importance|priority|precedence|auto-submitted|thread-[a-z]+|arc-[a-z-]+|" +
    "authentication-results|delivered-to|errors-to|organization|status)[ \\t]{0,9}:",
  "i",
);
const ANY_FIELD = /^[!-9;-~]{1,100}[ \t]{0,9}:/;
/** The rest of a field: an encoded word, a parameter, an id. */
const VALUE = /^[ \t]+(?:=\?|[\w-]{1,40}=\S|<\S+>)/;
const FOLDED = /^[ \t]+\S/;

/**
 * Reads the header that begins at `start`. Never throws.
 * @param unsaid the type of a part that names none.
 */
export function readPartHeader(
  message: Uint8Array,
  start: number,
  lines: Lines,
  unsaid = "text/plain",
): PartHeader {
  const fields = new Map<string, string>();
  let name = "";
  let at = start;
  let fieldStart = start;
  let isFolded = false;
  let headerEnd = message.length;
  while (at < message.length && !lines.areOver()) {
    const next = lines.endOf(at);
    if (at - start > MAX_HEADER_BYTES) break;
    if (!MAY_MATTER.has(message[at] ?? 0)) {
      name = "";
      fieldStart = at;
      at = next;
      continue;
    }
    const line = readLatin1(message, at, Math.min(next, at + MAX_FIELD_LENGTH)).trimEnd();
    if (line === "") {
      const isEmpty = next - at <= 2 && !/[ \t]/.test(readLatin1(message, at, next));
      isFolded ||= /^subject:/i.test(readLatin1(message, fieldStart, fieldStart + 8));
      if (isEmpty || !isInsideHeader(message, next, isFolded)) {
        headerEnd = at;
        at = next;
        break;
      }
      isFolded = true;
    }
    const lineStart = at;
    at = next;
    if (/^[ \t]/.test(line)) {
      const value = fields.get(name);
      if (value !== undefined && value.length < MAX_FIELD_LENGTH) fields.set(name, value + line);
      continue;
    }
    fieldStart = lineStart;
    const colon = line.indexOf(":");
    name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (READ.test(name) && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    else name = "";
  }
  const written = fields.get("content-type") ?? "";
  const parameters = readParameters(written);
  const disposition = fields.get("content-disposition") ?? "";
  for (const [name, value] of readParameters(disposition)) {
    // A long name comes in pieces: filename*0, filename*1 …
    const piece = /^filename(\*\d{1,2})?$/.exec(name);
    if (piece && !parameters.has(`name${piece[1] ?? ""}`)) {
      parameters.set(`name${piece[1] ?? ""}`, value);
    }
    if (name === "size" && !parameters.has(name)) parameters.set(name, value);
  }
  return {
    type: written === "" ? unsaid : readType(written, parameters),
    parameters,
    isAttachment: /^attachment\b/i.test(disposition),
    encoding: readEncoding(fields.get("content-transfer-encoding") ?? ""),
    headerEnd: Math.min(headerEnd, at),
    end: at,
  };
}

/** Also where the hyphen is another sign. */
function readEncoding(written: string): string {
  if (/base-?64/i.test(written)) return "base64";
  return /quoted[-_ ]?printable/i.test(written) ? "quoted-printable" : "";
}

/**
 * Whether a header goes on behind a line of spaces: only fields follow until an empty line, behind
 * the rest of the field that was folded there. Where only a rest follows, it may be an indented
 * text, which must not be lost.
 * @param isFolded whether what follows is no text: the rest of a subject, or of a field like others
 */
function isInsideHeader(message: Uint8Array, from: number, isFolded: boolean): boolean {
  const ahead = readLatin1(message, from, from + 8_000).split("\n", MAX_LINES_AHEAD);
  const first = ahead.findIndex((line) => !FOLDED.test(line));
  const next = ahead[first]?.trimEnd() ?? "";
  const isRest = first > 0 && (isFolded || VALUE.test(ahead[0] ?? ""));
  if (next === "" ? !isRest : !KNOWN_FIELD.test(next)) return false;
  for (const line of ahead) {
    if (line === "" || line === "\r") return true;
    if (!/^[ \t]/.test(line) && !ANY_FIELD.test(line)) return false;
  }
  return false;
}

/** `text` is plain text, `multipart` with a boundary is mixed; what is broken is plain text. */
function readType(written: string, parameters: ReadonlyMap<string, string>): string {
  const named = (written.split(/[;,]/, 1)[0] ?? "").replace(/\([^()]{0,200}\)/g, "")
    .replace(/["']/g, "").trim().toLowerCase();
  const [main = "", subtype = ""] = named.split("/", 2).map((half) => half.trim());
  if (main === "multipart" || parameters.has("boundary") && main !== "message") {
    return `multipart/${main === "multipart" && subtype !== "" ? subtype : "mixed"}`;
  }
  if (main === "html" || /^text.?html$/.test(main)) return "text/html";
  if (main === "text" && /^(?:x-)?html?$/.test(subtype)) return "text/html";
  if (subtype !== "" && main !== "") return `${main}/${subtype.split(/\s/, 1)[0]}`;
  return "text/plain";
}

const PARAMETER = new RegExp(
  String.raw`;\s{0,200}([\w*-]{1,60})\s{0,20}=\s{0,20}` +
    String.raw`(?:"((?:[^"\\]|\\.){0,500})"?|([^\s;]{1,500}))`,
  "g",
);

/** The first of a repeated name counts. */
function readParameters(written: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of written.matchAll(PARAMETER)) {
    const key = name.toLowerCase().replace(/(?:\*0)?\*?$/, "");
    const value = quoted?.replace(/\\(.)/g, "$1") ?? plain;
    if (!parameters.has(key)) parameters.set(key, value.trimEnd());
  }
  return parameters;
}
