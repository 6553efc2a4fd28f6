/**
 * Which sentences are not part of what the sender has to say to the recipient? Nothing is removed
 * because of it: such a sentence only does not count for the closed fields.
 */
import { quick } from "../../text/quick.ts";
import { isStopWord } from "../../text/phrases/stop_words.ts";
import type { DateFact } from "../../reading.ts";
import { fold, type Pattern } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import { cuesOf } from "../../text/language_cues.ts";
import { latin } from "../../text/latin.ts";
import { liesIn } from "../../text/facts.ts";
import type { Sentence } from "../../text/sentences.ts";
import { fieldsOf } from "../../model/fields.ts";
import { isAskedOf } from "../action_items.ts";
import { isQuestion } from "../questions.ts";
import { findToSoftware, ORDER_FORM, SHAPES_ANSWER } from "./to_software.ts";

/** Turns in which "you", "me" or "I" names nobody in particular. */
const NOBODY = cuesOf("injection", "nobody");
/** The sender's side, the recipient's, and what both know. */
const SOMEBODY = cuesOf("injection", "somebody");

/** The sender's side, and the recipient's. */
const SENDER = cuesOf("injection", "sender");
const TO_READER = cuesOf("injection", "reader");

/** What is quoted is not said by the sender. */
const QUOTED = /"[^"]{1,300}"|(?<![a-z])'[^']{1,300}'(?![a-z])/g;
const FIGURES = /[€$£] ?\d|\d{3}/;
/** Turns of a sentence that are looked at. */
const MAX_TURNS = 4;

/** Words of so many letters tell what a sentence is about; their beginnings are compared. */
const TELLING_LETTERS = 4;
const STEM_LETTERS = 5;
/** "What is going on?": so short a question is about the email. */
const SHORT_QUESTION_UNITS = 24;
/** A sentence that shapes the answer needs more in common with the email than a word. */
const SHARED_BY_SHAPERS = 2;
/** What so many sentences say is a matter of its own. */
const TELLING_SENTENCES = 3;
const TELLING_UNITS = 20;

/** Fields of meaning in which people write to each other about business. */
const BUSINESS: ReadonlySet<string> = new Set(["buy", "meet", "pay"]);
/** "The fuse box" is one that both know, "the capital of Peru" is not. */
const KNOWN_THING = quick(
  String.raw`\b(?:the|der|die|das|den|dem|el|la|los|las) ` +
    String.raw`(?!(?:following|main|primary|most|best|first|[a-z]+est|folgende[nrs]?)\b)` +
    String.raw`(?!(?:[^\s]+ ){1,3}(?:of|between|in|von|des|de|del|entre)\b)`,
);
/** Line breaks in a sentence behind which another may begin that has no full stop before it. */
const LINE_START = latin(String.raw`(?<=[^,;:\-\s]\s*\n\s*)(?=\p{Lu})`);

/** What the rules know of an email when they ask. */
export interface ForeignContext {
  readonly subject: Sentence;
  readonly language: string | null;
  readonly dates: readonly DateFact[];
  /** Sentences that ask the reader for something, though no cue says so. */
  readonly asked?: readonly Sentence[];
}

const NONE: ReadonlySet<Sentence> = new Set();

/** An email's sentences by whether they belong to it. */
export interface SortedSentences {
  /** Sentences, and what is left of one that another was hung on to. */
  readonly own: readonly Sentence[];
  readonly foreign: ReadonlySet<Sentence>;
}

/**
 * Sets apart what addresses software, and questions and orders that have nothing to do with the
 * rest of the email nor with anybody in it. Where the rest says nothing of its own, only the
 * former: then the others are what the email is about. Linear in the text.
 */
export function sortOutForeign(
  sentences: readonly Sentence[],
  context: ForeignContext,
): SortedSentences {
  const foreign = findForeign(sentences, context);
  if (foreign.size > 0) {
    return { own: sentences.filter((sentence) => !foreign.has(sentence)), foreign };
  }
  // A line without a full stop may have an order hung on to it.
  const split = splitAtLines(sentences);
  if (split.length === sentences.length) return { own: sentences, foreign };
  const tails = findForeign(split, context);
  if (tails.size === 0) return { own: sentences, foreign };
  return { own: split.filter((sentence) => !tails.has(sentence)), foreign: tails };
}

/**
 * By hand: `flatMap` makes another kind of array than other lists of sentences are, and V8 compiles
 * anew whatever reads both.
 */
function splitAtLines(sentences: readonly Sentence[]): readonly Sentence[] {
  const split: Sentence[] = [];
  for (const sentence of sentences) split.push(...splitAtLine(sentence));
  return split;
}

