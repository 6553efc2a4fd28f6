/**
 * What is found in one email, and what is kept of it: the shapes. They follow from
 * `record_fields.ts`. Unknown is null, false, neutral or an empty list, never a guess.
 */
import { type EvidenceSource, type FoundIn, type KeptIn, mapFields } from "./field_kinds.ts";
import { RECORD_FIELDS } from "./record_fields.ts";

export type { EvidenceSource, Fact, Span, UrgencyReason } from "./field_kinds.ts";
export {
  AUTOMATED_KINDS,
  type AutomatedKind,
  type Intent,
  INTENTS,
  type Sentiment,
  SENTIMENTS,
  URGENCY_LEVELS,
  type UrgencyLevel,
} from "./record_fields.ts";

/** What is read of one email; the fields that `readMessage` stores. */
export interface Email {
  readonly fromEmail: string | null;
  readonly fromName: string | null;
  readonly subject: string;
  /**
   * Plain text as stored; null when the email came as HTML only and nobody derived its text yet.
   */
  readonly bodyText: string | null;
  /** Only read when `bodyText` is null. */
  readonly bodyHtml: string | null;
  /** Selected header fields, names in lower case (`auto-submitted`, `list-id`, …). */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

type Fields = typeof RECORD_FIELDS;

/** What an analyzer found in one email; `toRecord` makes the record of it. */
export type Reading = FoundIn<Fields>;
/** Of an email that says nothing. */
export const EMPTY_READING = mapFields(RECORD_FIELDS, ({ nothing }) => nothing) as Reading;
/** A date, time or period. */
export type DateFact = Reading["dates"][number];
/** An amount of money. */
export type MoneyFact = Reading["money"][number];
/** How to reach the sender. */
export type ContactFacts = NonNullable<Reading["contact"]>;

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;
type CitedAs<Name extends string, Cited> = Cited extends true ? Name
  : Cited extends string ? `${Name}.${Cited}`
  : never;
/** A column that has evidence, or a part of one behind a dot. */
export type EvidenceField = {
  [Name in keyof Fields]: CitedAs<SnakeCase<Name>, NonNullable<Fields[Name]["cited"]>>;
}[keyof Fields];

/**
 * The place of one fact, counted as PostgreSQL does: `substr(body_text, start + 1, end - start)`.
 */
export interface Evidence {
  readonly field: EvidenceField;
  /** Place in the field's list, from 0; null where the field is no list. */
  readonly item: number | null;
  readonly source: EvidenceSource;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is kept of one email, in the shape of `public.email_intelligence`. */
export interface IntelligenceRecord extends KeptIn<Fields> {
  /** Every fact above has an entry here. */
  readonly evidence: readonly Evidence[];
  /**
   * The text that was read, where it is not the email's `body_text`: taken from HTML, or capped.
   */
  readonly analyzedText: string | null;
}
