import assert from "node:assert/strict";
import { fold } from "../../text/cues.ts";
import { splitSentences } from "../../text/sentences.ts";
import type { SummarySign } from "./sign_list.ts";
import { readSummarySigns, type SummaryChoice } from "./signs.ts";

const subjectOf = (text: string) =>
  ({ source: "subject", text, start: 0, folded: fold(text), paragraph: 0 }) as const;

function choiceOf(text: string, changes: Partial<SummaryChoice> = {}): SummaryChoice {
  return {
    sentences: splitSentences(text),
    subject: subjectOf(""),
    language: "en",
    intent: "other",
    questions: [],
    actionItems: [],
    painPoints: [],
    dates: [],
    isMailing: false,
    ...changes,
  };
}

/** The beginnings of the sentences that show a sign. */
function showing(sign: SummarySign, choice: SummaryChoice): string[] {
  return [...readSummarySigns(choice)].filter(([, signs]) => signs.has(sign))
    .map(([{ text }]) => text.split(" ").slice(0, 2).join(" "));
}

const BAKERY =
  "The bakery was closed for a long winter. The new oven bakes bread in half the time. " +
  "Could you send us the new bread prices?";

Deno.test("places are told among the sentences that say something", () => {
  const choice = choiceOf(`Dear Ana,\n\n${BAKERY}`);
  assert.deepEqual(showing("first", choice), ["The bakery"]);
  assert.deepEqual(showing("second", choice), ["The new"]);
  assert.deepEqual(showing("third", choice), ["Could you"]);
});

Deno.test("what is asked for is wanted, all else is not", () => {
  const choice = choiceOf(BAKERY);
  const asking = { ...choice, questions: choice.sentences.slice(2) };
  assert.deepEqual(showing("first_question", asking), ["Could you"]);
  assert.deepEqual(showing("nothing_wanted", asking), ["The bakery", "The new"]);
  assert.deepEqual(showing("nothing_wanted", choice), []);
});

Deno.test("words of the subject and of other sentences are shared", () => {
  const choice = choiceOf(BAKERY, { subject: subjectOf("Re: Oven") });
  assert.deepEqual(showing("shares_subject", choice), ["The new"]);
  assert.deepEqual(showing("shares_others", choice), ["The new", "Could you"]);
});

Deno.test("a cue of the email's intent is shown, one of another intent is not", () => {
  assert.deepEqual(showing("shows_intent", choiceOf(BAKERY, { intent: "sales_inquiry" })), [
    "Could you",
  ]);
  assert.deepEqual(showing("shows_intent", choiceOf(BAKERY, { intent: "complaint" })), []);
});

Deno.test("what a mailing says of itself is chosen from only in a person's email", () => {
  const text = "To be removed from our list, write to us. The new oven bakes bread in no time.";
  const read = (isMailing: boolean) => readSummarySigns(choiceOf(text, { isMailing })).size;
  assert.equal(read(true), 1);
  assert.equal(read(false), 2);
});

Deno.test("a late sentence is chosen from only where it asks something", () => {
  const many = Array.from({ length: 14 }, (_, at) => `The oven of hall ${at} is old and slow.`);
  const choice = choiceOf(`${many.join(" ")} Could you send us a new oven for the hall?`);
  assert.equal(readSummarySigns(choice).size, 12);
  assert.equal(readSummarySigns({ ...choice, actionItems: choice.sentences.slice(-1) }).size, 13);
});
