/** Colours of text and background, as far as mail writes them. */

/** Red, green and blue as one number; or a colour, picture or gradient that cannot be told. */
export type Color = number | "unknown" | "transparent";

/** What a page is coloured with that says nothing. */
export const WHITE = 0xffffff;
/** What text is written in that says nothing. */
export const BLACK = 0x000000;

const NAMED: ReadonlyMap<string, number> = new Map([
  ["white", WHITE],
  ["black", BLACK],
  ["red", 0xff0000],
  ["blue", 0x0000ff],
  ["green", 0x008000],
  ["gray", 0x808080],
  ["grey", 0x808080],
  ["silver", 0xc0c0c0],
  ["snow", 0xfffafa],
  ["ivory", 0xfffff0],
  ["whitesmoke", 0xf5f5f5],
  ["ghostwhite", 0xf8f8ff],
  ["floralwhite", 0xfffaf0],
]);

/** Channels that differ less than this are one colour to the eye. */
const SAME_WITHIN = 10;

/** A colour in lower case: a name, `#fff`, `#ffffff`, `ffffff`, `rgb(…)`, `rgba(…)`. */
export function readColor(value: string): Color {
  const named = NAMED.get(value);
  if (named !== undefined) return named;
  if (value === "transparent") return "transparent";
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    return parseInt(hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join(""), 16);
  }
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]{1,6})%?)?\s*\)$/
    .exec(value);
  if (rgb === null) return "unknown";
  if (rgb[4] !== undefined && Number(rgb[4]) === 0) return "transparent";
  const [red = 0, green = 0, blue = 0] = rgb.slice(1, 4).map((part) => Math.min(Number(part), 255));
  return (red << 16) | (green << 8) | blue;
}

/** The background that three declarations make together; null where none of them says one. */
export function readBackground(
  color: string | undefined,
  shorthand: string | undefined,
  image: string | undefined,
): Color | null {
  if (image !== undefined && image !== "none") return "unknown";
  if (shorthand !== undefined) {
    const whole = readColor(shorthand);
    if (whole !== "unknown") return whole === "transparent" ? null : whole;
    if (!/^none\b/.test(shorthand)) return "unknown";
  }
  if (color === undefined) return null;
  const read = readColor(color);
  return read === "transparent" ? null : read;
}

/** Whether text of one colour disappears on the other. */
export function isInvisible(text: Color, background: Color): boolean {
  if (text === "transparent") return true;
  if (typeof text !== "number" || typeof background !== "number") return false;
  return [16, 8, 0].every((shift) =>
    Math.abs(((text >> shift) & 255) - ((background >> shift) & 255)) < SAME_WITHIN
  );
}
