/** Colors of text and background, as far as emails write them. */
import { COLOR_NAMES } from "./color_names.ts";

/** Red, green and blue as one number; or a color, picture or gradient that is not known. */
export type Color = number | "unknown" | "transparent";

/** The page where nothing sets its color. */
export const WHITE = 0xffffff;
/** Text where nothing sets its color. */
export const BLACK = 0x000000;

/** Made from the list when the first color is read. */
let named: ReadonlyMap<string, number> | null = null;

function listNames(): ReadonlyMap<string, number> {
  const words = COLOR_NAMES.split(" ");
  return new Map(
    words.flatMap((word, at) => at % 2 === 0 ? [[word, parseInt(words[at + 1] ?? "", 16)]] : []),
  );
}

/** Channels that differ less than this are one color to the eye. */
const SAME_WITHIN = 10;
/** What is less opaque than this cannot be seen. */
const LEAST_ALPHA = 0.1;

const HEX = /^#?(?:([0-9a-f]{3})([0-9a-f])?|([0-9a-f]{6})([0-9a-f]{2})?)$/;
const FUNCTION = /^(rgb|hsl|hwb)a?\(([^()]{1,100})\)$/;

/** A color in lower case: a name, hexadecimal digits with or without alpha, `rgb(…)`, `hsl(…)`. */
export function readColor(value: string): Color {
  if (value === "transparent") return "transparent";
  named ??= listNames();
  return named.get(value) ?? readHex(value) ?? readFunction(value) ?? "unknown";
}

function readHex(value: string): Color | null {
  const [, short, shortAlpha, long, longAlpha] = HEX.exec(value) ?? [];
  const digits = long ?? (short === undefined ? "" : [...short].map((one) => one + one).join(""));
  if (digits === "" || (shortAlpha ?? longAlpha) !== undefined && !value.startsWith("#")) {
    return null;
  }
  const alpha = longAlpha ?? (shortAlpha === undefined ? "ff" : shortAlpha + shortAlpha);
  return parseInt(alpha, 16) / 255 <= LEAST_ALPHA ? "transparent" : parseInt(digits, 16);
}

function readFunction(value: string): Color | null {
  const [, kind, inside = ""] = FUNCTION.exec(value) ?? [];
  const parts = inside.trim().split(/\s*[\s,/]\s*/);
  if (kind === undefined || parts.length < 3 || parts.length > 4) return null;
  const alpha = parts[3] === undefined ? 1 : readShare(parts[3], 1);
  const channels = kind === "rgb"
    ? parts.slice(0, 3).map((part) => readShare(part, 255) * 255)
    : kind === "hsl"
    ? readHsl(parts)
    : readHwb(parts);
  if (Number.isNaN(alpha) || channels.some(Number.isNaN)) return null;
  if (alpha <= LEAST_ALPHA) return "transparent";
  return channels.reduce((color, channel) => (color << 8) | Math.round(channel), 0);
}

/** From 0 to 1: a percentage, or a number out of `whole`. NaN where it is neither. */
function readShare(part: string, whole: number): number {
  if (!/^[+-]?(?:\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})%?$/.test(part)) return NaN;
  const share = parseFloat(part) / (part.endsWith("%") ? 100 : whole);
  return Math.min(Math.max(share, 0), 1);
}

function readHsl([hue = "", saturation = "", lightness = ""]: readonly string[]): number[] {
  const turn = /^([+-]?[\d.]{1,10})(deg|turn|rad|grad)?$/.exec(hue);
  const perTurn = { deg: 360, turn: 1, rad: 2 * Math.PI, grad: 400 }[turn?.[2] ?? "deg"] ?? 360;
  const at = Number(turn?.[1] ?? NaN) / perTurn * 12;
  const [s, l] = [saturation, lightness].map((part) => readShare(part, 100));
  const range = (s ?? NaN) * Math.min(l ?? NaN, 1 - (l ?? NaN));
  return [0, 8, 4].map((offset) => {
    const step = (((offset + at) % 12) + 12) % 12;
    return 255 * ((l ?? NaN) - range * Math.max(-1, Math.min(step - 3, 9 - step, 1)));
  });
}

/** White and black in equal parts to the hue; gray where they leave none of it. */
function readHwb([hue = "", whiteness = "", blackness = ""]: readonly string[]): number[] {
  const [white = NaN, black = NaN] = [whiteness, blackness].map((part) => readShare(part, 100));
  const sum = white + black;
  if (sum >= 1) return [0, 0, 0].map(() => 255 * white / sum);
  return readHsl([hue, "100%", "50%"]).map((channel) => channel * (1 - sum) + 255 * white);
}

/** The background that three declarations make together; null where none of them sets one. */
export function readBackground(
  color: string | undefined,
  shorthand: string | undefined,
  image: string | undefined,
): Color | null {
  if (image !== undefined && !/^(?:none|initial|unset)$/.test(image)) return "unknown";
  if (shorthand !== undefined) {
    if (/\(/.test(shorthand.replace(/(?:rgb|hsl|hwb)a?\([^()]*\)/g, ""))) return "unknown";
    const parts = shorthand.match(/(?:rgb|hsl|hwb)a?\([^()]*\)|\S+/g) ?? [];
    const known = parts.map(readColor).find((part) => part !== "unknown");
    if (known !== undefined) return known === "transparent" ? null : known;
    if (!/^none\b/.test(shorthand)) return "unknown";
  }
  if (color === undefined) return null;
  const read = readColor(color);
  return read === "transparent" ? null : read;
}

/** Whether text of one color disappears on the other. */
export function isInvisible(text: Color, background: Color): boolean {
  if (text === "transparent") return true;
  if (typeof text !== "number" || typeof background !== "number") return false;
  return [16, 8, 0].every((shift) =>
    Math.abs(((text >> shift) & 255) - ((background >> shift) & 255)) < SAME_WITHIN
  );
}
