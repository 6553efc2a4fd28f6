import assert from "node:assert/strict";
import { type Email, prepareToRead, readEmail } from "../mod.ts";

const HTML_ONLY: Email = {
  fromEmail: "ines.prado@calderon-tools.example",
  fromName: "Inés Prado",
  subject: "Order",
  bodyText: null,
  bodyHtml: "<p>Could you send us 40 loaves?</p>",
  headers: {},
  receivedAt: "2026-11-12T09:00:00Z",
};
const WITH_TEXT: Email = { ...HTML_ONLY, bodyText: "Could you send us 40 loaves?" };

// In this order: what is loaded stays loaded.
Deno.test("an email with a stored text is read without anything loaded", async () => {
  await prepareToRead([WITH_TEXT, { ...HTML_ONLY, bodyHtml: null }]);
  assert.deepEqual(readEmail(WITH_TEXT).questionsAsked, ["Could you send us 40 loaves?"]);
  assert.equal(readEmail({ ...HTML_ONLY, bodyHtml: null }).analyzedText, null);
  assert.throws(() => readEmail(HTML_ONLY), /Await `prepareToRead`/);
});

Deno.test("an email that came as HTML only is read once that is prepared", async () => {
  await prepareToRead([WITH_TEXT, HTML_ONLY]);
  const { questionsAsked, analyzedText } = readEmail(HTML_ONLY);
  assert.deepEqual(questionsAsked, ["Could you send us 40 loaves?"]);
  assert.equal(analyzedText, "Could you send us 40 loaves?");
});
