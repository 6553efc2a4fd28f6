/** Where does a letter begin that the sender put below their own words? */
import { isGreeting } from "../../text/signature/signature_lines.ts";
import type { Sentence } from "../../text/sentences.ts";
import { BACKGROUND } from "./form.ts";
import { says, SENTENCE_END } from "./saying.ts";

/** A shorter sentence above "Dear Editor:" may be its heading. */
const NOTE_UNITS = 60;
const SALUTATION_UNITS = 60;
const SALUTATION_END = /[,:!]\s*$/;

/** The sentences above a pasted letter, where they say something; all of those of a mailing. */
export function cutPasted({ sentences, isMailing }: {
  readonly sentences: readonly Sentence[];
  readonly isMailing: boolean;
}): readonly Sentence[] {
  if (isMailing) return sentences;
  const at = sentences.findIndex((sentence, place) =>
    place > 0 && isSalutation(sentence) && sentences[place - 1]?.paragraph !== sentence.paragraph
  );
  const above = sentences.slice(0, Math.max(0, at));
  return above.some(isNote) ? above : sentences;
}

function isSalutation({ text }: Sentence): boolean {
  return text.length <= SALUTATION_UNITS && SALUTATION_END.test(text) && isGreeting(text);
}

/** Whether a sentence says what the sender wants, more than that a letter is handed on. */
function isNote(sentence: Sentence): boolean {
  const { text, folded } = sentence;
  return text.length >= NOTE_UNITS && SENTENCE_END.test(text) && says(sentence) &&
    !BACKGROUND.test(folded);
}
