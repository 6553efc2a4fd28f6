/** How the rules look for words: on folded text, at word borders, linear in the text. */

/** Lower case, straight quotes, single spaces: the form every cue is written in. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\u2018\u2019\u00B4]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ").trim();
}

// The cues are English, German and Spanish; full Unicode classes double the time to the first record.
const LETTER = "a-z\\u00df-\\u024f";

/** What is looked for in folded text. A `RegExp` is one. */
export type Pattern = Pick<RegExp, "test" | "exec">;

/** A source in letters of the cues' languages: `\p{L}` stands for a Latin letter, also inside a class. */
export function toLatin(source: string): string {
  return source.replaceAll("[\\p{L}", `[${LETTER}`).replaceAll("\\p{L}", `[${LETTER}]`);
}

/**
 * One expression for many cues, matching whole words of folded text. Each cue is a regular expression
 * source: plain words, or bounded pieces such as `[^.]{0,30}`, never an unbounded repeat; `\p{L}` stands
 * for a Latin letter. Compiled when it is first looked for: most mails never ask for most cues.
 */
export function cue(...sources: readonly string[]): Pattern {
  let compiled: RegExp | null = null;
  const compile = () =>
    compiled ??= new RegExp(
      `(?:^|[^${LETTER}0-9])(?:${toLatin(sources.join("|"))})(?![${LETTER}0-9])`,
    );
  return {
    test: (folded) => compile().test(folded),
    exec: (folded) => compile().exec(folded),
  };
}

/** Cues in the languages that the rules know. */
export interface Cues {
  /** What to look for in a text of a language; all of them where it is none of these. */
  in(language: string | null): Pattern;
}

/** Cues by language, see `cue`. */
export function cuesOf(
  sources: Readonly<Record<"en" | "de" | "es", readonly string[]>>,
): Cues {
  const { en, de, es } = sources;
  const known: Readonly<Record<string, Pattern>> = {
    en: cue(...en),
    de: cue(...de),
    es: cue(...es),
  };
  const all = cue(...en, ...de, ...es);
  return { in: (language) => known[language ?? ""] ?? all };
}
