import assert from "node:assert/strict";
import { isCut, MAX_SUMMARY_UNITS, shorten } from "./shorten.ts";

const long = (words: number) => "the oven ".repeat(words).trim();

Deno.test("a line that is short enough stays as it is", () => {
  const line = "The oven (the old one) runs again.";
  assert.equal(shorten(line), line);
  assert.equal(isCut(line), false);
});

Deno.test("what is in brackets is left out first", () => {
  const line = `We repaired ${long(20)} (${long(12)}) in hall 3.`;
  assert.equal(shorten(line), `We repaired ${long(20)} in hall 3.`);
  assert.equal(isCut(line), false);
});

Deno.test("a line is cut at the end of a clause rather than at a word", () => {
  const line = `We repaired ${long(16)}, and afterwards ${long(20)}.`;
  assert.equal(shorten(line), `We repaired ${long(16)} …`);
  assert.equal(isCut(line), false);
});

Deno.test("dots end a clause early in a line, a comma does not", () => {
  const rest = long(30);
  assert.equal(
    shorten(`Can somebody explain to me how the ovens in the new hall are lit... ${rest}`),
    "Can somebody explain to me how the ovens in the new hall are lit …",
  );
  assert.ok(isCut(`Over the past week or so, ${rest}`));
});

Deno.test("without a clause a line is cut at a word", () => {
  const short = shorten(long(40));
  assert.ok(short.length <= MAX_SUMMARY_UNITS && short.endsWith(" oven…"), short);
  assert.ok(isCut(long(40)));
});

Deno.test("a cut leaves no half of a sign", () => {
  for (const before of ["", "x"]) {
    assert.match(shorten(before + "🔥".repeat(200)), /^x?(?:🔥)+…$/u);
  }
});
