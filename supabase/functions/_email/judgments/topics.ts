/** Which few words say what an email is about? */
import { cutPrefixes } from "../text/reply_prefixes.ts";
import type { Sentence } from "../text/sentences.ts";
import { isStopWord } from "../text/phrases/stop_words.ts";
import { latin } from "../text/latin.ts";

const MAX_TOPICS = 5;
/** Topics found only once in the text and not in the subject are chance. */
const MIN_SCORE = 2;
const SUBJECT_SCORE = 2;
/** Shorter and longer words are no topics. */
const TOPIC_UNITS = { from: 4, to: 40 };
/** Sentences read: what an email is about is said early. */
const SENTENCES_READ = 200;

/** A word, or a sign that parts words: no pair goes over it. */
const WORD_OR_SIGN = latin(String.raw`[\p{L}\p{N}'-]+|[^\p{L}\p{N}\s'-]`, "g");
const WORD = latin(String.raw`^\p{L}(?:[\p{L}\p{N}-])*\p{L}$`);

/**
 * At most five topics, lower case, most telling first: words and pairs of words that stand in the
 * subject or return in the text. Empty when nothing returns.
 */
export function findTopics(sentences: readonly Sentence[], subject: string): string[] {
  const read = sentences.slice(0, SENTENCES_READ)
    .map(({ text }) => toTopicText(text.toLowerCase(), 1));
  const bareSubject = cutPrefixes(subject).toLowerCase();
  const scores = scoreTopics([
    toTopicText(bareSubject, SUBJECT_SCORE),
    ...read,
  ]);
  const ranked = [...scores].filter(([, score]) => score >= MIN_SCORE)
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || weight(b) - weight(a));
  const topics: string[] = [];
  const taken = new Set<string>();
  for (const [topic] of ranked) {
    if (topics.length === MAX_TOPICS) break;
    const words = topic.split(" ");
    if (words.some((word) => taken.has(word))) continue;
    topics.push(topic);
    for (const word of words) taken.add(word);
  }
  return topics;
}

/** The words of a text, and the signs between them. */
interface TopicText {
  readonly words: readonly string[];
  /** What a topic looks like in this text. */
  readonly form: RegExp;
  /** What each word counts. */
  readonly score: number;
}

function toTopicText(text: string, score: number): TopicText {
  const withoutAddresses = /@|:\/\//.test(text)
    ? text.replace(/\S{0,64}(?:@|:\/\/)\S{0,500}/g, ".")
    : text;
  return {
    words: withoutAddresses.match(WORD_OR_SIGN.for(withoutAddresses)) ?? [],
    form: WORD.for(withoutAddresses),
    score,
  };
}

/** Words, and pairs of those that count enough: a pair counts no more than either of its words. */
function scoreTopics(texts: readonly TopicText[]): ReadonlyMap<string, number> {
  const ofWords = new Map<string, number>();
  for (const { words, score } of texts) {
    for (const word of words) if (word.length >= TOPIC_UNITS.from) add(ofWords, word, score);
  }
  const scores = new Map<string, number>();
  for (const { words, form, score } of texts) {
    let previous: string | null = null;
    for (const word of words) {
      // Few words return: the others need not be looked at.
      const counts = (ofWords.get(word) ?? 0) >= MIN_SCORE;
      const topic = counts && isTopicWord(word, form) ? word : null;
      if (topic !== null) add(scores, topic, score);
      // A pair says more than its words, so it wins a draw against either.
      if (topic !== null && previous !== null) add(scores, `${previous} ${topic}`, score);
      previous = topic;
    }
  }
  return scores;
}

function isTopicWord(word: string, form: RegExp): boolean {
  return word.length <= TOPIC_UNITS.to && !isStopWord(word) && form.test(word);
}

function weight(topic: string): number {
  return topic.includes(" ") ? 100 : topic.length;
}

function add(scores: Map<string, number>, topic: string, score: number): void {
  scores.set(topic, (scores.get(topic) ?? 0) + score);
}
