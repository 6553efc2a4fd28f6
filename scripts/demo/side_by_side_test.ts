import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { placeSideBySide, wrapText } from "./side_by_side.ts";

Deno.test("wrapText() breaks at words and keeps every character", () => {
  deepStrictEqual(wrapText("one two three", 7), ["one two", "three"]);
});

Deno.test("wrapText() cuts a word that is longer than the line", () => {
  deepStrictEqual(wrapText("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
});

Deno.test("wrapText() keeps empty lines", () => {
  deepStrictEqual(wrapText("a\n\nb", 5), ["a", "", "b"]);
});

Deno.test("placeSideBySide() pads the shorter column and marks a cut one", () => {
  const text = placeSideBySide("a\nb\nc\nd", "x", { width: 3, maxLines: 3 });
  strictEqual(text, "  a   │ x\n  b   │\n  …   │");
});
