import assert from "node:assert/strict";
import type { Email } from "../mod.ts";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const INVITATIONS = [
  [
    "Einladung: Abstimmung Kelterplan",
    "Hallo Bert,\n\nhier gehen wir den Kelterplan durch.\n\nWann: Dienstag, 24. November 2026, 09:00\nWo: Kelterhaus",
  ],
  [
    "Updated invitation: Harvest review @ Tue 24 Nov 2026",
    "We go through the harvest figures.\n\nWhen: Tuesday 24 November 2026, 9am to 10am\nWhere: Barn 2",
  ],
  [
    "Convocatoria: Revisión de la cosecha",
    "Repasamos las cifras.\n\nCuándo: martes 24 de noviembre de 2026, 9:00\nDónde: sala 2",
  ],
  [
    "Invitation mise à jour : Bilan de la récolte",
    "Nous regardons les chiffres.\n\nQuand : mardi 24 novembre 2026, 9 h\nOù : salle 2",
  ],
  [
    "Bijgewerkte uitnodiging: Oogst bespreken",
    "We bekijken de cijfers.\n\nWanneer: dinsdag 24 november 2026, 9:00\nWaar: zaal 2",
  ],
] as const;
for (const [subject, bodyText] of INVITATIONS) {
  Deno.test(`"${subject}" waits for yes or no`, () => {
    const record = recordOf(sampleEmail(bodyText, { subject }));
    assert.deepEqual([record.primaryIntent, record.needsReply], ["meeting_request", true]);
  });
}

const TOLD = "Thank you for last week, the cider was lovely.";
const TIME = `${TOLD}\n\nWhen: Tuesday 24 November 2026, 9am`;
const OTHERS: readonly (readonly [what: string, text: string, changes: Partial<Email>])[] = [
  ["an answer", TIME, {
    subject: "Invitation: Harvest review",
    headers: { "in-reply-to": "<a@x.example>" },
  }],
  ["an invitation without a time", TOLD, { subject: "Invitation: Harvest review" }],
  ["a canceled one", `Status: canceled\n${TIME}`, { subject: "Invitation: Harvest review" }],
  ["an announcement", TIME, { subject: "Invitation to a talk: how cider is made" }],
];
for (const [what, text, changes] of OTHERS) {
  Deno.test(`${what} waits for nothing`, () => {
    assert.equal(recordOf(sampleEmail(text, changes)).needsReply, false);
  });
}
