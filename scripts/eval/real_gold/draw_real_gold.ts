/**
 * Draws the real emails of the gold set: prints their hashes, test half first.
 * `npx -y deno@2.9.6 run -A scripts/eval/real_gold/draw_real_gold.ts FOLDER_OF_CORPORA`
 */
import process from "node:process";
import type { GoldSplit } from "../corpora/gold_set.ts";
import { hashOf, readRealMessages, type RealCorpus, type RealMessage } from "./real_messages.ts";

/** Chosen once, before any email was seen. */
const SEED = "nightshift-gold-2026-11-26";

/** Longer emails are left out, because one reader labels all of them in one sitting. */
const MAX_TEXT_UNITS = 5_000;

/** How many emails of each corpus: mostly email between people and of lists. */
const DRAWN: Readonly<Record<RealCorpus, Readonly<Record<GoldSplit, number>>>> = {
  "email-zones": { test: 45, dev: 24 },
  "easy-ham": { test: 34, dev: 16 },
  "hard-ham": { test: 10, dev: 5 },
  "spam": { test: 14, dev: 8 },
  "reply-quoting": { test: 8, dev: 6 },
  "mime": { test: 6, dev: 4 },
  "bounces": { test: 5, dev: 4 },
  "triage-langchain": { test: 4, dev: 3 },
  "support-priority": { test: 8, dev: 6 },
};

/**
 * The messages of each half: those with the smallest hashes of seed and message, test first.
 * Messages without text, too long or with the same text as one before them are left out.
 */
export function drawRealGold(
  messages: readonly RealMessage[],
): Readonly<Record<GoldSplit, readonly RealMessage[]>> {
  const order = ({ hash }: RealMessage) => hashOf(`${SEED}:${hash}`, 64);
  const sorted = messages
    .filter(({ text }) => text !== "" && text.length <= MAX_TEXT_UNITS)
    .toSorted((a, b) => order(a) < order(b) ? -1 : 1);
  const distinct = [...new Map(sorted.toReversed().map((each) => [each.text, each])).values()]
    .toReversed();
  const drawn: Record<GoldSplit, RealMessage[]> = { test: [], dev: [] };
  for (const [corpus, { test, dev }] of Object.entries(DRAWN)) {
    const own = distinct.filter((message) => message.corpus === corpus);
    drawn.test.push(...own.slice(0, test));
    drawn.dev.push(...own.slice(test, test + dev));
  }
  return drawn;
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error("Name the folder that holds the corpora.");
  const drawn = drawRealGold(await readRealMessages(folder));
  for (const split of ["test", "dev"] as const) {
    for (const { corpus, hash } of drawn[split]) {
      process.stdout.write(`${split} ${corpus} ${hash}\n`);
    }
  }
}
