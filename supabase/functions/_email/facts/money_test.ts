import assert from "node:assert/strict";
import fc from "fast-check";
import { splitSentences } from "../text/sentences.ts";
import { findMoney } from "./money.ts";

function read(text: string, language: string | null = "en"): string[] {
  return findMoney(splitSentences(text), language)
    .map(({ text: written, amount, currency }) => `${written} = ${amount} ${currency}`);
}

const CASES: readonly (readonly [language: string, text: string, ...sums: string[]])[] = [
  ["en", "for £4.5k plus VAT", "£4.5k = 4500 GBP"],
  ["en", "$1,200 CAD or US$ 900", "$1,200 CAD = 1200 CAD", "US$ 900 = 900 USD"],
  ["es", "son $ 12.500 MXN", "$ 12.500 MXN = 12500 MXN"],
  ["fr", "deux cents euros"],
  ["de", "rund 250 TEUR und 1,5 Mio. EUR", "250 TEUR = 250000 EUR", "1,5 Mio. EUR = 1500000 EUR"],
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
  ["es", "75 USD millones", "75 USD millones = 75000000 USD"],
  ["es", "cinco mil euros o $1,500", "cinco mil euros = 5000 EUR", "$1,500 = 1500 USD"],
  ["de", "3,5 Mio. € oder 20 Tsd. Euro", "3,5 Mio. € = 3500000 EUR", "20 Tsd. Euro = 20000 EUR"],
  ["de", "zwei Milliarden Euro", "zwei Milliarden Euro = 2000000000 EUR"],
  ["de", "eine Million Euro", "eine Million Euro = 1000000 EUR"],
  ["de", "CHF 1'200.– oder SFr. 25.-", "CHF 1'200.– = 1200 CHF", "SFr. 25.- = 25 CHF"],
  ["it", "€ 1.234,50 oppure 1.500 euro", "€ 1.234,50 = 1234.5 EUR", "1.500 euro = 1500 EUR"],
  ["fr", "1 234,50 € ou 25 k€", "1 234,50 € = 1234.5 EUR", "25 k€ = 25000 EUR"],
  ["fr", "de 5 à 7 millions d'euros", "5 = 5000000 EUR", "7 millions d'euros = 7000000 EUR"],
  ["nl", "tussen 5 en 7 miljoen euro", "5 = 5000000 EUR", "7 miljoen euro = 7000000 EUR"],
  ["nl", "€ 2,20 of € 1.500,-", "€ 2,20 = 2.2 EUR", "€ 1.500,- = 1500 EUR"],
  ["pt", "R$ 1.234,56 ou R$ 5 mi", "R$ 1.234,56 = 1234.56 BRL", "R$ 5 mi = 5000000 BRL"],
  ["pt", "entre 5 e 7 mil euros", "5 = 5000 EUR", "7 mil euros = 7000 EUR"],
  [
    "en",
    "₹ 1,50,000 or Rs. 12,34,567.50",
    "₹ 1,50,000 = 150000 INR",
    "Rs. 12,34,567.50 = 1234567.5 INR",
  ],
  ["en", "₹ 3.5 crore, INR 5 lakh", "₹ 3.5 crore = 35000000 INR", "INR 5 lakh = 500000 INR"],
  ["en", "€ 1.500 or € 1,500", "€ 1.500 = 1500 EUR", "€ 1,500 = 1500 EUR"],
  ["en", "$1.234 million", "$1.234 million = 1234000 USD"],
  ["pl", "1 500,50 zł, 20 EUR", "1 500,50 zł = 1500.5 PLN", "20 EUR = 20 EUR"],
  ["sv", "1.500 EUR", "1.500 EUR = 1500 EUR"],
  ["sv", "1 250 kr eller kr 300", "1 250 kr = 1250 null", "kr 300 = 300 null"],
  ["cs", "1 250 Kč", "1 250 Kč = 1250 CZK"],
  ["hu", "125 000 Ft vagy 200 forint", "125 000 Ft = 125000 HUF", "200 forint = 200 HUF"],
  ["tr", "1.250,00 TL", "1.250,00 TL = 1250 TRY"],
  ["ru", "12 500 руб. или 20 рублей", "12 500 руб = 12500 RUB", "20 рублей = 20 RUB"],
  ["ja", "価格は12,500円です", "12,500円 = 12500 JPY"],
  ["es", "3 millones de pesos mexicanos", "3 millones de pesos mexicanos = 3000000 MXN"],
  ["en", "40-60 EUR per head", "40 = 40 EUR", "60 EUR = 60 EUR"],
  ["en", "Twelve grand is too much.", "Twelve grand = 12000 null"],
];
for (const [language, text, ...sums] of CASES) {
  Deno.test(`"${text}" (${language}) is read`, () => assert.deepEqual(read(text, language), sums));
}

