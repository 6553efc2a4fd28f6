/**
 * The contract between the runner and whatever reads a mail: plain data in, one record per mail out.
 * Values follow the check constraints of `public.email_intelligence`; unknown is null, false, neutral
 * or an empty list, never a guess.
 */

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

/** One claimed mail, as `claim_emails` hands it out. */
export interface Mail {
  readonly emailId: string;
  readonly workspaceId: string;
  readonly fromEmail: string | null;
  readonly fromName: string | null;
  readonly subject: string;
  /** Plain text as stored; null when the mail came as HTML only and nobody derived its text yet. */
  readonly bodyText: string | null;
  /** Only handed out when `bodyText` is null. */
  readonly bodyHtml: string | null;
  /** Selected header fields, names in lower case (`auto-submitted`, `list-id`, …). */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

/** The 14 data points kept of one mail. */
export interface IntelligenceRecord {
  readonly primaryIntent: Intent;
  readonly secondaryIntents: readonly Intent[];
  readonly sentiment: Sentiment;
  readonly urgencyLevel: UrgencyLevel;
  /** At most 5, lower case, most telling first. */
  readonly keyTopics: readonly string[];
  /** People, organisations and addresses as written in the mail. At most 20. */
  readonly entitiesMentioned: readonly string[];
  /** Sentences of the mail, as written. At most 10 each. */
  readonly painPoints: readonly string[];
  readonly questionsAsked: readonly string[];
  readonly actionItems: readonly string[];
  /** A sentence of the mail that offers business, or null. */
  readonly businessOpportunity: string | null;
  readonly budgetMentioned: boolean;
  readonly timelineMentioned: boolean;
  readonly decisionMaker: boolean;
  /** 0–100: how strong the cues behind `primaryIntent` are. */
  readonly confidenceScore: number;
}

/** What became of one mail. A failure is never stored as a record. */
export type Analysis =
  | { readonly emailId: string; readonly ok: true; readonly record: IntelligenceRecord }
  | { readonly emailId: string; readonly ok: false; readonly error: string };

/** Reads a batch of mails. Every mail gets exactly one {@link Analysis}, in any order. */
export interface Analyzer {
  /** Stored as `extraction_model`, e.g. `rules@1`. */
  readonly model: string;
  analyze(mails: readonly Mail[]): Promise<readonly Analysis[]>;
}
