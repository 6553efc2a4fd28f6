import { deepEqual, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { INTENTS, URGENCY_LEVELS } from "../../../supabase/functions/_email/reading.ts";
import { countGoldSet, describeGoldCounts } from "./gold_counts.ts";
import { readGoldSet } from "../corpora/gold_set.ts";

const counts = countGoldSet(await readGoldSet("dev"), await readGoldSet("test"));

/** The least number of emails in both halves together. */
const LEAST: Readonly<Record<string, number>> = {
  emails: 96,
  ...Object.fromEntries(INTENTS.map((intent) => [`intent ${intent}`, 5])),
  ...Object.fromEntries(URGENCY_LEVELS.map((level) => [`urgency ${level}`, 8])),
  English: 60,
  German: 14,
  Spanish: 9,
  "other languages": 2,
  "reply expected": 40,
  bulk: 10,
  automated: 8,
  "budget, decision maker or opportunity": 20,
  timeline: 40,
  "pain points": 20,
  dates: 40,
  money: 30,
  "quoted older text": 15,
};

Deno.test("the gold set covers every intent, urgency, language and signal often enough", () => {
  const total = new Map(counts.map(({ trait, dev, test }) => [trait, dev + test]));
  const short = Object.entries(LEAST)
    .filter(([trait, least]) => (total.get(trait) ?? 0) < least)
    .map(([trait, least]) => `${trait}: ${total.get(trait)} of ${least}`);
  deepEqual(short, []);
});

Deno.test("both halves of the gold set show every trait about equally often", () => {
  for (const { trait, dev, test } of counts) {
    const allowed = Math.max(2, (dev + test) * 0.15);
    ok(Math.abs(dev - test) <= allowed, `${trait}: ${dev} in dev, ${test} in test`);
  }
});

Deno.test("the table in the gold set's README is what the command prints", async () => {
  const readme = await readFile(
    new URL("../../../examples/gold/README.md", import.meta.url),
    "utf8",
  );
  ok(readme.includes(describeGoldCounts(counts)));
});
