/** What is the reader asked to do? A promise of the sender is no action item. */
import { quick } from "../text/quick.ts";
import { LETTERS } from "../text/letters.ts";
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { Memo } from "../text/memo.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { findFormula, isFormula, POLITE } from "./formulas.ts";
import { isQuestion } from "./questions.ts";
import { scoreRequest } from "../model/model.ts";

const ASKED = cuesOf("requests", "asked");

/** A question that wants something done, where "asked" has words that also ask what is so. */
const BY_QUESTION = cuesOf("requests", "by_question");
/** What may stand before it: "Hola, ¿podrían …", "so could you …", but not "se puede …". */
const BEFORE_QUESTION = quick(
  String.raw`(?:^|[^\w\s${LETTERS}'-]|(?:^|[\s¿])(?:y|e|o|ou|and|or|but|so|also|then|et|mais|ma|` +
    String.raw`mas|pero|en|of|maar|und|oder|aber|dann|me|nos|mi|ci|usted|ustedes|vocês|que|` +
    String.raw`please|bitte|hi|hello|hallo|if|wondering if|wonder if))\s*$`,
);
const PLEASE = quick(
  "\\b(?:please|pls|plz|kindly|bitte|por favor|svp|s'il (?:vous|te) pla[iî]t|per favore|" +
    "alstublieft|graag)\\b",
);

/** "Please shorten the part on the damage" asks, and tells no trouble. */
export function beginsWithPlease(folded: string): boolean {
  return /^(?:please|pls|plz|kindly|bitte|por favor|per favore|veuillez|merci de|graag|gelieve) /
    .test(folded);
}

/** Whether a question asks for more than an answer. */
function asksByQuestion(folded: string, language: string | null): boolean {
  const found = BY_QUESTION.in(language).exec(folded);
  return found !== null && BEFORE_QUESTION.test(folded.slice(0, found.index)) ||
    PLEASE.test(folded);
}

/**
 * First words that order something; only verbs that are rarely a noun or an adjective in this
 * place.
 */
const ORDER = cuesOf("requests", "^order").all;
/** What may come before an order: whom or what it is about, a joining word, a condition, a name. */
const BEFORE_ORDER = quick(
  `^(?:(?!(?:me|i|ich|moi|yo|io|ik|eu):)[${LETTERS}][${LETTERS}&.' -]{1,30}: )?` +
    "(?:(?:also|and|then|so|but|next|finally|ok|okay|first|second|once [^,.]{1,60}|" +
    "und|dann|y|et|puis|e|poi|en|dan|então|" +
    "(?:failing that|by then|before that|in that case|for now|until then|after that|if so|if " +
    "not)|" +
    "(?:if|when|in case|after|before|until|as soon as|to|si|s'il|se|als|quando|cuando) " +
    `[^,.]{1,90}),? |[${LETTERS}]{2,12}, )?`,
);

const orders = new Memo<string, boolean>();

/** Whether words order something. Decided once: several rules ask. */
export function isOrder(folded: string): boolean {
  let answer = orders.get(folded);
  if (answer === undefined) {
    answer = beginsWithOrder(folded);
    orders.set(folded, answer);
  }
  return answer;
}

/** Apart, because one expression for both is slow to compile. */
function beginsWithOrder(folded: string): boolean {
  if (ORDER.test(folded)) return true;
  const before = BEFORE_ORDER.exec(folded)?.[0].length ?? 0;
  return before > 0 && ORDER.test(folded.slice(before));
}

/** What the sender says they will do. */
const PROMISED = cuesOf("requests", "promised").all;

/** An offer that the reader may leave alone. */
const OFFERED = cuesOf("requests", "offered").all;

/** Only an answer is wanted, which the questions already say. */
const ONLY_ANSWER = cuesOf("requests", "only_answer").all;

/** The reader is asked not to do something. */
const UNWANTED = cuesOf("requests", "unwanted").all;

/**
 * Log-odds from which the model alone makes a statement an action item; it was trained on
 * English.
 */
