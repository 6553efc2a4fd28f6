import assert from "node:assert/strict";
import { parseMailCorpus, readMailCorpus } from "../../../train/mail_corpus.ts";
import { judgeUnseen, UNSEEN_FOLDER } from "./unseen.ts";

const MAIL = `# question medium neutral en reply
S Bread on Monday
- Dear baker,
- we are twelve at the office.
QS Do you bake rye bread on Mondays?
- Regards, Ada`;

function judgeFirst(text: string) {
  const [mail] = parseMailCorpus(text, "test.txt");
  assert.ok(mail !== undefined);
  return judgeUnseen(mail);
}

Deno.test("a record is right where it says what is labeled", () => {
  const { judgement, isTold, language } = judgeFirst(MAIL);
  assert.ok(judgement.labels.primary_intent && judgement.labels.needs_reply);
  assert.equal(judgement.lists.questions_asked.truePositives, 1);
  assert.equal(isTold, true);
  assert.equal(language, "en");
});

Deno.test("a summary that tells no marked sentence is wrong; without marks nothing is said", () => {
  const marked = MAIL.replace("- Dear baker", "S Dear baker").replace("QS", "Q");
  assert.equal(judgeFirst(marked).isTold, false);
  assert.equal(judgeFirst(MAIL.replace("QS", "Q")).isTold, null);
});

Deno.test("no unseen email is trained with", async () => {
  const isLong = ({ text }: { readonly text: string }) => text.length > 60;
  const learned = new Set(
    (await readMailCorpus()).flatMap(({ sentences }) => sentences.filter(isLong))
      .map(({ text }) => text),
  );
  const copies = (await readMailCorpus(UNSEEN_FOLDER)).filter(({ sentences }) =>
    sentences.some((sentence) => isLong(sentence) && learned.has(sentence.text))
  );
  assert.deepEqual(copies.map(({ place }) => place), []);
});
