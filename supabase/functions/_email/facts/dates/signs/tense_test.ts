import assert from "node:assert/strict";
import { type DateCase, readDates } from "../../testing/read_dates.ts";

/** The Thursday to come, or the one before; the email came on a Wednesday. */
const [NEXT, LAST] = ["2026-11-19", "2026-11-12"];

const CASES: readonly DateCase[] = [
  ["en", "I told him that you would call him on Thursday morning.", `Thursday morning = ${NEXT}`],
  ["en", "I told him that he called you on Thursday.", `Thursday = ${LAST}`],
  ["en", "She said she'd be there on Thursday.", `Thursday = ${NEXT}`],
  ["en", "He told me that the plumber comes on Thursday.", `Thursday = ${NEXT}`],
  ["en", "He asked me to send it by Thursday.", `Thursday = ${NEXT}`],
  ["en", "The meeting was moved to Thursday.", `Thursday = ${NEXT}`],
  ["en", "I had to leave on Thursday.", `Thursday = ${LAST}`],
  ["en", "It should have been done on Thursday.", `Thursday = ${LAST}`],
  ["en", "The plumber was going to come on Thursday.", `Thursday = ${NEXT}`],
  [
    "en",
    "We met on Thursday and will meet on Thursday.",
    `Thursday = ${LAST}`,
    `Thursday = ${NEXT}`,
  ],
  [
    "en",
    "The order we placed on Thursday must be here by Friday.",
    `Thursday = ${LAST}`,
    "Friday = 2026-11-20",
  ],
  [
    "en",
    "Last Thursday, this Thursday, next Thursday.",
    `Last Thursday = ${LAST}`,
    `this Thursday = ${NEXT}`,
    "next Thursday = 2026-11-26",
  ],
  ["en", "this coming Thursday", `coming Thursday = ${NEXT}`],
  [
    "de",
    "Ich habe ihm gesagt, dass Sie ihn am Donnerstag anrufen würden.",
    `Donnerstag = ${NEXT}`,
  ],
  ["de", "Wir haben am Donnerstag telefoniert.", `Donnerstag = ${LAST}`],
  ["de", "Haben Sie am Donnerstag Zeit?", `Donnerstag = ${NEXT}`],
  ["de", "Ich habe am Donnerstag einen Termin.", `Donnerstag = ${NEXT}`],
  [
    "de",
    "letzten Donnerstag, diesen Donnerstag, nächsten Donnerstag",
    `letzten Donnerstag = ${LAST}`,
    `diesen Donnerstag = ${NEXT}`,
    `nächsten Donnerstag = ${NEXT}`,
  ],
  ["es", "Le dije que usted le llamaría el jueves.", `jueves = ${NEXT}`],
  ["es", "Te llamé el jueves.", `jueves = ${LAST}`],
  [
    "es",
    "el jueves pasado, este jueves, el próximo jueves",
    `jueves pasado = ${LAST}`,
    `este jueves = ${NEXT}`,
    `próximo jueves = ${NEXT}`,
  ],
  ["fr", "Je lui ai dit que vous l'appelleriez jeudi.", `jeudi = ${NEXT}`],
  ["fr", "Je vous ai appelé jeudi.", `jeudi = ${LAST}`],
  ["fr", "Vous avez un rendez-vous jeudi.", `jeudi = ${NEXT}`],
  [
    "fr",
    "jeudi dernier, ce jeudi, jeudi prochain",
    `jeudi dernier = ${LAST}`,
    `ce jeudi = ${NEXT}`,
    `jeudi prochain = ${NEXT}`,
  ],
  ["it", "Gli ho detto che lo avrebbe chiamato giovedì.", `giovedì = ${NEXT}`],
  ["it", "Ti ho chiamato giovedì.", `giovedì = ${LAST}`],
  ["it", "Ho un appuntamento giovedì.", `giovedì = ${NEXT}`],
  [
    "it",
    "giovedì scorso, questo giovedì, giovedì prossimo",
    `giovedì scorso = ${LAST}`,
    `questo giovedì = ${NEXT}`,
    `giovedì prossimo = ${NEXT}`,
  ],
  ["nl", "Ik zei hem dat u hem donderdag zou bellen.", `donderdag = ${NEXT}`],
  ["nl", "Ik heb je donderdag gebeld.", `donderdag = ${LAST}`],
  ["nl", "Heb je donderdag tijd?", `donderdag = ${NEXT}`],
  [
    "nl",
    "afgelopen donderdag, deze donderdag, komende donderdag",
    `afgelopen donderdag = ${LAST}`,
    `deze donderdag = ${NEXT}`,
    `komende donderdag = ${NEXT}`,
  ],
  ["pt", "Eu disse que você ligaria para ele na quinta-feira.", `quinta-feira = ${NEXT}`],
  ["pt", "Liguei para você na quinta.", `quinta = ${LAST}`],
  [
    "pt",
    "quinta-feira passada, esta quinta, próxima quinta-feira",
    `quinta-feira passada = ${LAST}`,
    `esta quinta = ${NEXT}`,
    `próxima quinta-feira = ${NEXT}`,
  ],
];
for (const [language, text, ...dates] of CASES) {
  Deno.test(`"${text}" (${language}) names the right weekday`, () => {
    assert.deepEqual(readDates(text, language), dates);
  });
}
