import assert from "node:assert/strict";
import { readDates } from "../../testing/read_dates.ts";

/** No date: fractions, sections, pages, versions, scores, and numbers of things. */
const NONE: Readonly<Record<string, readonly string[]>> = {
  en: [
    "We used 3/4 of the flour.",
    "Only 1/2 of the staff came.",
    "Mix it with 2/3 water.",
    "A 3/4 inch pipe, reduced by 1/3.",
    "I give it 9/10, open 24/7.",
    "See section 1a and section 4.30.",
    "Room 4a, pages 3-4, chapter 12:30.",
    "Scale 1:50, ratio 16:10, version 2.10.",
    "One may ask why.",
    "Question 1 may be skipped, and the first may be late.",
    "It takes 2-3 hours, or 3-5 days.",
  ],
  de: ["3/4 der Mitarbeiter", "Abschnitt 1a, § 5 Abs. 2, Seite 3-4", "Maßstab 1:50"],
  es: ["3/4 de la harina", "artículo 1a, página 3-4", "escala 1:50"],
  fr: ["3/4 de la farine", "article 1a, page 3-4", "échelle 1:50"],
  it: ["3/4 della farina", "articolo 1a, pagina 3-4", "alle 15 persone"],
  nl: ["3/4 van het meel", "artikel 1a, pagina's 3-4", "schaal 1:50"],
  pt: ["3/4 da farinha", "artigo 1a, página 3-4", "a segunda fase do projeto"],
};
for (const [language, texts] of Object.entries(NONE)) {
  for (const text of texts) {
    Deno.test(`"${text}" (${language}) names no date`, () => {
      assert.deepEqual(readDates(text, language), []);
    });
  }
}

Deno.test("the same figures are dates behind a word that dates have", () => {
  const signals = { fromEmail: "ann@shop.co.uk" };
  const read = (text: string) => readDates(text, "en", signals);
  assert.deepEqual(read("Please reply by 3/4."), ["3/4 = 2027-04-03"]);
  assert.deepEqual(read("on 3/4 or 5/4"), ["3/4 = 2027-04-03", "5/4 = 2027-04-05"]);
  assert.deepEqual(read("Friday 5/3"), ["Friday 5/3 = 2027-03-05"]);
  assert.deepEqual(read("3/4 at 10:30"), ["3/4 at 10:30 = 2027-04-03T10:30"]);
  assert.deepEqual(read("We are away 3/4 - 5/4."), ["3/4 - 5/4 = 2027-04-03/2027-04-05"]);
  assert.deepEqual(readDates("le 3/4 à 10h", "fr"), ["3/4 à 10h = 2027-04-03T10:00"]);
  assert.deepEqual(readDates("no dia 3/4", "pt"), ["3/4 = 2027-04-03"]);
});
