/** The form of a provider's answer: few words, because answers are what costs most. */
import { z } from "zod";
import { INTENTS, SENTIMENTS, URGENCY_LEVELS } from "../../../../_email/mod.ts";

/** What the letters behind a line's number say about it. */
export const ROLES = {
  m: "what the sender wants",
  q: "question to the reader",
  a: "action asked of the reader",
  p: "problem of the sender",
  o: "chance of business",
  b: "budget",
  t: "date or time frame to come",
  d: "who decides",
  u: "makes it urgent",
} as const;
export type Role = keyof typeof ROLES;

/** Everything a model can say about a mail as a whole. */
export const LABELS = [...INTENTS, ...SENTIMENTS, ...URGENCY_LEVELS, "reply"] as const;

/** The answer for one mail. */
export const answerSchema = z.object({
  /** Line numbers with their letters, such as `2m 4qt`; they tell which mail is meant. */
  l: z.string(),
  /** Intents, the main one first, then sentiment and urgency, and `reply` where one is expected. */
  v: z.array(z.enum(LABELS)),
  /** Topics, commas between. */
  k: z.string(),
  /** Names, semicolons between. */
  e: z.string(),
});
export type Answer = z.output<typeof answerSchema>;

/** The whole answer as a model is asked for it. */
export const answersSchema = z.object({ mails: z.array(answerSchema) });

/** The whole answer as it is taken: the part of each mail is judged by itself. */
export const envelopeSchema = z.object({ mails: z.array(z.unknown()) });
export type Envelope = z.output<typeof envelopeSchema>;

/** {@link answersSchema} as providers get it. */
export function describeAnswers(): Record<string, unknown> {
  const { $schema: _, ...description } = z.toJSONSchema(answersSchema);
  return description;
}
