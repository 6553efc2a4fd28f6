/**
 * How the request model reads a sentence: words and marks, with numbers, links and addresses
 * alike.
 */
import { LETTERS } from "../../text/letters.ts";
import { fold } from "../../text/cues.ts";

/** Words and marks read of one sentence; requests are said early. */
const MAX_TOKENS = 80;
/** Units read of one sentence before it is cut into tokens. */
const MAX_UNITS = 1_000;

const TOKEN = new RegExp(`[${LETTERS}0']+|[?!:,;]`, "g");

/**
 * Lower-case words and the marks `?!:,;`, in order; `url`, `mail` and `0` stand for links,
 * addresses and numbers.
 */
export function toTokens(text: string): string[] {
  const bare = text.slice(0, MAX_UNITS).replace(/^[>\s\d.*•–[\]-]{1,20}/, "");
  const folded = fold(bare)
    .replace(/\$link|https?:\S{1,500}|www\.\S{1,500}|<[^<>]{0,300}>/g, " url ")
    .replace(/[^\s@]{1,100}@\S{1,200}/g, " mail ")
    .replace(/\d[\d.,:/-]{0,40}/g, "0");
  return (folded.match(TOKEN) ?? []).slice(0, MAX_TOKENS);
}
