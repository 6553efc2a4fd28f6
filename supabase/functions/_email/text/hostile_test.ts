/** Whatever a text holds: nothing throws, and all that is found is where it says. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { HOSTILE_LINES } from "../../../../scripts/eval/corpora/hostile_texts.ts";
import { capText } from "../html/plain_text.ts";
import { readContact } from "../facts/contact.ts";
import { sampleEmail } from "../testing/sample_email.ts";
import { makeReadable } from "./readable_email.ts";
import { splitSentences } from "./sentences.ts";

const LINE = fc.oneof(
  fc.constantFrom(...Object.values(HOSTILE_LINES)),
  fc.constantFrom("Subject: Re: 🙂", "Tel: +49 30 123456", "Ana Ruiz, CEO at Ruiz Ltd", "Best,"),
  fc.string({ unit: "binary", maxLength: 60 }),
);

Deno.test("zones, sentences and contacts of any text are substrings at their offsets", () => {
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 30 }), (lines) => {
      const readable = makeReadable(sampleEmail(capText(lines.join("\n"))));
      const { texts: { body }, zones } = readable;
      for (const zone of [zones.newest, zones.signature ?? zones.newest]) {
        assert.equal(zone.length, body.length);
        for (let at = 0; at < zone.length; at++) {
          assert.ok(zone[at] === body[at] || zone[at] === " ", `unit ${at} is not the email's`);
        }
      }
      for (const { text, start } of splitSentences(zones.newest)) {
        assert.equal(body.slice(start, start + text.length), text);
      }
      for (const fact of Object.values(readContact(readable) ?? {}).flat()) {
        if (fact !== null) assert.equal(body.slice(fact.start, fact.end), fact.text);
      }
    }),
    { numRuns: 200, seed: 5 },
  );
});
