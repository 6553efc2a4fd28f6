import assert from "node:assert/strict";
import { findEntities } from "../entities.ts";
import { splitSentences } from "../../text/sentences.ts";

/** Each text, and whom and what it names. */
const CASES: readonly (readonly [language: string, text: string, ...names: string[]])[] = [
  ["de", "Mein Mann Uwe und meine Tochter Lena kommen mit.", "Uwe", "Lena"],
  ["de", "Die Zahnärztin Petra Vogel hat abgesagt.", "Petra Vogel"],
  ["de", "Das Kleid Sophie passt nicht."],
  ["de", "Bitte geben Sie Frau von der Heide Bescheid.", "von der Heide"],
  ["de", "Die Eheleute Brandt ziehen um.", "Brandt"],
  ["nl", "De heer Jansen en mevrouw van den Berg zijn akkoord.", "Jansen", "van den Berg"],
  ["es", "Vino la señora de la Torre.", "de la Torre"],
  ["fr", "Contactez Monsieur Jean de La Tour.", "Jean de La Tour"],
  ["fr", "J'ai parlé à Karim.", "Karim"],
  ["en", "My son Leo and my daughter Maya start in May.", "Leo", "Maya"],
  ["en", "My mother and father live in Leeds."],
  ["nl", "Ik schrijf namens Van Dijk Bouw B.V. uit Utrecht.", "Van Dijk Bouw B.V."],
  ["nl", "De offerte van De Jong Techniek B.V. is er.", "De Jong Techniek B.V."],
  ["nl", "De Jansen Groep B.V. heeft betaald.", "Jansen Groep B.V."],
  ["es", "Le escribo en nombre de Muebles Herrero, S.L.", "Muebles Herrero, S.L."],
  ["pt", "A Construções Silva, Lda. atrasou a obra.", "Construções Silva, Lda."],
  [
    "it",
    "È con Banca di Verona e Impianti Nord Srl.",
    "Impianti Nord Srl",
    "Banca di Verona",
  ],
  ["nl", "De Gemeente Utrecht heeft gereageerd.", "Gemeente Utrecht"],
];
for (const [language, text, ...names] of CASES) {
  Deno.test(`the names of "${text}" (${language})`, () => {
    const found = findEntities(splitSentences(text), language);
    assert.deepEqual(found.map((name) => name.text), names);
  });
}
