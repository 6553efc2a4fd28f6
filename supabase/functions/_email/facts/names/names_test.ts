import assert from "node:assert/strict";
import { HOSTILE_LINES } from "../../../../../scripts/eval/corpora/hostile_texts.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";
import { splitSentences } from "../../text/sentences.ts";
import { findEntities } from "../entities.ts";
import { findQuotedNames } from "./header_names.ts";

/** The names of an email's text, by the whole reader. */
const namesOf = (text: string) => recordOf(sampleEmail(text)).entitiesMentioned;

Deno.test("header lines in a text name people, and their addresses are not named again", () => {
  const text = 'From: Ruiz, Ana\nTo: "Lind, Tom" <tom.lind@x.example>; Priya Raman\n' +
    "Cc: desk@x.example\nSubject: Two New Doors For Hall Four\n\nPlease see below.";
  assert.deepEqual(findEntities(splitSentences(text), "en").map((entity) => entity.text), [
    "desk@x.example",
    "Ruiz, Ana",
    "Lind, Tom",
    "Priya Raman",
  ]);
});

Deno.test("turned names in a list with commas are read in pairs", () => {
  assert.deepEqual(findQuotedNames("To: Lind, Tom, Ruiz, Ana Maria, Osei, Max"), [
    "Lind, Tom",
    "Ruiz, Ana Maria",
    "Osei, Max",
  ]);
});

Deno.test("who wrote a quoted email is known, and a mention of them is a name", () => {
  assert.deepEqual(
    namesOf(
      "As Levke said, the doors are late.\n\n" +
        "On 3 May 2026, Levke Petersen <levke@x.example> wrote:\n> They are late.",
    ),
    ["Levke"],
  );
  assert.deepEqual(namesOf("As Levke said, the doors are late."), []);
});

Deno.test("a closing that names people is read although it is in the signature", () => {
  assert.deepEqual(
    namesOf(
      "Hi Tom,\n\nplease find the drawings attached.\n\n" +
        "Kind regards from Anna Smith and Bob Jones of Smith Ltd.",
    ),
    ["Smith Ltd", "Anna Smith", "Bob Jones"],
  );
});

Deno.test("of more than twenty names, people come before addresses and second forms", () => {
  const people = Array.from({ length: 22 }, (_, at) => `Anna ${"Bcdfghjklmnpqrstvwxyzä"[at]}elling`)
    .map((name) => name.replace(/ ./, (letter) => letter.toUpperCase()));
  const found = findEntities(
    splitSentences(`To: ${people.join("; ")}\n\nWrite to a@x.example or b@x.example.`),
    "en",
  ).map((entity) => entity.text);
  assert.deepEqual(found, people.slice(0, 20));
});

Deno.test("time to find names grows with the length of hostile text, not faster", () => {
  const hard = [
    ...Object.values(HOSTILE_LINES),
    "Anna ".repeat(400),
    "A. B. C. ".repeat(300),
    `To: ${"Lind, Tom, ".repeat(300)}`,
    `${"Smith & ".repeat(300)}Ltd`,
    "Smith and Jones of ".repeat(200),
    "Von de la ".repeat(300),
    `${"a".repeat(2_000)}@${"b.".repeat(1_000)}`,
    "director, ".repeat(300),
  ];
  for (const line of hard) {
    const text = `${line}\n`.repeat(Math.ceil(30_000 / (line.length + 1)));
    const sentences = splitSentences(text);
    const start = performance.now();
    const found = findEntities(sentences, null, ["Anna Lind"]);
    assert.ok(performance.now() - start < 15_000, `slow: ${line.slice(0, 40)}`);
    assert.ok(found.length <= 20);
    for (const entity of found) assert.equal(text.slice(entity.start, entity.end), entity.text);
  }
});
