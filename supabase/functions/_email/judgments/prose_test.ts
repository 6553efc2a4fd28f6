import assert from "node:assert/strict";
import { fold } from "../text/cues.ts";
import { isProse } from "./prose.ts";

const isSaid = (text: string) =>
  isProse({ source: "body_text", text, start: 0, folded: fold(text), paragraph: 0 });

const CODE: readonly string[] = [
  "<!-- Ovens of the bakery -->",
  '<oven name="old"\nheatSource="gas"',
  '<Oven name="old"/>',
  "</ovens>",
  "const oven = bake(bread);",
];
for (const code of CODE) {
  Deno.test(`"${code}" is code`, () => assert.equal(isSaid(code), false));
}

const SAID: readonly string[] = [
  "The old oven (<3 years) is in hall 3.",
  "The oven takes less than <10 loaves = one row.",
  "Write to <ana@keelby.example> when the oven is back.",
];
for (const sentence of SAID) {
  Deno.test(`"${sentence}" is said`, () => assert.equal(isSaid(sentence), true));
}
