import assert from "node:assert/strict";
import { parseMailCorpus } from "./mail_corpus.ts";

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

const WRONG = [
  [
    "a header of another form",
    "# complaint high negative en maybe\nS x\n- A.",
    /w\.txt:1: .*reply/,
  ],
  ["an unknown intent", "# praise low positive en reply\nS x\n- A.", /w\.txt:1/],
  ["a missing subject", `${HEADER}\n- A.`, /w\.txt:2: .*subject/],
  ["an unknown tag", `${HEADER}\nS x\nAX Do it.`, /w\.txt:3: .*AQPOBTD/],
  ["a line without tags", `${HEADER}\nS x\nJust do it.`, /w\.txt:3/],
] as const;
for (const [what, text, message] of WRONG) {
  Deno.test(`${what} is rejected with its place`, () => {
    assert.throws(() => parseMailCorpus(text, "w.txt"), message);
  });
}
