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
  const hasPast = verbs.some(({ isPast }) => isPast);
  return (at) => {
    const link = readLink(tokens, at, words);
    if (link !== null || !hasPast) return link ?? false;
    const clause = clauseAround(tokens, at, words);
    const own = verbs.filter((verb) => verb.at >= clause.from && verb.at < clause.to);
    if (own.length > 0) return nearest(own, at).isPast;
    // `that the plumber comes on Thursday`: said before, but not of the past.
    if (clause.isReported) return false;
    return nearest(verbs, at).isPast;
  };
}

/**
 * What the words in front of a day say: `since Tuesday`, `your email of Tuesday` are past,
 * `moved to Tuesday` is not; null where they say nothing.
 */
function readLink(tokens: readonly Token[], at: number, words: DateWords): boolean | null {
  const day = words.article.has(tokens[at]?.text ?? "") ? at + 1 : at;
  const link = day === at && words.article.has(tokens[at - 1]?.text ?? "") ? at - 2 : at - 1;
  const text = tokens[link]?.text ?? "";
  if (words.since.has(text)) return true;
  if (!words.weekdays.has(tokens[day]?.text ?? "")) return null;
  if (words.aimed.has(text)) return false;
  const before = tokens[link - 1]?.text ?? "";
  if (MESSAGE.test(before) && (words.of.has(text) || words.from.has(text))) return true;
  if (words.from.has(text) && isMoved(tokens, link)) return false;
  const isOpen = words.maybeSince.has(text) && before !== "partire";
  return isOpen && !tokens.some(({ text }) => endsIn(text, words.aheadEnding)) ? true : null;
}

/** `moved from Thursday to Friday` names two days to come, and no stretch. */
export function isMoved(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ text }) => MOVED.test(text));
}

const MOVED = new RegExp(
  "^(?:moved?$|resched|postpon|cambi|aplaz|traslad|pas(?:ó|ado|sou)$|dépla|report|décal|spost|" +
    "rinvi|antici|mud|adi)",
);

/** What was sent or said on a day, in the languages that are read. */
const MESSAGE = new RegExp(
  "^(?:e?mails?|message|letter|call|note|nachricht|schreiben|anruf|brief|rechnung|correo|mensaje|" +
    "carta|llamada|courriel|courrier|lettre|appel|messaggio|lettera|telefonata|bericht|mensagem)$",
);

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
  const isPast = words.past.has(text) ||
    endsIn(text, words.pastEnding) && !isAhead(text, words);
  if (isPast) {
    const before = tokens[at - 1]?.text ?? "";
    return isAhead(before, words) || IN_THAT_WAY.test(before) ? null : true;
  }
  if (words.auxiliaries.has(text)) return hasParticiple(tokens, at, words);
  return isAhead(text, words) ? false : null;
}

function isAhead(text: string, words: DateWords): boolean {
  return words.ahead.has(text) || endsIn(text, words.aheadEnding);
}

/** Shorter words have no ending that tells a tense. */
const MIN_VERB_UNITS = 5;
/** Words that are kept, by the expression for their endings. */
const MAX_KEPT = 5_000;
const kept = new WeakMap<RegExp, Map<string, boolean>>();

/** Looked at once for each word: the expression tries every place of it. */
function endsIn(text: string, ending: RegExp | null): boolean {
  if (ending === null || text.length < MIN_VERB_UNITS) return false;
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
  const isTold = PAST_ENDING.test(text) &&
    (PRONOUN.test(before) ||
      PRONOUN.test(tokens[at - 2]?.text ?? "") && /ly$|^just$/.test(before) ||
      isAct(tokens, at, words));
  return isTold ? true : null;
}

/** `The boiler packed up`, `your delivery driver dropped it`; but `the hall is closed`. */
function isAct(tokens: readonly Token[], at: number, words: DateWords): boolean {
  const [text, ...before] = [0, 1, 2, 3].map((back) => tokens[at - back]?.text ?? "");
  if (NO_ACT.test(text ?? "") || !before.every((word) => /^[a-z]{2,}$/.test(word) || word === "")) {
    return false;
  }
  const [subject = "", first = "", second = ""] = before;
  if (words.ahead.has(subject) || NO_SUBJECT.test(subject)) return false;
  return DETERMINER.test(first) || DETERMINER.test(second) && !words.on.has(first) &&
      !words.of.has(first);
}

const PAST_ENDING = /[^e]ed$|^(?:agre|fre|guarante)ed$/;

/** What is said of things to come as well. */
const NO_ACT =
  /^(?:need|plann|schedul|expect|requir|propos|suppos|invit|allow|clos|book|reserv)ed$/;
const NO_SUBJECT = /^(?:be|been|get|it|them|not|to|and|or|for|of|in|on|by|as|with|very|the|an?)$/;
const DETERMINER = /^(?:the|an?|my|your|our|his|her|its|their|this|that|one|some|two|three)$/;

const STILL_TO_COME = /^(?:going|coming|leaving|arriving|due|supposed|meant)$/;
const PRONOUN = /^(?:i|we|you|he|she|it|they|who|which)$/;

/** `ai appelé`, `habe … geschickt`; in `ai rendez-vous` the verb is one of the present. */
function hasParticiple(tokens: readonly Token[], at: number, words: DateWords): boolean {
  const clause = clauseAround(tokens, at, words);
  // In the languages that build compounds the participle ends the clause, or the verb does.
  const isApart = words.compounds.size > 0;
  const from = isApart ? clause.from : at + 1;
  const to = isApart ? clause.to : Math.min(clause.to, at + 4);
  const own = words.goneWith.has(tokens[at]?.text ?? "") && !isReflexive(tokens, at)
    ? words.gone
    : words.participle;
  return tokens.slice(from, to).some(({ text }, place) =>
    from + place !== at && own?.test(text) === true &&
    !words.article.has(tokens[from + place - 1]?.text ?? "") && !words.numbers.has(text)
  );
}

/** `s'est cassé`, `nous nous sommes vus`, `ci siamo visti`. */
function isReflexive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? "";
  const first = tokens[at - 2]?.text ?? "";
  return before === "nous"
    ? first === "nous"
    : before === "'"
    ? /^[sm]$/.test(first)
    : /^(?:s[ei]|m[ei]|ci)$/.test(before);
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
