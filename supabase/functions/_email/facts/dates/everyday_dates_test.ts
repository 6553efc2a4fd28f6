import assert from "node:assert/strict";
import { type DateCase, readDates } from "../testing/read_dates.ts";

/** What people write in emails, received on Wednesday, 18 November 2026. */
const CASES: readonly DateCase[] = [
  ["en", "Tuesday week at 10", "Tuesday week at 10 = 2026-12-01T10:00"],
  ["en", "a week on Friday", "a week on Friday = 2026-11-27"],
  ["de", "Freitag in zwei Wochen", "Freitag in zwei Wochen = 2026-12-04"],
  ["nl", "vrijdag over een week", "vrijdag over een week = 2026-11-27"],
  ["nl", "Past dinsdag?", "dinsdag = 2026-11-24"],
  ["en", "It moved from Thursday to Friday.", "Thursday = 2026-11-19", "Friday = 2026-11-20"],
  ["fr", "reporté du jeudi au vendredi", "jeudi = 2026-11-19", "vendredi = 2026-11-20"],
  ["it", "spostato da giovedì a venerdì", "giovedì = 2026-11-19", "venerdì = 2026-11-20"],
  ["en", "by midnight on Friday", "midnight on Friday = 2026-11-21T00:00"],
  ["en", "midnight tonight", "midnight tonight = 2026-11-19T00:00"],
  ["en", "on 20.11. at 10:00", "20.11. at 10:00 = 2026-11-20T10:00"],
  ["en", "It fits 20.11. well."],
  ["de", "am 27. 11. um 10 Uhr", "27. 11. um 10 Uhr = 2026-11-27T10:00"],
  ["de", "am 27. 11. 2026", "27. 11. 2026 = 2026-11-27"],
  ["en", "a table for six on Saturday", "Saturday = 2026-11-21"],
  ["de", "ein Tisch für vier am Freitag", "Freitag = 2026-11-20"],
  ["es", "una mesa para seis el sábado a las 21:30", "sábado a las 21:30 = 2026-11-21T21:30"],
  ["de", "um vier am Freitag", "vier am Freitag = 2026-11-20T16:00"],
  ["en", "on the first of next month", "first of next month = 2026-12-01"],
  ["en", "Friday is the last day.", "Friday = 2026-11-20"],
  ["de", "Herr Freitag und Frau März kommen."],
  ["en", "Mr. May called."],
  ["en", "order 12-11-2026-004"],
  ["de", "Rechnung 2026-11-0815"],
  [
    "es",
    "la noche del 8 al 9 de noviembre",
    "8 al 9 de noviembre = 2026-11-08/2026-11-09",
  ],
  ["es", "en un plazo de 10 días", "en un plazo de 10 días = 2026-11-28"],
  ["fr", "dans un délai de 10 jours", "dans un délai de 10 jours = 2026-11-28"],
];
for (const [language, text, ...dates] of CASES) {
  Deno.test(`"${text}" (${language}) is read as people mean it`, () => {
    assert.deepEqual(readDates(text, language), dates);
  });
}
