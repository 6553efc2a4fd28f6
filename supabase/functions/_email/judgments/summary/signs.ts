/** What is known of a sentence that says how well it tells what its email is about? */
import type { DateFact, Intent } from "../../reading.ts";
import type { Field } from "../../model/fields.ts";
import { hashOf } from "../../model/hashing.ts";
import { cutLogOdds } from "../../model/log_odds.ts";
import type { SentenceLogOdds } from "../../model/model.ts";
import { listFields, markSentence } from "../../model/words.ts";
import { fold } from "../../text/cues.ts";
import { cuesOf } from "../../text/language_cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import { liesIn } from "../../text/facts.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isOrder, OF_SENDER } from "../action_items.ts";
import { type IntentCue, intentCuesOf } from "../intent_cue.ts";
import { BACKGROUND, FOOTER, markForm, markNeighbors } from "./form.ts";
import { cutPasted } from "./pasted.ts";
import { contentOf, FRAGMENT, says, SENTENCE_END, withoutLinks } from "./saying.ts";
import { type Purpose, sharePurposes } from "./purposes.ts";
import {
  mark,
  type MarkedSigns,
  SIGN_IF,
  SIGNS_BY_PURPOSE,
  type SummarySigns,
} from "./sign_list.ts";
import { toTitle } from "./title.ts";

/** The fields of meaning that the matter of an intent has. */
const MATTERS: Readonly<Record<Intent, readonly Field[]>> = {
  meeting_request: ["meet", "suit", "day", "clock"],
  question: ["ask", "may", "you"],
  proposal: ["sell", "pitch", "pay"],
  complaint: ["redress", "broken", "damage", "bad", "lack"],
  feedback: ["praise", "opinion", "bad"],
  support_request: ["help", "broken", "device", "lack", "harm"],
  sales_inquiry: ["buy", "want", "chance"],
  partnership: ["partner", "may"],
  introduction: ["acquaint"],
  follow_up: ["remind", "settle", "wait", "pay", "send"],
  information_sharing: ["inform", "day"],
  other: ["send", "private"],
};

/** The same as words are marked with them. */
const MATTER_HASHES = new Map(
  Object.entries(MATTERS).map(([intent, fields]) => [intent, fields.map(hashOf)]),
);

/** What a summary is chosen from. */
export interface SummaryChoice {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  readonly language: string | null;
  readonly intent: Intent;
  /** Log-odds of each intent of a person's email; empty where no classifier was asked. */
  readonly intents: ReadonlyMap<Intent, number>;
  /** What the email asks, asks for and complains of. */
  readonly questions: readonly Sentence[];
  readonly actionItems: readonly Sentence[];
  readonly painPoints: readonly Sentence[];
  /** How far above the boundaries of the classifiers the sentences of a person's email are. */
  readonly scores: ReadonlyMap<Sentence, SentenceLogOdds>;
  readonly dates: readonly Pick<DateFact, "start" | "end">[];
  /** Whether it is a mailing or a program's: its questions are rhetorical, its orders bait. */
  readonly isMailing: boolean;
}

/** What an email is about is said early. */
const SENTENCES_CHOSEN_FROM = 12;
const FEW_SENTENCES = 4;
/** A shorter question ("Any news?") asks nothing by itself. */
const ASKING_UNITS = 20;
/** Words of the subject that count, and of other sentences. */
const MAX_SHARED = 2;
const MAX_SHARED_OTHERS = 6;
/** The weight of the strongest cues of an intent. */
const STRONGEST_CUE = 3;

/** A classifier that is surer than this, in log-odds, says no more. */
const SURE = 4;
/** Fields of meaning, as words are marked with them. */
const [PAST, YOU] = [hashOf("past"), hashOf("you")];
const LINKED = /https?:|www\.|@/;
/** "© 2002 Northern Light" */
const RIGHTS = /^\s*(?:©|\(c\)|copyright\b)/i;
const AMOUNT = /[$£€%]|\d/;

/** Begins what a mailing wants its readers to press. */
const CALL_TO_ACT = cuesOf("letters", "^call_to_act").all;
/** Begins what has nothing to do with the matter. */
const BY_THE_WAY = cuesOf("letters", "^by_the_way").all;
/** "As you asked, attached is the plan", "Ana: here is the plan" */
const LEAD_IN = /^[^,:]{1,60}[,:] /;
const PRESENTING_UNITS = 35;
/** Begins what hands something over. */
const PRESENTS = cuesOf("letters", "^presents").all;

