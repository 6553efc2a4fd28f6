/**
 * Which texts does a phrase stand for? Looking for a few texts costs no expression: compiling one
 * takes longer than reading a short email.
 */

/** More texts than these take longer to look for than to match. */
const MOST_TEXTS = 8;
/** Stands for many texts, for none, or for what is around. */
const NOT_SPELLED = /[*+{^$.]|\\[a-z\d]|\(\?[^:]/i;
/** Signs that mean themselves. */
const SIGNS = /[^|()[\]?\\]+(?!\?)/y;

/**
 * Every text that the source of an expression matches, where it has only signs, classes of a few
 * signs, groups of alternatives, and parts that may be left out; null for others.
 * @example spellOut("(?:can|may) (?:i|we)") // ["can i", "can we", "may i", "may we"]
 */
export function spellOut(source: string): readonly string[] | null {
  if (NOT_SPELLED.test(source.replaceAll("\\.", " "))) return null;
  const speller = new Speller(source);
  const texts = speller.readAlternatives();
  return texts !== null && speller.isAtEnd && !texts.includes("") ? texts : null;
}

class Speller {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#source.length;
  }

  readAlternatives(): string[] | null {
    const all: string[] = [];
    do {
      const some = this.#readSequence();
      if (some === null || all.length + some.length > MOST_TEXTS) return null;
      all.push(...some);
    } while (this.#take("|"));
    return all;
  }

  #readSequence(): string[] | null {
    let texts = [""];
    while (!this.isAtEnd && this.#next !== "|" && this.#next !== ")") {
      const piece = this.#readPiece();
      if (piece === null) return null;
      if (this.#take("?")) piece.push("");
      texts = texts.flatMap((text) => piece.map((one) => text + one));
      if (texts.length > MOST_TEXTS) return null;
    }
    return texts;
  }

  /** Some signs, a class or a group. */
  #readPiece(): string[] | null {
    SIGNS.lastIndex = this.#at;
    const signs = SIGNS.exec(this.#source)?.[0];
    if (signs !== undefined) {
      this.#at += signs.length;
      return [signs];
    }
    if (this.#take("(?:")) {
      const inside = this.readAlternatives();
      return inside !== null && this.#take(")") ? inside : null;
    }
    if (this.#take("[")) {
      const inside = this.#source.slice(this.#at, this.#source.indexOf("]", this.#at));
      this.#at += inside.length + 1;
      return /[\\-]/.test(inside) ? null : [...inside];
    }
    this.#take("\\");
    return [this.#source.charAt(this.#at++)];
  }

  get #next(): string {
    return this.#source.charAt(this.#at);
  }

  #take(text: string): boolean {
    const isNext = this.#source.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }
}
