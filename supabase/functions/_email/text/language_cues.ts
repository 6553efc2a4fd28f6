/** Which cues does a text have, in the languages that it may be in? */
import { isKnownLanguage, LANGUAGES, tablesOf } from "../words/languages.ts";
import type { Theme } from "../words/themes.ts";
import { Cue, cuesOfText, type Folded, type Pattern, type TextCues } from "./cues.ts";
import { KNOWN, sumKnownWeights } from "./language/function_words.ts";
import { openTable } from "./word_table.ts";

/** Cues in the languages that the rules know. */
export interface Cues {
  /**
   * What to look for in a text of a language: its own words. In a language without words of its
   * own, those of English and of every language; in an unknown one, see `languagesIn`.
   */
  in(language: string | null): Pattern;
  /** What to look for whatever the language of the email is: each sentence tells its own. */
  readonly all: Pattern;
}

/** The cues of one section in each language; a table may do without the section. */
export function cuesOf(theme: Theme, section: string): Cues {
  const written = Object.entries(tablesOf(theme));
  const cues = new Map(written.map(([language, table]) => [
    language,
    new Cue(() => openTable(table).filter(({ name }) => name === section)),
  ]));
  const all = new CueOfLanguages(cues, false);
  const unknown = new CueOfLanguages(cues, true);
  return {
    in: (language) => {
      if (language === null) return unknown;
      return isKnownLanguage(language) ? cues.get(language) ?? NEVER : all.of(ENGLISH_ALONE);
    },
    all,
  };
}

/** Languages that are looked for only where a text shows them, a bit each. */
const TOLD = Object.keys(LANGUAGES).filter((language) => isKnownLanguage(language))
  .filter((language) => language !== "en");
/** Their places in `KNOWN`. */
const PLACES = TOLD.map((language) => KNOWN.indexOf(language));
const ENGLISH_ALONE = 0;
const EVERY_LANGUAGE = 2 ** TOLD.length - 1;
/** A language whose words say less than this beside the language they say most for is out. */
const LEAST_SHARE = 0.5;

/** The languages of a text by its function words, as bits; null where it has none. */
function tellLanguages(words: ReadonlySet<string>): number | null {
  const weights = sumKnownWeights(words);
  const most = Math.max(...weights);
  if (most === 0) return null;
  let languages = 0;
  for (const [at, place] of PLACES.entries()) {
    if ((weights[place] ?? 0) >= LEAST_SHARE * most) languages |= 1 << at;
  }
  return languages;
}

const languagesOfLists = new WeakMap<readonly Folded[], number | null>();

function tellLanguagesOfList(texts: readonly Folded[]): number | null {
  let languages = languagesOfLists.get(texts);
  if (languages === undefined) {
    languages = texts.reduce<number | null>((all, { folded }) => {
      const own = languagesOf(folded);
      return own === null ? all : (all ?? 0) | own;
    }, null);
    languagesOfLists.set(texts, languages);
  }
  return languages;
}

function languagesOf(folded: string): number | null {
  return languagesOfText(cuesOfText(folded));
}

function languagesOfText(text: TextCues): number | null {
  return text.languages === undefined ? text.languages = tellLanguages(text.words) : text.languages;
}

/**
 * The known languages that sentences may be in, English always: all of them where no sentence
 * shows any.
 */
export function languagesIn(texts: readonly Folded[]): readonly string[] {
  const bits = tellLanguagesOfList(texts) ?? EVERY_LANGUAGE;
  return ["en", ...TOLD.filter((_, at) => bits & 1 << at)];
}

/**
 * The cues of English, of what is looked for in every language, and of the languages that a text
 * shows. The words of a language are read when the first text in it comes.
 */
class CueOfLanguages implements Pattern {
  readonly #cues: ReadonlyMap<string, Cue>;
  /** Languages of a text that shows none. */
  readonly #untold: number;
  readonly #byLanguages = new Map<number, Pattern>();
  readonly #lists = new Map<number, readonly Cue[]>();

  constructor(cues: ReadonlyMap<string, Cue>, isUnknown: boolean) {
    this.#cues = cues;
    this.#untold = isUnknown ? EVERY_LANGUAGE : ENGLISH_ALONE;
  }

  of(languages: number): Pattern {
    let pattern = this.#byLanguages.get(languages);
    if (pattern === undefined) {
      pattern = joinCues(this.#list(languages));
      this.#byLanguages.set(languages, pattern);
    }
    return pattern;
  }

  #list(languages: number): readonly Cue[] {
    let cues = this.#lists.get(languages);
    if (cues === undefined) {
      cues = [...this.#cues].filter(([language]) => {
        const bit = TOLD.indexOf(language);
        return bit < 0 || (languages & 1 << bit) !== 0;
      }).map(([, cue]) => cue);
      this.#lists.set(languages, cues);
    }
    return cues;
  }

  /** What is looked for in sentences of one email: the languages of all of them. */
  within(texts: readonly Folded[]): Pattern {
    return this.of(tellLanguagesOfList(texts) ?? this.#untold);
  }

  mayBeIn(folded: string): boolean {
    return this.#for(folded).mayBeIn?.(folded) ?? true;
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    return this.within(texts).mayBeInAny?.(texts) ?? true;
  }

  /** Asked most often of all: looks the words of the text up once for all languages. */
  test(folded: string): boolean {
    const text = cuesOfText(folded);
    for (const cue of this.#list(languagesOfText(text) ?? this.#untold)) {
      if (cue.testText(folded, text)) return true;
    }
    return false;
  }

  exec(folded: string): RegExpExecArray | null {
    return this.#for(folded).exec(folded);
  }

  #for(folded: string): Pattern {
    return this.of(languagesOf(folded) ?? this.#untold);
  }
}

const NEVER: Pattern = { test: () => false, exec: () => null, mayBeIn: () => false };

function joinCues(cues: readonly Cue[]): Pattern {
  const [first = NEVER] = cues;
  if (cues.length < 2) return first;
  return {
    test: (folded) => cues.some((cue) => cue.test(folded)),
    exec: (folded) => findFirstMatch(cues, folded),
    mayBeIn: (folded) => cues.some((cue) => cue.mayBeIn(folded)),
    mayBeInAny: (texts) => cues.some((cue) => cue.mayBeInAny(texts)),
  };
}

function findFirstMatch(cues: readonly Cue[], folded: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const cue of cues) {
    const match = cue.exec(folded);
    if (match !== null && (first === null || match.index < first.index)) first = match;
  }
  return first;
}
