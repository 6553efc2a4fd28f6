import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { chooseWidth, drawRule, placeSideBySide, wrapText } from "./side_by_side.ts";

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

Deno.test("drawRule() puts its tee under the line between the texts", () => {
  const [line = ""] = placeSideBySide("a", "b", { width: 7, maxLines: 3 }).split("\n");
  strictEqual(drawRule(7).indexOf("┴"), line.indexOf("│"));
});

Deno.test("chooseWidth() keeps both texts within the terminal, from 24 to 50 characters each", () => {
  deepStrictEqual([80, 81, 200, 20, null].map(chooseWidth), [37, 38, 50, 24, 50]);
  const width = chooseWidth(80);
  const text = placeSideBySide("x".repeat(200), "y".repeat(200), { width, maxLines: 9 });
  for (const line of [...text.split("\n"), drawRule(width)]) strictEqual(line.length <= 80, true);
});
