/** Charsets of email that `TextDecoder` does not read. */

type Decode = (bytes: Uint8Array) => string;

const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const ESCAPE = 0x1b;

/** By their label without separators. */
export const UNCOMMON_DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ["utf7", decodeUtf7],
  ["unicode11utf7", decodeUtf7],
  ["iso2022kr", (bytes) => decodeShifted(bytes, "euc-kr")],
  ["iso2022cn", (bytes) => decodeShifted(bytes, "gbk")],
  ["hzgb2312", decodeHz],
  ["hz", decodeHz],
  ["ibm437", (bytes) => decodeTable(bytes, CP437)],
  ["cp437", (bytes) => decodeTable(bytes, CP437)],
  ["437", (bytes) => decodeTable(bytes, CP437)],
  ["ibm850", (bytes) => decodeTable(bytes, CP850)],
  ["cp850", (bytes) => decodeTable(bytes, CP850)],
  ["850", (bytes) => decodeTable(bytes, CP850)],
]);

/** Whether a text has the escapes of ISO-2022-JP, which needs no byte beyond ASCII. */
export function hasUnmarkedEscapes(text: string): boolean {
  return text.includes("\u001b$@") || text.includes("\u001b$B");
}

/** RFC 2152: `+` begins base64 of UTF-16, `-` or any other sign ends it; `+-` is a plus. */
function decodeUtf7(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (written: string, encoded: string) => {
    if (encoded === "") return written.endsWith("-") ? "+" : written;
    const units = atobBytes(encoded);
    return units === null ? written : new TextDecoder("utf-16be").decode(units);
  }).toWellFormed();
}

/** Whole pairs of bytes; null where it is no base64. */
function atobBytes(encoded: string): Uint8Array | null {
  const whole = encoded.length % 4 === 1 ? encoded.slice(0, -1) : encoded;
  try {
    const binary = atob(whole);
    const even = binary.length - binary.length % 2;
    return Uint8Array.from(binary.slice(0, even), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Shift-out begins characters of two 7-bit bytes, shift-in ends them; escapes only announce. */
function decodeShifted(bytes: Uint8Array, encoding: string): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE && bytes[at + 1] === 0x24) at += 3;
    else if (byte === SHIFT_OUT) isShifted = true;
    else if (byte === SHIFT_IN) isShifted = false;
    else {
      if (byte === 0x0a) isShifted = false;
      plain[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return new TextDecoder(encoding).decode(plain.subarray(0, length));
}

/** `~{` begins characters of two 7-bit bytes, `~}` ends them, `~~` is a tilde. */
function decodeHz(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      isShifted = next === 0x7b;
      at++;
    } else if (byte === 0x7e && (next === 0x7e || next === 0x0a)) {
      if (next === 0x7e) plain[length++] = byte;
      at++;
    } else {
      if (byte === 0x0a) isShifted = false;
      plain[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return new TextDecoder("gbk").decode(plain.subarray(0, length));
}

function decodeTable(bytes: Uint8Array, upper: string): string {
  const text = new TextDecoder("latin1").decode(bytes);
  // As latin1 means Windows-1252 here, the bytes themselves are looked up.
  let decoded = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    decoded += byte < 0x80 ? text[at] : upper[byte - 0x80];
  }
  return decoded;
}

const CP437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»" +
  "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const CP850 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»" +
  "░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" +
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
