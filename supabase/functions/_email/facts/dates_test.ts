import assert from "node:assert/strict";
import fc from "fast-check";
import { splitSentences } from "../text/sentences.ts";
import { findDates } from "./dates.ts";

/** A Wednesday. */
const RECEIVED_AT = "2026-11-18T09:30:00Z";

function read(text: string, language = "en"): string[] {
  return findDates(splitSentences(text), language, RECEIVED_AT)
    .map(({ text: written, value }) => `${written} = ${value}`);
}

const CASES: readonly (readonly [language: string, text: string, ...dates: string[]])[] = [
  ["en", "by Friday 27 November at 10:00", "Friday 27 November at 10:00 = 2026-11-27T10:00"],
  ["en", "Nov. 27th, 2026 works", "Nov. 27th, 2026 = 2026-11-27"],
  ["en", "on 11/27/2026 or 2026-11-28", "11/27/2026 = 2026-11-27", "2026-11-28 = 2026-11-28"],
  ["en", "on 27/11/26", "27/11/26 = 2026-11-27"],
  ["en", "27-Nov-2026 14:30", "27-Nov-2026 14:30 = 2026-11-27T14:30"],
  ["en", "I will call tomorrow at 9am", "tomorrow at 9am = 2026-11-19T09:00"],
  ["en", "tomorrow morning", "tomorrow morning = 2026-11-19"],
  ["en", "Friday at 3", "Friday at 3 = 2026-11-20T15:00"],
  ["en", "We met on Friday", "Friday = 2026-11-13"],
  ["en", "next Friday", "next Friday = 2026-11-27"],
  ["en", "within nine days", "within nine days = 2026-11-27"],
  ["en", "3 weeks ago", "3 weeks ago = 2026-10-28"],
  ["en", "two days after Christmas", "two days after Christmas = 2026-12-27"],
  ["en", "in 2 business days", "in 2 business days = 2026-11-20"],
  ["en", "next week", "next week = 2026-11-23/2026-11-29"],
  ["en", "in December", "December = 2026-12-01/2026-12-31"],
  ["en", "the first quarter of 2027", "first quarter of 2027 = 2027-01-01/2027-03-31"],
  ["en", "by the end of the month", "end of the month = 2026-11-30"],
  ["en", "by the end of the week", "end of the week = 2026-11-20"],
  ["en", "by EOD Friday", "EOD Friday = 2026-11-20"],
  ["en", "1 to 4 December", "1 to 4 December = 2026-12-01/2026-12-04"],
  [
    "en",
    "from 9am on Monday to 5pm on Wednesday",
    "9am on Monday to 5pm on Wednesday = 2026-11-23T09:00/2026-11-25T17:00",
  ],
  [
    "en",
    "Tuesday between 9 and 11",
    "Tuesday between 9 and 11 = 2026-11-24T09:00/2026-11-24T11:00",
  ],
  ["en", "the last Friday of the month", "last Friday of the month = 2026-11-27"],
  ["en", "the day after tomorrow", "day after tomorrow = 2026-11-20"],
  ["en", "Easter 2027", "Easter 2027 = 2027-03-28"],
  ["en", "on 29 February", "29 February = 2028-02-29"],
  [
    "de",
    "bis Freitag, den 27.11.2026, 15:30 Uhr",
    "Freitag, den 27.11.2026, 15:30 Uhr = 2026-11-27T15:30",
  ],
  ["de", "vom 3. bis 5. Mai 2027", "3. bis 5. Mai 2027 = 2027-05-03/2027-05-05"],
  [
    "de",
    "übermorgen oder in zwei Wochen",
    "übermorgen = 2026-11-20",
    "in zwei Wochen = 2026-12-02",
  ],
  ["de", "in KW 48", "KW 48 = 2026-11-23/2026-11-29"],
  ["de", "am 3.12. ab 9 Uhr", "3.12. ab 9 Uhr = 2026-12-03T09:00"],
  [
    "es",
    "el 27 de noviembre de 2026 a las 15:00",
    "27 de noviembre de 2026 a las 15:00 = 2026-11-27T15:00",
  ],
  ["es", "la semana que viene", "semana que viene = 2026-11-23/2026-11-29"],
  ["es", "hace tres días", "hace tres días = 2026-11-15"],
  ["es", "pasado mañana", "pasado mañana = 2026-11-20"],
];
for (const [language, text, ...dates] of CASES) {
  Deno.test(`"${text}" (${language}) is read`, () => assert.deepEqual(read(text, language), dates));
}

Deno.test("a day of next month is no day of a year ago, whatever tells of the past", () => {
  assert.deepEqual(read("Vom 1. bis 4. Dezember ist geschlossen.", "de"), [
    "1. bis 4. Dezember = 2026-12-01/2026-12-04",
  ]);
  assert.deepEqual(read("Réponds par écrit avant le 5 mars.", "fr"), ["5 mars = 2027-03-05"]);
  assert.deepEqual(read("Réponds par écrit avant le 5 août.", "fr"), ["5 août = 2027-08-05"]);
  assert.deepEqual(read("Le han escrito el 5 de marzo.", "es"), ["5 de marzo = 2026-03-05"]);
  assert.deepEqual(read("We met on 5 March."), ["5 March = 2026-03-05"]);
});

const NO_DATES = [
  "The ratio is 4:30, and model A-10/11 is sold out.",
  "It may help, and we march on.",
  "Every Monday and every month.",
  "Version 1.2.3 on 192.168.1.1, open 24/7",
  "Call 555-1234 about order 20190199",
  "It takes 3 hours, or two weeks.",
  "The sun sat down in the mon.",
  "We are up-to-date; may I ask?",
];
for (const text of NO_DATES) {
  Deno.test(`"${text}" names no date`, () => assert.deepEqual(read(text), []));
}

Deno.test("a time apart from its day takes the day named before it", () => {
  assert.deepEqual(read("Shall we meet on Friday? I am free at 3pm."), [
    "Friday = 2026-11-20",
    "3pm = 2026-11-20T15:00",
  ]);
});

Deno.test("a time without any day is of the email's own", () => {
  assert.deepEqual(read("Call me at 3pm."), ["3pm = 2026-11-18T15:00"]);
});

Deno.test("a date that does not exist has no value", () => {
  assert.deepEqual(read("due 2/29/2027"), ["2/29/2027 = null"]);
});

Deno.test("an email full of dates reports twenty", () => {
  assert.equal(read("2026-11-27. ".repeat(60)).length, 20);
});

Deno.test("whatever the words, dates stand where they say and values are ISO 8601", () => {
  const word = fc.constantFrom(
    ..."the,of,next,last,this,week,month,Monday,Mon,May,march,12,3rd,2026,9:30,am,-,/,.,to,from,between,and"
      .split(","),
    ..."in,ago,after,before,end,early,Q3,31,first,twenty,tomorrow,night,at,noon,Easter,every,0,99,two"
      .split(","),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), fc.boolean(), (words, isTight) => {
      const text = words.join(isTight ? "" : " ");
      for (
        const { text: written, start, end, value } of findDates(
          splitSentences(text),
          "en",
          RECEIVED_AT,
        )
      ) {
        assert.equal(text.slice(start, end), written);
        if (value === null) continue;
        for (const side of value.split("/")) {
          assert.match(
            side,
            /^[+-]?\d{4,6}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/,
            `${text}: ${value}`,
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});
