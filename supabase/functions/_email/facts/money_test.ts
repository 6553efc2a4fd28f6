import assert from "node:assert/strict";
import fc from "fast-check";
import { splitSentences } from "../text/sentences.ts";
import { findMoney } from "./money.ts";

function read(text: string, language = "en"): string[] {
  return findMoney(splitSentences(text), language)
    .map(({ text: written, amount, currency }) => `${written} = ${amount} ${currency}`);
}

const CASES: readonly (readonly [language: string, text: string, ...sums: string[]])[] = [
  ["en", "for £4.5k plus VAT", "£4.5k = 4500 GBP"],
  ["en", "1,234.56 USD in total", "1,234.56 USD = 1234.56 USD"],
  ["en", "costs EUR 1.2 million", "EUR 1.2 million = 1200000 EUR"],
  ["en", "A$300 or US$ 20,000", "A$300 = 300 AUD", "US$ 20,000 = 20000 USD"],
  ["en", "between $10 and 15 million", "$10 = 10000000 USD", "15 million = 15000000 USD"],
  ["en", "$500-600 each", "$500 = 500 USD", "600 = 600 USD"],
  ["en", "half a million dollars", "half a million dollars = 500000 USD"],
  [
    "en",
    "seven dollars and thirty cents",
    "seven dollars and thirty cents = 7.3 USD",
  ],
  ["en", "only 50 cents", "50 cents = 0.5 null"],
  ["en", "20 million francs", "20 million francs = 20000000 null"],
  ["en", "CHF 1'200.50", "CHF 1'200.50 = 1200.5 CHF"],
  ["en", "We paid 12 USD million.", "12 USD million = 12000000 USD"],
  ["de", "1.234,56 € oder 1.500 EUR", "1.234,56 € = 1234.56 EUR", "1.500 EUR = 1500 EUR"],
  ["de", "zwischen 5.000 und 7.000 Euro", "5.000 = 5000 EUR", "7.000 Euro = 7000 EUR"],
  ["de", "25.000,- Euro", "25.000,- Euro = 25000 EUR"],
  ["es", "unos 3.000 euros o 15 mil euros", "3.000 euros = 3000 EUR", "15 mil euros = 15000 EUR"],
  ["es", "2 millones de dólares", "2 millones de dólares = 2000000 USD"],
];
for (const [language, text, ...sums] of CASES) {
  Deno.test(`"${text}" (${language}) is read`, () => assert.deepEqual(read(text, language), sums));
}

const NO_SUMS = [
  "ALL 5 options, try 3 times",
  "5 pounds of flour for 100 people",
  "call +1 555 123 4567",
  "50% of the top 10",
  "The dollar fell.",
];
for (const text of NO_SUMS) {
  Deno.test(`"${text}" names no sum`, () => assert.deepEqual(read(text), []));
}

Deno.test("whatever the signs, sums stand where they say and amounts are finite", () => {
  const piece = fc.constantFrom(
    ..."$|€|US|USD|1|200|,|.|'| |k|m|million|to|-|and|between|cents|dollars|two|half|hundred|0|99"
      .split("|"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const text = pieces.join("");
      for (const { text: written, start, end, amount } of findMoney(splitSentences(text), "en")) {
        assert.equal(text.slice(start, end), written);
        assert.ok(Number.isFinite(amount));
      }
    }),
    { numRuns: 500 },
  );
});
