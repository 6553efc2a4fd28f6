/** The form of a provider's answer: few words, because answers are what costs most. */
import * as z from "zod";
import { INTENTS, type Reading, SENTIMENTS, URGENCY_LEVELS } from "../../../../_email/mod.ts";

/** Fields of a record whose facts a model marks: the letter for its lines, and what that means. */
export const MARKED_FIELDS = {
  questionsAsked: ["q", "question to the reader"],
  actionItems: ["a", "action asked of the reader"],
  painPoints: ["p", "problem of the sender"],
  businessOpportunity: ["o", "chance of business"],
  budgetMentioned: ["b", "budget"],
  timelineMentioned: ["t", "date or time frame to come"],
  decisionMaker: ["d", "who decides"],
  urgencyReasons: ["u", "makes it urgent"],
} as const satisfies Readonly<Partial<Record<keyof Reading, readonly [string, string]>>>;

/** What the letters behind a line's number say about it; `m` becomes the summary. */
export type Role = "m" | (typeof MARKED_FIELDS)[keyof typeof MARKED_FIELDS][0];
export const ROLES = Object.fromEntries([
  ["m", "what the sender wants"],
  ...Object.values(MARKED_FIELDS),
]) as Readonly<Record<Role, string>>;

/** Everything a model can say about an email as a whole. */
export const LABELS = [...INTENTS, ...SENTIMENTS, ...URGENCY_LEVELS, "reply"] as const;

/** The answer for one email. */
export const answerSchema = z.object({
  /** Line numbers with their letters, such as `2m 4qt`; they tell which email is meant. */
  l: z.string(),
  /**
   * Intents, the main one first, then sentiment and urgency, and `reply` where one is expected. A
   * neutral sentiment and low urgency need not be said: most emails have them.
   */
  v: z.array(z.enum(LABELS)),
  /** Topics, commas between. */
  k: z.string(),
  /** Names, semicolons between. */
  e: z.string(),
});
export type Answer = z.output<typeof answerSchema>;

/** The whole answer as a model is asked for it. */
const answersSchema = z.object({ mails: z.array(answerSchema) });

/** The whole answer as it is taken: the part of each email is judged by itself. */
export const envelopeSchema = z.object({ mails: z.array(z.unknown()) });
export type Envelope = z.output<typeof envelopeSchema>;

/** {@link answersSchema} as providers get it. */
export function describeAnswers(): Record<string, unknown> {
  const { $schema: _, ...description } = z.toJSONSchema(answersSchema);
  return description;
}
