// deno-lint-ignore-file no-console -- a command line program prints
/**
 * Turns a reader's labels of a lot of real emails into lines of `scripts/train/mails/real.jsonl`:
 * `npx -y deno@2.9.6 run -A scripts/train/real/pack_labels.ts LOT.json LABELS.jsonl`
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { INTENTS, SENTIMENTS, URGENCY_LEVELS } from "../../../supabase/functions/_email/reading.ts";
import { hashOf } from "../../eval/real_gold/real_messages.ts";
import { runCommand, UsageError } from "../../lib/command.ts";
import { REAL_TRAINING_KINDS, realTrainingLine } from "./real_labels.ts";

const USAGE = `Usage: pack_labels.ts LOT.json LABELS.jsonl
  LOT.json      the emails that were read: [{corpus, hash, text, sentences}]
  LABELS.jsonl  a line for each: {"id": "0.17", "kind", "intent", "also", "urgency", "reply",
                "sentiment", "Q", "A", "P", "S"}; the number behind the point is the email's place
                in the lot, the lists are places of sentences, from 1
Prints lines without any text: corpora, hashes and places.`;

const HASH_DIGITS = 12;

const lotEmail = z.object({
  corpus: z.string(),
  hash: z.string(),
  /** Every run of white space is one space. */
  text: z.string(),
  sentences: z.array(z.string()),
});
export type LotEmail = z.output<typeof lotEmail>;

const places = z.array(z.int().positive());
const readerLabel = z.strictObject({
  id: z.string().regex(/^\d+\.\d+$/),
  kind: z.enum(REAL_TRAINING_KINDS),
  intent: z.enum(INTENTS),
  also: z.array(z.enum(INTENTS)).max(2).default([]),
  urgency: z.enum(URGENCY_LEVELS),
  reply: z.boolean(),
  sentiment: z.enum(SENTIMENTS),
  Q: places,
  A: places,
  P: places,
  S: places.max(3),
  /** The numbered sentences are not the newest text. */
  broken: z.boolean().default(false),
});
export type ReaderLabel = z.input<typeof readerLabel>;

/** A line of `real.jsonl`: sentences as `[start, length, hash]`. */
export function packLabel(email: LotEmail, given: ReaderLabel): Readonly<Record<string, unknown>> {
  const label = readerLabel.parse(given);
  const spans = placeSentences(email);
  const spansOf = (numbers: readonly number[]) =>
    numbers.map((number) => {
      const span = spans[number - 1];
      if (span === undefined) throw new Error(`${label.id} has no sentence ${number}.`);
      if (span === null) throw new Error(`Sentence ${number} of ${label.id} is not in its email.`);
      return span;
    });
  // Lots name the part of email-zones that models may be trained on.
  const corpus = email.corpus === "enron-train" ? "email-zones" : email.corpus;
  return {
    corpus: realTrainingLine.shape.corpus.parse(corpus),
    message: email.hash,
    kind: label.kind,
    primary_intent: label.intent,
    acceptable_primary_intents: label.also,
    urgency_level: label.urgency,
    sentiment: label.sentiment,
    needs_reply: label.reply,
    questions_asked: spansOf(label.Q),
    action_items: spansOf(label.A),
    pain_points: spansOf(label.P),
    summaries: spansOf(label.S),
    is_newest_text_right: !label.broken,
  };
}

/** Where each sentence is: behind the one before it if it is there; null where it is nowhere. */
function placeSentences({ text, sentences }: LotEmail): ([number, number, string] | null)[] {
  let from = 0;
  return sentences.map((sentence) => {
    const written = sentence.replace(/\s+/g, " ").trim();
    const next = text.indexOf(written, from);
    const start = next >= 0 ? next : text.indexOf(written);
    if (start < 0) return null;
    from = start + written.length;
    return [start, written.length, hashOf(written, HASH_DIGITS)];
  });
}

if (import.meta.main) {
  await runCommand({ usage: USAGE, options: {}, allowPositionals: true }, async (_, given) => {
    const [lotFile, labelsFile] = given;
    if (lotFile === undefined || labelsFile === undefined) {
      throw new UsageError("Name the lot and its labels.");
    }
    const lot = z.array(lotEmail).parse(JSON.parse(await readFile(lotFile, "utf8")));
    const lines = (await readFile(labelsFile, "utf8")).split("\n").filter((line) => line !== "");
    for (const line of lines) {
      const label = readerLabel.parse(JSON.parse(line));
      const email = lot[Number(label.id.split(".")[1])];
      if (email === undefined) throw new UsageError(`The lot has no email ${label.id}.`);
      console.log(JSON.stringify(packLabel(email, label)));
    }
    return 0;
  });
}
