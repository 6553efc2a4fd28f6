/** The text of Outlook's compressed RTF ([MS-OXRTFCP]), also of HTML that is wrapped in it. */
import { decodeText } from "./charsets.ts";

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4_096;
const MAX_RTF_BYTES = 1_048_576;

/** What every window begins with. */
const DICTIONARY = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman " +
  "\\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier" +
  "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/** The text; empty when it is no compressed RTF. Never throws; bounded. */
export function readCompressedRtf(bytes: Uint8Array): string {
  if (bytes.length < 16) return "";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  if (kind === UNCOMPRESSED) return rtfToText(new TextDecoder("latin1").decode(bytes.subarray(16)));
  if (kind !== COMPRESSED) return "";
  return rtfToText(decompress(bytes, Math.min(view.getUint32(4, true), MAX_RTF_BYTES)));
}

function decompress(bytes: Uint8Array, size: number): string {
  const window = new Uint8Array(WINDOW);
  for (let at = 0; at < DICTIONARY.length; at++) window[at] = DICTIONARY.charCodeAt(at);
  const out = new Uint8Array(size);
  let place = DICTIONARY.length;
  let length = 0;
  const put = (byte: number) => {
    if (length < size) out[length++] = byte;
    window[place] = byte;
    place = (place + 1) % WINDOW;
  };
  let at = 16;
  while (at < bytes.length && length < size) {
    const flags = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && length < size; bit++) {
      if ((flags >> bit & 1) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const offset = pair >> 4;
      if (offset === place) return toText(out, length);
      for (let copied = 0; copied < (pair & 0xf) + 2; copied++) {
        put(window[(offset + copied) % WINDOW] ?? 0);
      }
    }
  }
  return toText(out, length);
}

function toText(bytes: Uint8Array, length: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, length));
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
const LINE_WORDS = new Set(["par", "line", "row", "sect", "page"]);
/** Groups that are not text; `\*` marks others. */
const SKIPPED = new Set("fonttbl colortbl stylesheet info pict object header footer".split(" "));

/** The text of RTF, without fonts, pictures and tags of HTML. Linear. */
function rtfToText(rtf: string): string {
  const pieces: string[] = [];
  const groups: boolean[] = [];
  let isSkipped = false;
  let isHtml = false;
  let codePage = "windows-1252";
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) pieces.push(decodeText(Uint8Array.from(bytes), codePage));
    bytes = [];
  };
  const say = (text: string) => {
    flush();
    if (!isSkipped && !isHtml) pieces.push(text);
  };
  let drop = 0;
  for (const [, word, number, hex, sign, brace, text] of rtf.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (drop > 0) drop--;
      else if (!isSkipped && !isHtml) bytes.push(parseInt(hex, 16));
    } else if (brace === "{") groups.push(isSkipped);
    else if (brace === "}") isSkipped = groups.pop() ?? false;
    else if (sign === "*") isSkipped = true;
    else if (sign !== undefined) say(sign === "~" ? "\u00a0" : /[\\{}]/.test(sign) ? sign : "");
    else if (word === "ansicpg") codePage = `windows-${number}`;
    else if (word === "htmlrtf") isHtml = number !== "0";
    else if (word === "u") {
      say(String.fromCharCode((Number(number) + 65_536) % 65_536));
      drop = 1;
    } else if (word === "tab") say("\t");
    else if (word !== undefined && LINE_WORDS.has(word)) say("\n");
    else if (word !== undefined && SKIPPED.has(word)) isSkipped = true;
    else if (text !== undefined) {
      say(text.slice(drop));
      drop = 0;
    }
  }
  flush();
  return pieces.join("").trim();
}
