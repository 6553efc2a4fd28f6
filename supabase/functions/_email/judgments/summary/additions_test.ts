import assert from "node:assert/strict";
import type { Sentence } from "../../text/sentences.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";
import { listAsked, listNear, listPointedAt } from "./additions.ts";
import { summarize } from "./summary.ts";
import { choiceOf } from "./testing/choice_of.ts";

const ORDER = "Our order for forty oak planks was sent to you on the sixth of May. " +
  "Until today the yard has not confirmed it to anybody here. Kindly confirm it.";

/** The sentences of a text that contain one of the words. */
const having = (text: string, ...words: readonly string[]) =>
  choiceOf(text).sentences.filter((one) => words.some((word) => one.text.includes(word)));

const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text);

Deno.test("what an email asks is told beside what says most, however short it is", () => {
  const [asked] = having(ORDER, "Kindly");
  assert.ok(asked !== undefined);
  const choice = choiceOf(ORDER);
  const actionItems = choice.sentences.filter(({ text }) => text === asked.text);
  assert.equal(summarize({ ...choice, actionItems }), ORDER);
  assert.ok(!summarize(choice)?.includes("Kindly"));
});

Deno.test("a question is told with the trouble that it is about, in seven languages", () => {
  for (
    const text of [
      "The new saw stops after three cuts and shows a red light. Who can come tomorrow?",
      "Die neue Säge bleibt nach drei Schnitten stehen und blinkt rot. Wer kann morgen kommen?",
      "La sierra nueva se para tras tres cortes y parpadea en rojo. ¿Quién puede venir mañana?",
      "La nouvelle scie s'arrête après trois coupes et clignote. Qui peut venir demain ?",
      "La sega nuova si ferma dopo tre tagli e lampeggia in rosso. Chi può venire domani?",
      "De nieuwe zaag stopt na drie sneden en knippert rood. Wie kan er morgen komen?",
      "A serra nova para depois de três cortes e pisca a vermelho. Quem pode vir amanhã?",
    ]
  ) {
    assert.equal(recordOf(sampleEmail(text)).summary, text);
  }
});

Deno.test("the asked sentence that is told before is not listed, nor a heading or a scrap", () => {
  const text =
    "Who comes to the fair? Please bring these:\n\n- the tent\n\nCall me. Please bring tea.";
  const choice = choiceOf(text);
  const all = { ...choice, questions: [], actionItems: choice.sentences };
  assert.deepEqual(texts(listAsked(having(text, "Who"), [], choice)), []);
  const asked = texts(listAsked(all.sentences.slice(0, 1), [], all));
  assert.deepEqual(asked, ["Please bring tea."]);
});

Deno.test("what a told sentence points at in its first words is told where there is room", () => {
  const text = "The glazier has measured all windows of the hall. " +
    "The weather was fair. They will be here on the second of June, all nineteen of them.";
  const choice = choiceOf(text);
  const [, weather, they] = choice.sentences;
  assert.ok(weather !== undefined && they !== undefined);
  assert.deepEqual(listPointedAt([they, weather], choice), []);
  const statement = "The plan of the hall shows a door to the yard. It leads to the wall instead.";
  const told = choiceOf(statement);
  const [plan, it] = told.sentences;
  assert.ok(plan !== undefined && it !== undefined);
  assert.deepEqual(listPointedAt([it], told), [plan]);
  assert.deepEqual(listPointedAt([plan], told), []);
});

Deno.test("a third sentence is told where it tells the email nearly as well", () => {
  const text = "The card that pays for the hall expires in May. " +
    "The next rent of the hall is due on the third of June. " +
    "Please update the card that pays for the hall before then.";
  assert.equal(recordOf(sampleEmail(text)).summary, text);
  const ranked = choiceOf(text).sentences.map((sentence, at) => ({ sentence, worth: -2 * at }));
  const [best, near, far] = ranked;
  assert.ok(best !== undefined && near !== undefined && far !== undefined);
  assert.deepEqual(listNear(best, [near, far], choiceOf(text)), [near.sentence]);
});

Deno.test("at most four sentences are told, and none that would push the subject out", () => {
  const many = Array.from({ length: 9 }, (_, at) => `Is hall ${at} free on the sixth of May?`);
  const summary = recordOf(sampleEmail(many.join(" "), { subject: "Spring market" })).summary ?? "";
  assert.equal(summary.split("?").length - 1, 4);
  assert.ok(summary.startsWith("Spring market: "));
});
