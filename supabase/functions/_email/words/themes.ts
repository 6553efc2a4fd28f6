/** Which tables may a language have? */

/** What the words of a table are about. */
export const THEMES = [
  "adverts",
  "automatic",
  "business",
  "feelings",
  "injection",
  "intents",
  "layout",
  "letters",
  "questions",
  "replies",
  "requests",
  "troubles",
  "urgency",
] as const;
export type Theme = (typeof THEMES)[number];

/** Looked for in whole texts and subjects; all others in sentences. */
export const THEMES_OF_TEXTS: ReadonlySet<Theme> = new Set(["adverts", "automatic"]);

/** The word tables of a language by theme, see `text/word_table.ts`. */
export type LanguageTables = Readonly<Partial<Record<Theme, string>>>;
