import assert from "node:assert/strict";
import { SUMMARY_SIGNS } from "../../../supabase/functions/_email/judgments/summary/sign_list.ts";
import { SUMMARY_WEIGHTS } from "../../../supabase/functions/_email/judgments/summary/weights.ts";
import { labelTraits } from "../labelled_traits.ts";
import { parseMailCorpus } from "../mail_corpus.ts";
import { THINGS } from "../testing/things.ts";
import { fitSummaries, writeSummaries } from "./summaries.ts";

const MAILS = parseMailCorpus(
  THINGS.map((thing) =>
    `# information_sharing low neutral en noreply
S News from the workshop
- We had a long winter, and the yard was full of snow for weeks.
S The ${thing} from the old workshop is now on show in the museum.
- Many people came to look at it, and some of them stayed for tea.
- My brother took the train home afterwards, and it was late.`
  ).join("\n\n"),
  "news.txt",
);
const judge = (mails: typeof MAILS) =>
  mails.map((mail) => ({
    ...labelTraits(mail),
    scores: { intents: new Map(), reply: 0, expected: 0, pressing: 0, grave: 0, mass: -2 },
    found: { actionItems: [], painPoints: [] },
  }));

Deno.test("what tells the labeled sentence from the others of its email is learned", () => {
  const { weights, right } = fitSummaries(judge(MAILS));
  assert.deepEqual(Object.keys(weights), SUMMARY_SIGNS);
  assert.ok(weights.shares_subject > 0, `shares_subject ${weights.shares_subject}`);
  assert.ok(weights.place < 0, `place ${weights.place}`);
  assert.deepEqual(right, { written: { right: 10, of: 10 }, real: { right: 0, of: 0 } });
});

Deno.test("an email without a labeled sentence teaches nothing", () => {
  const unlabeled = MAILS.map((mail) => ({
    ...mail,
    sentences: mail.sentences.map(({ text }) => ({ text, tags: [] })),
  }));
  assert.deepEqual(
    fitSummaries(judge([...MAILS, ...unlabeled])).weights,
    fitSummaries(judge(MAILS)).weights,
  );
  assert.equal(fitSummaries(judge(unlabeled)).right.written.of, 0);
});

Deno.test("the weights in the repository are written as training writes them", async () => {
  const module = new URL(
    "../../../supabase/functions/_email/judgments/summary/weights.ts",
    import.meta.url,
  );
  assert.equal(writeSummaries(SUMMARY_WEIGHTS), await Deno.readTextFile(module));
});
