import assert from "node:assert/strict";
import { composeMail } from "./compose_mail.ts";
import { fitMailModels } from "./fit_mail_models.ts";
import { judgeMail } from "./judge_mail_models.ts";
import { type LabelledMail, parseMailCorpus, readMailCorpus } from "./mail_corpus.ts";
import { describeMailModels, writeClassifiers } from "./write_classifiers.ts";

const THINGS = [
  "lamp",
  "chair",
  "door",
  "stove",
  "clock",
  "shelf",
  "table",
  "kettle",
  "rug",
  "bed",
];
const MAILS: readonly LabelledMail[] = parseMailCorpus(
  THINGS.map((thing) =>
    `# complaint medium negative en reply
S the ${thing}
- Good day,
P The ${thing} arrived broken and dirty.
A Please send another ${thing} at your expense.
- It stands in the hall.

# feedback low positive en noreply
S the ${thing}
- Good day,
- We love the ${thing} and it looks wonderful.
- It stands in the hall.
- All our guests enjoyed the evening.`
  ).join("\n\n"),
  "things.txt",
);

Deno.test("models learn from emails what tells others like them apart", () => {
  const { judgements } = fitMailModels(MAILS);
  assert.equal(judgements.length, MAILS.length);
  assert.deepEqual(describeMailModels(judgements.map(judgeMail)), {
    mail: "intent right in 100.0 %, reply in 100.0 %",
    sentence: "action items F1 100.0 %, pain points F1 100.0 %",
  });
});

Deno.test("equal emails give equal bytes", () => {
  const provenance = { name: "W", options: "--date 2026-11-23", about: ["No emails."] };
  const [first, second] = [fitMailModels(MAILS), fitMailModels(MAILS)];
  assert.equal(
    writeClassifiers(first.emailClassifiers, provenance),
    writeClassifiers(second.emailClassifiers, provenance),
  );
  assert.equal(
    writeClassifiers(first.sentenceClassifiers, provenance),
    writeClassifiers(second.sentenceClassifiers, provenance),
  );
});

Deno.test("every training email is read, and every intent and language is among them", async () => {
  const mails = await readMailCorpus();
  assert.equal(new Set(mails.map(({ intent }) => intent)).size, 12);
  assert.deepEqual([...new Set(mails.map(({ language }) => language))].sort(), [
    "de",
    "en",
    "es",
    "fr",
    "it",
    "nl",
    "pt",
  ]);
  for (const mail of mails) {
    const { bodyText } = composeMail(mail);
    for (const { text } of mail.sentences) assert.ok(bodyText?.includes(text), mail.place);
  }
});
