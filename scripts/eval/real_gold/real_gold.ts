/** The real emails of the gold set, found by their hashes in the corpora. */
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readCorpusLines } from "../corpora/corpus_lines.ts";
import type { GoldSplit } from "../corpora/gold_set.ts";
import { type RealGoldLine, realGoldLine, type RealSpan } from "./real_gold_labels.ts";
import { hashOf, readRealMessages, type RealMessage } from "./real_messages.ts";

/** Labels with the text that their spans mean, white space as one space. */
export interface RealGoldLabels
  extends Omit<RealGoldLine, "newest_text" | "questions_asked" | "action_items" | "pain_points"> {
  /** The parts in their order, an empty line between them. */
  readonly newest_text: string;
  readonly questions_asked: readonly string[];
  readonly action_items: readonly string[];
  readonly pain_points: readonly string[];
}

/** One real email, as it would be stored, and its labels. */
export interface RealGoldEmail extends RealMessage {
  readonly labels: RealGoldLabels;
}

/** One half of the real emails. */
export interface RealGoldSet {
  /** Those that were found, in the order of the labels. */
  readonly emails: readonly RealGoldEmail[];
  /** Hashes of labeled messages that no corpus in the folder has. */
  readonly missing: readonly string[];
  /** Spans whose text is not in its email: `hash field`. They are left out of the labels. */
  readonly lost: readonly string[];
}

const GOLD_FOLDER = fileURLToPath(new URL("../../../examples/gold/", import.meta.url));

/** Whether the folder of corpora is there; without it real emails cannot be judged. */
export async function hasCorpora(dataFolder: string): Promise<boolean> {
  return await stat(dataFolder).then((found) => found.isDirectory(), () => false);
}

/**
 * The lines of `real.jsonl` of one half, in their order. They need no corpus.
 * @throws {Error} naming the line that does not fit the schema.
 */
export async function readRealGoldLines(split: GoldSplit): Promise<RealGoldLine[]> {
  return await readCorpusLines(GOLD_FOLDER, `${split}/real.jsonl`, realGoldLine);
}

/**
 * Reads one half of the real emails from a folder of corpora.
 * @throws {Error} where a corpus that is there lacks a file or is not what it was.
 * @example const { emails } = await readRealGold("dev", "corpora");
 */
export async function readRealGold(split: GoldSplit, dataFolder: string): Promise<RealGoldSet> {
  const messages = new Map(
    (await readRealMessages(dataFolder)).map((message) => [message.hash, message]),
  );
  const emails: RealGoldEmail[] = [];
  const missing: string[] = [];
  const lost: string[] = [];
  for (const line of await readRealGoldLines(split)) {
    const message = messages.get(line.message);
    if (message === undefined) {
      missing.push(line.message);
      continue;
    }
    const quote = (field: string, spans: readonly RealSpan[]) =>
      spans.flatMap((span) => {
        const text = findSpan(message.text, span);
        if (text === null) lost.push(`${line.message} ${field}`);
        return text ?? [];
      });
    const newest = line.newest_text;
    emails.push({
      ...message,
      labels: {
        ...line,
        newest_text: newest === "all" ? message.text : quote("newest_text", newest).join("\n\n"),
        questions_asked: quote("questions_asked", line.questions_asked),
        action_items: quote("action_items", line.action_items),
        pain_points: quote("pain_points", line.pain_points),
      },
    });
  }
  return { emails, missing, lost };
}

/**
 * What a span means: the text at its start, or the nearest one of its length with its hash; null
 * when the text has none.
 */
export function findSpan(text: string, { start, length, hash }: RealSpan): string | null {
  const last = text.length - length;
  for (let away = 0; away <= text.length; away++) {
    for (const at of away === 0 ? [start] : [start - away, start + away]) {
      if (at < 0 || at > last) continue;
      const found = text.slice(at, at + length);
      if (hashOf(found, hash.length) === hash) return found;
    }
  }
  return null;
}
