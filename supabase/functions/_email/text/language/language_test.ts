import assert from "node:assert/strict";
import { detectLanguage } from "./language.ts";

const TEXTS: readonly (readonly [language: string | null, text: string])[] = [
  ["en", "Could you send us the new price list by Friday?"],
  ["en", "Schedule a meeting in November"],
  ["de", "Könnten Sie uns bitte die neue Preisliste schicken?"],
  ["es", "¿Podría enviarnos la nueva lista de precios?"],
  ["es", "Voy a volver a las siete de la tarde"],
  ["fr", "Pourriez-vous nous envoyer la nouvelle liste de prix ?"],
  ["it", "Potrebbe inviarci il nuovo listino prezzi?"],
  ["pt", "Poderia enviar-nos a nova lista de preços?"],
  ["nl", "Kunt u ons de nieuwe prijslijst sturen?"],
  ["pl", "Czy mogą Państwo przesłać nam nowy cennik?"],
  ["sv", "Kan ni skicka oss den nya prislistan?"],
  ["fi", "Voisitteko lähettää meille uuden hinnaston ennen perjantaita?"],
  ["ru", "Не могли бы вы прислать нам новый прайс-лист?"],
  ["uk", "Чи могли б ви надіслати нам новий прайс-лист? Її ще немає."],
  ["ja", "新しい価格表をお送りいただけますでしょうか。"],
  ["ro", "Ne puteți trimite vă rugăm noua listă de prețuri?"],
  [null, "OK, thx"],
  [null, ""],
  [null, "2026-11-27 15:30 +44 20 7946 0123"],
  [null, "https://www.example.com/archive/report.html"],
];
for (const [language, text] of TEXTS) {
  Deno.test(`"${text}" is in ${language ?? "no language that can be told"}`, () => {
    assert.equal(detectLanguage(text), language);
  });
}

Deno.test("a quoted address or markup does not change the language", () => {
  assert.equal(
    detectLanguage('<a href="https://example.de/die-und-der">Please see the attached offer.</a>'),
    "en",
  );
});
