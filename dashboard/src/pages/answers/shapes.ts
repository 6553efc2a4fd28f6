/** What `list_answers` and `get_email` answer, as far as the pages read it. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const due = z.nullable(z.object({ on: z.string(), text, item: number }));

export const answerSchema = z.object({
  email_id: z.string(),
  from_email: text,
  from_name: text,
  to_email: text,
  direction: z.string(),
  subject: text,
  received_at: z.string(),
  /** Null where it needs no answer, or has not been read. */
  state: text,
  snoozed_until: text,
  /** Null where it has been read. */
  reading: text,
  /** Null, as is all that follows, before it has been read. */
  summary: text,
  urgency: text,
  urgency_words: z.nullable(z.array(z.object({ reason: z.string(), text, item: z.number() }))),
  due,
  money: z.nullable(z.array(z.string())),
  asks: text,
  confidence: number,
  degraded: z.nullable(z.boolean()),
});
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.object({ answers: z.array(answerSchema), next: z.boolean() });
export type Answers = z.infer<typeof answersSchema>;

export const emailSchema = z.nullable(z.object({
  email_id: z.string(),
  from_email: text,
  from_name: text,
  to_emails: z.nullable(z.array(z.string())),
  subject: text,
  received_at: z.string(),
  text: z.string(),
  is_cut: z.boolean(),
  is_read: z.boolean(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.number() })),
  record: z.nullable(z.object({
    summary: text,
    primary_intent: z.string(),
    urgency_level: z.string(),
    sentiment: z.string(),
    confidence_score: z.number(),
    degraded: z.boolean(),
  })),
  evidence: z.array(z.object({
    field: z.string(),
    item: z.optional(number),
    source: z.string(),
    start: z.number(),
    end: z.number(),
    text: z.string(),
  })),
  answer: z.nullable(z.object({ state: z.string(), snoozed_until: text, due })),
}));
export type ReadableEmail = NonNullable<z.infer<typeof emailSchema>>;
export type Evidence = ReadableEmail["evidence"][number];
