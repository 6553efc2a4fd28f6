import assert from "node:assert/strict";
import { findNewestText } from "./newest_text.ts";

const OLDER = "Can you pay at once?";

const QUOTES: Record<string, string> = {
  "English attribution": `On Mon, 9 Nov 2026 at 10:02, Ana Ruiz <ana@x.example> wrote:\n> ${OLDER}`,
  "wrapped attribution":
    `On Mon, 9 Nov 2026 at 10:02,\nAna Ruiz <ana@x.example> wrote:\n\n${OLDER}`,
  "German attribution": `Am 09.11.2026 um 10:02 schrieb Ana Ruiz:\n> ${OLDER}`,
  "Spanish attribution": `El lun, 9 nov 2026 a las 10:02, Ana Ruiz escribió:\n\n${OLDER}`,
  "Outlook separator": `-----Original Message-----\nFrom: Ana\n\n${OLDER}`,
  "German separator": `-----Ursprüngliche Nachricht-----\n${OLDER}`,
  "forward separator": `---------- Forwarded message ---------\n${OLDER}`,
  "English header block": `From: Ana Ruiz\nSent: Monday\nTo: Max\nSubject: Bill\n\n${OLDER}`,
  "German header block": `Von: Ana Ruiz\nGesendet: Montag\nAn: Max\nBetreff: Rechnung\n\n${OLDER}`,
  "Spanish header block": `De: Ana\nEnviado el: lunes\nPara: Max\nAsunto: Factura\n\n${OLDER}`,
};
for (const [style, quote] of Object.entries(QUOTES)) {
  Deno.test(`a reply above a quote with ${style} is all that is new`, () => {
    assert.equal(findNewestText(`Yes, gladly.\n\n${quote}\n`), "Yes, gladly.");
  });
}

Deno.test("answers between quoted lines are kept in order", () => {
  const text = "On 9 Nov 2026 Ana wrote:\n> Price?\nTwelve euros.\n> When?\nOn Friday.\n";
  assert.equal(findNewestText(text), "Twelve euros.\n\nOn Friday.");
});

const SIGNATURES: Record<string, string> = {
  "the separator": "-- \nAna Ruiz\nCEO, Ruiz Ltd\nhttps://x.example",
  "an English sign-off": "Kind regards,\nAna Ruiz\nCEO",
  "a German sign-off": "Mit freundlichen Grüßen\n\nAna Ruiz",
  "a Spanish sign-off": "Un saludo,\nAna",
  "a phone's line": "Sent from my iPhone",
  "a footer rule": "________________________\nThis list is open to all.",
  "only a name": "Ana Ruiz\nRuiz Ltd, 0161 496 0100",
};
for (const [how, signature] of Object.entries(SIGNATURES)) {
  Deno.test(`a signature that starts with ${how} is no part of the text`, () => {
    assert.equal(findNewestText(`We can do that.\n\n${signature}`), "We can do that.");
  });
}

Deno.test("thanks in the middle of a letter end nothing", () => {
  const text = `Thanks,\n${
    "this sentence goes on for longer than any line of a signature would, by far. ".repeat(2)
  }`;
  assert.equal(findNewestText(text), text.trim());
});

Deno.test("a sentence that begins with From is no quoted header", () => {
  const text = "From: the market we bring apples.\nThey are red.";
  assert.equal(findNewestText(text), text);
});

Deno.test("a mail of nothing but a quote has no new text", () => {
  assert.equal(findNewestText("> a\n> b"), "");
});
