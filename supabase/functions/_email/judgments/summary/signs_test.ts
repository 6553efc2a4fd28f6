import assert from "node:assert/strict";
import type { SummarySign } from "./sign_list.ts";
import { readSummarySigns, type SummaryChoice } from "./signs.ts";
import { choiceOf, subjectOf } from "./testing/choice_of.ts";

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
  const places = [...readSummarySigns(choice).values()].map((signs) => signs.get("place") ?? 0);
  assert.deepEqual(places, [0, 0.5, 1]);
});

Deno.test("places are counted from where the matter begins", () => {
  const choice = choiceOf(`Last year we had a new oven. ${BAKERY}`);
  assert.deepEqual(showing("first", choice), ["Last year"]);
  assert.deepEqual(showing("first_of_few", choice), ["The bakery"]);
  assert.deepEqual(showing("place", choice), ["The new", "Could you"]);
});

Deno.test("what begins and what ends a paragraph is told, also beside a greeting", () => {
  const choice = choiceOf(`Dear Ana,\n\n${BAKERY}\n\nThe old oven goes to the scrap yard.`);
  assert.deepEqual(showing("begins_paragraph", choice), ["The bakery", "The old"]);
  assert.deepEqual(showing("ends_paragraph", choice), ["Could you", "The old"]);
});

Deno.test("what the classifiers say counts no more than what is sure", () => {
  const { sentences } = choiceOf(BAKERY);
  const scores = new Map(sentences.map((sentence, at) => [sentence, { action: -9, pain: at }]));
  const signs = [...readSummarySigns(choiceOf(BAKERY, { sentences, scores })).values()];
  assert.deepEqual(signs.map((own) => own.get("action")), [-1, -1, -1]);
  assert.deepEqual(signs.map((own) => own.get("pain")), [undefined, 0.25, 0.5]);
  assert.deepEqual(showing("action", choiceOf(BAKERY)), []);
});

Deno.test("a place counts beside each purpose that is likely", () => {
  const intents = new Map([["complaint", 1], ["feedback", 1], ["question", -9]] as const);
  const last = [...readSummarySigns(choiceOf(BAKERY, { intents })).values()].at(-1);
  const purposes = ["trouble", "opinion", "asked"] as const;
  assert.deepEqual(
    purposes.map((purpose) => last?.get(`place_if_${purpose}`)?.toFixed(2)),
    ["0.50", "0.50", undefined],
  );
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

Deno.test("what hands something over shows it, also behind what leads to it", () => {
  for (
    const text of [
      "Attached is the plan of the hall for the fair.",
      "As you asked, attached is the plan of the hall for the fair.",
      "Ana: here is the plan of the hall for the fair in May.",
      "Wie besprochen, anbei der Plan der Halle für die Messe im Mai.",
    ]
  ) {
    assert.equal(showing("presents", choiceOf(text)).length, 1, text);
  }
  const offer = "After our talk about the hall, here is what we offer.";
  assert.deepEqual(showing("presents", choiceOf(offer)), []);
});
