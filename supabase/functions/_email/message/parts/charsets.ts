/** From the bytes of a text to its characters, whatever the email says about its charset. */
import { hasUnmarkedEscapes, UNCOMMON_DECODERS } from "./uncommon_charsets.ts";

/** Labels that name no charset, or only the lack of one. */
const UNSAID = new RegExp(
  String.raw`^(?:|utf-?8|unicode-1-1-utf-8|(?:us-)?ascii|ansi_x3\.4-1968|[78]bit|binary|` +
    String.raw`x-user-defined|.*(?:unknown|default|autodetect).*)$`,
);

/** Spellings that `TextDecoder` does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  macroman: "macintosh",
  macosroman: "macintosh",
  xmacroman: "macintosh",
  xmaccyrillic: "x-mac-cyrillic",
  maccyrillic: "x-mac-cyrillic",
  windows31j: "shift_jis",
  cp932: "shift_jis",
  windows932: "shift_jis",
  cp936: "gbk",
  windows936: "gbk",
  euccn: "gbk",
  cp949: "euc-kr",
  uhc: "euc-kr",
  ksc5601: "euc-kr",
  cp950: "big5",
  windows950: "big5",
  tis620: "windows-874",
  cp874: "windows-874",
  eucjp: "euc-jp",
  iso2022jp1: "iso-2022-jp",
  iso2022jp2: "iso-2022-jp",
  iso2022jpms: "iso-2022-jp",
  cp50220: "iso-2022-jp",
  ansi: "windows-1252",
  latin9: "iso-8859-15",
  koi8: "koi8-r",
};

/** Where an HTML page names its own charset, as browsers look for it. */
const META_UNITS = 2_048;
const META = /<meta\b[^>]{0,300}?\bcharset\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})/i;

const LATIN1 = new TextDecoder("latin1");
const UTF8 = new TextDecoder("utf-8");
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The text of bytes. UTF-8 that is valid wins over a wrong or missing label of a western charset;
 * bytes that are not valid in the charset they claim are Windows-1252. Never throws; linear.
 * @param label the charset that the part names; null when it names none.
 * @param isHtml whether a `<meta>` of the text may name it.
 */
export function decodeText(bytes: Uint8Array, label: string | null, isHtml = false): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const said = cleanLabel(label);
  const uncommon = UNCOMMON_DECODERS.get(squeeze(said));
  if (uncommon !== undefined) return uncommon(bytes);
  if (isUnsaid(said)) {
    const inHtml = isHtml
      ? cleanLabel(META.exec(LATIN1.decode(bytes.subarray(0, META_UNITS)))?.[1])
      : "";
    return decodeUnsaid(bytes, inHtml);
  }
  const decoder = findDecoder(said);
  if (decoder === null) return decodeUnsaid(bytes, "");
  if (isWide(decoder) && !hasZeros(bytes)) return decodeUnsaid(bytes, "");
  const strict = mayBeUtf8(decoder) ? decodeUtf8(bytes) : null;
  if (strict !== null) return strict;
  const text = decoder.decode(bytes);
  return text.includes("\ufffd") ? decodeUtf8(bytes) ?? text : text;
}

/** Whether `TextDecoder`, and so the parser of encoded words, reads a charset as it is labeled. */
export function isPlainCharset(label: string): boolean {
  const said = cleanLabel(label);
  return !UNCOMMON_DECODERS.has(squeeze(said)) && (said === "utf-8" || !isUnsaid(said)) &&
    tryDecoder(said) !== null;
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF8.decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return null;
}

function decodeUnsaid(bytes: Uint8Array, inHtml: string): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  const text = UTF8.decode(bytes);
  if (!/[\x80-\uffff]/.test(text)) {
    return hasUnmarkedEscapes(text) ? new TextDecoder("iso-2022-jp").decode(bytes) : text;
  }
  const named = isUnsaid(inHtml) ? null : findDecoder(inHtml);
  if (named !== null) return named.decode(bytes);
  return countBroken(text) * 2 < text.length - countPlain(text) ? text : decodeWestern(bytes);
}

function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}

/** UTF-8 with at least one character beyond ASCII; else null. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const text = STRICT_UTF8.decode(bytes);
    return /[^\0-\x7f]/.test(text) ? text : null;
  } catch {
    return null;
  }
}

function countBroken(text: string): number {
  return text.split("\ufffd").length - 1;
}

function countPlain(text: string): number {
  return text.length - text.replace(/[\0-\x7f]+/g, "").length;
}

function hasZeros(bytes: Uint8Array): boolean {
  return bytes.indexOf(0) >= 0;
}

function isWide({ encoding }: TextDecoder): boolean {
  return encoding.startsWith("utf-16");
}

/** Text of another single-byte charset is hardly ever valid UTF-8; that of Asian ones may be. */
function mayBeUtf8({ encoding }: TextDecoder): boolean {
  return /^(?:windows-|iso-8859|koi8|macintosh|x-mac)/.test(encoding);
}

function isUnsaid(label: string): boolean {
  return UNSAID.test(label);
}

function cleanLabel(label: string | null | undefined): string {
  return (label ?? "").slice(0, 60).trim().replace(/^["']|["']$/g, "").toLowerCase();
}

function squeeze(label: string): string {
  return label.replace(/^(?:x-|cs)/, "").replace(/[^a-z0-9]/g, "");
}

function findDecoder(label: string): TextDecoder | null {
  const squeezed = squeeze(label);
  const alias = ALIASES[squeezed] ?? label;
  const number = /^(?:cp|windows|ms|ibm)?(125\d)$/.exec(squeezed)?.[1];
  const latin = /^iso8859(\d{1,2})/.exec(squeezed)?.[1];
  return tryDecoder(alias) ?? (number ? tryDecoder(`windows-${number}`) : null) ??
    (latin ? tryDecoder(`iso-8859-${latin}`) : null) ?? tryDecoder(label.replace(/^x-/, ""));
}

/** A message can name thousands of charsets: only those that exist are kept. */
const decoders = new Map<string, TextDecoder>();

function tryDecoder(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(label);
    decoders.set(label, decoder);
    return decoder;
  } catch {
    return null;
  }
}
