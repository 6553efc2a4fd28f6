/** Labels of the real emails that the classifiers are also trained on. */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { goldLabelsSchema } from "../../eval/corpora/gold_labels.ts";
import { readCorpusLines } from "../../eval/corpora/corpus_lines.ts";
import { realSpans } from "../../eval/real_gold/real_gold_labels.ts";

/** What sort of email it is, as its reader called it. */
export const REAL_TRAINING_KINDS = [
  "person",
  "forward",
  "form",
  "list",
  "newsletter",
  "notice",
  "out_of_office",
  "bounce",
  "cold",
  "spam",
] as const;

/**
 * One line of `scripts/train/mails/real.jsonl`: an email of a public corpus by its hash, and its
 * labels. Without any text of it; `docs/internals/labeling.md` defines them.
 */
export const realTrainingLine = goldLabelsSchema.pick({
  primary_intent: true,
  acceptable_primary_intents: true,
  urgency_level: true,
  sentiment: true,
  needs_reply: true,
}).extend({
  /** The only one whose license allows weights that are shipped; never its part `eval`. */
  corpus: z.literal("email-zones"),
  message: z.string().regex(/^[\da-f]{16}$/),
  kind: z.enum(REAL_TRAINING_KINDS),
  questions_asked: realSpans,
  action_items: realSpans,
  pain_points: realSpans,
  /** Sentences that would each be a usable summary, the best first. */
  summaries: realSpans,
  /** Whether the reader finds the newest text; otherwise nothing is learned from the email. */
  is_newest_text_right: z.boolean(),
}).strict();

/** The labels of one real training email, spans as places. */
export type RealTrainingLine = z.output<typeof realTrainingLine>;

const MAILS_FOLDER = fileURLToPath(new URL("../mails/", import.meta.url));

/**
 * The labels of every real training email. They need no corpus.
 * @throws {Error} naming the line that does not fit the schema.
 */
export async function readRealTrainingLines(): Promise<RealTrainingLine[]> {
  return await readCorpusLines(MAILS_FOLDER, "real.jsonl", realTrainingLine);
}
