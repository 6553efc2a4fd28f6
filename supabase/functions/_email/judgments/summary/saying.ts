/** Which sentences say anything by themselves? */
import { fold } from "../../text/cues.ts";
import { cuesOf } from "../../text/language_cues.ts";
import { hasLetterOrDigit } from "../../text/latin.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import type { Sentence } from "../../text/sentences.ts";

/** Shorter ones ("Yes, the darker.") say nothing without the email. */
export const TELLING_UNITS = 25;
const TELLING_WORDS = 3;
/** A longer sentence with a greeting or thanks says something besides. */
const GREETING_UNITS = 110;
/** Shorter ones are easier to understand with the subject in front of them. */
const ALONE_UNITS = 40;
/** Words of so many letters say what a line is about. */
const CONTENT_LETTERS = 4;

export const SENTENCE_END = /[.!?…:]["')\]»”]?\s*$/;
const LINK = /<?(?:https?:\/\/|www\.|mailto:)\S{1,1000}|\S{1,64}@\S{1,255}/g;
/** Quick to look for: what every link has. */
const LINK_MARK = /https?:|www\.|mailto:|@/;
/** "Date: 2002-09-30": the name of a field, and figures. */
const FIELD = /^\s*[A-Z][\w-]{1,12}:|\d[\d:.,/T-]*/gm;
const FIELD_NAME = /^\s*[A-Z][\w-]{1,12}:/;
/** "Northern Light Energy Corp." */
const FIRM_ALONE = /^\s*(?:(?:[A-Z][\w&.,]*|and|of|&)\s+){1,6}(?:Corp|Inc|Ltd|LLC|GmbH|Co)\.?\s*$/;
/** "Home | News | Careers" */
const MENU = /\|[^|]{1,200}\|/;

const GREETING = cuesOf("letters", "greeting").all;
/** Begins what cannot be understood without the sentence before it. */
export const FRAGMENT = cuesOf("letters", "^fragment").all;
/** Stands for what another sentence or the subject names. */
export const POINTING = cuesOf("letters", "pointing").all;
/** Only an answer is wanted. */
const ONLY_ANSWER = cuesOf("requests", "only_answer").all;

/** Whether a sentence only greets or thanks. */
export function isGreeting({ folded }: Pick<Sentence, "folded">): boolean {
  return GREETING.test(folded);
}

/** Whether a line is more than a link, or the name of a field with one. */
export function hasWords({ text }: Pick<Sentence, "text">): boolean {
  return hasLetterOrDigit(withoutLinks(text).replace(FIELD_NAME, ""));
}

/** Whether a text announces what is below it: "We still need:". */
export function announces(text: string): boolean {
  return text.trimEnd().endsWith(":");
}

/** Whether a line has enough words to say something. */
export function tells(line: string): boolean {
  return cuesOfText(fold(line)).words.size >= TELLING_WORDS;
}

/** The words of a folded line that say what it is about. */
export function contentOf(folded: string): ReadonlySet<string> {
  const { words } = cuesOfText(folded);
  return new Set([...words].filter((word) => word.length >= CONTENT_LETTERS));
}

/** The text without addresses of the web and of people. */
export function withoutLinks(text: string): string {
  return LINK_MARK.test(text) ? text.replace(LINK, "") : text;
}

/** Whether a sentence says anything by itself. */
export function says({ text, folded }: Sentence): boolean {
  return withoutLinks(text).replace(FIELD, "").trim().length >= TELLING_UNITS &&
    cuesOfText(folded).words.size >= TELLING_WORDS &&
    (text.length > GREETING_UNITS || !GREETING.test(folded)) &&
    !FIRM_ALONE.test(text) && !MENU.test(text);
}

/** Whether a line of a sentence can be understood without the subject. */
export function isAlone({ folded }: Sentence, line: string): boolean {
  return line.length >= ALONE_UNITS && !FRAGMENT.test(folded) && !POINTING.test(fold(line)) &&
    !ONLY_ANSWER.test(folded);
}
