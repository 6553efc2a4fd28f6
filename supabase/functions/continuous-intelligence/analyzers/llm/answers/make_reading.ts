/** The reading of an email out of a model's answer, and of the rules where no model is asked. */
import {
  asksNobody,
  EMPTY_READING,
  type Fact,
  MAX_SUMMARY_UNITS,
  type Reading,
  takeReading,
  toFact,
} from "../../../../_email/mod.ts";
import { MARKED_FIELDS, type Role } from "./answer_schema.ts";
import type { Excerpt } from "../prompt/excerpt.ts";
import { findQuote, holdsWords } from "./ground.ts";
import {
  MAX_NAMES,
  MAX_SECONDARY_INTENTS,
  MAX_SENTENCES_PER_FIELD,
  MAX_TOPIC_UNITS,
  MAX_TOPICS,
} from "../limits.ts";
import type { EmailAnswer } from "./read_answers.ts";

/**
 * 0–100 by whether the rules, which read the email on their own, come to the same main intent: a
 * model's own figure would say less.
 */
const CONFIDENCE = { same: 90, among: 75, other: 60 } as const;

/** A reading, and how many of the model's words the email does not say. */
export interface GroundedReading {
  readonly reading: Reading;
  readonly dropped: number;
}

/**
 * Marked lines become facts, names and topics only where the email says them. Dates, money, contact
 * and language are the rules': they compute what a model would guess. So are the closed fields of
 * an email that speaks to software, whose rest the rules read alone.
 */
export function makeReading(excerpt: Excerpt, answer: EmailAnswer): GroundedReading {
  const { readable, lines } = excerpt;
  const byRules = takeReading(readable);
  const sentences = lines.map(({ sentence }) => sentence);
  const names = answer.names.slice(0, MAX_NAMES).map((name) => findQuote(name, sentences));
  const topics = answer.topics.slice(0, MAX_TOPICS).map((topic) => topic.toLowerCase())
    .filter((topic) => topic.length <= MAX_TOPIC_UNITS && holdsWords(topic, sentences));
  const closed = chooseClosedFields(excerpt, answer, byRules);
  const grounded = names.filter((fact) => fact !== null);
  return {
    reading: {
      ...byRules,
      ...closed,
      keyTopics: topics.length > 0 ? [...new Set(topics)] : byRules.keyTopics,
      entitiesMentioned: withoutRepeats([
        ...grounded,
        ...byRules.entitiesMentioned.filter(({ text }) => text.includes("@")),
      ]).slice(0, MAX_NAMES),
      ...readMarked(lines, answer),
      summary: summarize(collectFacts(lines, answer, "m")[0] ?? null) ?? byRules.summary,
      isBulk: false,
      automatedKind: null,
      confidenceScore: rateConfidence(closed.primaryIntent, byRules),
    },
    dropped: answer.names.length - grounded.length + answer.topics.length - topics.length,
  };
}

type ClosedField =
  | "primaryIntent"
  | "secondaryIntents"
  | "sentiment"
  | "urgencyLevel"
  | "needsReply";

function chooseClosedFields(
  { isSuspect, readable }: Excerpt,
  answer: EmailAnswer,
  byRules: Reading,
): Pick<Reading, ClosedField> {
  if (isSuspect) {
    const { primaryIntent, secondaryIntents, sentiment, urgencyLevel, needsReply } = byRules;
    return { primaryIntent, secondaryIntents, sentiment, urgencyLevel, needsReply };
  }
  const [primaryIntent = "other", ...secondaryIntents] = answer.intents;
  const isUnasked = asksNobody(readable, primaryIntent);
  return {
    primaryIntent,
    secondaryIntents: secondaryIntents.slice(0, MAX_SECONDARY_INTENTS),
    sentiment: answer.sentiment,
    urgencyLevel: isUnasked ? "low" : answer.urgencyLevel,
    needsReply: answer.needsReply && !isUnasked,
  };
}

/** The fields whose lines the model marked. */
function readMarked(lines: Excerpt["lines"], answer: EmailAnswer): Pick<Reading, MarkedField> {
  const fields = Object.entries(MARKED_FIELDS).map(([name, [role]]) => {
    const facts = collectFacts(lines, answer, role);
    if (name === "urgencyReasons") {
      return [name, facts.map((fact) => ({ reason: "cited_by_model", fact }))];
    }
    const isList = Array.isArray(EMPTY_READING[name as MarkedField]);
    return [name, isList ? facts : facts[0] ?? null];
  });
  return Object.fromEntries(fields) as Pick<Reading, MarkedField>;
}

type MarkedField = keyof typeof MARKED_FIELDS;

function collectFacts(
  lines: Excerpt["lines"],
  { marks }: EmailAnswer,
  role: Role,
): Fact[] {
  const facts = marks.filter((mark) => mark.role === role).flatMap(({ index }) => {
    const line = lines[index];
    return line === undefined || line.sent === "" ? [] : [toFact(line.sentence)];
  });
  return withoutRepeats(facts).slice(0, MAX_SENTENCES_PER_FIELD);
}

function withoutRepeats(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ text }, at) => facts.findIndex((other) => other.text === text) === at);
}

function summarize(fact: Fact | null): string | null {
  if (fact === null) return null;
  return fact.text.replace(/\s+/g, " ").trim().slice(0, MAX_SUMMARY_UNITS).toWellFormed();
}

function rateConfidence(intent: Reading["primaryIntent"], byRules: Reading): number {
  if (byRules.primaryIntent === intent) return CONFIDENCE.same;
  return byRules.secondaryIntents.includes(intent) ? CONFIDENCE.among : CONFIDENCE.other;
}
