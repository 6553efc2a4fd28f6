import { deepEqual, equal, ok } from "node:assert/strict";
import process from "node:process";
import { findSpan, hasCorpora, readRealGold, readRealGoldLines } from "./real_gold.ts";
import { hashOf } from "./real_messages.ts";

/** The folder of the public corpora; tests that need them are skipped where it is not set. */
const FOLDER = process.env["NIGHTSHIFT_CORPORA"] ?? "";
const SPLITS = ["dev", "test"] as const;
const lines = await Promise.all(SPLITS.map(readRealGoldLines));
const all = lines.flat();
const ignore = !await hasCorpora(FOLDER);

Deno.test("a span is found where it was, where it moved to, and not where it is gone", () => {
  const span = { start: 4, length: 5, hash: hashOf("where", 12) };
  equal(findSpan("And where is it", span), "where");
  equal(findSpan("Well, and where is it", span), "where");
  equal(findSpan("And here is it", span), null);
});

Deno.test("the halves of the real emails share none, and a half names none twice", () => {
  equal(new Set(all.map(({ message }) => message)).size, all.length);
});

Deno.test("labels of real emails do not contradict each other", () => {
  for (const line of all) {
    const { message, automated_kind: kind, is_automated: automated } = line;
    ok(!line.acceptable_primary_intents.includes(line.primary_intent), message);
    equal(automated, kind !== null, message);
    if (line.is_bulk || automated) {
      deepEqual([line.needs_reply, line.sentiment], [false, "neutral"], message);
      deepEqual(line.questions_asked, [], message);
    }
    if (line.is_bulk) deepEqual([line.action_items, line.pain_points], [[], []], message);
    if (line.urgency_level === "critical") {
      ok(line.action_items.length + line.pain_points.length > 0, message);
    }
  }
});

Deno.test("the lines of the real emails hold hashes and numbers, and no text of an email", () => {
  const word = /^(?:[a-z]{2}|[a-z]+(?:[-_][a-z]+)*|[\da-f]{12}|[\da-f]{16})$/;
  const findText = (value: unknown): unknown[] =>
    typeof value === "string"
      ? (word.test(value) ? [] : [value])
      : value === null
      ? []
      : typeof value === "object"
      ? Object.values(value).flatMap(findText)
      : [];
  deepEqual(all.flatMap(findText), []);
});

for (const split of SPLITS) {
  Deno.test({
    name: `every real email of the ${split} half is in its corpus, with every labeled span`,
    ignore,
    async fn() {
      const { emails, missing, lost } = await readRealGold(split, FOLDER);
      deepEqual({ missing, lost }, { missing: [], lost: [] });
      for (const { hash, labels } of emails) {
        const { questions_asked: questions, action_items: items, pain_points: pains } = labels;
        for (const quote of [...questions, ...items, ...pains]) {
          ok(labels.newest_text.includes(quote), hash);
        }
      }
    },
  });
}
