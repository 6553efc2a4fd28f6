import assert from "node:assert/strict";
import { splitSentences } from "../sentences.ts";

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);

Deno.test("a sentence goes on behind an abbreviation, whatever letter follows", () => {
  for (
    const whole of [
      "We meet at the Keelby Corp. Legal Conference on Friday.",
      'Please list what Keelby Bakery Corp. ("KBC") needs.',
      "They may use it in diff. contexts.",
      "We work with Keelby, Inc. but not with its parent.",
      "E.D.F. Man Ltd. has moved.",
      "The numbers are as of 5:00 p.m. ET.",
      "Notice No. MS-20 is out.",
      "Wir liefern bspw. Türen u.a. nach Kiel.",
      "Envíelo a la avda. Mayor y al dpto. Compras.",
      "Wir treffen Frau Dr. Osei und Hr. Lind.",
      "On the week of Feb. 11 we open, approx. 3,000 people come.",
      "Freundliche Grüße i. A. Ruprecht Osei",
      "Stuur het t.a.v. Anna, evt. met foto.",
    ]
  ) assert.deepEqual(texts(whole), [whole]);
});

Deno.test("a sentence ends behind an abbreviation where another one begins", () => {
  for (
    const [first, second] of [
      ["We bake bread, rolls etc.", "Please come by."],
      ["The invoice is of Keelby Corp.", "We will pay it."],
      ["The answer is no.", "Please call me."],
      ["Bring flour, salt usw.", "Wir warten."],
      ["Come at 3 p.m.", "Bring your keys."],
      ["She moves to Washington, D.C.", "Please take note."],
      ["Ask Max.", "He knows."],
      ["I take 8 AM.", "10 AM is too late."],
      ["It is on the art.", "Thanks for that."],
    ] as const
  ) assert.deepEqual(texts(`${first} ${second}`), [first, second]);
});

Deno.test("words that are abbreviations as well end a sentence before a capital letter", () => {
  for (
    const [first, second] of [
      ["We thank you all.", "Paul will send the list."],
      ["Thank you for the care of the cat.", "Bruno is old."],
      ["Please look at the diff.", "Tests are missing."],
      ["You should ask the rev.", "He knows."],
    ] as const
  ) assert.deepEqual(texts(`${first} ${second}`), [first, second]);
});
