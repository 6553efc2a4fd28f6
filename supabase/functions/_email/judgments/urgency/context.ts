/** What does urgency depend on, beside the sentences? */
import type { DateFact, Intent } from "../../reading.ts";
import type { MailScores, SentenceLogOdds } from "../../model/model.ts";
import type { Sentence } from "../../text/sentences.ts";

/** What a calendar says of an event. */
export interface EventContext {
  /** Whether it invites to an event to come, and waits for yes or no. */
  readonly isInviting: boolean;
  /** The lines with its time, where the days that they name are known. */
  readonly times: readonly Sentence[];
}

/** What other rules found and urgency depends on. */
export interface UrgencyContext {
  readonly language: string | null;
  readonly intent: Intent;
  /** What the email classifiers say; null where they do not know the language. */
  readonly scores: MailScores | null;
  /** What the sentence classifiers say; empty where they do not know the language. */
  readonly above: ReadonlyMap<Sentence, SentenceLogOdds>;
  /** Whether anything is expected of the reader. */
  readonly isExpected: boolean;
  /** What a calendar says of an event, if the email is a calendar's. */
  readonly event: EventContext | null;
  /** Whether the sender tells of trouble. */
  readonly isTroubled: boolean;
  /** Sentences that ask for something. */
  readonly asking: readonly Sentence[];
  readonly dates: readonly DateFact[];
  /** ISO 8601. */
  readonly receivedAt: string;
}
