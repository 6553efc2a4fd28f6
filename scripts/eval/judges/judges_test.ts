import assert from "node:assert/strict";
import { isSameWhen, judgeDates, shareOfRightValues } from "./judge_dates.ts";
import { judgeMoney } from "./judge_money.ts";
import type { Expression } from "../corpora/recognizers.ts";
import { isHeldOut } from "../corpora/recognizers.ts";
import { pairByOverlap } from "./spans.ts";

function expression(
  start: number,
  end: number,
  type: string,
  reading: Record<string, unknown> = {},
): Expression {
  return { text: "", start, end, type, readings: [reading] };
}

Deno.test("finds and labels are paired once where they share a character", () => {
  const { counts } = pairByOverlap(
    [{ start: 0, end: 5 }, { start: 2, end: 6 }, { start: 9, end: 10 }],
    [{ start: 4, end: 8 }, { start: 10, end: 12 }],
  );
  assert.deepEqual(counts, { truePositives: 1, falsePositives: 2, falseNegatives: 1 });
});

Deno.test("lengths and recurrences are no dates, and finding them is wrong", () => {
  const { counts, everything } = judgeDates(
    [{ start: 0, end: 4, value: null }],
    [expression(0, 4, "datetimeV2.duration"), expression(8, 9, "datetimeV2.set")],
  );
  assert.deepEqual(counts, { truePositives: 0, falsePositives: 1, falseNegatives: 0 });
  assert.deepEqual(everything, { truePositives: 1, falsePositives: 0, falseNegatives: 1 });
});

Deno.test("values are shared out over found days, not over times without a day", () => {
  const judgement = judgeDates(
    [{ start: 0, end: 1, value: "2026-11-27" }, { start: 2, end: 3, value: null }],
    [
      expression(0, 1, "datetimeV2.date", { value: "2026-11-27" }),
      expression(2, 3, "datetimeV2.time", { value: "15:00:00" }),
    ],
  );
  assert.deepEqual(judgement.values, [true]);
  assert.equal(shareOfRightValues([judgement, { ...judgement, values: [false] }]), 0.5);
});

const SAME: readonly (readonly [string | null, Record<string, unknown>, boolean])[] = [
  ["2026-11-27", { value: "2026-11-27" }, true],
  ["2026-11-28", { value: "2026-11-27" }, false],
  ["2026-11-27T15:00", { value: "2026-11-27 15:00:00" }, true],
  ["2026-11-27T15:00:30", { value: "2026-11-27 15:00:30" }, true],
  ["2026-11-27", { value: "2026-11-27 15:00:00" }, false],
  ["2026-11-27", { value: "2026-11-27 23:59:59" }, true],
  ["2026-11-01/2026-11-30", { start: "2026-11-01", end: "2026-12-01" }, true],
  ["2026-11-01/2026-11-29", { start: "2026-11-01", end: "2026-12-01" }, false],
  ["2026-12-01/2026-12-04", { start: "2026-12-01", end: "2026-12-04" }, true],
  ["2026-05-01/2026-07-31", { start: "2026-05-01", end: "2026-07-01" }, true],
  ["2014-01-01/2018-12-31", { start: "2014-01-01", end: "2018-01-01" }, true],
  ["2014-01-01/2017-12-30", { start: "2014-01-01", end: "2018-01-01" }, false],
  ["2026-11-20", { end: "2026-11-20", Mod: "before" }, true],
  ["2026-11-21", { end: "2026-11-20", Mod: "before" }, false],
  ["2026-11-19", {
    start: "2026-11-19 08:00:00",
    end: "2026-11-19 12:00:00",
    timex: "2026-11-19TMO",
  }, true],
  [
    "2026-11-19",
    { start: "2026-11-19 08:00:00", end: "2026-11-19 12:00:00", timex: "(a,b,PT4H)" },
    false,
  ],
  ["2026-11-30", { start: "2026-11-16", end: "2026-12-01", Mod: "end" }, true],
  ["2026-11-16", { start: "2026-11-16", end: "2026-12-01", Mod: "end" }, false],
  [null, { value: "not resolved" }, true],
  [null, { value: "2026-11-27" }, false],
];
for (const [value, reading, expected] of SAME) {
  Deno.test(`${value} is ${expected ? "" : "not "}${JSON.stringify(reading)}`, () => {
    assert.equal(isSameWhen(value, reading), expected);
  });
}

Deno.test("amounts are compared in whole units, labels without one not at all", () => {
  const { amounts, counts } = judgeMoney(
    [{ start: 0, end: 1, amount: 0.5 }, { start: 2, end: 3, amount: 7 }, {
      start: 4,
      end: 5,
      amount: 1,
    }],
    [
      expression(0, 1, "currency", { value: "50", unit: "Cent" }),
      expression(2, 3, "currency", { value: "8", unit: "Euro" }),
      expression(4, 5, "currency", { value: null, unit: "Dollar" }),
    ],
  );
  assert.deepEqual(amounts, [true, false]);
  assert.equal(counts.truePositives, 3);
});

Deno.test("about half of all texts are held out, always the same ones", () => {
  const texts = Array.from({ length: 1_000 }, (_, at) => `text ${at}`);
  const held = texts.filter(isHeldOut);
  assert.ok(held.length > 450 && held.length < 550);
  assert.deepEqual(texts.filter(isHeldOut), held);
});
