import assert from "node:assert/strict";
import { splitSentences } from "./sentences.ts";

function texts(text: string): string[] {
  return splitSentences(text).map((sentence) => sentence.text);
}

Deno.test("a sentence over wrapped lines stays whole and as written", () => {
  const wrapped =
    "We would like to receive the new price list for the coming year,\nif it is ready.";
  assert.deepEqual(texts(`${wrapped} Thanks.`), [wrapped, "Thanks."]);
});

Deno.test("short lines, list items and paragraphs end a sentence", () => {
  assert.deepEqual(texts("Hi Ana,\n\nwe need:\n- flour\n- salt\n\nSee below"), [
    "Hi Ana,",
    "we need:",
    "flour",
    "salt",
    "See below",
  ]);
});

Deno.test("abbreviations, dates and list numbers end no sentence", () => {
  const text = "Bitte bis zum 12. November an Dr. Osei senden. Danke.";
  assert.deepEqual(texts(text), ["Bitte bis zum 12. November an Dr. Osei senden.", "Danke."]);
  assert.deepEqual(texts("1. Send the form.\n2. Call me."), ["Send the form.", "Call me."]);
});

Deno.test("a question mark inside brackets ends no sentence", () => {
  assert.deepEqual(texts("The tall man (Ole?) found it."), ["The tall man (Ole?) found it."]);
});

Deno.test("paragraphs are counted", () => {
  assert.deepEqual(splitSentences("One. Two.\n\nThree.").map(({ paragraph }) => paragraph), [
    0,
    0,
    1,
  ]);
});

Deno.test("a text without letters and digits has no sentences", () => {
  assert.deepEqual(splitSentences("\n\n--- !!!\n"), []);
});

Deno.test("a sentence stands in the text where it says", () => {
  const text = "  1. Send the form.\n\n   - and the 📎 files,\nplease. Thanks!";
  for (const { text: written, start } of splitSentences(text)) {
    assert.equal(text.slice(start, start + written.length), written);
  }
});

Deno.test("a number or a letter at the end of a sentence is no ordinal and no initial", () => {
  for (
    const [first, second] of [
      ["Na terça não haverá água entre as 9 e as 12.", "Encham um balde antes."],
      ["Le enviamos el contrato el día 3.", "Devuélvalo firmado."],
      ["The deliveries are at 6 and 8.", "Check the eggs."],
      ["We shut off staircases A and B.", "Please draw some water."],
      ["Dígame algo antes del lunes 7.", "¿Ponemos también el mapa?"],
    ] as const
  ) {
    assert.deepEqual(texts(`${first} ${second}`), [first, second]);
  }
  for (
    const whole of [
      "Wir kommen am 3. Montag im Monat.",
      "Das Büro ist im 2. Stock, Weg 4, 3. Tür.",
      "Bis Dienstag 24. November genügt es.",
      "Ask J. Will about it.",
    ]
  ) {
    assert.deepEqual(texts(whole), [whole]);
  }
});

Deno.test("a question mark within an address ends no sentence", () => {
  const text = "Please click http://tools.corp.example/auth/link.asp?ID=97&Page=2 to approve it.";
  assert.deepEqual(texts(text), [text]);
});

Deno.test("a sentence may begin with a figure", () => {
  for (
    const [first, second] of [
      ["We ordered twelve lamps.", "3 are cracked."],
      ["The bill says 48.90.", "12.40 of that is not ours."],
      ["La facture est de 80 euros.", "12,50 euros ne sont pas pour nous."],
    ] as const
  ) assert.deepEqual(texts(`${first} ${second}`), [first, second]);
  const whole = "It weighs approx. 12 kilos, see no. 3 below and fig. 2 there.";
  assert.deepEqual(texts(whole), [whole]);
});
