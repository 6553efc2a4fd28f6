import { z } from "zod";
import { goldLabelsSchema } from "../corpora/gold_labels.ts";
import { REAL_CORPORA } from "./real_messages.ts";

/** What sort of email it is, as a person would call it. */
export const REAL_KINDS = [
  "person",
  "forward",
  "form",
  "list",
  "newsletter",
  "notice",
  "absence",
  "bounce",
  "spam",
] as const;

const span = z.tuple([z.int().nonnegative(), z.int().positive(), z.string().regex(/^[\da-f]{12}$/)])
  .transform(([start, length, hash]) => ({ start, length, hash }));

/** A place in an email's text: UTF-16 units, and the hash of what is there. */
export type RealSpan = z.output<typeof span>;

/** Places in an email, in their order. */
export const realSpans = z.array(span);

/**
 * One line of `real.jsonl`: an email of a public corpus by its hash, and its labels. Without any
 * text of it; `docs/internals/labeling.md` defines them.
 */
export const realGoldLine = goldLabelsSchema.pick({
  primary_intent: true,
  acceptable_primary_intents: true,
  urgency_level: true,
  sentiment: true,
  needs_reply: true,
  is_bulk: true,
  is_automated: true,
  automated_kind: true,
}).extend({
  corpus: z.enum(REAL_CORPORA),
  message: z.string().regex(/^[\da-f]{16}$/),
  kind: z.enum(REAL_KINDS),
  /** ISO 639-1; null where it cannot be told. */
  language: z.string().regex(/^[a-z]{2}$/).nullable(),
  /** Whether one sentence could say what the email wants. */
  summarizable: z.boolean(),
  /** In their order; `all` where the whole text is the newest. */
  newest_text: z.union([z.literal("all"), realSpans]),
  questions_asked: realSpans,
  action_items: realSpans,
  pain_points: realSpans,
});

/** The labels of one real email, spans as places. */
export type RealGoldLine = z.output<typeof realGoldLine>;
