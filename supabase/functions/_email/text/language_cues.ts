/** Which cues does a text have, in the languages that it may be in? */
import { isKnownLanguage, LANGUAGES, tablesOf } from "../words/languages.ts";
import { type Theme, THEMES_OF_TEXTS } from "../words/themes.ts";
import { Cue, type Pattern } from "./cues.ts";
import { CueIndex } from "./phrases/cue_index.ts";
import { cuesOfList, cuesOfText, type Folded, type TextCues } from "./phrases/text_cues.ts";
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
  let opened: CuesByLanguage | null = null;
  const open = () => opened ??= openCues(theme, section);
  const all = new CueOfLanguages(open, false);
  const unknown = new CueOfLanguages(open, true);
  return {
    in: (language) => {
      if (language === null) return unknown;
      return isKnownLanguage(language) ? open().get(language) ?? NEVER : all.of(ENGLISH_ALONE);
    },
    all,
  };
}

type CuesByLanguage = ReadonlyMap<string, Cue>;

function openCues(theme: Theme, section: string): CuesByLanguage {
  const written = Object.entries(tablesOf(theme));
  return new Map(written.map(([language, table]) => [
    language,
    new Cue(
      CueIndex.of(language, THEMES_OF_TEXTS.has(theme)),
      () => openTable(table).filter(({ name }) => name === section),
    ),
  ]));
}

/** Languages that are looked for only where a text shows them, a bit each. */
const TOLD = LANGUAGES.filter((language) => isKnownLanguage(language))
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
  let most = 0;
  for (const weight of weights) if (weight > most) most = weight;
  if (most === 0) return null;
  let languages = 0;
  for (let at = 0; at < PLACES.length; at++) {
    if ((weights[PLACES[at] ?? 0] ?? 0) >= LEAST_SHARE * most) languages |= 1 << at;
  }
  return languages;
}

function tellLanguagesOfList(texts: readonly Folded[]): number | null {
  const list = cuesOfList(texts);
  if (list.languages === undefined) {
    list.languages = null;
    for (const { folded } of texts) {
      const own = languagesOf(folded);
      if (own !== null) list.languages = (list.languages ?? 0) | own;
    }
  }
  return list.languages;
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
  readonly #open: () => CuesByLanguage;
  /** Languages of a text that shows none. */
  readonly #untold: number;
  readonly #byLanguages: (JoinedCues | undefined)[] = [];

  /** @param open the cues, when the first text comes */
  constructor(open: () => CuesByLanguage, isUnknown: boolean) {
    this.#open = open;
    this.#untold = isUnknown ? EVERY_LANGUAGE : ENGLISH_ALONE;
  }

  of(languages: number): JoinedCues {
    return this.#byLanguages[languages] ??= this.#join(languages);
  }

  #join(languages: number): JoinedCues {
    const cues: Cue[] = [];
    // By hand: `map` makes another kind of array once it is hot, for which all is compiled anew.
    for (const [language, cue] of this.#open()) {
      const bit = TOLD.indexOf(language);
      if (bit < 0 || (languages & 1 << bit) !== 0) cues.push(cue);
    }
    return new JoinedCues(cues);
  }

  /** What is looked for in sentences of one email: the languages of all of them. */
  within(texts: readonly Folded[]): Pattern {
    return this.of(tellLanguagesOfList(texts) ?? this.#untold);
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    return this.of(tellLanguagesOfList(texts) ?? this.#untold).mayBeInAny(texts);
  }

  /** Asked most often of all: looks the words of the text up once for all languages. */
  test(folded: string): boolean {
    const text = cuesOfText(folded);
    return this.#for(text).testText(folded, text);
  }

  exec(folded: string): RegExpExecArray | null {
    return this.#for(cuesOfText(folded)).exec(folded);
  }

  #for(text: TextCues): JoinedCues {
    return this.of(languagesOfText(text) ?? this.#untold);
  }
}

/** The cues of several languages as one pattern. */
class JoinedCues implements Pattern {
  readonly #cues: readonly Cue[];

  constructor(cues: readonly Cue[]) {
    this.#cues = cues;
    for (const cue of cues) cue.open();
  }

  test(folded: string): boolean {
    return this.testText(folded, cuesOfText(folded));
  }

  testText(folded: string, text: TextCues): boolean {
    for (const cue of this.#cues) if (cue.testText(folded, text)) return true;
    return false;
  }

  exec(folded: string): RegExpExecArray | null {
    let first: RegExpExecArray | null = null;
    for (const cue of this.#cues) {
      const match = cue.exec(folded);
      if (match !== null && (first === null || match.index < first.index)) first = match;
    }
    return first;
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    for (const cue of this.#cues) if (cue.mayBeInAny(texts)) return true;
    return false;
  }
}

const NEVER: Pattern = { test: () => false, exec: () => null, mayBeInAny: () => false };
