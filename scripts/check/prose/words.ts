/** A word that our prose does not use, and what it says instead. */
interface AvoidedWord {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** A word in a text, with the place where it begins. */
export interface FoundWord {
  /** Counted from 0, in UTF-16 units. */
  readonly offset: number;
  /** What is wrong and what to write. */
  readonly message: string;
}

/** Letters and signs that make a word part of a name, a path, a flag or an address. */
const BEFORE = String.raw`(?<![\w/.@$<=\\-])`;
const AFTER = String.raw`(?![\w/@=(]|[-.:]\w|\\)`;

function avoid(words: string, instead: string, before = BEFORE): AvoidedWord {
  return { pattern: new RegExp(`${before}(?:${words})${AFTER}`, "gi"), instead };
}

const AVOIDED: readonly AvoidedWord[] = [
  avoid("mail|e-mail", '"email"'),
  avoid("mails|e-mails", '"emails"'),
  avoid("chapters?", '"migration"'),
  avoid("root tasks?", '"system row"'),
  avoid("stands(?! (?:in )?for\\b)|shall", '"says", "is in", "must"'),
  avoid("is none", '"is not a …", "has no …"', `${BEFORE}(?<!there )`),
  avoid("answer due", '"needs a reply"'),
  avoid("mood", '"tone"'),
  avoid("sums of money", '"amounts"'),
  avoid("read out of it", '"extracted"'),
  avoid("heads", '"classifiers"'),
  avoid("taken in", '"imported"'),
  avoid(
    "analysed?|analysing|behaviours?|colours?|labell(?:ed|ing)",
    "analyzed, behavior, color, labeled",
  ),
  avoid("there already", '"already there"'),
  avoid("refused", '"rejected"', `${BEFORE}(?<!connection )`),
];

/** What quotes others or names things: code spans, quoted words, addresses, names after a tag. */
const NOT_PROSE = new RegExp(
  [
    /``.+?``|`[^`]*`/,
    /"[^"\n]{1,200}"|“[^”\n]{1,200}”/,
    /https?:\/\/\S+/,
    /@(?:param|template|typeParam)\s+\S+/,
    /\{@link [^}]*\}/,
  ].map(({ source }) => source).join("|"),
  "g",
);

/** The words of a text that our prose avoids, in their order. */
export function findAvoidedWords(text: string): FoundWord[] {
  const prose = text.replaceAll(NOT_PROSE, (piece) => piece.replaceAll(/[^\n]/g, "`"));
  return AVOIDED.flatMap(({ pattern, instead }) =>
    Array.from(prose.matchAll(pattern), ({ 0: word, index }) => ({
      offset: index,
      message: `instead of "${word.toLowerCase()}" write ${instead}`,
    }))
  ).sort((a, b) => a.offset - b.offset);
}
