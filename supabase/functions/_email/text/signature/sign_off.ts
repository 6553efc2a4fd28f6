/** Does a line close a letter, like `Kind regards,` or `Danke und Gruß, Ana`? */
import { latin } from "../latin.ts";
import { layoutSource, LazyExpression } from "../layout_words.ts";

// Lower case is matched, which compiles much faster than ignoring case.
const CLOSING = new LazyExpression(() =>
  latin(String.raw`^${layoutSource("closing")}(?![\p{L}\p{N}'’])`)
);
const THANKS = latin(
  String.raw`^\p{L}{0,10} ?(?:than|thx|tx|tks|ty|dan|gracias|merci|grazie|obrig)`,
  "i",
);
const LINK = /^(?:[\s,.!;:_&+*/–—-]|(?:and|und|y|et|e|en|og|och|i)\s)+/i;

/** What a closing line consists of. */
export interface SignOff {
  /** What follows the closing words, e.g. a name; empty when nothing does. */
  readonly rest: string;
  /** Whether only a word of thanks closes, which may as well be all that an email says. */
  readonly isThanks: boolean;
}

/** Reads the closing words at the start of a line; null when there are none. */
export function readSignOff(line: string): SignOff | null {
  let rest = line.slice(0, 120).trim().replace(/^[-–—~*\s]{1,6}/, "");
  const isThanks = THANKS.test(rest);
  let count = 0;
  for (; count < 3; count++) {
    const closing = CLOSING.exec(rest.toLowerCase());
    if (closing === null) break;
    rest = rest.slice(closing[0].length).replace(LINK, "");
  }
  return count === 0 ? null : { rest: rest.trim(), isThanks: isThanks && count === 1 };
}
