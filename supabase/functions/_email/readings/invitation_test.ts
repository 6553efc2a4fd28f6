import assert from "node:assert/strict";
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
] as const;
for (const [subject, bodyText] of INVITATIONS) {
  Deno.test(`"${subject}" waits for yes or no`, () => {
    const record = recordOf(sampleEmail(bodyText, { subject }));
    assert.deepEqual([record.primaryIntent, record.needsReply], ["meeting_request", true]);
  });
}

Deno.test("an answer to an invitation, and one without a time, are read by what they say", () => {
  const told = "Thank you for last week, the cider was lovely.";
  for (
    const [subject, bodyText] of [
      ["Re: Invitation: Harvest review", `${told}\n\nWhen: Tuesday 24 November 2026`],
      ["Invitation: Harvest review", told],
    ] as const
  ) {
    assert.equal(recordOf(sampleEmail(bodyText, { subject })).needsReply, false);
  }
});
