import assert from "node:assert/strict";
import { composeMail } from "./compose_mail.ts";
import { fitMails } from "./mails.ts";
import { judgeMail } from "./judge_mails.ts";
import { type LabelledMail, parseMailCorpus, readMailCorpus } from "./mail_corpus.ts";
import { THINGS } from "./testing/things.ts";
import { describeMails } from "./describe_mails.ts";

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

Deno.test("classifiers learn from emails what tells others like them apart", () => {
  const { judgements } = fitMails(MAILS);
  assert.equal(judgements.length, MAILS.length);
  assert.deepEqual(describeMails(judgements.map(judgeMail)), {
    email: "intent right in 100.0 %, reply in 100.0 %",
    sentence: "action items F1 100.0 %, pain points F1 100.0 %",
  });
});

Deno.test("equal emails give equal weights", () => {
  const weigh = () => {
    const { judgements: _, ...weights } = fitMails(MAILS);
    return weights;
  };
  assert.deepEqual(weigh(), weigh());
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
