/** Turns what an analyzer read into the record that is stored, with the place of every fact. */
import type {
  Evidence,
  EvidenceField,
  EvidenceSource,
  Fact,
  IntelligenceRecord,
  Reading,
} from "./reading.ts";

/** The texts of a mail that facts may be taken from. */
export interface ReadTexts {
  /** As stored. */
  readonly subject: string;
  /** What was read of the body. */
  readonly body: string;
  /** Whether `body` is the stored `body_text` itself. */
  readonly isStored: boolean;
}

/**
 * The record of a reading.
 * @throws {Error} when a fact does not stand where it says: no record without evidence.
 */
export function toRecord(reading: Reading, texts: ReadTexts): IntelligenceRecord {
  const { contact } = reading;
  const single = (fact: Fact | null) => fact === null ? null : fact.text;
  const words = (facts: readonly Fact[]) => facts.map(({ text }) => text);
  return {
    ...reading,
    urgencyReasons: reading.urgencyReasons.map(({ reason }) => reason),
    entitiesMentioned: words(reading.entitiesMentioned),
    painPoints: words(reading.painPoints),
    questionsAsked: words(reading.questionsAsked),
    actionItems: words(reading.actionItems),
    businessOpportunity: single(reading.businessOpportunity),
    budgetMentioned: reading.budgetMentioned !== null,
    timelineMentioned: reading.timelineMentioned !== null,
    decisionMaker: reading.decisionMaker !== null,
    dates: reading.dates.map(({ text, value }) => ({ text, value })),
    money: reading.money.map(({ text, amount, currency }) => ({ text, amount, currency })),
    contact: contact === null ? null : {
      name: single(contact.name),
      organisation: single(contact.organisation),
      position: single(contact.position),
      phones: words(contact.phones),
      emails: words(contact.emails),
      urls: words(contact.urls),
    },
    evidence: collectEvidence(reading, texts),
    analyzedText: texts.isStored || texts.body === "" ? null : texts.body,
  };
}

interface Place {
  readonly field: EvidenceField;
  readonly item: number | null;
  readonly fact: Fact;
}

function collectEvidence(reading: Reading, texts: ReadTexts): Evidence[] {
  const count = {
    subject: createCharacterCounter(texts.subject),
    body_text: createCharacterCounter(texts.body),
  };
  return listPlaces(reading).map(({ field, item, fact: { source, start, end, text } }) => {
    if (textOf(texts, source).slice(start, end) !== text || text === "") {
      throw new Error(`The words of ${field} do not stand at ${start} to ${end} of ${source}.`);
    }
    return { field, item, source, start: count[source](start), end: count[source](end), text };
  });
}

function textOf(texts: ReadTexts, source: EvidenceSource): string {
  return source === "subject" ? texts.subject : texts.body;
}

function listPlaces(reading: Reading): Place[] {
  const { contact } = reading;
  const list = (field: EvidenceField, facts: readonly (Fact | null)[] = []): Place[] =>
    facts.flatMap((fact, item) => fact === null ? [] : [{ field, item, fact }]);
  const one = (field: EvidenceField, fact: Fact | null = null): Place[] =>
    fact === null ? [] : [{ field, item: null, fact }];
  return [
    ...list("entities_mentioned", reading.entitiesMentioned),
    ...list("pain_points", reading.painPoints),
    ...list("questions_asked", reading.questionsAsked),
    ...list("action_items", reading.actionItems),
    ...one("business_opportunity", reading.businessOpportunity),
    ...one("budget_mentioned", reading.budgetMentioned),
    ...one("timeline_mentioned", reading.timelineMentioned),
    ...one("decision_maker", reading.decisionMaker),
    ...list("urgency_reasons", reading.urgencyReasons.map(({ fact }) => fact)),
    ...list("dates", reading.dates),
    ...list("money", reading.money),
    ...one("contact.name", contact?.name),
    ...one("contact.organisation", contact?.organisation),
    ...one("contact.position", contact?.position),
    ...list("contact.phones", contact?.phones),
    ...list("contact.emails", contact?.emails),
    ...list("contact.urls", contact?.urls),
  ];
}

const SURROGATE_PAIR = /[\u{10000}-\u{10FFFF}]/gu;

/** From UTF-16 units to characters: a pair of surrogates is one character. */
function createCharacterCounter(text: string): (units: number) => number {
  const pairs = [...text.matchAll(SURROGATE_PAIR)].map(({ index }) => index);
  return (units) => units - countBelow(pairs, units);
}

function countBelow(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
