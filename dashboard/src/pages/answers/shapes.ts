/** What `list_answers` and `get_email` answer, as far as the pages read it. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const due = z.nullable(z.object({ on: z.string(), text }));

export const answerSchema = z.object({
  email_id: z.string(),
  from_email: text,
  from_name: text,
  subject: text,
  received_at: z.string(),
  state: z.string(),
  snoozed_until: text,
  summary: text,
  intent: z.string(),
  urgency: z.string(),
  urgency_reasons: z.array(z.string()),
  due,
  money: z.nullable(z.array(z.string())),
  asks: text,
  confidence: z.number(),
  degraded: z.boolean(),
});
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.object({ answers: z.array(answerSchema), next: z.boolean() });

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
    source: z.string(),
    start: z.number(),
    end: z.number(),
    text: z.string(),
  })),
  answer: z.nullable(z.object({ state: z.string(), snoozed_until: text, due })),
}));
export type ReadableEmail = NonNullable<z.infer<typeof emailSchema>>;
export type Evidence = ReadableEmail["evidence"][number];
