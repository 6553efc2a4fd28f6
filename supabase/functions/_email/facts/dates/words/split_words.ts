/** How a text falls into words, numbers and signs. */
import { LETTERS } from "../../../text/letters.ts";

/** One word, number or sign; without state unless used with `lastIndex`. */
export const TOKEN = new RegExp(`\\d+|o['’]clock|[${LETTERS}]+|[^\\s]`, "gi");

/** The words and signs of a phrase. */
export function splitWords(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
