/** What was looked up for a text, and for the sentences of an email: once, for all cues. */
import { hasOtherLetters, wordsOf } from "../letters.ts";
import { Memo } from "../memo.ts";
import { type CueIndex, findKnown, type FoundCues, type KnownWords } from "./cue_index.ts";
import { readOpening } from "./needed_words.ts";
import type { PhraseText } from "./phrase.ts";

/** What a text may contain. A language is looked up when its first cue asks. */
export class TextCues implements PhraseText {
  readonly words: ReadonlySet<string>;
  readonly opening: string | null;
  readonly #folded: string;
  #hasOtherLetters: boolean | null = null;
  /** See `language_cues.ts`; undefined until somebody asks. */
  languages?: number | null;
  readonly #found: (FoundCues | undefined)[] = [];
  #known: KnownWords | null = null;

  constructor(folded: string) {
    this.words = wordsOf(folded);
    this.opening = readOpening(folded, this.words);
    this.#folded = folded;
  }

  get hasOtherLetters(): boolean {
    return this.#hasOtherLetters ??= hasOtherLetters(this.#folded);
  }

  find(index: CueIndex): FoundCues {
    const found = this.#found[index.number];
    if (found !== undefined) return found;
    this.#known = findKnown(this.words, this.#known);
    return this.#found[index.number] = index.find(this.#known.words);
  }
}

/** Texts that are kept with their candidates: many cues look at the sentences of one email. */
const MAX_KEPT = 300;
const kept = new Memo<string, TextCues>();
let lastFolded = "";
let lastText = new TextCues("");

/** Read once, and kept for a while. */
export function cuesOfText(folded: string): TextCues {
  if (lastFolded === folded) return lastText;
  let text = kept.get(folded);
  if (text === undefined) {
    if (kept.size >= MAX_KEPT) kept.forget();
    text = new TextCues(folded);
    kept.set(folded, text);
  }
  lastFolded = folded;
  return lastText = text;
}

/** A text that is looked at together with others. */
export interface Folded {
  readonly folded: string;
}

/** Which cues of a language may be in any text of a list. */
interface PresentCues {
  readonly isPresent: Uint8Array;
  readonly count: number;
}

/** What the texts of a list may contain. */
export class ListCues {
  /** See `language_cues.ts`; undefined until somebody asks. */
  languages?: number | null;
  readonly #texts: readonly Folded[];
  readonly #present: (PresentCues | undefined)[] = [];

  constructor(texts: readonly Folded[]) {
    this.#texts = texts;
  }

  find(index: CueIndex): PresentCues {
    return this.#present[index.number] ??= this.#look(index);
  }

  #look(index: CueIndex): PresentCues {
    // A text that was met before some cues does not know them.
    let count = Infinity;
    const all: FoundCues[] = [];
    for (const { folded } of this.#texts) {
      const found = cuesOfText(folded).find(index);
      count = Math.min(count, found.count);
      all.push(found);
    }
    const isPresent = new Uint8Array(all.length === 0 ? 0 : count);
    for (const { places } of all) {
      for (const place of places) if (place < count) isPresent[place] = 1;
    }
    return { isPresent, count };
  }
}

const cuesOfLists = new Memo<readonly Folded[], ListCues>();
let lastList: readonly Folded[] | null = null;
let lastListCues = new ListCues([]);

/** Looked at once for each list. */
export function cuesOfList(texts: readonly Folded[]): ListCues {
  if (texts === lastList) return lastListCues;
  let cues = cuesOfLists.get(texts);
  if (cues === undefined) {
    cues = new ListCues(texts);
    cuesOfLists.set(texts, cues);
  }
  lastList = texts;
  return lastListCues = cues;
}
