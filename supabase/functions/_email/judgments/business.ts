/** Does the email speak of money to spend, a time frame, who decides, or business to win? */
import type { DateFact, Fact } from "../reading.ts";
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { findWords } from "../text/facts.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { dayOf } from "../facts/deadlines.ts";
import { latin } from "../text/latin.ts";

const FIGURE = /\d/;

/** Words that name a budget, and amounts with words that make them a limit. */
const BUDGET: readonly Pattern[] = [
  cuesOf("business", "budget").all,
  latin(
    String.raw`(?:[€$£]|eur|gbp|usd|chf) ?[\d.,']{1,12}k?(?: \p{L}{1,12}){0,4} (?:set aside|` +
      String.raw`put aside|allocated|approved|available|aside)`,
  ),
  withFigure(latin(
    String.raw`(?:up to|around|about|maximum of|max\.?|between|bis zu|rund|maximal|hasta|unos|` +
      String.raw`alrededor de) ?(?:(?:eur|usd|gbp|chf)\s?|[€$£]\s?)\d[\d.,]{0,9}k?`,
  )),
  withFigure(latin(
    String.raw`(?:up to|maximum of|between|bis zu|maximal|hasta) \d[\d.,' ]{0,12}k? ?(?:€|eur|` +
      String.raw`euros?|usd|dollars?|pounds?|chf)`,
  )),
];

/** A pattern that needs a figure, which most sentences do not have. */
function withFigure(pattern: Pattern): Pattern {
  return {
    test: (folded) => FIGURE.test(folded) && pattern.test(folded),
    exec: (folded) => FIGURE.test(folded) ? pattern.exec(folded) : null,
  };
}

/** Today's date is no time to come where it tells what was. */
const PAST_TODAY =
  /^(?:this (?:morning|week|month|year)|today's|heute (?:früh|morgen)|esta mañana|yesterday)$/i;

const TIMELINE = cuesOf("business", "timeline").all;

const DECIDES = cuesOf("business", "decides");

const OPPORTUNITY = cuesOf("business", "opportunity").all;

/**
 * The first words that name a budget or a sum that limits what may be spent; null when there are
 * none.
 */
export function findBudget(sentences: readonly Sentence[]): Fact | null {
  return findFirst(sentences, BUDGET);
}

/** The first date to come, else the first words that name a deadline or time frame. */
export function findTimeline(
  sentences: readonly Sentence[],
  dates: readonly DateFact[],
  receivedAt: string,
): Fact | null {
  const date = dates.find(({ value, text }) =>
    dayOf(value, receivedAt) !== null && !PAST_TODAY.test(text)
  );
  if (date === undefined) return findFirst(sentences, [TIMELINE]);
  const { source, start, end, text } = date;
  return { source, start, end, text };
}

/** The first words that say who decides, signs or approves, the sender or another. */
export function findDecisionMaker(
  sentences: readonly Sentence[],
  language: string | null,
): Fact | null {
  return findFirst(sentences.filter(({ text }) => !text.endsWith("?")), [DECIDES.in(language)]);
}

/** The first sentence that offers business. */
export function findOpportunity(sentences: readonly Sentence[]): Sentence | null {
  return sentences.find(({ folded }) => OPPORTUNITY.test(folded)) ??
    null;
}

function findFirst(sentences: readonly Sentence[], cues: readonly Pattern[]): Fact | null {
  const occurring = selectOccurring(cues, sentences);
  if (occurring.length === 0) return null;
  for (const sentence of sentences) {
    for (const pattern of occurring) {
      const words = pattern.test(sentence.folded) ? findWords(sentence, pattern) : null;
      if (words !== null) return words;
    }
  }
  return null;
}
