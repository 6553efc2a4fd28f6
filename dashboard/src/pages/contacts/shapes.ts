/** Rows of the contact tables, as far as the pages read them. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const number = z.coerce.number();

export const contactsSchema = z.array(z.object({
  id: z.string(),
  email: z.string(),
  name: text,
  company: text,
  job_title: text,
  phone: text,
  kind: text,
  status: text,
  ai_score: z.nullable(number),
  last_interaction: text,
}));
export type Contact = z.infer<typeof contactsSchema>[number];

export const factsSchema = z.array(z.object({
  field: z.string(),
  value: z.string(),
  source: z.string(),
  is_derived: z.boolean(),
  email_id: text,
  last_seen_at: z.string(),
  times_seen: z.number(),
  place: z.number(),
}));
export type Fact = z.infer<typeof factsSchema>[number];

export const scoresSchema = z.array(z.object({
  score: number,
  coverage: number,
  scored_at: z.string(),
  reasons: z.array(z.object({ code: z.string(), number: z.nullable(number), points: number })),
}));
export type Score = z.infer<typeof scoresSchema>[number];

export const contactEmailsSchema = z.array(z.object({
  email_id: z.string(),
  at: z.string(),
  direction: z.string(),
  client_emails: z.nullable(z.object({ subject: text })),
}));
