/** What is right in the record of a gold email, field by field? */
import type { IntelligenceRecord } from "../../../supabase/functions/_email/reading.ts";
import type { GoldLabels } from "../corpora/gold_labels.ts";
import type { RealGoldLabels } from "../real_gold/real_gold.ts";
import type { Counts } from "./score.ts";

/** Fields that are right or wrong as a whole. */
export const GOLD_LABEL_FIELDS = [
  "primary_intent",
  "sentiment",
  "urgency_level",
  "needs_reply",
  "is_bulk",
  "automated_kind",
  "language",
] as const;
export type GoldLabelField = (typeof GOLD_LABEL_FIELDS)[number];

/** Fields that hold any number of facts; `flags` are budget, timeline and decision maker. */
export const GOLD_LIST_FIELDS = [
  "questions_asked",
  "action_items",
  "pain_points",
  "secondary_intents",
  "flags",
  "budget_mentioned",
  "timeline_mentioned",
  "decision_maker",
  "business_opportunity",
  "entities_mentioned",
  "dates",
  "date_values",
  "money",
  "contact",
] as const;
export type GoldListField = (typeof GOLD_LIST_FIELDS)[number];

/** Lists of sentences, which real emails have labels for too. */
export const GOLD_SENTENCE_FIELDS = [
  "questions_asked",
  "action_items",
  "pain_points",
] as const satisfies readonly GoldListField[];
export type GoldSentenceField = (typeof GOLD_SENTENCE_FIELDS)[number];

/** One email, judged in the fields that every labeled email has. */
export interface SharedJudgement {
  readonly labels: Readonly<Record<GoldLabelField, boolean>>;
  readonly lists: Readonly<Record<GoldSentenceField, Counts>>;
  /** Whether `high` and `critical` are said, and whether they are labeled. */
  readonly urgent: Counts;
}

/** One invented email, judged in all fields. */
export interface GoldJudgement extends SharedJudgement {
  readonly lists: Readonly<Record<GoldListField, Counts>>;
  /** Topics named, and how many of them a person could have chosen. */
  readonly topics: { readonly named: number; readonly right: number };
}

const URGENT: ReadonlySet<string> = new Set(["high", "critical"]);

/** Labels that every labeled email has. */
type SharedLabels = Pick<
  RealGoldLabels,
  GoldLabelField | GoldSentenceField | "acceptable_primary_intents"
>;

/** Compares a record with the labels that every labeled email has, see `judgeGold`. */
export function judgeShared(record: IntelligenceRecord, gold: SharedLabels): SharedJudgement {
  return {
    labels: {
      primary_intent: [gold.primary_intent, ...gold.acceptable_primary_intents]
        .includes(record.primaryIntent),
      sentiment: record.sentiment === gold.sentiment,
      urgency_level: record.urgencyLevel === gold.urgency_level,
      needs_reply: record.needsReply === gold.needs_reply,
      is_bulk: record.isBulk === gold.is_bulk,
      automated_kind: record.automatedKind === gold.automated_kind,
      language: record.language === gold.language,
    },
    lists: {
      questions_asked: count(record.questionsAsked, gold.questions_asked),
      action_items: count(record.actionItems, gold.action_items),
      pain_points: count(record.painPoints, gold.pain_points),
    },
    urgent: flag(URGENT.has(record.urgencyLevel), URGENT.has(gold.urgency_level)),
  };
}

/**
 * Compares a record with the labels of its email. A sentence or fact is right when it is the
 * labeled one or one holds the other and is not twice as long; every label is used once.
 */
export function judgeGold(record: IntelligenceRecord, gold: GoldLabels): GoldJudgement {
  const shared = judgeShared(record, gold);
  const budget = flag(record.budgetMentioned, gold.budget_mentioned);
  const timeline = flag(record.timelineMentioned, gold.timeline_mentioned);
  const decision = flag(record.decisionMaker, gold.decision_maker);
  return {
    ...shared,
    lists: {
      ...shared.lists,
      secondary_intents: count(record.secondaryIntents, gold.secondary_intents),
      flags: add(budget, timeline, decision),
      budget_mentioned: budget,
      timeline_mentioned: timeline,
      decision_maker: decision,
      business_opportunity: flag(
        record.businessOpportunity !== null,
        gold.business_opportunity !== null,
      ),
      entities_mentioned: count(record.entitiesMentioned, gold.entities_mentioned),
      dates: count(record.dates.map(({ text }) => text), gold.dates.map(({ text }) => text)),
      date_values: count(record.dates.map(toDate), gold.dates.map(toDate)),
      money: count(record.money.map(toSum), gold.money.map(toSum)),
      contact: count(listContact(record.contact), listContact(gold.contact)),
    },
    topics: {
      named: record.keyTopics.length,
      right:
        record.keyTopics.filter((topic) =>
          gold.key_topics.some((wanted) => holdsWords(topic, wanted) || holdsWords(wanted, topic))
        ).length,
    },
  };
}

/** Facts found, facts wanted, each wanted one found at most once. */
export function count(found: readonly string[], wanted: readonly string[]): Counts {
  const open = wanted.map(normalize);
  let truePositives = 0;
  for (const text of found.map(normalize)) {
    const at = open.findIndex((label) => isSame(text, label));
    if (at < 0) continue;
    open.splice(at, 1);
    truePositives++;
  }
  return {
    truePositives,
    falsePositives: found.length - truePositives,
    falseNegatives: open.length,
  };
}

function flag(found: boolean, wanted: boolean): Counts {
  return count([...found ? ["x"] : []], [...wanted ? ["x"] : []]);
}

function isSame(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (long.includes(short) && 2 * short.length >= long.length);
}

function normalize(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").replace(/^[\s"'*-]+|[\s"'.,;:!?*-]+$/g, "");
}

function holdsWords(text: string, part: string): boolean {
  return ` ${text.toLowerCase()} `.includes(` ${part.toLowerCase()} `);
}

function toDate({ text, value }: { readonly text: string; readonly value: string | null }): string {
  return `${value ?? "?"} ${text}`;
}

function toSum(money: { readonly amount: number; readonly currency: string | null }): string {
  return `${money.amount} ${money.currency ?? "?"}`;
}

function listContact(contact: IntelligenceRecord["contact"]): string[] {
  if (contact === null) return [];
  const { name, organisation, position, phones, emails, urls } = contact;
  const single = [["name", name], ["organisation", organisation], ["position", position]] as const;
  return [
    ...single.flatMap(([field, value]) => value === null ? [] : [`${field}: ${value}`]),
    ...phones.map((phone) => `phone: ${phone.replace(/\D/g, "")}`),
    ...emails.map((email) => `email: ${email}`),
    ...urls.map((url) => `url: ${url}`),
  ];
}

function add(...counts: readonly Counts[]): Counts {
  return counts.reduce((sum, one) => ({
    truePositives: sum.truePositives + one.truePositives,
    falsePositives: sum.falsePositives + one.falsePositives,
    falseNegatives: sum.falseNegatives + one.falseNegatives,
  }), { truePositives: 0, falsePositives: 0, falseNegatives: 0 });
}
