import assert from "node:assert/strict";
import { findEntities } from "./entities.ts";
import { detectLanguage } from "../text/language/language.ts";
import { splitSentences } from "../text/sentences.ts";

function entities(text: string): string[] {
  return findEntities(splitSentences(text), detectLanguage(text)).map((entity) => {
    assert.equal(text.slice(entity.start, entity.end), entity.text);
    return entity.text;
  });
}

Deno.test("addresses, organisations and people are named as written", () => {
  const text = "We met Ana Ruiz of Calderon Tools Ltd and will write to max.osei@x.example.";
  assert.deepEqual(entities(text), ["max.osei@x.example", "Calderon Tools Ltd", "Ana Ruiz"]);
});

Deno.test("German nouns are no people, titled names are", () => {
  const text = "Die neue Maschine und der Schrank sind da, und Frau Brockmann prüft die Rechnung.";
  assert.deepEqual(entities(text), ["Brockmann"]);
});

Deno.test("weekdays, greetings and headlines are no people", () => {
  assert.deepEqual(entities("Dear Sir, we meet on Friday Morning. NEW OFFERS FOR YOU"), []);
});

Deno.test("at most twenty entities are named, each once", () => {
  const many = Array.from({ length: 30 }, (_, index) => `a${index}@x.example a0@x.example`).join(
    ", ",
  );
  const found = entities(many);
  assert.equal(found.length, 20);
  assert.equal(new Set(found).size, 20);
});

Deno.test("whom an email greets is nobody it names, a name over a line break is one", () => {
  const text =
    "Dear Mrs Vance,\n\nThe contract that you have sent goes to our finance director, Lorna\n" +
    "Quist, and she will want to see it this week.";
  assert.deepEqual(entities(text), ["Lorna\nQuist"]);
});
