/** Is the email advertising or fraud that anybody could get? */
import { fold, type Pattern } from "../../text/cues.ts";
import { cuesOf } from "../../text/language_cues.ts";
import { latin } from "../../text/latin.ts";

/** Each tells little; several kinds of them together tell advertising. */
const SIGNS = ["click", "free", "price", "hurry", "money", "hype", "goods", "leave", "reader"]
  .map((section) => cuesOf("adverts", section).all);
const FRAUD = ["bait", "threat", "secrecy"].map((section) => cuesOf("adverts", section).all);

const SIGNS_NEEDED = 4;
const FRAUD_SIGNS_NEEDED = 2;
/** Read for wording: advertising says at once what it sells, at its end how to leave its list. */
const UNITS_READ = 3_000;
/** Words in capitals that are no abbreviations, and exclamation marks. */
const LOUD_WORD = latin(String.raw`(?<![\p{L}\d])\p{Lu}{4,}(?![\p{L}\d])`, "g");
const LOUD_WORDS = 6;
const LOUD_MARKS = 4;

/** What many people get: `advertising`, `fraud`; null for neither. */
export type Pitch = "advertising" | "fraud" | null;

/** By the wording of subject and text. Linear in the text. */
export function recognizePitch(subject: string, text: string): Pitch {
  const read = text.length <= 2 * UNITS_READ
    ? text
    : `${text.slice(0, UNITS_READ)}\n${text.slice(-UNITS_READ)}`;
  const folded = fold(`${subject}\n${read}`);
  if (countSigns(FRAUD, folded, FRAUD_SIGNS_NEEDED) >= FRAUD_SIGNS_NEEDED) return "fraud";
  const signs = countSigns(SIGNS, folded, SIGNS_NEEDED - 1);
  if (signs < SIGNS_NEEDED - 1) return null;
  return signs + (isLoud(`${subject}\n${read}`) ? 1 : 0) >= SIGNS_NEEDED ? "advertising" : null;
}

/** How many kinds of signs there are. Looks no further once there cannot be `needed` of them. */
function countSigns(kinds: readonly Pattern[], folded: string, needed: number): number {
  let found = 0;
  for (const [at, kind] of kinds.entries()) {
    if (found + kinds.length - at < needed) break;
    if (kind.test(folded)) found += 1;
  }
  return found;
}

function isLoud(text: string): boolean {
  return (text.match(LOUD_WORD.for(text)) ?? []).length >= LOUD_WORDS ||
    (text.match(/!/g) ?? []).length >= LOUD_MARKS;
}
