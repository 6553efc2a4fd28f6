/** Is it the sender that a line names? */
import { latin } from "../latin.ts";

/** Who sent an email, as its header says. */
export interface Sender {
  readonly name: string | null;
  readonly email: string | null;
}

/** The words a sender may sign with. */
export interface SenderWords {
  /** Lower case, from the name and the address. */
  readonly words: ReadonlySet<string>;
  /** Those of the name alone. */
  readonly ofName: ReadonlySet<string>;
  /** Lower case initials, in the order of the name and turned around. */
  readonly initials: ReadonlySet<string>;
}

const MAX_NAME_UNITS = 120;
const MAX_COUNTED = 4;
const NAME_WORDS = latin(String.raw`[\p{L}\p{M}]+`, "g");

/** Takes a sender apart; empty when nothing is known of them. */
export function readSenderWords({ name, email }: Sender): SenderWords {
  const ofName = splitWords((name ?? "").replace(/@.*$/, ""));
  const ofAddress = splitWords((email ?? "").replace(/@.*$/, ""));
  const letters = ofName.map((word) => word.charAt(0));
  const turned = [...letters.slice(1), ...letters.slice(0, 1)];
  const initials = [letters, turned, [letters[0] ?? "", letters.at(-1) ?? ""], [
    letters.at(-1) ?? "",
    letters[0] ?? "",
  ]].map((each) => each.join("")).filter((each) => each.length >= 2);
  return {
    words: new Set([...ofName, ...ofAddress].filter((word) => word.length >= 2)),
    ofName: new Set(ofName),
    initials: new Set(initials),
  };
}

/**
 * How many of the words that a line starts with are the sender's; a short form of a name counts.
 */
export function countSenderWords(line: string, sender: SenderWords): number {
  const start = line.slice(0, MAX_NAME_UNITS).toLowerCase().slice(0, MAX_NAME_UNITS);
  const expression = NAME_WORDS.for(start);
  expression.lastIndex = 0;
  // Word by word: most lines begin with none of the sender's.
  for (let count = 0; count < MAX_COUNTED; count++) {
    const word = expression.exec(start)?.[0];
    if (word === undefined) return count;
    if (count === 0 && sender.initials.has(word)) return 1;
    if (!isSenderWord(word, sender)) return count;
  }
  return MAX_COUNTED;
}

/** Also `Kim` of Kimberly and `Kimberly` of Kim. */
function isSenderWord(word: string, { words, ofName }: SenderWords): boolean {
  if (words.has(word)) return true;
  if (word.length < 3) return false;
  for (const known of words) if (known.startsWith(word)) return true;
  for (const known of ofName) if (known.length >= 3 && word.startsWith(known)) return true;
  return false;
}

function splitWords(text: string): string[] {
  const name = text.slice(0, MAX_NAME_UNITS).toLowerCase();
  return name.match(NAME_WORDS.for(name)) ?? [];
}
