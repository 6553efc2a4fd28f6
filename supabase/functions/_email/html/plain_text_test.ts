import assert from "node:assert/strict";
import fc from "fast-check";
import { capText, MAX_LINE_UNITS, MAX_TEXT_UNITS, stripInvisible } from "./plain_text.ts";

Deno.test("every line end becomes a newline", () => {
  assert.equal(capText("a\r\nb\rc\u2028d\u0085e"), "a\nb\nc\nd\ne");
});

Deno.test("NUL, control, zero-width and tag characters vanish, tab and newline stay", () => {
  const smuggled = [..."run"].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join("");
  assert.equal(capText(`pa\u0000y\u200B\u00AD\uFEFF\u202E no\tw${smuggled}\nok`), "pay no\tw\nok");
});

Deno.test("a joiner stays inside an emoji and goes elsewhere", () => {
  assert.equal(stripInvisible("👩‍💻 a\u200Db"), "👩‍💻 ab");
});

Deno.test("lone surrogates become replacement characters", () => {
  assert.equal(capText("a\uD83Db"), "a\uFFFDb");
});

Deno.test("a long line is wrapped at spaces and loses only those spaces", () => {
  const line = "word ".repeat(1_000).trimEnd();
  const capped = capText(line);
  assert.equal(capped.replaceAll("\n", " "), line);
  assert.ok(capped.split("\n").every((each) => each.length <= MAX_LINE_UNITS));
});

Deno.test("a long line without a space is cut without splitting a character", () => {
  const capped = capText("x" + "😀".repeat(2_000));
  assert.ok(capped.isWellFormed());
  assert.equal(capped.replaceAll("\n", ""), "x" + "😀".repeat(2_000));
});

Deno.test("a text over the limit ends at a whole character", () => {
  const capped = capText("x" + "😀\n".repeat(40_000));
  assert.ok(capped.length <= MAX_TEXT_UNITS && capped.length >= MAX_TEXT_UNITS - 1);
  assert.ok(capped.isWellFormed());
});

Deno.test("any string comes out bounded, well-formed and stable", () => {
  const parts = fc.array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.constantFrom("\u0000", "\r", "\u200D", "\uD800", " ", "x".repeat(1_500), "é ".repeat(900)),
    ),
    { maxLength: 40 },
  );
  fc.assert(fc.property(parts, (pieces) => {
    const capped = capText(pieces.join(""));
    assert.ok(capped.length <= MAX_TEXT_UNITS);
    assert.ok(capped.split("\n").every((line) => line.length <= MAX_LINE_UNITS));
    assert.ok(capped.isWellFormed() && !capped.includes("\u0000") && !capped.includes("\r"));
    assert.equal(capText(capped), capped);
  }));
});