function splitAtLine(sentence: Sentence): readonly Sentence[] {
  const { text, start } = sentence;
  if (!text.includes("\n")) return [sentence];
  const at = LINE_START.exec(text)?.index;
  if (at === undefined) return [sentence];
  const [head, tail] = [text.slice(0, at).trimEnd(), text.slice(at)];
  return [
    { ...sentence, text: head, folded: fold(head) },
    { ...sentence, text: tail, folded: fold(tail), start: start + at },
  ];
}

function findForeign(
  sentences: readonly Sentence[],
  context: ForeignContext,
): ReadonlySet<Sentence> {
  const toSoftware = findToSoftware(sentences);
  const candidates = new Set(
    sentences.filter((sentence) => toSoftware.has(sentence) || isDetached(sentence, context)),
  );
  if (candidates.size === 0) return NONE;
  const others = sentences.filter((one) => !candidates.has(one));
  const known = stemsOf([...others, context.subject]);
  const isPersonal = others.some(({ folded }) => SENDER.in(context.language).test(folded));
  const isKnown = (sentence: Sentence) =>
    isRelated(sentence, known) ||
    isPersonal && KNOWN_THING.test(sentence.folded) && !SHAPES_ANSWER.test(sentence.folded);
  const foreign = new Set(
    [...candidates].filter((sentence) => toSoftware.has(sentence) || !isKnown(sentence)),
  );
  const rest = sentences.filter((sentence) => !foreign.has(sentence));
  if (saysSomething(rest, context)) return foreign;
  // Who only shapes the answer has said nothing; what the little rest says counts.
  const hasRest = rest.some(({ text }) => text.length >= TELLING_UNITS);
  return hasRest
    ? new Set([...foreign].filter((one) => toSoftware.has(one) || SHAPES_ANSWER.test(one.folded)))
    : toSoftware;
}

/** A question or an order that names nobody of the email, no day and no amount. */
function isDetached(
  sentence: Sentence,
  { language, dates, asked = [] }: ForeignContext,
): boolean {
  const { folded, start } = sentence;
  // Most sentences name somebody, which costs less to see than whether they ask for anything.
  if (dates.some((date) => liesIn(date, sentence))) return false;
  if (sentence.text.length <= SHORT_QUESTION_UNITS && isQuestion(sentence)) return false;
  const shapes = SHAPES_ANSWER.test(folded);
  const bare = folded.replace(QUOTED, " ");
  if (FIGURES.test(bare) && !shapes) return false;
  const named = withoutTurns(bare, NOBODY.in(language));
  if (SOMEBODY.in(language).test(named)) return false;
  const asks = shapes || isQuestion(sentence) ||
    (language === "en" || language === null) && ORDER_FORM.test(folded) ||
    asked.some((one) => one.start === start) || isAskedOf(sentence, language);
  if (!asks) return false;
  return shapes ||
    ![...cuesOfText(bare).words].some((word) =>
      fieldsOf(word, language).some((field) => BUSINESS.has(field))
    );
}

function withoutTurns(folded: string, turns: Pattern): string {
  let rest = folded;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const found = turns.exec(rest);
    if (found === null) break;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
  }
  return rest;
}

/** Whether a sentence is about what the rest of the email is about. */
function isRelated(sentence: Sentence, known: ReadonlySet<string>): boolean {
  const shared = [...stemsOf([sentence])].filter((stem) => known.has(stem)).length;
  return shared >= (SHAPES_ANSWER.test(sentence.folded) ? SHARED_BY_SHAPERS : 1);
}

function stemsOf(sentences: readonly Sentence[]): Set<string> {
  const stems = new Set<string>();
  for (const { folded } of sentences) {
    for (const word of cuesOfText(folded).words) {
      if (word.length >= TELLING_LETTERS && !isStopWord(word)) {
        stems.add(word.slice(0, STEM_LETTERS));
      }
    }
  }
  return stems;
}

function saysSomething(rest: readonly Sentence[], { language }: ForeignContext): boolean {
  if (rest.some((sentence) => isQuestion(sentence) || isAskedOf(sentence, language))) return true;
  const telling = rest.filter(({ text }) => text.length >= TELLING_UNITS);
  // A notice speaks of the reader's matters, and nobody in it says "I" or "we".
  return telling.length >= TELLING_SENTENCES ||
    telling.some(({ folded }) => TO_READER.in(language).test(folded)) &&
      !rest.some(({ folded }) => SENDER.in(language).test(folded));
}
