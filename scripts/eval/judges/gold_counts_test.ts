import { deepEqual, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { INTENTS, URGENCY_LEVELS } from "../../../supabase/functions/_email/reading.ts";
import { countGoldSet, describeGoldCounts } from "./gold_counts.ts";
import { readGoldSet } from "../corpora/gold_set.ts";
import { readRealGoldLines } from "../real_gold/real_gold.ts";
import { describeRealCounts } from "../real_gold/real_gold_counts.ts";

const counts = countGoldSet(await readGoldSet("dev"), await readGoldSet("test"));

/** The least number of emails in both halves together. */
const LEAST: Readonly<Record<string, number>> = {
  emails: 96,
  ...Object.fromEntries(INTENTS.map((intent) => [`intent ${intent}`, 5])),
  ...Object.fromEntries(URGENCY_LEVELS.map((level) => [`urgency ${level}`, 8])),
  English: 60,
  German: 14,
  Spanish: 9,
  French: 6,
  Italian: 6,
  Dutch: 6,
  Portuguese: 6,
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

Deno.test("the test half shows every trait about as often as the dev half, or more often", () => {
  for (const { trait, dev, test } of counts) {
    ok(test >= dev - 2, `${trait}: ${dev} in dev, ${test} in test`);
  }
});

Deno.test("the test half has at least 200 emails, at least half of them real", async () => {
  const real = (await readRealGoldLines("test")).length;
  const invented = (await readGoldSet("test")).length;
  ok(real + invented >= 200 && real >= invented, `${real} real, ${invented} invented`);
});

Deno.test("the tables in the gold set's README are what the command prints", async () => {
  const readme = await readFile(
    new URL("../../../examples/gold/README.md", import.meta.url),
    "utf8",
  );
  const real = { dev: await readRealGoldLines("dev"), test: await readRealGoldLines("test") };
  for (const table of [describeGoldCounts(counts), describeRealCounts(real)]) {
    ok(readme.includes(table), table);
  }
});
