/** What every kind of email is read from: its sentences, subject, language and dates. */
import type { DateFact, Fact, Reading } from "../reading.ts";
import { findDates } from "../facts/dates.ts";
import { findEntities } from "../facts/entities.ts";
import { findClosingNames } from "../facts/names/closing_names.ts";
import { findQuotedNames } from "../facts/names/header_names.ts";
import { findMoney } from "../facts/money.ts";
import { speaksToSoftware } from "../judgments/injection/to_software.ts";
import { selectProse } from "../judgments/prose.ts";
import { findTopics } from "../judgments/topics.ts";
import { fold } from "../text/cues.ts";
import { toFact } from "../text/facts.ts";
import { detectLanguage } from "../text/language/language.ts";
import type { ReadableEmail } from "../text/readable_email.ts";
import { isForwardSubject, isReplySubject } from "../text/reply_prefixes.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";

/** Sentences reported per field, as the record's contract says. */
const MAX_REPORTED = 10;
/** The longest line of RFC 5322; what is longer is no subject. */
const MAX_SUBJECT_UNITS = 998;
/** Four words or more; "Hello" and "Offer" say nothing alone. */
const TELLING_SUBJECT = /^\S+ \S+ \S+ \S/;

/** What a list program puts in front of a subject. */
const LIST_TAG = /^\s{0,3}\[[^\][]{1,40}\]\s/;

/** What every kind of email is read for. */
export interface MailText {
  /** All of the newest text. */
  readonly sentences: readonly Sentence[];
  /** Those that the sender says to the recipient; a telling subject where there is no other. */
  readonly prose: readonly Sentence[];
  /** Its folded form is empty where it speaks to software. */
  readonly subject: Sentence;
  readonly language: string | null;
  readonly dates: readonly DateFact[];
  readonly receivedAt: string;
  /** Whether the sender answers an earlier email. */
  readonly isReply: boolean;
  readonly readInstead: Reading["readInstead"];
  /** Sentences of the closing that name people. */
  readonly closing: readonly Sentence[];
  /** People whom older emails in the text name, without the sender. */
  readonly quotedNames: readonly string[];
}

/** Splits the newest text. */
export function readText(readable: ReadableEmail): MailText {
  const { mail, texts, zones, instead, writer } = readable;
  const sentences = splitSentences(zones.newest);
  const language = detectLanguage(sentences.map(({ text }) => text).join(" "));
  const subject = readSubject(mail.subject);
  return {
    sentences,
    prose: sentences.length === 0 &&
        (instead === "subject" || TELLING_SUBJECT.test(subject.folded))
      ? [subject]
      : selectProse(sentences),
    subject,
    language,
    dates: findDates(sentences, language, mail.receivedAt, {
      fromEmail: writer.email,
      dateField: instead === null ? mail.headers["date"] ?? null : null,
      thread: texts.body,
    }),
    receivedAt: mail.receivedAt,
    isReply: isReply(readable),
    readInstead: instead,
    closing: instead === "form"
      ? splitSentences(zones.signature ?? "")
      : findClosingNames(zones.signature),
    quotedNames: findQuotedNames(texts.body).filter((name) => name !== writer.name),
  };
}

type CommonField =
  | "keyTopics"
  | "entitiesMentioned"
  | "dates"
  | "money"
  | "language"
  | "readInstead";

/** The fields that are read alike in every kind of email. */
export function readCommon(text: MailText): Pick<Reading, CommonField> {
  const { sentences, subject, language, dates, readInstead, closing, quotedNames } = text;
  return {
    keyTopics: findTopics(sentences, subject.text),
    entitiesMentioned: findEntities([...sentences, ...closing], language, quotedNames),
    dates,
    money: findMoney(sentences, language),
    language,
    readInstead,
  };
}

/** Sentences as facts: each text once, at most ten. */
export function report(sentences: readonly Sentence[]): Fact[] {
  const byText = new Map<string, Fact>();
  for (const sentence of sentences) {
    if (!byText.has(sentence.text)) byText.set(sentence.text, toFact(sentence));
  }
  return [...byText.values()].slice(0, MAX_REPORTED);
}

/** By its subject or header; without a subject, by what it quotes. */
function isReply({ mail, texts, zones, instead }: ReadableEmail): boolean {
  const { subject, headers } = mail;
  if (isReplySubject(subject.replace(LIST_TAG, ""))) return true;
  if (instead !== null || isForwardSubject(subject)) return false;
  return headers["in-reply-to"] !== undefined || subject.trim() === "" &&
      countLetters(texts.body) > countLetters(zones.newest) + countLetters(zones.signature ?? "");
}

function countLetters(text: string): number {
  return text.replace(/\s/g, "").length;
}

function readSubject(subject: string): Sentence {
  const text = subject.slice(0, MAX_SUBJECT_UNITS);
  const folded = fold(text);
  return {
    source: "subject",
    text,
    start: 0,
    folded: speaksToSoftware(folded) ? "" : folded,
    paragraph: 0,
  };
}
