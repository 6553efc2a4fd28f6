/**
 * Every field of a record, once: what is found in an email for it, what is kept of that, and which
 * places in the email show it. The shapes, the record, its evidence and its columns follow from
 * here.
 */
import {
  factsField,
  flagField,
  groupField,
  plainField,
  reasonsField,
  textField,
  valuesField,
} from "./field_kinds.ts";
import { MAX_SUMMARY_UNITS } from "./judgments/summary/shorten.ts";
import { INSTEAD } from "./text/instead/instead.ts";

/** The closed list of intents, as in the table's check. */
export const INTENTS = [
  "meeting_request",
  "question",
  "proposal",
  "complaint",
  "feedback",
  "support_request",
  "sales_inquiry",
  "partnership",
  "introduction",
  "follow_up",
  "information_sharing",
  "other",
] as const;
export type Intent = (typeof INTENTS)[number];

export const SENTIMENTS = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const URGENCY_LEVELS = ["low", "medium", "high", "critical"] as const;
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number];

export const AUTOMATED_KINDS = ["bounce", "out_of_office", "notification"] as const;
export type AutomatedKind = (typeof AUTOMATED_KINDS)[number];

/** Names are columns of `public.email_intelligence` in camel case; evidence is in this order. */
export const RECORD_FIELDS = {
  primaryIntent: plainField("other", (z) => z.enum(INTENTS)),
  secondaryIntents: plainField([], (z) => z.array(z.enum(INTENTS)).readonly()),
  sentiment: plainField("neutral", (z) => z.enum(SENTIMENTS)),
  urgencyLevel: plainField("low", (z) => z.enum(URGENCY_LEVELS)),
  /** Lower case, most telling first. */
  keyTopics: plainField([], (z) => z.array(z.string()).max(5).readonly()),
  /** People, organizations and addresses. */
  entitiesMentioned: factsField(20),
  /** Sentences of the email. */
  painPoints: factsField(10),
  questionsAsked: factsField(10),
  actionItems: factsField(10),
  /** A sentence that offers business. */
  businessOpportunity: textField(),
  /** The words that mention it. */
  budgetMentioned: flagField(),
  timelineMentioned: flagField(),
  decisionMaker: flagField(),
  /** Why the email is as urgent as it is: names of rules, and the words that made them apply. */
  urgencyReasons: reasonsField(20),
  /** `value` is an ISO 8601 date, local date-time, or `start/end`; null when it cannot be told. */
  dates: valuesField(20, { value: (z) => z.string().nullable() }),
  /** `currency` is ISO 4217; null when the email leaves it open. */
  money: valuesField(20, {
    amount: (z) => z.number(),
    currency: (z) => z.string().nullable(),
  }),
  /** How to reach the sender, as their signature says. */
  contact: groupField({
    name: textField(),
    organisation: textField(),
    position: textField(),
    phones: factsField(20),
    emails: factsField(20),
    urls: factsField(20),
  }),
  /** What was read, where the email has no newest text of its own; null where it has one. */
  readInstead: plainField(null, (z) => z.enum(INSTEAD).nullable()),
  /** One line; null for an empty email. */
  summary: plainField(null, (z) => z.string().max(MAX_SUMMARY_UNITS).nullable()),
  /** Whether the sender waits for an answer of the reader. */
  needsReply: plainField(false, (z) => z.boolean()),
  /** Sent to many. */
  isBulk: plainField(false, (z) => z.boolean()),
  /** Sent by a program; null for a person's email. */
  automatedKind: plainField(null, (z) => z.enum(AUTOMATED_KINDS).nullable()),
  /** ISO 639-1; null when the text is too short to tell. */
  language: plainField(null, (z) => z.string().nullable()),
  /** 0 to 100: how strong the cues behind `primaryIntent` are. */
  confidenceScore: plainField(0, (z) => z.int().min(0).max(100)),
};
