import { deepEqual, equal } from "node:assert/strict";
import { alignLine, measureColumns } from "./columns.ts";

Deno.test("a column is as wide as its longest cell, and no line ends in spaces", () => {
  const lines = [["name", "n", ""], ["ab", "100", "x"]];
  const widths = measureColumns(lines);
  deepEqual(widths, [4, 3, 1]);
  equal(alignLine(["ab", "100", "x"], widths, " | "), "ab   | 100 | x");
  equal(alignLine(["name", "n", ""], widths, "  "), "name  n");
});

Deno.test("without lines there are no columns", () => {
  deepEqual(measureColumns([]), []);
});
