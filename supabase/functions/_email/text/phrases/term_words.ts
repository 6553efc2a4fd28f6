/** Which words may a term begin with? Its source is followed sign by sign. */
import { ANY_NUMBER, LETTERS } from "../letters.ts";
import { splitOutside } from "./split_outside.ts";

/** Words of which every match of a phrase contains one. */
export interface FirstWords {
  readonly words: ReadonlySet<string>;
  /** Those of them that are a match by themselves. */
  readonly whole: ReadonlySet<string>;
}

/** More possibilities than this are not worth looking up. */
const MAX_STATES = 800;
/** In front of what was read of a word where the term has something else beside it. */
const PARTIAL = "\u0001";
/** For something unknown, up to the next sign that ends a word. */
const UNKNOWN = "\u0002";
const ANY_DIGIT = "\u0003";

const WORD = new RegExp(`^[${LETTERS}0-9]+$`);
/** A word with one ending or letter that may be left out, such as `offers?`. */
const WORD_OR_SHORTER = new RegExp(`^([${LETTERS}]+)([${LETTERS}])\\?$`);
/** Several words, or a word with an apostrophe: the first is complete. */
const WORD_BEFORE_OTHERS = new RegExp(`^([${LETTERS}0-9]+)[ '-](?![?{])`);

/**
 * The first words of a term, given as the source of an expression. Null when they are not known.
 */
export function readTerm(source: string, isWhole: boolean): FirstWords | null {
  const words = new Set<string>();
  const whole = new Set<string>();
  const inner = /^\(\?:([^()]*)\)$/.exec(source)?.[1] ?? source;
  for (const alternative of splitOutside(inner, "|")) {
    if (isWhole && WORD.test(alternative)) {
      words.add(alternative);
      whole.add(alternative);
      continue;
    }
    const [, start, end] = isWhole ? WORD_OR_SHORTER.exec(alternative) ?? [] : [];
    if (start !== undefined && end !== undefined) {
      for (const word of [start, start + end]) {
        words.add(word);
        whole.add(word);
      }
      continue;
    }
    const [, first] = WORD_BEFORE_OTHERS.exec(alternative) ?? [];
    if (first !== undefined) {
      words.add(first);
      continue;
    }
    const read = readSlowly(alternative, isWhole);
    if (read === null) return null;
    for (const word of read.words) words.add(word);
    for (const word of read.whole) whole.add(word);
  }
  return { words, whole };
}

function readSlowly(source: string, isWhole: boolean): FirstWords | null {
  const reader = new Reader(source);
  for (const state of reader.readAlternatives([""])) {
    if (!isWhole || state === "" || state === PARTIAL || state === UNKNOWN) return null;
    if (state.startsWith(PARTIAL)) reader.words.add(state.slice(1));
    else {
      reader.words.add(state);
      reader.whole.add(state);
    }
  }
  return reader;
}

/** What may have been read so far of a word that is not complete yet. */
type States = readonly string[];

const LETTER = new RegExp(`[${LETTERS}0-9]`);
const LETTERS_ALONE = new RegExp(`[${LETTERS}0-9]+(?![${LETTERS}0-9?*+{])`, "y");
const PIECE = /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^]/y;
const REPEAT = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;

class Reader implements FirstWords {
  readonly words = new Set<string>();
  readonly whole = new Set<string>();
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  readAlternatives(before: States): States {
    let all = this.#readSequence(before);
    while (this.#source.charAt(this.#at) === "|") {
      this.#at++;
      all = unite(all, this.#readSequence(before));
    }
    // Too many to follow: as if nothing were known of them.
    return all.length > MAX_STATES ? [UNKNOWN] : all;
  }

  #readSequence(before: States): States {
    let states = before;
    while (this.#at < this.#source.length) {
      if (states.length === 0) {
        this.#at = findEnd(this.#source, this.#at);
        break;
      }
      const sign = this.#source.charAt(this.#at);
      if (sign === "|" || sign === ")") break;
      const letters = this.#take(LETTERS_ALONE);
      states = letters === null
        ? this.#repeat(states, this.#readPiece(states))
        : states.map((state) => state === UNKNOWN ? state : state + letters[0]);
    }
    return states;
  }

  /** One sign, class or group. */
  #readPiece(states: States): States {
    if (this.#source.startsWith("(?:", this.#at)) {
      this.#at += 3;
      const read = this.readAlternatives(states);
      this.#at++;
      return read;
    }
    if (this.#source.startsWith("(?", this.#at)) {
      do this.#at = findEnd(this.#source, this.#at + 1); while (this.#source[this.#at] === "|");
      this.#at++;
      return states.map(toPartial);
    }
    const signs = signsOf(this.#take(PIECE)?.[0] ?? "");
    if (signs === null) return [UNKNOWN];
    return signs.reduce<States>((all, sign) => unite(all, this.#append(states, sign)), []);
  }

  #append(states: States, sign: string): States {
    if (LETTER.test(sign)) {
      return states.map((state) => state === UNKNOWN ? state : state + sign);
    }
    const next = new Set<string>();
    for (const state of states) {
      const isBlank = state === "" || state === PARTIAL;
      if (sign === ANY_DIGIT) {
        if (isBlank) this.words.add(ANY_NUMBER);
        else next.add(UNKNOWN);
      } else if (isBlank || state === UNKNOWN) next.add(PARTIAL);
      else this.words.add(state.startsWith(PARTIAL) ? state.slice(1) : state);
    }
    return [...next];
  }

  /** What a repetition behind a piece makes of it. */
  #repeat(before: States, read: States): States {
    const repeat = this.#take(REPEAT);
    if (repeat === null) return read;
    const [written, least = "1"] = repeat;
    if (written === "?") return unite(before, read);
    const often = read.length === 0 ? read : unite(read, [UNKNOWN]);
    const isNeeded = written.startsWith("+") || written.startsWith("{") && least !== "0";
    return isNeeded ? often : unite(before, often);
  }

  #take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const taken = expression.exec(this.#source);
    if (taken !== null) this.#at += taken[0].length;
    return taken;
  }
}

/** The signs that a piece may stand for; null for more than a few. */
function signsOf(piece: string): readonly string[] | null {
  if (piece.length === 1) return piece === "." ? null : [piece];
  if (piece === "\\d") return [ANY_DIGIT];
  if (piece === "\\b") return [" "];
  if (piece.startsWith("\\")) return /^\\[a-zA-Z]/.test(piece) ? null : [piece.charAt(1)];
  const inside = piece.slice(1, -1);
  return /\\|\^|.-./.test(inside) ? null : [...inside];
}

function toPartial(state: string): string {
  return state === UNKNOWN || state.startsWith(PARTIAL) ? state : PARTIAL + state;
}

function unite(first: States, second: States): States {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...new Set([...first, ...second])];
}

/** Where the alternative or group that goes on at a place ends: at its `|` or closing bracket. */
function findEnd(source: string, from: number): number {
  let depth = 0;
  let isClass = false;
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (isClass) isClass = sign !== "]";
    else if (sign === "[") isClass = true;
    else if (sign === "(") depth++;
    else if (sign === ")" && depth-- === 0) return at;
    else if (sign === "|" && depth === 0) return at;
  }
  return source.length;
}
