import { z } from "zod";
import {
  AUTOMATED_KINDS,
  INTENTS,
  SENTIMENTS,
  URGENCY_LEVELS,
} from "../../../supabase/functions/_email/reading.ts";

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const MOMENT = `${DAY}(?:T(?:[01]\\d|2[0-3]):[0-5]\\d)?`;

const intent = z.enum(INTENTS);
const line = z.string().trim().min(1);
const text = z.string().min(1);

/**
 * The labels of one email of the gold set, defined field by field in `docs/internals/labeling.md`.
 */
export const goldLabelsSchema = z.strictObject({
  primary_intent: intent,
  /** Other values a careful reader could choose. */
  acceptable_primary_intents: z.array(intent).max(2),
  secondary_intents: z.array(intent),
  sentiment: z.enum(SENTIMENTS),
  urgency_level: z.enum(URGENCY_LEVELS),
  /** Acceptable topics, more than an analyzer may name. */
  key_topics: z.array(line).min(4).max(8),
  entities_mentioned: z.array(line),
  pain_points: z.array(text),
  questions_asked: z.array(text),
  action_items: z.array(text),
  /** What the sender's side commits itself to; absent where nobody labeled it. */
  promises: z.array(text).optional(),
  business_opportunity: text.nullable(),
  budget_mentioned: z.boolean(),
  timeline_mentioned: z.boolean(),
  decision_maker: z.boolean(),
  summary: line.max(160),
  needs_reply: z.boolean(),
  is_bulk: z.boolean(),
  is_automated: z.boolean(),
  automated_kind: z.enum(AUTOMATED_KINDS).nullable(),
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2}$/),
  dates: z.array(z.strictObject({
    text,
    /** Local time: a day, a minute, or `start/end`, both included. */
    value: z.string().regex(new RegExp(`^${MOMENT}(?:/${MOMENT})?$`)),
  })),
  money: z.array(z.strictObject({
    text,
    amount: z.number().nonnegative(),
    /** ISO 4217; null where the email does not tell it. */
    currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
  })),
  /** The sender by their closing and signature. */
  contact: z.strictObject({
    name: line.nullable(),
    organisation: line.nullable(),
    position: line.nullable(),
    phones: z.array(line),
    emails: z.array(line),
    urls: z.array(line),
  }),
  /** A list of lines in the file, for review; one text here. */
  newest_text: z.array(z.string()).transform((lines) => lines.join("\n")),
});

/** One email's labels, as `goldLabelsSchema` reads them. */
export type GoldLabels = z.infer<typeof goldLabelsSchema>;
