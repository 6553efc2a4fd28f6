import assert from "node:assert/strict";
import { cutIntoPieces, nameFact } from "./marks.ts";

const place = (field: string, start: number, end: number, source = "body_text") => ({
  field,
  source,
  start,
  end,
  text: "",
});

Deno.test("marks nest, and the pieces together are the text", () => {
  const pieces = cutIntoPieces("Pay 640 Euro today, please.", [
    place("action_items", 0, 27),
    place("money", 4, 12),
  ]);
  assert.deepEqual(pieces, [
    { text: "Pay ", fields: ["action_items"], facts: [0] },
    { text: "640 Euro", fields: ["action_items", "money"], facts: [1, 0] },
    { text: " today, please.", fields: ["action_items"], facts: [0] },
  ]);
});

Deno.test("places count characters, not UTF-16 units", () => {
  const pieces = cutIntoPieces("🎂🎂 by Friday", [place("dates", 3, 12)]);
  assert.deepEqual(pieces.map(({ text }) => text), ["🎂🎂 ", "by Friday"]);
});

Deno.test("places outside of the text, or of the subject, are left out", () => {
  const evidence = [
    place("dates", -1, 2),
    place("dates", 2, 99),
    place("dates", 3, 3),
    place("dates", 0, 2, "subject"),
  ];
  assert.deepEqual(cutIntoPieces("Hello", evidence), [{ text: "Hello", fields: [], facts: [] }]);
});

Deno.test("the subject has marks of its own", () => {
  const evidence = [place("dates", 0, 2), place("money", 3, 5, "subject")];
  assert.deepEqual(cutIntoPieces("Pay 9", evidence, "subject").map(({ facts }) => facts), [[], [
    1,
  ]]);
});

Deno.test("a fact is named by its field and its place among several", () => {
  assert.equal(nameFact({ field: "money", item: 1 }), "money.1");
  assert.equal(nameFact({ field: "contact.name", item: null }), "contact.name");
});
