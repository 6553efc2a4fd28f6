/** Is a line only a phrase around what an email says, or does it say something? */
import { layoutSource, layoutWords, LazyExpression } from "../layout_words.ts";
import { hasLetterOrDigit, latin } from "../latin.ts";
import { headerField } from "../quotes/header_fields.ts";
import { isAttachmentLine, isGreeting } from "../signature/signature_lines.ts";
import { readSignOff } from "../signature/sign_off.ts";
import { isNameLine } from "../signature/signature_words.ts";

const MAX_PHRASE_UNITS = 70;

const NOTE_WORDS = layoutWords("forward_note");
/** One note or several; slow to compile. */
const NOTES = new LazyExpression(() =>
  latin(
    String.raw`^[\s\p{Extended_Pictographic}>*–—-]{0,8}(?:${layoutSource("forward_note")}` +
      String.raw`[\s.,;:!/&–—()-]{0,6}){1,4}[^\p{L}\p{N}]{0,8}$`,
    "i",
  )
);

/** `Tom -`, `All,`, `Gil:`, `Update -`: up to three words that begin with a capital. */
const ADDRESSED = latin(
  String.raw`^\p{Lu}[\p{L}\p{M}.'’-]{1,25}(?:(?: |\/| & | and )\p{Lu}[\p{L}\p{M}.'’-]{0,25}){0,2}` +
    String.raw`\s?(?:[,:]|[–—-]{1,2})$`,
);

/** "FYI", "see below": nothing is said but that something is sent on. */
export function isForwardNote(line: string): boolean {
  const said = line.trim();
  return said !== "" && said.length <= MAX_PHRASE_UNITS &&
    NOTE_WORDS.mayBeIn(said) && NOTES.test(said);
}

/**
 * A greeting, a closing, a bare name, a note such as "FYI" and "see below", the name of a file or
 * of another reader.
 */
export function isPhrase(line: string): boolean {
  const said = line.trim();
  if (said === "") return true;
  if (isAttachmentLine(line)) return true;
  if (said.length > MAX_PHRASE_UNITS || /[?？]/.test(said)) return false;
  if (isForwardNote(said) || ADDRESSED.test(said)) return true;
  const field = headerField(said);
  if (field === "cc" || field === "to") return !isWordy(said);
  const words = said.split(/\s+/).length;
  if (isGreeting(said)) return words <= 5 && !/[.!]\s+\S/.test(said);
  const signOff = readSignOff(said);
  if (signOff !== null) return signOff.rest === "" || isNameLine(signOff.rest);
  return words <= 3 && isNameLine(said) && !/[.!]$/.test(said) || !hasLetterOrDigit(said);
}

const WORDS = latin(String.raw`\p{L}[\p{L}\p{M}'’]*`, "g");
const SMALL = latin(String.raw`^\p{Ll}{2}`);

/** Whether a line reads like a sentence: four words or more, two of them in small letters. */
export function isWordy(line: string): boolean {
  const said = line.replace(/\S*(?:@|www\.|:\/\/)\S*/g, " ").slice(0, 300);
  const words = said.match(WORDS.for(said)) ?? [];
  return words.length >= 3 && words.filter((word) => SMALL.test(word)).length >= 2 &&
    readSignOff(line) === null;
}
