import assert from "node:assert/strict";
import type { Email } from "../reading.ts";
import { makeReadable } from "../text/readable_email.ts";
import { readContact } from "./contact.ts";
import { sampleEmail } from "../testing/sample_email.ts";

const FROM: Partial<Email> = {
  fromName: "Oswin Hartnoll",
  fromEmail: "oswin@keelby-access.example",
};

/** The contact as plain texts, after a check that every fact is where it says. */
function read(signature: string, changes: Partial<Email> = FROM) {
  const readable = makeReadable(sampleEmail(`We can start on Monday.\n\n${signature}`, changes));
  const contact = readContact(readable);
  if (contact === null) return null;
  for (const fact of Object.values(contact).flat()) {
    if (fact !== null) assert.equal(readable.texts.body.slice(fact.start, fact.end), fact.text);
  }
  const textOf = (fact: { text: string } | null) => fact?.text ?? null;
  return {
    who: [textOf(contact.name), textOf(contact.position), textOf(contact.organisation)],
    phones: contact.phones.map(({ text }) => text),
    emails: contact.emails.map(({ text }) => text),
    urls: contact.urls.map(({ text }) => text),
  };
}

Deno.test("who signs for the firm is named without the letters that say so", () => {
  for (const letters of ["i. A.", "i.A.", "i. V.", "ppa."]) {
    const signature = `Mit freundlichen Grüßen\n${letters} Oswin Hartnoll\nEinkauf`;
    assert.equal(read(signature)?.who[0], "Oswin Hartnoll", letters);
  }
});

Deno.test("a signature in lines is read whole", () => {
  const signature = "Kind regards,\nOswin Hartnoll\nOperations Director\nKeelby Access Ltd\n" +
    "12 Quay Street, Leeds LS1 4AB\nPhone: +44 (0)113 496 0187  Fax: 0113 496 0188\n" +
    "oswin@keelby-access.example\nhttps://keelby-access.example/team.";
  assert.deepEqual(read(signature), {
    who: ["Oswin Hartnoll", "Operations Director", "Keelby Access Ltd"],
    phones: ["+44 (0)113 496 0187", "0113 496 0188"],
    emails: ["oswin@keelby-access.example"],
    urls: ["https://keelby-access.example/team"],
  });
});

const LINES: Record<string, (string | null)[]> = {
  "Oswin Hartnoll, Director, Keelby Access": ["Oswin Hartnoll", "Director", "Keelby Access"],
  "Oswin Hartnoll | Head of Sales | Keelby Access": [
    "Oswin Hartnoll",
    "Head of Sales",
    "Keelby Access",
  ],
  "Oswin Hartnoll\nDirector at Keelby Access": ["Oswin Hartnoll", "Director", "Keelby Access"],
  "Oswin Hartnoll\nDirector, Client Relations": [
    "Oswin Hartnoll",
    "Director, Client Relations",
    null,
  ],
  "Thanks, Oswin": ["Oswin", null, null],
  "Mit freundlichen Grüßen\nOswin Hartnoll\nGeschäftsführer\nHafenwerk GmbH & Co. KG": [
    "Oswin Hartnoll",
    "Geschäftsführer",
    "Hafenwerk GmbH & Co. KG",
  ],
};
for (const [signature, who] of Object.entries(LINES)) {
  Deno.test(`name, position and organisation of ${JSON.stringify(signature)}`, () => {
    assert.deepEqual(read(signature)?.who, who);
  });
}

Deno.test("a shared mailbox signs with its organisation", () => {
  const from = { fromName: "Keelby Access", fromEmail: "billing@keelby-access.example" };
  assert.deepEqual(read("Best regards\nKeelby Access", from)?.who, [null, null, "Keelby Access"]);
});

Deno.test("a name is read where the sender is unknown", () => {
  const unknown = { fromName: null, fromEmail: null };
  assert.equal(read("Kind regards,\nAna Ruiz", unknown)?.who[0], "Ana Ruiz");
});

Deno.test("a number broken over two lines is one fact", () => {
  const phones = read("Oswin Hartnoll\nTel: (0113)\n496 0187")?.phones;
  assert.deepEqual(phones, ["(0113)\n496 0187"]);
});

Deno.test("numbers in pairs are found in a signature, a stretch of dates is not", () => {
  const signature = "Cordialement,\nOswin Hartnoll\nTél. 01 42 68 53 00\nMob. 06 12 34 56 78\n" +
    "Fermé 04.06.-07.06.2027";
  assert.deepEqual(read(signature)?.phones, ["01 42 68 53 00", "06 12 34 56 78"]);
  assert.deepEqual(read("Med venlig hilsen\nOswin Hartnoll\nTel +45 12 34 56 78")?.phones, [
    "+45 12 34 56 78",
  ]);
  assert.deepEqual(read("Viele Grüße\nOswin Hartnoll\nTel. 030 / 123 45 67")?.phones, [
    "030 / 123 45 67",
  ]);
});

Deno.test("program lines, legal notices and list footers tell no contact", () => {
  const notice =
    "This e-mail is confidential and intended only for the addressee. If you received " +
    "it in error, notify legal@keelby.example and delete it.";
  assert.equal(read(`Get Outlook for iOS<https://outlook.example>`), null);
  assert.deepEqual(read(`Best,\nOswin\n\n${notice}`)?.emails, []);
  const footer = "Harbour mailing list\nharbour@lists.example";
  assert.deepEqual(read(`Best,\nOswin\n________________________\n${footer}`)?.emails, []);
});

Deno.test("many numbers are a list, not a contact", () => {
  const list = Array.from({ length: 7 }, (_, at) => `0113 496 018${at}`).join("\n");
  assert.deepEqual(read(`Best,\nOswin\n${list}`)?.phones, []);
});

Deno.test("an email without a signature has no contact", () => {
  const readable = makeReadable(sampleEmail("We can start on Monday, if that suits you."));
  assert.equal(readContact(readable), null);
});