/**
 * The sentences that may be chosen: the first that say something, and what is asked or wrong. What
 * is said by the way is left out where there is more, unless it asks for something.
 */
export function listCandidates(choice: SummaryChoice): readonly Sentence[] {
  const wanted = listWanted(choice);
  const candidates = listSaying(choice, wanted);
  const matter = candidates.filter((sentence) =>
    wanted.has(sentence) || !BY_THE_WAY.test(sentence.folded)
  );
  return matter.length > 0 ? matter : candidates;
}

function listSaying(choice: SummaryChoice, wanted: ReadonlySet<Sentence>): readonly Sentence[] {
  const candidates: Sentence[] = [];
  for (const sentence of cutPasted(choice)) {
    if (candidates.length >= SENTENCES_CHOSEN_FROM && !wanted.has(sentence)) continue;
    const isTold = mayBeTold(sentence, choice) ||
      choice.questions.includes(sentence) && asks(sentence);
    if (isTold) candidates.push(sentence);
  }
  return candidates;
}

/** Whether a question is long enough to be understood behind the subject. */
function asks({ text }: Sentence): boolean {
  return text.length >= ASKING_UNITS && /\s\S+\s\S+\s/.test(text);
}

/** Whether a sentence says something, and not what mailings say of themselves. */
export function mayBeTold(sentence: Sentence, { isMailing }: SummaryChoice): boolean {
  return says(sentence) && !(isMailing && isNotice(sentence));
}

/** Whether a sentence says what mailings say of themselves. */
export function isNotice({ text, folded }: Sentence): boolean {
  return FOOTER.test(folded) || RIGHTS.test(text);
}

/** Whether a sentence says what a mailing wants its readers to press. */
export function callsToAct({ folded }: Sentence): boolean {
  return CALL_TO_ACT.test(folded);
}

function listWanted(choice: SummaryChoice): ReadonlySet<Sentence> {
  return new Set([
    ...choice.questions,
    ...choice.actionItems,
    ...choice.intent === "feedback" ? [] : choice.painPoints,
  ]);
}

/**
 * The signs of each sentence that may be chosen.
 * @param candidates what `listCandidates` says of the choice, where it is known
 */
export function readSummarySigns(
  choice: SummaryChoice,
  candidates = listCandidates(choice),
): ReadonlyMap<Sentence, SummarySigns> {
  const wanted = listWanted(choice);
  const topic = contentOf(fold(toTitle(choice.subject)));
  const contents = new Map(
    candidates.map((sentence) => [sentence, contentOf(sentence.folded)] as const),
  );
  const context = {
    choice,
    topic,
    cues: intentCuesOf(choice.language, candidates).filter((cue) => cue.intent === choice.intent),
    contents,
    repeated: listRepeated(contents.values()),
    count: candidates.length,
    begin: Math.max(0, candidates.findIndex(begins)),
    isWanting: candidates.some((sentence) => wanted.has(sentence)),
  };
  const purposes = sharePurposes(choice.intents);
  return new Map(
    candidates.map((sentence, at) => {
      const signs: MarkedSigns = new Map();
      markPlace(signs, at, context);
      markWants(signs, sentence, context);
      markScores(signs, sentence, context);
      markMatter(signs, sentence, context);
      markForm(signs, sentence);
      markNeighbors(signs, sentence, choice.sentences);
      markPurposes(signs, purposes);
      return [sentence, signs];
    }),
  );
}

interface Context {
  readonly choice: SummaryChoice;
  /** The words of the subject. */
  readonly topic: ReadonlySet<string>;
  /** What the email's intent is put into. */
  readonly cues: readonly IntentCue[];
  /** What each of the sentences is about. */
  readonly contents: ReadonlyMap<Sentence, ReadonlySet<string>>;
  /** Words that several of the sentences have. */
  readonly repeated: ReadonlySet<string>;
  /** Sentences that may be chosen. */
  readonly count: number;
  /** The place of the first of them that begins the matter. */
  readonly begin: number;
  /** Whether any sentence asks or tells of trouble. */
  readonly isWanting: boolean;
}

/** Whether a sentence neither tells what was before, nor needs a sentence before it. */
function begins({ folded }: Sentence): boolean {
  return !BACKGROUND.test(folded) && !FRAGMENT.test(folded);
}

