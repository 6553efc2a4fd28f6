/** What else is told of an email where its summary leaves room? */
import { latin } from "../../text/latin.ts";
import type { Sentence } from "../../text/sentences.ts";
import { mayBeAdded } from "./partners.ts";
import { cutPasted } from "./pasted.ts";
import type { Ranked } from "./rank_sentences.ts";
import { FRAGMENT, isGreeting, POINTING, SENTENCE_END } from "./saying.ts";
import { callsToAct, mayBeTold, type SummaryChoice } from "./signs.ts";

/** Shorter ones ("Call me") say too little to be worth the room. */
const ASKING_UNITS = 15;
/** A third sentence is worth less than the best by no more than this, in log-odds. */
const NEAR = 3;
/** A sentence that points at another one in its first words cannot be understood without it. */
const FIRST_WORDS = latin(String.raw`^.{1,30}(?!\p{L})`);

/**
 * The questions and action items that are not told, the best first; those that are too short to be
 * ranked come last, in their order. None of a letter that is handed on.
 */
export function listAsked(
  told: readonly Sentence[],
  ranked: readonly Ranked[],
  choice: SummaryChoice,
): readonly Sentence[] {
  const asked = new Set([...choice.questions, ...choice.actionItems]);
  if (asked.size === 0) return [];
  const inOrder = [...ranked.map(({ sentence }) => sentence), ...cutPasted(choice)];
  return [...new Set(inOrder)].filter((sentence) =>
    asked.has(sentence) && !told.includes(sentence) && sentence.text.length >= ASKING_UNITS &&
    SENTENCE_END.test(sentence.text) && !isGreeting(sentence) && mayBeAdded(sentence, choice)
  );
}

/** The sentences that are not told and that told ones point at: the one before each of these. */
export function listPointedAt(
  told: readonly Sentence[],
  choice: SummaryChoice,
): readonly Sentence[] {
  return told.filter(pointsBack).flatMap((sentence) => {
    const before = choice.sentences[choice.sentences.indexOf(sentence) - 1];
    const isAdded = before !== undefined && !told.includes(before) && mayBeTold(before, choice) &&
      mayBeAdded(before, choice);
    return isAdded ? [before] : [];
  });
}

/**
 * The sentences that tell the email nearly as well as the best one, in the order of their worth;
 * none of a mailing that its readers are to press.
 */
export function listNear(
  best: Ranked,
  others: readonly Ranked[],
  choice: SummaryChoice,
): readonly Sentence[] {
  return others.filter(({ sentence, worth }) =>
    best.worth - worth <= NEAR && mayBeAdded(sentence, choice) &&
    !(choice.isMailing && callsToAct(sentence))
  ).map(({ sentence }) => sentence);
}

function pointsBack({ folded }: Sentence): boolean {
  return FRAGMENT.test(folded) || POINTING.test(FIRST_WORDS.exec(folded)?.[0] ?? folded);
}
