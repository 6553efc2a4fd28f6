/** Which emails are taken for mass email by their words alone? */
import assert from "node:assert/strict";
import type { Email } from "../../reading.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";

/** No header field, set phrase or sender tells what these are. */
const MASS: readonly (readonly [string, string, string])[] = [
  [
    "an offer of a loan",
    "Your home loan is ready",
    "Dear homeowner,\n\nyou have been chosen for a loan of up to $300,000 at the lowest rate in " +
    "years. Bad credit is no problem. Thousands of families have saved already. Enter your " +
    "details on our page and get the money within 24 hours.",
  ],
  [
    "a German parcel fraud",
    "Ihr Paket wartet",
    "Sehr geehrter Kunde,\n\nIhr Paket konnte nicht zugestellt werden, weil 1,99 Euro Gebühr " +
    "fehlen. Bestätigen Sie Ihre Kartendaten über den Link innerhalb von 24 Stunden, sonst geht " +
    "die Sendung zurück.",
  ],
  [
    "a newsletter that does not say how to leave it",
    "News from the Ashford Bookshop",
    "Dear readers,\n\nautumn is here, and our shelves are full. On 4 December the novelist Petra " +
    "Lindqvist reads from her new book. All calendars are reduced by 20 percent until Sunday. " +
    "New this week: three cookbooks and a history of lighthouses. We look forward to your visit!",
  ],
];
for (const [what, subject, text] of MASS) {
  Deno.test(`${what} is bulk by its words alone, asks nothing and needs no reply`, () => {
    const record = recordOf(sampleEmail(text, { subject }));
    assert.deepEqual(
      [record.isBulk, record.needsReply, record.urgencyLevel, record.questionsAsked],
      [true, false, "low", []],
    );
  });
}

const NEWS = MASS[2]?.[2] ?? "";
const BY_PEOPLE: readonly (readonly [string, Partial<Email>, string])[] = [
  [
    "a customer who asks for a discount",
    { subject: "Your autumn offer" },
    "Hello, your shop window says 20 percent off all calendars until Sunday. Is that so for the " +
    "large ones, too? I would take twelve for our office. Regards, Nuria Espin",
  ],
  ["an answer", { subject: "Re: News from the Ashford Bookshop" }, NEWS],
  ["a forward", { subject: "Fwd: News from the Ashford Bookshop" }, NEWS],
  [
    "a post to a mailing list",
    { subject: "Bookshop", headers: { "list-post": "<mailto:club@lists.example>" } },
    NEWS,
  ],
];
for (const [what, changes, text] of BY_PEOPLE) {
  Deno.test(`${what} is a person's email, whatever its words`, () => {
    assert.equal(recordOf(sampleEmail(text, changes)).isBulk, false);
  });
}

const CALLS: readonly (readonly [language: string, call: string, mailing: string])[] = [
  [
    "English",
    "Our checkout has been down since 9 this morning and customers cannot pay. Please call me back " +
    "immediately.",
    NEWS,
  ],
  [
    "German",
    "Seit heute früh ist unser Shop ausgefallen, Kunden können nicht zahlen. Bitte rufen Sie mich " +
    "sofort zurück.",
    "Der Herbst ist da, und unsere Regale sind voll. Alle Kalender sind bis Sonntag um 20 Prozent " +
    "reduziert. Neu in dieser Woche: drei Kochbücher. Wir freuen uns auf Ihren Besuch!",
  ],
];
for (const [language, call, mailing] of CALLS) {
  Deno.test(`advertising below a call for help does not hide it in ${language}`, () => {
    const record = recordOf(sampleEmail(`${call}\n\n${mailing}`, { subject: "Shop" }));
    assert.deepEqual([record.isBulk, record.needsReply], [false, true]);
    assert.match(record.urgencyLevel, /^(?:high|critical)$/);
  });
}