const SURE = 2.2;
/** Requests that only the model sees still speak to or of somebody. */
const TO_SOMEBODY = /\b(?:you|your|u|please|let|we|me|us)\b/;
/** Log-odds below which rules are not believed. */
const UNBELIEVED = -3;
/** "Phone 0161 496 0012" on a line of its own tells a number. */
const NUMBER_ALONE = /^(?:phone|fax|tel|mobile|cell|pager)\b[^a-z]*$/;
/** The words of a request around "let me know", which alone asks for an answer only. */
const AROUND_ANSWER = quick(
  String.raw`\b(?:please|pls|kindly|just|could|can|would|will|you|and|or|also|then|so|hi|hello|` +
    String.raw`do|maybe|if|bitte|können|könnten|sie|por favor|pueden?|podrían?)\b|[^${LETTERS}]+`,
  "g",
);
/** Where another clause is joined. */
const NEXT_CLAUSE = /[,;] (?:and|und|y|e|et|en|or|oder|o|ou|of) | (?:y|e|et) /;
/** What is in front of the clause that a text ends in. */
const BEFORE_LAST_CLAUSE = /^(.*[^\s,;])(?:;|,? (?:and|und|y|e|et|en)(?: |$))/;
/** So few letters are no request of their own. */
const MIN_REQUEST_LETTERS = 4;
/** Begins what the sender's side is going to do, or somebody else has done. */
const PLANS = /^(?:i|we)(?:'ll| will| shall| plan| intend|'(?:m|re) going| (?:am|are) going)\b/;
/** Begins what the sender's side does. */
export const OF_SENDER = /^(?:we|i|we're|we'll|we've|i'm|i'll|i've|our|my|ich|wir|unsere?|meine?) /;
/** Begins a question that wants to know: "¿Quién revisa las horas?" orders nobody to check them. */
const WANTS_TO_KNOW = quick(
  String.raw`^[¿ ]{0,3}(?:(?:and|und|y|et|e|en|so|also|but)\b,? )?` +
    "(?:who|what(?! about)|why(?! (?:not|don't))|which|how (?:much|many|long|often|far|soon)|" +
    "wer|was|warum|wieso|weshalb|welche[mnrs]?|wie (?:viele?|lange|oft|teuer|hoch)|" +
    "quién(?:es)?|qué(?! tal)|cuánt[oa]s?|cuál(?:es)?|por qué|qui|combien|pourquoi|quel(?:le)?s?|" +
    "chi|cosa|quant[aeio]|qual[ei]|perché|wie|wat|waarom|welke?|hoeveel|quem|qual|quais|" +
    "kann man|se puede|peut-on|si può|kan men|dá para|pode-se|" +
    "(?:is|are|was|were|does|did|has|have) (?:the|he|she|they|this|that|our)(?!.* (?:you|able) )|" +
    "(?:ist|sind|hat|gilt) (?:der|die|das)|(?:is|zijn|was|geldt) (?:de|het|dat)) ",
);
/** Whoever orders needs a few words. */
const MIN_UNITS = 7;

/** Sentences that ask the reader to do something; polite formulas and promises left out. */
export function findActionItems(
  sentences: readonly Sentence[],
  language: string | null,
): Sentence[] {
  const asking = selectOccurring([ASKED.in(language)], sentences);
  return sentences.filter((sentence) => isAskedOf(sentence, language, asking));
}

/** What the sender will do, and asks nobody for. */
export function isPromise({ folded }: Sentence, language: string | null): boolean {
  return PROMISED.test(folded) && !ASKED.in(language).test(folded);
}

/** Whether a sentence is nothing that a reader acts on, whatever its words. */
export function asksNothing(sentence: Sentence): boolean {
  const { folded, text } = sentence;
  return isOnlyPolite(sentence) || NUMBER_ALONE.test(folded) || warnsOfSender(folded) ||
    text.endsWith("?") && (WANTS_TO_KNOW.test(folded) || isOnlyAnswer(folded));
}

/**
 * A set phrase without an order before it ("Please sign, and call if you have questions") or behind
 * it ("Feel free to call, and please sign").
 */
export function isOnlyPolite(sentence: Sentence): boolean {
  const { folded } = sentence;
  const start = findFormula(folded);
  if (start === null) return false;
  if (ordersBehind(folded.slice(start), POLITE)) return false;
  const before = BEFORE_LAST_CLAUSE.exec(folded.slice(0, start))?.[1] ?? "";
  return !ASKED.all.test(before) && !isOrder(before) || isFormula({ folded: before });
}

/** "If I have no heat by 8 I must close" warns, and orders nothing. */
function warnsOfSender(folded: string): boolean {
  return /^(?:if|when|unless) (?:i|we) [^,?]{1,80}\b(?:i|we) (?:must|have to|will have to)\b/
    .test(folded) && !/\byou(?:r)?\b/.test(folded);
}