function markPlace(
  signs: MarkedSigns,
  at: number,
  { choice: { isMailing }, count, begin }: Context,
): void {
  mark(signs, {
    first: at === 0,
    first_of_few: at === begin && count <= FEW_SENTENCES,
    second: at === 1,
    place: Math.max(0, at - begin) / Math.max(1, count - 1 - begin),
    // A mailing begins with what it says of itself, and may be long.
    mailing_first: isMailing && at === 0,
    mailing_place: isMailing && Math.min(1, at / SENTENCES_CHOSEN_FROM),
  });
}

function markWants(signs: MarkedSigns, sentence: Sentence, { choice, isWanting }: Context): void {
  const { intent, isMailing } = choice;
  const question = choice.questions.indexOf(sentence);
  const trouble = choice.painPoints.indexOf(sentence);
  mark(signs, {
    question: question >= 0,
    first_question: question === 0,
    trouble: trouble >= 0,
    first_trouble: trouble === 0,
    trouble_beside_praise: trouble >= 0 && intent === "feedback",
    nothing_wanted: isWanting && Math.max(question, trouble) < 0 &&
      !choice.actionItems.includes(sentence),
    mailing_asks: isMailing && isAsked(sentence.text),
    mailing_orders: isMailing && isOrder(sentence.folded),
    calls_to_act: isMailing && callsToAct(sentence),
  });
}

/** What the classifiers say, between 1 and -1. */
function markScores(signs: MarkedSigns, sentence: Sentence, { choice }: Context): void {
  const scores = choice.scores.get(sentence);
  if (scores === undefined) return;
  mark(signs, {
    action: cutLogOdds(scores.action, SURE) / SURE,
    pain: cutLogOdds(scores.pain, SURE) / SURE,
  });
}

/** The signs that tell more or less by what the email is for, beside each that is likely. */
function markPurposes(signs: MarkedSigns, purposes: ReadonlyMap<Purpose, number>): void {
  for (const sign of SIGNS_BY_PURPOSE) {
    const value = signs.get(sign);
    if (value === undefined) continue;
    const names = SIGN_IF[sign];
    purposes.forEach((share, purpose) => signs.set(names[purpose], value * share));
  }
}

/** What an email says more than once is what it is about. */
function listRepeated(contents: Iterable<ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const content of contents) {
    for (const word of content) (seen.has(word) ? repeated : seen).add(word);
  }
  return repeated;
}

function markMatter(signs: MarkedSigns, sentence: Sentence, context: Context): void {
  const { choice, topic, contents, repeated } = context;
  const { text, folded } = sentence;
  const own = cuesOfText(folded).words;
  const fields = listFields(markSentence(sentence, choice.language));
  const matters = MATTER_HASHES.get(choice.intent) ?? [];
  const matter = matters.filter((field) => fields.includes(field)).length;
  const shared = [...topic].filter((word) => own.has(word)).length;
  const content = contents.get(sentence) ?? new Set();
  let others = 0;
  for (const word of content) if (repeated.has(word)) others += 1;
  const strength = context.cues.reduce(
    (most, { weight, pattern }) => weight > most && pattern.test(folded) ? weight : most,
    0,
  );
  mark(signs, {
    shares_subject: Math.min(shared, MAX_SHARED) / MAX_SHARED,
    tells_subject: shared > 0 && shared >= topic.size / 2,
    is_subject: shared > 0 && shared === topic.size && content.size === shared &&
      !isAsked(text),
    says_intent: matter > 0,
    says_intent_twice: matter > 1,
    shows_intent: strength / STRONGEST_CUE,
    shares_others: Math.min(others, MAX_SHARED_OTHERS) / MAX_SHARED_OTHERS,
    says_past: fields.includes(PAST),
    presents: presents(folded),
    names_date: choice.dates.some((date) => liesIn(date, sentence)),
    names_amount: SENTENCE_END.test(text) && AMOUNT.test(withoutLinks(text)),
    has_link: LINKED.test(text),
    of_sender: OF_SENDER.test(folded),
    of_reader: fields.includes(YOU),
  });
}

/** Also behind what leads to it, where more is said than "here is what we offer". */
function presents(folded: string): boolean {
  if (PRESENTS.test(folded)) return true;
  const at = LEAD_IN.exec(folded)?.[0].length ?? folded.length;
  return folded.length - at >= PRESENTING_UNITS && PRESENTS.test(folded.slice(at));
}

function isAsked(text: string): boolean {
  return text.trimEnd().endsWith("?");
}
