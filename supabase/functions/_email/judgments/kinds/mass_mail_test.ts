import assert from "node:assert/strict";
import type { Email } from "../../reading.ts";
import { recognizeMassMail } from "./mass_mail.ts";
import { sampleEmail } from "../../testing/sample_email.ts";

const MASS: readonly (readonly [string, "bulk" | "automated", Partial<Email>])[] = [
  ["an absence note", "automated", { headers: { "auto-submitted": "auto-replied" } }],
  ["a bounce", "automated", { headers: { "content-type": "multipart/report; report-type=x" } }],
  ["an empty return path", "automated", { headers: { "return-path": "<>" } }],
  ["a failed recipient", "automated", { headers: { "x-failed-recipients": "a@x.example" } }],
  ["a subject of absence", "automated", { subject: "Automatische Antwort: Angebot" }],
  ["a sender nobody can answer", "automated", { fromEmail: "No-Reply@shop.example" }],
  ["a newsletter", "bulk", { headers: { "list-unsubscribe": "<https://x.example/u>" } }],
  ["bulk precedence", "bulk", { headers: { precedence: "bulk" } }],
  ["a mailing's sender", "bulk", { fromEmail: "newsletter@shop.example" }],
];
for (const [what, kind, changes] of MASS) {
  Deno.test(`${what} makes an email ${kind}`, () => {
    assert.equal(recognizeMassMail(sampleEmail("Hello", changes), "Hello")?.kind, kind);
  });
}

Deno.test("an unsubscribe line makes a first email bulk, and a reply not", () => {
  const text = "Great offers!\nUnsubscribe here";
  assert.equal(recognizeMassMail(sampleEmail(text), text)?.kind, "bulk");
  const reply = sampleEmail(text, { headers: { "in-reply-to": "<1@x.example>" } });
  assert.equal(recognizeMassMail(reply, text), null);
});

for (
  const line of [
    "Darse de baja: https://x.example/b",
    "Uitschrijven: https://x.example/u",
  ]
) {
  Deno.test(`"${line}" makes an email bulk`, () => {
    const text = `Ofertas 20 %!\n\n${line}`;
    const found = recognizeMassMail(sampleEmail(text), text);
    assert.deepEqual([found?.kind, found?.automatedKind ?? null], ["bulk", null]);
  });
}

const PROGRAMS: readonly (readonly [string, string, Partial<Email>])[] = [
  ["a delivery report", "bounce", {
    headers: { "content-type": "multipart/report; report-type=delivery-status" },
  }],
  ["a complaint report", "bounce", {
    headers: { "content-type": "multipart/report; report-type=feedback-report" },
  }],
  ["a read receipt", "notification", {
    headers: { "content-type": "multipart/report; report-type=disposition-notification" },
  }],
  ["a failure without a return path", "bounce", {
    subject: "Delivery failure",
    headers: { "return-path": "<>" },
  }],
  ["a mail daemon's letter", "bounce", { fromEmail: "MAILER-DAEMON@mx.example" }],
  ["an absence note without a return path", "out_of_office", {
    subject: "Out of office: Lena Winter",
    headers: { "return-path": "<>", "auto-submitted": "auto-replied" },
  }],
  ["an automatic reply of any subject", "out_of_office", {
    headers: { "auto-submitted": "auto-replied; owner-email=lena@x.example" },
  }],
  ["a generated email", "notification", { headers: { "auto-submitted": "auto-generated" } }],
  ["a sender nobody can answer", "notification", { fromEmail: "no-reply@shop.example" }],
];
for (const [what, kind, changes] of PROGRAMS) {
  Deno.test(`${what} is of the kind ${kind}`, () => {
    assert.equal(recognizeMassMail(sampleEmail("Hello", changes), "Hello")?.automatedKind, kind);
  });
}

const PERSONAL: readonly (readonly [string, Partial<Email>])[] = [
  ["a plain email", {}],
  ["an email that says it is not automatic", { headers: { "auto-submitted": "no" } }],
  ["a discussion list's email", {
    headers: { precedence: "list", "list-id": "<l>", "list-post": "<mailto:l@x.example>" },
  }],
  ["an answer to an absence note", { subject: "Re: Out of office" }],
  ["a question about bounces", { subject: "Why do we see so much returned mail?" }],
  ["a sender whose name only begins like a program's", { fromEmail: "newsome@x.example" }],
];
for (const [what, changes] of PERSONAL) {
  Deno.test(`${what} is a person's`, () => {
    assert.equal(recognizeMassMail(sampleEmail("Hello", changes), "Hello"), null);
  });
}
