/**
 * Undoes a transfer encoding that a text still has, because its email was encoded twice or did not
 * say how.
 */

/** What quoted-printable text has and few other texts do. Cheap. */
const MAY_BE_QUOTED = /=(?:[ \t]*\n|[0-9A-F]{2})/;
/** A line of quoted-printable text has at most 76 characters; some programs write a few more. */
const BROKEN_LINE = { from: 50, to: 80 };
/** A character beyond ASCII in UTF-8. */
const BEYOND_ASCII = /(?:=[CD][0-9A-F]|=E[0-9A-F]=[89AB][0-9A-F])=[89AB][0-9A-F]/g;
/** A space in front of the end of a line; settings may end so too ("timeout=20"). */
const LAST_SPACE = /=(?:20|09)(?=[ \t]*(?:\n|$))/g;
const ESCAPES = /(?:=[0-9A-F]{2})+/g;
/** An apostrophe as Notes wrote it. */
const NOTES_APOSTROPHE = /=01,(?=\p{L})/gu;
const SIGNS_NEEDED = 2;

const MIN_BASE64_UNITS = 60;
const BASE64_LINE = /^[A-Za-z0-9+/]{4,}={0,2}$/;
/** Letters, digits and spaces of any text that people write. */
const READABLE = /^[\t\n\r -~\u00a0-\ufffc]+$/;

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });
const WESTERN = new TextDecoder("windows-1252");

/**
 * The text without quoted-printable or base64 that was left in it; the text itself where it has
 * none for sure. Never throws; linear.
 * @example undoEncoding("K=C3=B6nnen Sie kommen?") // "Können Sie kommen?"
 */
export function undoEncoding(text: string): string {
  if (isQuotedPrintable(text)) return decodeQuotedPrintable(text);
  return decodeBase64(text) ?? text;
}

function isQuotedPrintable(written: string): boolean {
  if (!MAY_BE_QUOTED.test(written)) return false;
  // Addresses of websites have escapes and equals signs of their own.
  const text = written.replace(/[a-z]{2,10}:\/\/\S{1,1000}/g, " ");
  const letters = countEscapedLetters(text);
  const characters = count(text, BEYOND_ASCII);
  let brokenLines = 0;
  let others = 0;
  for (const line of text.split("\n")) {
    const said = line.trimEnd();
    const isBroken = said.endsWith("=") && said.length >= BROKEN_LINE.from &&
      said.length <= BROKEN_LINE.to;
    if (isBroken) brokenLines++;
    others += countOthers(isBroken ? said.slice(0, -1) : said);
  }
  const signs = characters + brokenLines + count(text, LAST_SPACE);
  const isSure = characters + brokenLines + letters + count(text, NOTES_APOSTROPHE) > 0;
  return isSure && signs > 0 && signs + letters >= SIGNS_NEEDED && others <= signs;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** Equals signs that escape nothing. */
function countOthers(line: string): number {
  return line.includes("=") ? (line.match(/=(?!(?:[2-9A-F][0-9A-F]|0[19AD]))/g) ?? []).length : 0;
}

/** `b=F6se`: within a word, a letter of a western charset. */
function countEscapedLetters(text: string): number {
  return count(text, /\p{L}=[C-F][0-9A-F](?=\p{L})|\p{L}=C3=[89AB]/gu);
}

function decodeQuotedPrintable(text: string): string {
  return text.replace(/=[ \t]*\n/g, "").replace(NOTES_APOSTROPHE, "’")
    .replace(ESCAPES, (run) => {
      const bytes = Uint8Array.from(run.slice(1).split("="), (hex) => parseInt(hex, 16));
      return decodeBytes(bytes).replace(/\r\n?/g, "\n").replace(/(?![\t\n])\p{Cc}/gu, " ");
    });
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return WESTERN.decode(bytes);
  }
}

/** A text of nothing but lines of base64 that are a readable text. */
function decodeBase64(text: string): string | null {
  const written = text.trim();
  if (written.length < MIN_BASE64_UNITS || /[ .,:?!]/.test(written.slice(0, 200))) return null;
  const lines = written.split(/\r?\n/);
  const width = lines[0]?.length ?? 0;
  const isBase64 = width >= MIN_BASE64_UNITS &&
    lines.every((line, at) =>
      BASE64_LINE.test(line) && (line.length === width || at === lines.length - 1)
    );
  const joined = lines.join("");
  if (!isBase64 || joined.length % 4 !== 0) return null;
  try {
    const said = STRICT_UTF8.decode(Uint8Array.from(atob(joined), (sign) => sign.charCodeAt(0)));
    return READABLE.test(said) && said.includes(" ") ? said : null;
  } catch {
    return null;
  }
}
