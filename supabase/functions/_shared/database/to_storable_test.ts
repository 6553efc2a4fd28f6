import assert from "node:assert/strict";
import { parseExactly } from "./exact_json.ts";
import { toStorable, toStorableCost } from "./to_storable.ts";

Deno.test("what JSON can say is kept, as JSON says it", () => {
  const value = {
    at: new Date("2026-11-12T08:00:00Z"),
    list: [1, undefined, "é😀"],
    never: undefined,
    nan: NaN,
    big: 9007199254740993n,
    ["__proto__"]: { a: 1 },
  };
  const stored = toStorable(value);
  assert.deepEqual(stored.changes, []);
  assert.equal(
    JSON.stringify(stored.value),
    '{"at":"2026-11-12T08:00:00.000Z","list":[1,null,"é😀"],"nan":null,' +
      '"big":"9007199254740993","__proto__":{"a":1}}',
  );
  assert.equal(toStorable(undefined).value, undefined);
  assert.equal(toStorable(() => 1).value, undefined);
});

const circle: Record<string, unknown> = { name: "circle" };
circle["self"] = circle;
const nested = JSON.parse(`${"[".repeat(2_000)}${"]".repeat(2_000)}`);
/** 2 ** 40 values, were each of them written out. */
const doubled = Array.from({ length: 40 }).reduce((inner: unknown) => [inner, inner], 1);

const REPLACED: readonly (readonly [what: string, value: unknown, change: RegExp])[] = [
  ["a NUL", { a: "x\0y" }, /a NUL or half of a surrogate pair was replaced/],
  ["a NUL in a key", { "\0": 1 }, /a NUL or half of a surrogate pair was replaced/],
  ["an emoji cut in half", ["😀".slice(0, 1)], /half of a surrogate pair/],
  ["a circle", circle, /left out: circular/],
  ["2,000 levels", nested, /left out: nested too deeply/],
  ["a value with endless copies", doubled, /left out/],
  ["300 kB", "x".repeat(300_000), /300,002 bytes was cut/],
  ["300 kB in characters of three bytes", "€".repeat(100_000), /300,002 bytes was cut/],
  ["40,000 small numbers", Array.from({ length: 40_000 }, () => 1), /was cut/],
  ["3,000 numbers that are written with 309 digits", Array(3_000).fill(1e308), /was cut/],
  ["3,000 numbers with 300 decimals", { a: Array(3_000).fill(1e-300) }, /was cut/],
  [
    "a getter that throws",
    {
      get a() {
        throw new Error("not now");
      },
    },
    /could not be read: Error: not now/,
  ],
];

for (const [what, value, change] of REPLACED) {
  Deno.test(`${what} becomes something that the database can hold, and is told`, () => {
    const stored = toStorable(value);
    assert.match(stored.changes.join("; "), change);
    const text = JSON.stringify(stored.value);
    assert.ok(text.length < 262_144 && text.isWellFormed() && !text.includes("\\u0000"), text);
  });
}

Deno.test("a number that JavaScript cannot hold is kept as text, digit by digit", () => {
  const { value } = toStorable(parseExactly('{"a":[9007199254740993,1e400,1e-400],"b":0.5}'));
  assert.deepEqual(value, { a: ["9007199254740993", "1e400", "1e-400"], b: 0.5 });
});

Deno.test("a cost has at most 40 decimals, and what is no cost is left out", () => {
  assert.deepEqual([0, 0.1, 0.0045, 1e-40, 1e-41, 999_999_999.5].map(toStorableCost), [
    0,
    0.1,
    0.0045,
    1e-40,
    0,
    999_999_999.5,
  ]);
  const long = String(toStorableCost(1.2345678901234567e-30));
  assert.equal(long, "1.2345678901e-30");
  assert.deepEqual(
    [-1, NaN, Infinity, 1e9, "1", null].map(toStorableCost),
    Array(6).fill(undefined),
  );
});
