/** Does the sentence tell of something past where it names a date? */
import { type Token } from "../tokens.ts";
import { type DateWords } from "../words/word_lists.ts";

/** A verb: what it says, and where it is. */
interface Verb {
  readonly at: number;
  readonly isPast: boolean;
}

/** Words between a verb and the one that it asks for: `asked my colleague Jane to call`. */
const INFINITIVE_AWAY = 4;

/**
 * A question for each place of a sentence: is it told as past there? The verbs of the same clause
 * decide, the one in front before the one behind; a clause without verbs goes with its neighbors.
 * `I told him that you would call on Thursday`: not past.
 */
export function findTenses(tokens: readonly Token[], words: DateWords): (at: number) => boolean {
  const verbs: Verb[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const isPast = readVerb(tokens, at, words);
    if (isPast !== null) verbs.push({ at, isPast });
  }
  if (!verbs.some(({ isPast }) => isPast)) return () => false;
  return (at) => {
    const clause = clauseAround(tokens, at, words);
    const own = verbs.filter((verb) => verb.at >= clause.from && verb.at < clause.to);
    if (own.length > 0) return nearest(own, at).isPast;
    // `that the plumber comes on Thursday`: said before, but not of the past.
    if (clause.isReported) return false;
    return nearest(verbs, at).isPast;
  };
}

function nearest(verbs: readonly Verb[], at: number): Verb {
  const before = verbs.findLast((verb) => verb.at < at);
  const behind = verbs.find((verb) => verb.at > at);
  return before ?? behind ?? { at, isPast: false };
}

/** Whether a verb tells of the past; null for what is no verb, or no sign. */
function readVerb(tokens: readonly Token[], at: number, words: DateWords): boolean | null {
  const text = tokens[at]?.text ?? "";
  const english = words.isEnglish ? readEnglishVerb(tokens, at, words) : null;
  if (english !== null) return english;
  if (words.past.has(text)) {
    const before = tokens[at - 1]?.text ?? "";
    return isAhead(before, words) || IN_THAT_WAY.test(before) ? null : true;
  }
  if (words.auxiliaries.has(text)) return hasParticiple(tokens, at, words);
  return isAhead(text, words) ? false : null;
}

function isAhead(text: string, words: DateWords): boolean {
  return words.ahead.has(text) ||
    text.length > 4 && words.aheadEnding !== null && endsAhead(text, words.aheadEnding);
}

/** Words that are kept, by the expression for their endings. */
const MAX_KEPT = 5_000;
const kept = new WeakMap<RegExp, Map<string, boolean>>();

/** Looked at once for each word: the expression tries every place of it. */
function endsAhead(text: string, ending: RegExp): boolean {
  let known = kept.get(ending);
  if (known === undefined || known.size > MAX_KEPT) {
    known = new Map();
    kept.set(ending, known);
  }
  let isFound = known.get(text);
  if (isFound === undefined) {
    isFound = ending.test(text);
    known.set(text, isFound);
  }
  return isFound;
}

/** `should have been`, `had to` are past; `he'd come`, `was going to` are not. */
function readEnglishVerb(tokens: readonly Token[], at: number, words: DateWords): boolean | null {
  const text = tokens[at]?.text ?? "";
  const before = tokens[at - 1]?.text ?? "";
  const next = tokens[at + 1]?.text ?? "";
  if (text === "have" || text === "has") {
    return /^(?:been|had|done)$/.test(next) || next.endsWith("ed");
  }
  if (text === "d" && before === "'") return false;
  if ((text === "was" || text === "were") && STILL_TO_COME.test(next)) return false;
  if (text === "to" && /^[a-z]{2,}$/.test(next) && isAskedFor(tokens, at, words)) return false;
  const isTold = text.length > 4 && text.endsWith("ed") &&
    (PRONOUN.test(before) || PRONOUN.test(tokens[at - 2]?.text ?? "") && /ly$|^just$/.test(before));
  return isTold ? true : null;
}

const STILL_TO_COME = /^(?:going|coming|leaving|arriving|due|supposed|meant)$/;
const PRONOUN = /^(?:i|we|you|he|she|it|they|who|which)$/;

/** `ai appelé`, `habe … geschickt`; in `ai rendez-vous` the verb is one of the present. */
function hasParticiple(tokens: readonly Token[], at: number, words: DateWords): boolean {
  const clause = clauseAround(tokens, at, words);
  // In the languages that build compounds the participle ends the clause, or the verb does.
  const isApart = words.compounds.size > 0;
  const from = isApart ? clause.from : at + 1;
  const to = isApart ? clause.to : Math.min(clause.to, at + 4);
  return tokens.slice(from, to).some(({ text }, place) =>
    from + place !== at && words.participle?.test(text) === true &&
    !words.article.has(tokens[from + place - 1]?.text ?? "") && !words.numbers.has(text)
  );
}

/** `asked him to call`, `was moved to Thursday`. */
function isAskedFor(tokens: readonly Token[], at: number, words: DateWords): boolean {
  for (let place = at - 1; place >= 0 && place >= at - INFINITIVE_AWAY; place--) {
    if (words.askedFor.has(tokens[place]?.text ?? "")) return true;
  }
  return false;
}

interface Clause {
  readonly from: number;
  readonly to: number;
  /** It begins with a word such as `that`. */
  readonly isReported: boolean;
}

function clauseAround(tokens: readonly Token[], at: number, words: DateWords): Clause {
  let from = at;
  while (from > 0 && !words.clauses.has(tokens[from - 1]?.text ?? "")) from--;
  let to = at + 1;
  while (to < tokens.length && !words.clauses.has(tokens[to]?.text ?? "")) to++;
  return { from, to, isReported: REPORTING.test(tokens[from - 1]?.text ?? "") };
}

/** `par écrit`, `por escrito` tell how, not when. */
const IN_THAT_WAY = /^(?:par|por|per)$/;
const REPORTING = /^(?:that|dass|que|qu'|che|dat)$/;
