import UPNG from "upng-js";

/** Enough for pages of text with few colors. */
const COLORS = 16;

/** A PNG with a palette, which is a fraction of the size. */
export function shrinkPng(png: Uint8Array): Uint8Array {
  const image = UPNG.decode(png.slice().buffer);
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS));
}
