/** The text in a `winmail.dat` (Microsoft's Transport Neutral Encapsulation Format). */
import { decodeText } from "./charsets.ts";
import { readCompressedRtf } from "./rtf.ts";

const SIGNATURE = 0x223e9f78;
const MESSAGE_LEVEL = 1;
const ATT_BODY = 0x0002800c;
const ATT_PROPERTIES = 0x00069003;
const ATT_CODE_PAGE = 0x00069007;
const PR_BODY = 0x1000;
const PR_RTF_COMPRESSED = 0x1009;
const PR_BODY_HTML = 0x1013;

const MAX_ATTRIBUTES = 1_000;
const MAX_PROPERTIES = 2_000;

/** Bytes of a MAPI type of fixed size, by its number. */
const FIXED: Readonly<Record<number, number>> = {
  0x1: 4,
  0x2: 4,
  0x3: 4,
  0x4: 4,
  0x5: 8,
  0x6: 8,
  0x7: 8,
  0xa: 4,
  0xb: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};
const STRING8 = 0x1e;
const UNICODE = 0x1f;

interface Found {
  text: string;
  html: string;
  rtf: string;
  codePage: string;
}

/** The text of the message: plain if it has that, else HTML, else of its RTF. Never throws. */
export function readTnef(
  bytes: Uint8Array,
): { readonly kind: "text" | "html"; readonly said: string } | null {
  if (bytes.length < 6) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SIGNATURE) return null;
  const found: Found = { text: "", html: "", rtf: "", codePage: "windows-1252" };
  let at = 6;
  for (let count = 0; count < MAX_ATTRIBUTES && at + 9 <= bytes.length; count++) {
    const level = view.getUint8(at);
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const start = at + 9;
    if (level === MESSAGE_LEVEL) {
      const end = Math.min(start + length, bytes.length);
      readAttribute(id, bytes.subarray(start, end), found);
    }
    at = start + length + 2;
  }
  if (found.text.trim() !== "") return { kind: "text", said: found.text };
  if (found.html.trim() !== "") return { kind: "html", said: found.html };
  return found.rtf.trim() === "" ? null : { kind: "text", said: found.rtf };
}

function readAttribute(id: number, data: Uint8Array, found: Found): void {
  if (id === ATT_CODE_PAGE && data.length >= 4) {
    const page = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
    found.codePage = page === 65001 ? "utf-8" : `windows-${page}`;
  } else if (id === ATT_BODY) found.text ||= trimZeros(decodeText(data, found.codePage));
  else if (id === ATT_PROPERTIES) readProperties(data, found);
}

function readProperties(data: Uint8Array, found: Found): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 4;
  const read = () => {
    const value = at + 4 <= data.length ? view.getUint32(at, true) : 0;
    at += 4;
    return value;
  };
  const total = data.length >= 4 ? Math.min(view.getUint32(0, true), MAX_PROPERTIES) : 0;
  for (let count = 0; count < total && at + 4 <= data.length; count++) {
    const tag = read();
    const type = tag & 0xfff;
    const isMany = (tag & 0x1000) !== 0;
    const id = tag >>> 16;
    if (id >= 0x8000) at = skipName(view, at, read);
    const fixed = FIXED[type];
    const values = isMany || fixed === undefined ? Math.min(read(), MAX_PROPERTIES) : 1;
    for (let value = 0; value < values && at < data.length; value++) {
      const length = fixed ?? read();
      if (fixed === undefined) {
        keepValue(id, type, data.subarray(at, Math.min(at + length, data.length)), found);
      }
      at += fixed === undefined ? Math.ceil(length / 4) * 4 : length;
    }
  }
}

/** A property with a name of its own: a GUID, then a number or a text. */
function skipName(view: DataView, from: number, read: () => number): number {
  if (from + 24 > view.byteLength) return view.byteLength;
  const isText = view.getUint32(from + 16, true) === 1;
  const said = view.getUint32(from + 20, true);
  void read;
  return from + 24 + (isText ? Math.ceil(said / 4) * 4 : 0);
}

function keepValue(id: number, type: number, value: Uint8Array, found: Found): void {
  const decode = () =>
    trimZeros(
      type === UNICODE
        ? new TextDecoder("utf-16le").decode(value)
        : decodeText(value, type === STRING8 ? found.codePage : null, id === PR_BODY_HTML),
    );
  if (id === PR_BODY) found.text ||= decode();
  else if (id === PR_BODY_HTML) found.html ||= decode();
  else if (id === PR_RTF_COMPRESSED) found.rtf ||= readCompressedRtf(value);
}

function trimZeros(text: string): string {
  return text.replace(/\0+$/, "");
}
