/** How the rules look for words: on folded text, at word borders, linear in the text. */

/** Lower case, straight quotes, single spaces: the form every cue is written in. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\u2018\u2019\u00B4]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ").trim();
}

// The cues are English, German and Spanish; full Unicode classes double the time to the first record.
const LETTER = "a-z\\u00df-\\u024f";

/**
 * One expression for many cues, matching whole words of folded text. Each cue is a regular expression
 * source: plain words, or bounded pieces such as `[^.]{0,30}`, never an unbounded repeat; `\p{L}` stands
 * for a Latin letter.
 */
export function cue(...sources: readonly string[]): RegExp {
  const source = sources.join("|").replaceAll("[\\p{L}", `[${LETTER}`)
    .replaceAll("\\p{L}", `[${LETTER}]`);
  return new RegExp(`(?:^|[^${LETTER}0-9])(?:${source})(?![${LETTER}0-9])`);
}
