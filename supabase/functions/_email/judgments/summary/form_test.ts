import assert from "node:assert/strict";
import { splitSentences } from "../../text/sentences.ts";
import { markForm, markNeighbors } from "./form.ts";
import type { MarkedSigns, SummarySign } from "./sign_list.ts";

function formOf(text: string): MarkedSigns {
  const signs: MarkedSigns = new Map();
  for (const sentence of splitSentences(text).slice(0, 1)) markForm(signs, sentence);
  return signs;
}

const SHOWN: readonly (readonly [text: string, sign: SummarySign])[] = [
  ["And the other one is old.", "is_fragment"],
  ["the oven is old.", "begins_small"],
  ["Can you send it again?", "points_elsewhere"],
  ["Sorry that the bread came late.", "apologizes"],
  ["If it is not yours, please tell us.", "is_condition"],
  ["You do not have to reply.", "declines_answer"],
  ["(The oven is old.)", "is_aside"],
  ["A few months ago we bought an oven.", "is_background"],
  ["I enjoyed our talk last night.", "is_background"],
  ["The oven is old", "has_no_end"],
  ["These are the ovens:", "announces"],
];
for (const [text, sign] of SHOWN) {
  Deno.test(`"${text}" shows ${sign}`, () => {
    assert.equal(formOf(text).get(sign), 1);
    assert.equal(formOf("The baker sold the oven of hall 3 in May.").has(sign), false);
  });
}

Deno.test("news that somebody is sorry to tell is no apology", () => {
  assert.equal(formOf("We are sorry to inform you that the shop closes.").has("apologizes"), false);
});

Deno.test("a sentence of a usual length has none of the signs of length", () => {
  const usual = formOf(`${"x".repeat(79)}.`);
  assert.equal(usual.has("length") || usual.has("too_long"), false);
  assert.ok((formOf("The oven is old.").get("length") ?? 0) < 0);
});

Deno.test("a long sentence is cut unless a clause ends in it", () => {
  const oven = "the old oven ".repeat(11).trim();
  const cut = formOf(`We sold ${oven} and ${oven}.`);
  const clauses = formOf(`We sold ${oven}, and ${oven}.`);
  assert.deepEqual([cut.get("too_long"), cut.get("is_cut")], [1, 1]);
  assert.deepEqual([clauses.get("too_long"), clauses.has("is_cut")], [1, false]);
});

Deno.test("a sentence that rules cut goes on in the next one, which continues it", () => {
  const sentences = splitSentences("The oven is old\n(the one of hall 3).\n\nWe sold it.");
  const [first, second, third] = sentences.map((sentence) => {
    const signs: MarkedSigns = new Map();
    markNeighbors(signs, sentence, sentences);
    return [...signs.keys()];
  });
  assert.deepEqual(first, ["begins_paragraph", "goes_on"]);
  assert.deepEqual(second, ["ends_paragraph", "continues"]);
  assert.deepEqual(third, ["begins_paragraph", "ends_paragraph"]);
});
