import assert from "node:assert/strict";
import { type MailKind, parseMailCorpus, readMailCorpus } from "./mail_corpus.ts";

const HEADER = "# complaint high negative en reply";
const MAIL = `${HEADER}
S third jar this month
- Morning Joost,
P The jars came in cracked again.
AT Can you send others on Thursday's van?
`;

Deno.test("an email is its labels, its subject and its sentences with their tags", () => {
  assert.deepEqual(parseMailCorpus(MAIL, "first.txt"), [{
    place: "first.txt:1",
    kind: "person",
    intent: "complaint",
    urgency: "high",
    sentiment: "negative",
    language: "en",
    needsReply: true,
    subject: "third jar this month",
    sentences: [
      { text: "Morning Joost,", tags: [] },
      { text: "The jars came in cracked again.", tags: ["P"] },
      { text: "Can you send others on Thursday's van?", tags: ["A", "T"] },
    ],
  }]);
});

Deno.test("empty lines part emails, a subject may be empty, and places count on", () => {
  const mails = parseMailCorpus(
    `\n${MAIL}\n\n# other low neutral de noreply\nS\n- Tag.\n`,
    "b.txt",
  );
  assert.deepEqual(mails.map(({ place, subject }) => [place, subject]), [
    ["b.txt:2", "third jar this month"],
    ["b.txt:9", ""],
  ]);
});

Deno.test("a kind that is not a person's is named at the end of the header", () => {
  const [mail] = parseMailCorpus("# other low neutral en noreply spam\nS x\n- Win.", "k.txt");
  assert.equal(mail?.kind, "spam");
});

const WRONG = [
  [
    "a header of another form",
    "# complaint high negative en maybe\nS x\n- A.",
    /w\.txt:1: .*reply/,
  ],
  ["an unknown kind", "# other low neutral en reply fax\nS x\n- A.", /w\.txt:1: .*kind/],
  ["an unknown intent", "# praise low positive en reply\nS x\n- A.", /w\.txt:1/],
  ["a missing subject", `${HEADER}\n- A.`, /w\.txt:2: .*subject/],
  ["an unknown tag", `${HEADER}\nS x\nAX Do it.`, /w\.txt:3: .*AQPOBTDW/],
  ["a line without tags", `${HEADER}\nS x\nJust do it.`, /w\.txt:3/],
] as const;
for (const [what, text, message] of WRONG) {
  Deno.test(`${what} is rejected with its place`, () => {
    assert.throws(() => parseMailCorpus(text, "w.txt"), message);
  });
}

/** Nobody is asked anything in these, whatever the words. */
const ASKS_NOBODY: ReadonlySet<MailKind> = new Set(["bulk", "bounce", "out_of_office", "spam"]);
const FOLDERS: Readonly<Record<string, string>> = {
  en: "english",
  de: "german",
  es: "spanish",
  fr: "french",
  it: "italian",
  nl: "dutch",
  pt: "portuguese",
};

Deno.test("the labels of the training emails agree with each other", async () => {
  const mails = await readMailCorpus();
  for (const { place, language, kind, urgency, needsReply, sentences } of mails) {
    const tags = new Set(sentences.flatMap((sentence) => sentence.tags));
    const isAsked = tags.has("A") || tags.has("Q");
    assert.equal(place.split("/")[0], FOLDERS[language], place);
    if (kind === "notification" || kind === "cold") assert.ok(!needsReply, place);
    if (ASKS_NOBODY.has(kind)) assert.deepEqual([needsReply, isAsked], [false, false], place);
    // Somebody is asked, or what is wrong has a consequence that somebody must hear of.
    const isCalled = isAsked || tags.has("P") && needsReply;
    if (urgency === "critical") assert.ok(isCalled, `${place}: who is asked?`);
    if (urgency === "high") assert.ok(isAsked || tags.has("P") || needsReply, place);
    if (kind === "bulk" || kind === "cold" || kind === "spam") assert.equal(urgency, "low", place);
  }
});

Deno.test("no email is in the corpus twice, and each language has many", async () => {
  const mails = await readMailCorpus();
  const bodies = mails.map(({ sentences }) => sentences.map(({ text }) => text).join(" "));
  assert.deepEqual(bodies.filter((body, at) => bodies.indexOf(body) !== at), []);
  for (const language of Object.keys(FOLDERS)) {
    const count = mails.filter((mail) => mail.language === language).length;
    assert.ok(count >= 80, `${language}: ${count}`);
  }
});
