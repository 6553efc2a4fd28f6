import assert from "node:assert/strict";
import fc from "fast-check";
import { claimedEmail } from "../../../testing/claimed_email.ts";
import { LABELS } from "./answer_schema.ts";
import { type Excerpt, makeExcerpt } from "../prompt/excerpt.ts";
import { writePrompt } from "../prompt/prompt.ts";
import { readAnswers } from "./read_answers.ts";

function excerptOf(text: string): Excerpt {
  const excerpt = makeExcerpt(claimedEmail(text));
  if (excerpt === null) throw new Error("There is no text.");
  return excerpt;
}

/** Lines 1–3 and 4–5. */
const [FIRST, SECOND] = [excerptOf("Can you come? The pump failed."), excerptOf("We have paid.")];
const PROMPT = writePrompt([FIRST, SECOND]);
const GOOD = {
  l: "2mq, 3p",
  v: ["support_request", "negative", "high", "reply"],
  k: "pump, ",
  e: "",
};

function read(...emails: readonly unknown[]) {
  const { answers, dropped } = readAnswers({ mails: [...emails] }, PROMPT);
  return { first: answers.get(FIRST), second: answers.get(SECOND), dropped };
}

Deno.test("an answer is read into closed labels and places of its email", () => {
  const { first, second, dropped } = read(GOOD);
  assert.deepEqual(first, {
    marks: [{ index: 1, role: "m" }, { index: 1, role: "q" }, { index: 2, role: "p" }],
    intents: ["support_request"],
    sentiment: "negative",
    urgencyLevel: "high",
    needsReply: true,
    topics: ["pump"],
    names: [],
  });
  assert.deepEqual([second, dropped], [undefined, 0]);
});

Deno.test("the order of labels tells the main intent, and repeats say nothing", () => {
  const v = ["complaint", "low", "question", "complaint", "neutral"];
  assert.deepEqual(read({ ...GOOD, v }).first?.intents, ["complaint", "question"]);
});

Deno.test("a tone that is not said is neutral, an urgency that is not said low", () => {
  const { first } = read({ ...GOOD, v: ["question"] });
  assert.deepEqual([first?.sentiment, first?.urgencyLevel], ["neutral", "low"]);
  const said = read({ ...GOOD, v: ["question", "neutral", "low"] }).first;
  assert.deepEqual(said, first);
});

Deno.test("marks without a line or a meaning are dropped and counted", () => {
  const { first, dropped } = read({ ...GOOD, l: "2m 0q 6q 2x q3 three 3 -1a" });
  assert.deepEqual(first?.marks, [{ index: 1, role: "m" }]);
  assert.equal(dropped, 7);
});

const VOID: Readonly<Record<string, unknown>> = {
  "no object": "2m",
  "a missing part": { l: "2m", v: GOOD.v, k: "" },
  "a label of no list": { ...GOOD, v: [...GOOD.v, "urgent"] },
  "no intent": { ...GOOD, v: ["negative", "high"] },
  "two sentiments": { ...GOOD, v: [...GOOD.v, "positive"] },
  "two urgencies": { ...GOOD, v: [...GOOD.v, "low"] },
  "no line": { ...GOOD, l: "" },
  "lines of no mail": { ...GOOD, l: "77m" },
  "lines of two mails": { ...GOOD, l: "2m 5q" },
};
for (const [what, part] of Object.entries(VOID)) {
  Deno.test(`an answer with ${what} is void, and only that one`, () => {
    const { first, second } = read(part, { ...GOOD, l: "5m" });
    assert.equal(first, undefined);
    assert.ok(second);
  });
}

Deno.test("an email that is answered twice has no answer", () => {
  assert.equal(read(GOOD, { ...GOOD, v: ["other", "neutral", "low"] }).first, undefined);
  assert.equal(read(GOOD, GOOD, GOOD).first, undefined);
  assert.equal(read(VOID["no intent"], GOOD).first, undefined);
});

Deno.test("whatever a model answers, nothing but known labels and lines of the email comes out", () => {
  const part = fc.record({
    l: fc.oneof(fc.string(), fc.stringMatching(/^(?:[0-9]{1,2}[a-z]{1,3} ){0,5}$/)),
    v: fc.array(fc.oneof(fc.constantFrom(...LABELS), fc.string()), { maxLength: 5 }),
    k: fc.string(),
    e: fc.string(),
  });
  fc.assert(fc.property(fc.array(fc.oneof(part, fc.jsonValue())), (emails) => {
    for (const [excerpt, answer] of readAnswers({ mails: emails }, PROMPT).answers) {
      assert.ok(answer.marks.every(({ index }) => index < excerpt.lines.length));
      const labels: readonly string[] = LABELS;
      for (const label of [...answer.intents, answer.sentiment, answer.urgencyLevel]) {
        assert.ok(labels.includes(label));
      }
    }
  }));
});
