import { deepStrictEqual, ok } from "node:assert/strict";
import { Cron } from "croner";
import fc from "fast-check";
import { LISTS, SINGLE_TIMES } from "../../../scripts/bench/zones/cases.ts";
import {
  compareWithCroner,
  type Difference,
} from "../../../scripts/bench/zones/croner_comparison.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const WINDOW_DAYS = 40;
const LISTED_DAYS = 32;
const DAY_MS = 86_400_000;
const SAMPLE_ZONES = [
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
];

testOnPostgres(
  "slots agree with croner wherever both follow the same day rule",
  async ({ sql }) => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(expressions, starts, async (expression, start) => {
        fc.pre(hasCommonDayRule(expression));
        const end = new Date(start.getTime() + LISTED_DAYS * DAY_MS);
        const rows = await sql<{ at: Date }[]>`
        select slot as at from nightshift.cron_slots(${expression}, ${start}, ${end}) as slot limit 50`;
        deepStrictEqual(
          rows.map(({ at }) => at.toISOString()),
          listCronerSlots(expression, start, end).slice(0, 50),
        );
        compared += rows.length;
      }),
      { numRuns: 300 },
    );
    ok(compared > 1_000, "the expressions mean something");
  },
);

testOnPostgres(
  "a year of slots in four time zones differs from croner only where its rules do",
  async ({ sql }) => {
    const from = new Date("2018-01-01T00:00:00Z");
    const to = new Date("2018-12-31T23:59:00Z");
    const compare = async (expressions: readonly string[], end: Date) => {
      const differences: Difference[] = [];
      for (const zone of SAMPLE_ZONES) {
        for (const expression of expressions) {
          const comparison = await compareWithCroner(sql, { zone, expression, from, to: end });
          ok(comparison.agreed > 5, `"${expression}" in ${zone} means something`);
          differences.push(...comparison.differences);
        }
      }
      return differences;
    };

    deepStrictEqual(await compare(SINGLE_TIMES, to), [], "one time of day: no difference");
    // Until the end of March clocks go forward in Berlin, and back in São Paulo.
    deepStrictEqual(
      await compare(["30 * * * *"], new Date("2018-04-02T00:00:00Z")),
      [],
      "a star as hour: no difference",
    );
    const kinds = new Set((await compare(LISTS, to)).map(({ kind }) => kind));
    deepStrictEqual(
      kinds,
      new Set(["skipped_by_croner", "twice_in_croner"]),
      "lists: where clocks change, and nowhere else",
    );
  },
);

function listCronerSlots(expression: string, start: Date, end: Date): string[] {
  const cron = new Cron(expression, { timezone: "UTC", mode: "5-part" });
  // croner looks for runs after a time; the window includes its first minute.
  return cron.nextRuns(50, new Date(start.getTime() - 1_000))
    .filter((at) => at <= end)
    .map((at) => at.toISOString());
}

/**
 * With both day fields limited either may match, with one of them free both must. pg_cron takes
 * every field that begins with a star for free, croner only the bare star.
 */
function hasCommonDayRule(expression: string): boolean {
  const [, , day = "", , weekday = ""] = expression.split(" ");
  const isSteppedStar = (field: string) => field.startsWith("*") && field !== "*";
  return !(isSteppedStar(day) && weekday !== "*") && !(isSteppedStar(weekday) && day !== "*");
}

const starts = fc.integer({ min: 0, max: WINDOW_DAYS * 24 * 60 }).map((minute) =>
  new Date(Date.UTC(2027, 1, 1) + minute * 60_000)
);

const expressions = fc.tuple(
  field(0, 59, []),
  field(0, 23, []),
  field(1, 31, []),
  field(1, 12, [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
  ]),
  field(0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
).map((fields) => fields.join(" "));

function field(min: number, max: number, names: readonly string[]): fc.Arbitrary<string> {
  const value = fc.integer({ min, max });
  const named = names.length > 0 ? fc.constantFrom(...names) : value.map(String);
  const step = fc.integer({ min: 1, max: Math.min(max, 30) });
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const item = fc.oneof(
    value.map(String),
    named,
    range,
    fc.tuple(range, step).map(([between, by]) => `${between}/${by}`),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant("*") },
    { weight: 2, arbitrary: step.map((by) => `*/${by}`) },
    {
      weight: 4,
      arbitrary: fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(",")),
    },
  );
}
