import assert from "node:assert/strict";
import fc from "fast-check";
import { latin } from "./latin.ts";

/** Every character that takes the fast way, one by one. */
const WESTERN = [...Array(0x100).keys(), 0x2010, 0x2019, 0x201c, 0x2026, 0x2030, 0x203a, 0x20ac]
  .map((code) => String.fromCharCode(code));
const CLASSES = ["L", "Lu", "Ll", "N", "M", "Extended_Pictographic"];

for (const name of CLASSES) {
  for (const flags of ["", "i"]) {
    Deno.test(`\\p{${name}} has the same western characters, flags "${flags}"`, () => {
      for (const form of [`\\p{${name}}`, `[\\p{${name}}]`, `[^\\p{${name}}]`]) {
        const whole = new RegExp(form, `${flags}u`);
        const own = latin(form, flags);
        for (const one of WESTERN) assert.equal(own.test(one), whole.test(one), `${form} ${one}`);
      }
    });
  }
}

Deno.test("any text has the same matches with and without Unicode's classes", () => {
  const sources = [
    String.raw`(?<!\p{L})\p{Lu}[\p{L}\p{M}.'’-]{0,25}(?:, \p{L}[\p{L} .&-]{1,40})?`,
    String.raw`[^\p{L}\d][\p{N}\]]|\[\p{Ll}`,
    String.raw`\b(?:straße|ist|é)\b|\W`,
  ];
  const units = fc.constantFrom(..."aZéÉß÷ªµ1² ,.-[]'’—€ЖжŁ\u0301©😀ſK");
  const texts = fc.string({ unit: units, maxLength: 40 });
  for (const source of sources) {
    for (const flags of ["g", "gi"]) {
      fc.assert(fc.property(texts, (text) => {
        const own = text.match(latin(source, flags).for(text));
        assert.deepEqual(own, text.match(new RegExp(source, `${flags}u`)));
      }));
    }
  }
});
