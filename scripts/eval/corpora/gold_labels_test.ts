import { equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { goldLabelsSchema } from "./gold_labels.ts";

const MAIL = new URL("../../../examples/gold/dev/trustees_slot_moves.json", import.meta.url);
const valid = JSON.parse(await readFile(MAIL, "utf8"));

Deno.test("labels as the guideline wants them are read, lines joined to one text", () => {
  const labels = goldLabelsSchema.parse(valid);
  ok(labels.newest_text.startsWith("Dear Rupert,\n\nI am afraid"));
});

const money = { text: "£5", amount: 5, currency: "GBP" };
const WRONG: Readonly<Record<string, object>> = {
  "an unknown intent": { primary_intent: "greeting" },
  "three acceptable intents": { acceptable_primary_intents: ["other", "question", "follow_up"] },
  "a month that is none": { dates: [{ text: "then", value: "2026-13-01" }] },
  "a time with a zone": { dates: [{ text: "then", value: "2026-11-01T10:00Z" }] },
  "an interval of three": { dates: [{ text: "then", value: "2026-11-01/2026-11-02/2026-11-03" }] },
  "a currency sign": { money: [{ ...money, currency: "£" }] },
  "too few topics": { key_topics: ["lease"] },
  "a field nobody defined": { mood: "sunny" },
};
for (const [what, change] of Object.entries(WRONG)) {
  Deno.test(`labels with ${what} are rejected`, () => {
    equal(goldLabelsSchema.safeParse({ ...valid, ...change }).success, false);
  });
}
