import assert from "node:assert/strict";
import { findPhones } from "../../../supabase/functions/_email/facts/phones.ts";
import { PHONE_LINES } from "./phone_lines.ts";

for (const { country, lines } of PHONE_LINES) {
  Deno.test(`the numbers of signatures in ${country} are found, and no others`, () => {
    for (const line of lines) {
      const numbers = Array.from(line.matchAll(/<([^<>]+)>/g), ([, number]) => number);
      const text = line.replace(/[<>]/g, "");
      assert.deepEqual(findPhones(text).map((phone) => phone.text), numbers, text);
    }
  });
}
