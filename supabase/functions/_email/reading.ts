/** What is read out of one email, and what is kept of it: the closed lists and the shapes. Unknown is null,
 * false, neutral or an empty list, never a guess. */

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

/** What is read of one email; the fields that `readMessage` stores. */
export interface Email {
  readonly fromEmail: string | null;
  readonly fromName: string | null;
  readonly subject: string;
  /** Plain text as stored; null when the mail came as HTML only and nobody derived its text yet. */
  readonly bodyText: string | null;
  /** Only read when `bodyText` is null. */
  readonly bodyHtml: string | null;
  /** Selected header fields, names in lower case (`auto-submitted`, `list-id`, …). */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

/** A place in the texts that were read: UTF-16 units from 0, the end excluded. */
export interface Span {
  readonly source: EvidenceSource;
  readonly start: number;
  readonly end: number;
}

/** Something the mail says: its words and where they stand. */
export interface Fact extends Span {
  /** Exactly what stands at the place. */
  readonly text: string;
}

/** A date, time or period. */
export interface DateFact extends Fact {
  /** ISO 8601 date, local date-time, or `start/end` of a period; null when it cannot be told. */
  readonly value: string | null;
}

/** A sum of money. */
export interface MoneyFact extends Fact {
  readonly amount: number;
  /** ISO 4217; null when the mail leaves it open. */
  readonly currency: string | null;
}

/** Why a mail is as urgent as it is: a rule's name, and the words that made it apply where there are any. */
export interface UrgencyReason {
  readonly reason: string;
  readonly fact: Fact | null;
}

/** How to reach the sender, as their signature says. At most 20 in each list. */
export interface ContactFacts {
  readonly name: Fact | null;
  readonly organisation: Fact | null;
  readonly position: Fact | null;
  readonly phones: readonly Fact[];
  readonly emails: readonly Fact[];
  readonly urls: readonly Fact[];
}

/** What an analyzer read out of one mail; `toRecord` makes the record of it. */
export interface Reading {
  readonly primaryIntent: Intent;
  readonly secondaryIntents: readonly Intent[];
  readonly sentiment: Sentiment;
  readonly urgencyLevel: UrgencyLevel;
  /** At most 20. */
  readonly urgencyReasons: readonly UrgencyReason[];
  /** At most 5, lower case, most telling first. */
  readonly keyTopics: readonly string[];
  /** People, organisations and addresses. At most 20. */
  readonly entitiesMentioned: readonly Fact[];
  /** Sentences of the mail. At most 10 each. */
  readonly painPoints: readonly Fact[];
  readonly questionsAsked: readonly Fact[];
  readonly actionItems: readonly Fact[];
  /** A sentence that offers business. */
  readonly businessOpportunity: Fact | null;
  /** The words that mention it; null when nothing does. */
  readonly budgetMentioned: Fact | null;
  readonly timelineMentioned: Fact | null;
  readonly decisionMaker: Fact | null;
  /** At most 20 each. */
  readonly dates: readonly DateFact[];
  readonly money: readonly MoneyFact[];
  readonly contact: ContactFacts | null;
  /** One line of at most 200 characters; null for an empty mail. */
  readonly summary: string | null;
  /** Whether the sender waits for an answer of the reader. */
  readonly needsReply: boolean;
  /** Sent to many. */
  readonly isBulk: boolean;
  /** Sent by a program; null for a person's mail. */
  readonly automatedKind: AutomatedKind | null;
  /** ISO 639-1; null when the text is too short to tell. */
  readonly language: string | null;
  /** 0–100: how strong the cues behind `primaryIntent` are. */
  readonly confidenceScore: number;
}

/** `body_text` is the text that was read: the mail's own, or `analyzed_text` where that is set. */
export type EvidenceSource = "subject" | "body_text";

/** Where a fact of a record stands in the mail; a column, or a part of `contact` after a dot. */
export type EvidenceField =
  | "entities_mentioned"
  | "pain_points"
  | "questions_asked"
  | "action_items"
  | "business_opportunity"
  | "budget_mentioned"
  | "timeline_mentioned"
  | "decision_maker"
  | "urgency_reasons"
  | "dates"
  | "money"
  | `contact.${"name" | "organisation" | "position" | "phones" | "emails" | "urls"}`;

/** One fact's place, in characters as PostgreSQL counts them: `substr(body_text, start + 1, end - start)`. */
export interface Evidence {
  readonly field: EvidenceField;
  /** Place in the field's list, from 0; null where the field is no list. */
  readonly item: number | null;
  readonly source: EvidenceSource;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is kept of one mail, in the shape of `public.email_intelligence`. */
export interface IntelligenceRecord {
  readonly primaryIntent: Intent;
  readonly secondaryIntents: readonly Intent[];
  readonly sentiment: Sentiment;
  readonly urgencyLevel: UrgencyLevel;
  readonly urgencyReasons: readonly string[];
  readonly keyTopics: readonly string[];
  readonly entitiesMentioned: readonly string[];
  readonly painPoints: readonly string[];
  readonly questionsAsked: readonly string[];
  readonly actionItems: readonly string[];
  readonly businessOpportunity: string | null;
  readonly budgetMentioned: boolean;
  readonly timelineMentioned: boolean;
  readonly decisionMaker: boolean;
  readonly dates: readonly { readonly text: string; readonly value: string | null }[];
  readonly money: readonly {
    readonly text: string;
    readonly amount: number;
    readonly currency: string | null;
  }[];
  readonly contact: {
    readonly name: string | null;
    readonly organisation: string | null;
    readonly position: string | null;
    readonly phones: readonly string[];
    readonly emails: readonly string[];
    readonly urls: readonly string[];
  } | null;
  readonly summary: string | null;
  readonly needsReply: boolean;
  readonly isBulk: boolean;
  readonly automatedKind: AutomatedKind | null;
  readonly language: string | null;
  readonly confidenceScore: number;
  /** Every fact above has an entry here. */
  readonly evidence: readonly Evidence[];
  /** The text that was read, where it is not the mail's `body_text`: taken from HTML, or capped. */
  readonly analyzedText: string | null;
}
