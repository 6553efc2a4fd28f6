import assert from "node:assert/strict";
import { splitSentences } from "../text/sentences.ts";
import { mayTellTrouble } from "./believable.ts";

const NEW_DAYS = [
  "The hearing is moved forward from Monday to tomorrow.",
  "Der Termin wurde auf Freitag verschoben.",
  "La visite est reportée au 3 décembre.",
  "La reunión queda aplazada al lunes.",
  "La visita è stata rinviata a marzo.",
  "De keuring is naar vrijdag verplaatst.",
  "A visita foi adiada para segunda.",
];
for (const text of NEW_DAYS) {
  Deno.test(`a new day is no trouble in news: ${text}`, () => {
    const [sentence] = splitSentences(text);
    assert.ok(sentence !== undefined);
    assert.equal(mayTellTrouble(sentence, ["dated"], "question"), false);
    assert.equal(mayTellTrouble(sentence, ["dated"], "complaint"), true);
  });
}

for (const text of ["The shelf was put up crooked on Monday.", "Die Leitung ist falsch verlegt."]) {
  Deno.test(`a thing in the wrong place may be trouble in news: ${text}`, () => {
    const [sentence] = splitSentences(text);
    assert.ok(sentence !== undefined && mayTellTrouble(sentence, ["dated"], "question"));
  });
}

const NO_TROUBLE = [
  "Please cut the part on the broken dam and name a source for the damage.",
  "Bitte kürzen Sie den Teil über den gebrochenen Damm.",
  "You are right, page four was missing from my report.",
  "Sie haben recht, in meinem Bericht fehlte eine Seite.",
  "Vous avez raison, il manquait une page dans mon rapport.",
  "Tiene razón, en mi informe faltaba una hoja.",
  "Ha ragione, nella mia relazione mancava una pagina.",
  "U hebt gelijk, er ontbrak een blad in mijn rapport.",
  "Tem razão, faltava uma folha no meu relatório.",
];
for (const text of NO_TROUBLE) {
  Deno.test(`a request and what the sender admits are no trouble: ${text}`, () => {
    const [sentence] = splitSentences(text);
    assert.ok(sentence !== undefined && !mayTellTrouble(sentence, ["trouble"], "complaint"));
  });
}