/** By when an answer or a decision is wanted: that is to be done, as any other thing. */
const BY_THEN = quick(
  String
    .raw`\b(?:(?:by|before) (?!phone|e?-?mail|text|post|letter)|bis |spätestens |avant |d'ici |` +
    String.raw`antes |entro |prima (?:di|del)|uiterlijk |vóór |voor (?:\d|\S+dag)|até )`,
);

/** Whether nothing is asked for but an answer, whenever it comes. */
function isOnlyAnswer(folded: string): boolean {
  const found = ONLY_ANSWER.exec(folded);
  if (found === null || BY_THEN.test(folded)) return false;
  const before = folded.slice(0, found.index);
  if (isOrder(before) || ordersBehind(folded.slice(found.index), ONLY_ANSWER)) return false;
  const head = before.replace(/^.*[,:;] (?=[^,:;]*$)/, "");
  return head.replace(AROUND_ANSWER, "").length < MIN_REQUEST_LETTERS ||
    !ASKED.all.test(head) && !isOrder(head);
}

/**
 * "Tell us which valve it is, and send a man" wants more than an answer.
 * @param less what asks for no more
 */
function ordersBehind(folded: string, less: Pattern): boolean {
  return folded.split(NEXT_CLAUSE).slice(1)
    .some((clause) => (isOrder(clause) || ASKED.all.test(clause)) && !less.test(clause));
}

const answers = new Memo<Sentence, { language: string | null; isAsked: boolean }>();

/**
 * The same as `findActionItems` says, for one sentence. Decided once: several rules ask.
 * @param asking without the patterns that none of the email's sentences has
 */
export function isAskedOf(
  sentence: Sentence,
  language: string | null,
  asking: readonly Pattern[] = [ASKED.in(language)],
): boolean {
  const known = answers.get(sentence);
  if (known !== undefined && known.language === language) return known.isAsked;
  const isAsked = isActionItem(sentence, language, asking);
  answers.set(sentence, { language, isAsked });
  return isAsked;
}

function isActionItem(
  sentence: Sentence,
  language: string | null,
  asking: readonly Pattern[],
): boolean {
  const { folded } = sentence;
  if (folded.length < MIN_UNITS) return false;
  const asked = asking.some((pattern) => pattern.test(folded));
  return wants(sentence, language, asked) && !isOnlyPolite(sentence);
}

const scores = new Memo<Sentence, number>();

/**
 * What the request classifier says of an English sentence, told what the cues say of it. Asked
 * once: it costs more than all that the cues say.
 */
function scoreRequestOf(sentence: Sentence): number {
  let score = scores.get(sentence);
  if (score === undefined) {
    score = scoreRequest(sentence, listRequestSigns(sentence));
    scores.set(sentence, score);
  }
  return score;
}

/** What the cues say of an English sentence, for the request classifier. */
export function listRequestSigns(sentence: Sentence): string[] {
  const { folded } = sentence;
  return [
    ...ASKED.in("en").test(folded) ? ["asked"] : [],
    ...PROMISED.test(folded) ? ["promised"] : [],
    ...OFFERED.test(folded) ? ["offered"] : [],
    ...isFormula(sentence) ? ["polite"] : [],
    ...ONLY_ANSWER.test(folded) ? ["only answer"] : [],
    ...UNWANTED.test(folded) ? ["unwanted"] : [],
    ...isOrder(folded) ? ["order"] : [],
    ...isQuestion(sentence) ? ["question"] : [],
  ];
}

function wants(sentence: Sentence, language: string | null, asked: boolean): boolean {
  const { folded, text } = sentence;
  if (isQuestion(sentence)) {
    const wants = text.includes("?") && language !== null
      ? asksByQuestion(folded, language)
      : asked;
    return wants && !isOnlyAnswer(folded);
  }
  if (text.endsWith("?")) return false;
  if (asked) return !isOnlyAnswer(folded) && !UNWANTED.test(folded);
  if (PROMISED.test(folded) || OFFERED.test(folded)) return false;
  if (isOrder(folded)) return language !== "en" || scoreRequestOf(sentence) > UNBELIEVED;
  return language === "en" && TO_SOMEBODY.test(folded) && !PLANS.test(folded) &&
    scoreRequestOf(sentence) > SURE;
}
