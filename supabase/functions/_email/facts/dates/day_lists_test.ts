import assert from "node:assert/strict";
import { type DateCase, readDates } from "../testing/read_dates.ts";

const CASES: readonly DateCase[] = [
  [
    "en",
    "We can offer 2, 3 or 4 December.",
    "2 = 2026-12-02",
    "3 = 2026-12-03",
    "4 December = 2026-12-04",
  ],
  ["en", "December 5 and 6 are free.", "December 5 = 2026-12-05", "6 = 2026-12-06"],
  ["en", "On the 24th or 25th we could come.", "24th = 2026-11-24", "25th = 2026-11-25"],
  [
    "en",
    "Monday 7 and Tuesday 8 December",
    "Monday 7 = 2026-12-07",
    "Tuesday 8 December = 2026-12-08",
  ],
  ["de", "Passt der 24. oder 25. November?", "24. = 2026-11-24", "25. November = 2026-11-25"],
  ["de", "am 24. und 25.11.", "24. = 2026-11-24", "25.11. = 2026-11-25"],
  [
    "fr",
    "le 2, le 3 ou le 4 décembre",
    "2 = 2026-12-02",
    "3 = 2026-12-03",
    "4 décembre = 2026-12-04",
  ],
  ["it", "il 3 o il 5 febbraio", "3 = 2027-02-03", "5 febbraio = 2027-02-05"],
  ["es", "el 2 o el 4 de diciembre", "2 = 2026-12-02", "4 de diciembre = 2026-12-04"],
  ["nl", "op 2 of 4 december", "2 = 2026-12-02", "4 december = 2026-12-04"],
];
for (const [language, text, ...dates] of CASES) {
  Deno.test(`the days of "${text}" (${language}) have one month`, () => {
    assert.deepEqual(readDates(text, language), dates);
  });
}

Deno.test("what is counted is no day of a list", () => {
  assert.deepEqual(readDates("December 2, 3 people"), ["December 2 = 2026-12-02"]);
  assert.deepEqual(readDates("Come at 3, 4 December is too late."), [
    "3, 4 December = 2026-12-04T15:00",
  ]);
});

Deno.test("a day alone needs a word in front, in German a full stop too", () => {
  assert.deepEqual(readDates("Ich komme am 23.", "de"), ["23. = 2026-11-23"]);
  assert.deepEqual(readDates("Am 30. war niemand da.", "de"), ["30. = 2026-10-30"]);
  assert.deepEqual(readDates("am 2. und 3. Tag, ab 8 offen", "de"), []);
  assert.deepEqual(readDates("payé le 30, rien reçu", "fr"), ["30 = 2026-10-30"]);
});

Deno.test("a day may come behind its weekday and a comma", () => {
  assert.deepEqual(readDates("na sexta, dia 20, das 10h às 12h", "pt"), [
    "sexta, dia 20, das 10h às 12h = 2026-11-20T10:00/2026-11-20T12:00",
  ]);
  assert.deepEqual(readDates("el viernes, día 20, a las 10", "es"), [
    "viernes, día 20, a las 10 = 2026-11-20T10:00",
  ]);
});
