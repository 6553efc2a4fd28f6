import assert from "node:assert/strict";
import { layoutPhrases, layoutWords } from "./layout_words.ts";
import { headerField } from "./quotes/header_fields.ts";
import { readSignOff } from "./signature/sign_off.ts";

Deno.test("layout words are found in any language, in upper and lower case, as whole words", () => {
  const role = layoutWords("role");
  for (const line of ["CFO, Keelby Bakery", "Einkaufsleiterin", "Jefa de compras", "Directrice"]) {
    assert.ok(role.test(line), line);
  }
  for (const line of ["a new coordination", "Leitersprosse", ""]) assert.ok(!role.test(line), line);
});

Deno.test("of two closings that fit, the one listed first is taken", () => {
  assert.equal(readSignOff("Thanks in advance, Ana")?.rest, "Ana");
  assert.equal(readSignOff("Many thanks again, Ana")?.rest, "Ana");
  assert.equal(readSignOff("Vielen Dank im Voraus, Ana")?.rest, "Ana");
});

Deno.test("a header name is a plain name, and none names two fields", () => {
  const sections = ["from", "to", "cc", "date", "subject", "reply-to"];
  const names = sections.flatMap((section) =>
    layoutPhrases(section).flatMap(({ phrase }) => phrase.split("|")).map((name) =>
      [name, section] as const
    )
  );
  for (const [name, section] of names) {
    assert.ok(!/[()[\]?\\~@+*.]/.test(name), name);
    assert.equal(headerField(`${name}: x`), section, name);
  }
});

Deno.test("a section that no table has is an error", () => {
  assert.throws(() => layoutPhrases("roles"), /No word table has the section roles\./);
});
