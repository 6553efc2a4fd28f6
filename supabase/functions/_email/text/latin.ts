/**
 * Expressions over Unicode letters, and over those of western Europe alone where a text has no
 * others: V8 compiles `\p{L}` about ten times as slowly as the letters themselves.
 */
import { quick } from "./quick.ts";

/**
 * Anything but Latin-1, the common dashes, quotes and bullets, the euro, and what stands for bytes
 * that could not be read.
 */
const BEYOND = /[^\t-\xff\u2010-\u2027\u2030-\u203a\u20ac\u25a0\u25cb\u25cf\ufffd]/;

/** What Unicode's classes have among those characters, for use inside a character class. */
const CLASSES: Readonly<Record<string, string>> = {
  L: "A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff",
  Lu: "A-Z\\xc0-\\xd6\\xd8-\\xde",
  Ll: "a-z\\xb5\\xdf-\\xf6\\xf8-\\xff",
  N: "0-9\\xb2\\xb3\\xb9\\xbc-\\xbe",
  M: "",
  Extended_Pictographic: "\\xa9\\xae",
};
/** `Lu` and `Ll` where case is ignored. */
const CASED = "A-Za-z\\xb5\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff";

let last = "";
let isLastBeyond = false;

/**
 * Whether a text has letters or signs for which the expressions need Unicode's classes. Several
 * expressions look at one text after the other.
 */
export function isBeyondLatin(text: string): boolean {
  if (text !== last) {
    last = text;
    isLastBeyond = BEYOND.test(text);
  }
  return isLastBeyond;
}

/** An expression with Unicode classes, compiled when it is first needed, see `latin`. */
export class LatinExpression {
  readonly #source: string;
  readonly #flags: string;
  #latin: RegExp | null = null;
  #unicode: RegExp | null = null;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  /** The expression to use on a text. */
  for(text: string): RegExp {
    if (isBeyondLatin(text)) {
      return this.#unicode ??= quick(this.#source, `${this.#flags}u`);
    }
    return this.#latin ??= quick(toClasses(this.#source, this.#flags), this.#flags);
  }

  test(text: string): boolean {
    return this.for(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.for(text).exec(text);
  }
}

/**
 * An expression that may use `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}`, `\p{M}` and
 * `\p{Extended_Pictographic}`.
 * @param flags without `u`
 * @example latin(String.raw`^\p{Lu}\p{Ll}+$`).test("Zoë")
 */
export function latin(source: string, flags = ""): LatinExpression {
  return new LatinExpression(source, flags);
}

/** Like `matchAll`, which copies the expression: that takes longer than most sentences. */
export function findMatches(expression: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    matches.push(match);
  }
  return matches;
}

function toClasses(source: string, flags: string): string {
  let isInside = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (found: string, name?: string) => {
    if (name === undefined) {
      if (found.length === 1) isInside = found === "[";
      return found;
    }
    const isCased = flags.includes("i") && (name === "Lu" || name === "Ll");
    const letters = isCased ? CASED : CLASSES[name];
    if (letters === undefined) throw new Error(`The class ${name} is not known.`);
    return isInside ? letters : `[${letters}]`;
  });
}

const LETTER_OR_DIGIT = latin(String.raw`[\p{L}\p{N}]`);
/** What most texts begin with: then the rest need not be looked at. */
const PLAIN = /[a-z\d]/i;

/** Whether a text has more than signs and spaces. */
export function hasLetterOrDigit(text: string): boolean {
  return PLAIN.test(text) || LETTER_OR_DIGIT.test(text);
}
