import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Intent } from "../reading.ts";
import { needsReply } from "./reply.ts";
import { takeTraits } from "./traits.ts";

const REPLIES: readonly (readonly [string, boolean])[] = [
  ["When do you open?", true],
  ["Please ring me before noon.", true],
  ["The printer shows error E71 and stops after three labels.", true],
  ["Gebt mir bitte kurz Bescheid.", true],
  ["We would like to order 30 benches.", true],
  ["Wir möchten 30 Bänke bestellen.", true],
  ["Ich möchte einen Raum für Montag mieten.", true],
  ["Nous souhaitons commander 30 bancs.", true],
  ["Nos gustaría comprar 30 bancos.", true],
  ["Vorremmo ordinare 30 panche.", true],
  ["Wij willen graag 30 banken bestellen.", true],
  ["Antworten Sie bitte schriftlich.", true],
  ["Répondez par écrit avant le 5 mars.", true],
  ["Conteste con sí o no.", true],
  ["Rispondete per iscritto entro marzo.", true],
  ["Antwoord met ja als je komt.", true],
  ["Explain to us why the bill has doubled.", true],
  ["Please cancel booking 12 and confirm.", true],
  ["Do not answer by email, ring me instead.", true],
  ["Please do not reply to this address. When can we meet?", true],
  ["You do not answer the phone. When do you come?", true],
  ["Jullie reageren niet. Wanneer komen jullie?", true],
  ["FYI, we moved to Leeds. Can you change our address?", true],
  ["Pour info, nous fermons lundi. Pouvez-vous livrer mardi ?", true],
  ["Per conoscenza: chiudiamo lunedì. Potete venire martedì?", true],
  ["FYI, we moved to Leeds.", false],
  ["Please do not reply to this email. Is it lovely? It is.", false],
  ["The price list is attached, prices hold until June.", false],
  ["The invoice is attached for your files.", false],
  ["All done, the van is back in the yard.", false],
  ["Could it be lovelier? Nothing to answer here.", false],
  ["Wir liefern am Dienstag. Eine Antwort ist nicht nötig.", false],
];
for (const [text, wanted] of REPLIES) {
  Deno.test(`"${text}" ${wanted ? "waits for" : "needs"} ${wanted ? "a" : "no"} reply`, () => {
    assert.equal(recordOf(sampleEmail(text)).needsReply, wanted);
  });
}

/** Whether an email that asks for a signature needs a reply, with such log-odds that it does. */
function decide(intent: Intent, reply: number): boolean {
  const [sentence, subject] = splitSentences("Sign page 3 and send it back.\n\nThe new roof");
  assert.ok(sentence !== undefined && subject !== undefined);
  const traits = takeTraits({
    sentences: [sentence],
    subject,
    language: "en",
    dates: [],
    isReply: false,
  });
  const scores = { intents: new Map(), reply, expected: 0, pressing: 0, grave: 0, mass: -2 };
  return needsReply(traits, intent, scores, [sentence]);
}

Deno.test("an offer that asks the reader to act is answered unless that is ruled out", () => {
  assert.equal(decide("proposal", -1), true);
  assert.equal(decide("proposal", -3), false);
});

Deno.test("who wants redress is answered unless that is ruled out", () => {
  assert.equal(decide("complaint", -1), true);
  assert.equal(decide("complaint", -3), false);
});
