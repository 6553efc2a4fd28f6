import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { findSpan, hasCorpora, readRealGoldLines } from "../../eval/real_gold/real_gold.ts";
import { readRealMessages, type RealMessage } from "../../eval/real_gold/real_messages.ts";
import { type LotEmail, packLabel, type ReaderLabel } from "./pack_labels.ts";
import { beginningOf, readRealCorpus, readTrainingMessages } from "./real_corpus.ts";
import { readRealTrainingLines, realTrainingLine } from "./real_labels.ts";

/** The folder of the public corpora; tests that need them are skipped where it is not set. */
const FOLDER = process.env["NIGHTSHIFT_CORPORA"] ?? "";
const ignore = !await hasCorpora(FOLDER);
const lines = await readRealTrainingLines();

const LOT_EMAIL: LotEmail = {
  corpus: "enron-train",
  hash: "0123456789abcdef",
  text: "Yes. The lamp broke. Yes. Please send another.",
  sentences: ["Yes.", "The lamp\nbroke.", "Yes.", "Please send another."],
};
const LABEL: ReaderLabel = {
  id: "0.0",
  kind: "person",
  intent: "complaint",
  urgency: "medium",
  reply: true,
  sentiment: "neutral",
  Q: [3],
  A: [4],
  P: [2],
  S: [4, 2],
};

Deno.test("a reader's label becomes places with hashes, each sentence at its own", () => {
  const line = realTrainingLine.parse(packLabel(LOT_EMAIL, LABEL));
  const quote = (spans: typeof line.summaries) => spans.map((one) => findSpan(LOT_EMAIL.text, one));
  equal(line.corpus, "email-zones");
  deepEqual(quote(line.pain_points), ["The lamp broke."]);
  deepEqual(quote(line.summaries), ["Please send another.", "The lamp broke."]);
  equal(line.questions_asked[0]?.start, LOT_EMAIL.text.lastIndexOf("Yes."));
});

Deno.test("a label of a sentence or an intent that there is not is rejected", () => {
  throws(() => packLabel(LOT_EMAIL, { ...LABEL, A: [5] }), /0\.0 has no sentence 5/);
  throws(() => packLabel({ ...LOT_EMAIL, text: "Yes." }, LABEL), /Sentence \d of 0\.0/);
  throws(() => packLabel(LOT_EMAIL, { ...LABEL, intent: "praise" as "other" }));
});

Deno.test("an email of a corpus that no weights may come from is rejected", () => {
  throws(() => packLabel({ ...LOT_EMAIL, corpus: "easy-ham" }, LABEL), /email-zones/);
});

Deno.test("real training emails are not of the gold set, and none is there twice", async () => {
  const gold = [...await readRealGoldLines("test"), ...await readRealGoldLines("dev")];
  const all = [...gold, ...lines].map(({ message }) => message);
  deepEqual(all.filter((hash, at) => all.indexOf(hash) !== at), []);
});

Deno.test("the labels hold hashes and numbers, and no text of an email", () => {
  const word = /^(?:[a-z]+(?:[-_][a-z]+)*|[\da-f]{12}|[\da-f]{16})$/;
  const findText = (value: unknown): unknown[] =>
    typeof value === "string"
      ? (word.test(value) ? [] : [value])
      : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(findText)
      : [];
  deepEqual(lines.flatMap(findText), []);
});

Deno.test("of email-zones only the part that models may learn from is read, each text once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zones-"));
  await mkdir(join(folder, "email-zones"));
  const write = async (file: string, what: string) => {
    const line = (split: string) =>
      JSON.stringify({
        split,
        text: `${what} of ${split}.`,
        header: { Subject: split },
        spans: [],
      });
    const text = ["train", "eval"].map(line).join("\n");
    await writeFile(join(folder, `email-zones/${file}.jsonl.gz`), gzipSync(text));
  };
  await write("enron-full", "An email");
  await write("enron-zones", "An email");
  await write("asf-zones", "A post");
  const texts = (messages: readonly RealMessage[]) => messages.map(({ text }) => text);
  deepEqual(texts(await readTrainingMessages(folder)), ["An email of train.", "A post of train."]);
  deepEqual(texts(await readRealMessages(folder)), ["An email of eval."]);
  deepEqual((await readRealCorpus(folder)).missing.length, lines.length);
  await rm(folder, { recursive: true });
});

Deno.test({
  name: "every real training email is in its corpus, and no gold or eval email says the same",
  ignore,
  async fn() {
    deepEqual((await readRealCorpus(FOLDER)).missing, []);
    const gold = new Set(
      [...await readRealGoldLines("test"), ...await readRealGoldLines("dev")]
        .map(({ message }) => message),
    );
    const judged = new Set(
      (await readRealMessages(FOLDER))
        .filter(({ corpus, hash }) => corpus === "email-zones" || gold.has(hash))
        .map(({ text }) => beginningOf(text)),
    );
    const learned = new Set(lines.map(({ message }) => message));
    for (const { hash, text } of await readTrainingMessages(FOLDER)) {
      if (learned.has(hash)) ok(!judged.has(beginningOf(text)), hash);
    }
  },
});