/** `$ 75` and its millions, whatever the language of the email around it. */
const MILLIONS = ["million", "Millionen", "Mio.", "millones", "millions", "milioni", "mln"];
for (const word of [...MILLIONS, "miljoen", "milhões", "milhoes"]) {
  Deno.test(`"$ 75 ${word}" is 75 million in every language`, () => {
    for (const language of [null, "en", "de", "es", "fr", "it", "nl", "pt", "pl"]) {
      assert.deepEqual(read(`$ 75 ${word}`, language), [`$ 75 ${word} = 75000000 USD`]);
    }
  });
}

/** Two thousand million, by the words of each language. */
const MILLIARDS: readonly (readonly [language: string, text: string])[] = [
  ["en", "2 billion euros"],
  ["de", "2 Milliarden Euro"],
  ["de", "2 Mrd. Euro"],
  ["es", "2 mil millones de euros"],
  ["fr", "2 milliards d'euros"],
  ["fr", "2 Md€"],
  ["it", "2 miliardi di euro"],
  ["it", "2 mld di euro"],
  ["nl", "2 miljard euro"],
  ["pt", "2 bilhões de euros"],
  ["pt", "2 mil milhões de euros"],
];
for (const [language, text] of MILLIARDS) {
  Deno.test(`"${text}" (${language}) is two thousand million`, () => {
    assert.deepEqual(read(text, language), [`${text} = 2000000000 EUR`]);
  });
}

Deno.test("a billion has twelve zeros where its language has milliards", () => {
  assert.deepEqual(read("2 Billionen Euro", "de"), ["2 Billionen Euro = 2000000000000 EUR"]);
  assert.deepEqual(read("2 billones de euros", "es"), [
    "2 billones de euros = 2000000000000 EUR",
  ]);
  assert.deepEqual(read("2 billions d'euros", "fr"), ["2 billions d'euros = 2000000000000 EUR"]);
  assert.deepEqual(read("2 biljoen euro", "nl"), ["2 biljoen euro = 2000000000000 EUR"]);
});

/** 1,234.50 in the ways of writing figures. */
const FIGURES = ["1,234.50", "1.234,50", "1 234,50", "1'234.50", "1’234,50", "1234.50", "1234,50"];
for (const figures of FIGURES) {
  Deno.test(`EUR ${figures} is the same in every language`, () => {
    for (const language of ["en", "de", "es", "fr", "it", "nl", "pt", "pl", "ja"]) {
      assert.deepEqual(read(`EUR ${figures}`, language), [`EUR ${figures} = 1234.5 EUR`]);
      assert.deepEqual(read(`${figures} €`, language), [`${figures} € = 1234.5 EUR`]);
    }
  });
}

Deno.test("lei are money in Romanian, and nobody and no law elsewhere", () => {
  assert.deepEqual(read("Prețul este de 500 lei.", "ro"), ["500 lei = 500 RON"]);
  assert.deepEqual(read("Entro il 15 lei deve inviare il modulo.", "it"), []);
  assert.deepEqual(read("segundo o artigo 5 lei 8.078", "pt"), []);
});

Deno.test("fifteen mil is fifteen thousand where the language cannot be told", () => {
  assert.deepEqual(read("15 mil euros", null), ["15 mil euros = 15000 EUR"]);
  assert.deepEqual(read("3 mil reais", null), ["3 mil reais = 3000 BRL"]);
});

Deno.test("the ends of a range may have articles, and other links", () => {
  const ends = ["300 = 300 EUR", "400 euro = 400 EUR"];
  assert.deepEqual(read("dai 300 ai 400 euro", "it"), ends);
  assert.deepEqual(read("tra i 300 e i 400 euro", "it"), ends);
  assert.deepEqual(read("de 300 até 400 euros", "pt"), ["300 = 300 EUR", "400 euros = 400 EUR"]);
  assert.deepEqual(read("entre los 300 y los 400 euros", "es"), [
    "300 = 300 EUR",
    "400 euros = 400 EUR",
  ]);
});

Deno.test("currencies of more countries have their names and codes", () => {
  assert.deepEqual(read("COP 1.200.000, $ 15.000 pesos", "es"), [
    "COP 1.200.000 = 1200000 COP",
    "$ 15.000 pesos = 15000 null",
  ]);
  assert.deepEqual(read("Prisen er kr. 1.250,00 inkl. moms.", "da"), ["kr. 1.250,00 = 1250 null"]);
  assert.deepEqual(read("500 kr. Call me.", "en"), ["500 kr = 500 null"]);
});

Deno.test("francs may be Fr., which is Friday before a date", () => {
  assert.deepEqual(read("Fr. 12'500.– und Fr. 75.50", "de"), [
    "Fr. 12'500.– = 12500 CHF",
    "Fr. 75.50 = 75.5 CHF",
  ]);
  assert.deepEqual(read("Fr. 20.– pro Tag", "de"), ["Fr. 20.– = 20 CHF"]);
  assert.deepEqual(read("Fr. 20.11., Fr. 10.30 Uhr, Fr. 12", "de"), []);
});

const NO_SUMS = [
  "a shelf of 6 Ft with 5 grand pianos",
  "It weighs 2.5 pounds.",
  "part A-40 EUR",
  "The amount due EUR",
  "Frank met 3 real problems",

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
