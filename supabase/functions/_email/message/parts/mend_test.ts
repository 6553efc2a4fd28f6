import assert from "node:assert/strict";
import { readMessage } from "../read_message.ts";
import type { StoredEmail } from "../stored_email.ts";

const NOW = new Date("2026-11-25T08:00:00.000Z");

async function read(raw: string): Promise<StoredEmail> {
  const reading = await readMessage(new TextEncoder().encode(raw), NOW);
  assert.ok(reading.ok);
  return reading.email;
}

const REQUEST = "Please call me tomorrow, it is urgent.";
const FIELDS = "From: Jo Lund <jo@lund.example>\r\nSubject: Heater\r\n";

Deno.test("a message whose lines end with a carriage return alone is read", async () => {
  const raw = `${FIELDS}Content-Type: text/plain\r\n\r\n${REQUEST}\r\nJo`;
  const { fromName, subject, bodyText } = await read(raw.replaceAll("\r\n", "\r"));
  assert.deepEqual([fromName, subject, bodyText], ["Jo Lund", "Heater", `${REQUEST}\nJo`]);
});

Deno.test("text right below the last field is text", async () => {
  for (const end of ["", "\r\n\r\nThanks"]) {
    const { subject, bodyText } = await read(`${FIELDS}${REQUEST}${end}`);
    assert.deepEqual([subject, bodyText], ["Heater", REQUEST + end.replaceAll("\r", "")]);
  }
});

Deno.test("a line that is no field ends no header that goes on", async () => {
  const raw = `From: Jo <jo@lund.example>\r\n>From somewhere\r\nSubject: Heater\r\n\r\n${REQUEST}`;
  assert.deepEqual((await read(raw)).bodyText, REQUEST);
  assert.equal((await read(raw)).subject, "Heater");
});

const TYPES: Readonly<Record<string, readonly [header: string, body: string]>> = {
  "html/text": ["Content-Type: html/text", `<p>${REQUEST}</p>`],
  "HTML as plain text": [
    "Content-Type: text/plain",
    `<html><body><p>${REQUEST}</p></body></html>`,
  ],
  "a block of HTML as plain text": ["Content-Type: text/plain", `<div>${REQUEST}</div>\r\n`],
  "an unnamed file": ["Content-Type: application/octet-stream", REQUEST],
  "a type that names nothing": ["Content-Type: unknown/unknown", REQUEST],
  "any type": ["Content-Type: */*", REQUEST],
  "base64 in name only": [
    "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64",
    REQUEST,
  ],
  "base64 that is not said": [
    "Content-Type: text/plain",
    btoa(`${REQUEST} ${REQUEST}`)
      .replace(/(.{76})/g, "$1\r\n"),
  ],
  "quoted-printable by another name": [
    "Content-Type: text/plain\r\nContent-Transfer-Encoding: quotedprintable",
    REQUEST.replace("urgent", "=75rgent"),
  ],
  "quoted-printable that is not said": [
    "Content-Type: text/plain; charset=utf-8",
    `${REQUEST} K=C3=B6nnen Sie zur=C3=BCckrufen?`,
  ],
  "another boundary than the header's": [
    'Content-Type: multipart/mixed; boundary="zzz"',
    `--yyy\r\nContent-Type: text/plain\r\n\r\n${REQUEST}\r\n--yyy--`,
  ],
  "a comment without an end": ["Content-Type: text/html", `<!-- top <p>${REQUEST}</p>`],
};
for (const [what, [header, body]] of Object.entries(TYPES)) {
  Deno.test(`the text of an email is read: ${what}`, async () => {
    const { bodyText } = await read(`${FIELDS}${header}\r\n\r\n${body}`);
    assert.ok(bodyText?.startsWith(REQUEST), bodyText ?? "null");
    assert.doesNotMatch(bodyText ?? "", /[<>=]|--/);
  });
}

Deno.test("a file of bytes is no text", async () => {
  const raw = `${FIELDS}Content-Type: application/octet-stream\r\n\r\nPK\x03\x04\x00\x01`;
  assert.equal((await read(raw)).bodyText, null);
});

Deno.test("without a date and a server's time, the time of delivery counts", async () => {
  const raw = `Delivery-date: Tue, 24 Nov 2026 10:00:00 +0100\r\n${FIELDS}\r\n${REQUEST}`;
  assert.equal((await read(raw)).receivedAt, "2026-11-24T09:00:00.000Z");
});

const EVENT = (method: string, more: string) =>
  `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nDTSTART:20261201T100000Z\r\n` +
  `SUMMARY:Offsite\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const OFFSITE = "Offsite\nWhen: 2026-12-01 10:00 (UTC)";

Deno.test("a calendar says that an event is canceled, and what was answered", async () => {
  const textOf = async (type: string, calendar: string) =>
    (await read(`${FIELDS}Content-Type: ${type}\r\n\r\n${calendar}`)).bodyText;
  assert.equal(await textOf("text/calendar", EVENT("REQUEST", "")), OFFSITE);
  assert.equal(
    await textOf("application/octet-stream; name=invite.ics", EVENT("CANCEL", "")),
    `${OFFSITE}\nStatus: canceled`,
  );
  const answer = "ATTENDEE;PARTSTAT=DECLINED:mailto:jo@lund.example\r\nCOMMENT:I am ill\r\n";
  assert.equal(
    await textOf("text/calendar", EVENT("REPLY", answer)),
    `${OFFSITE}\nStatus: declined by jo@lund.example\n\nI am ill`,
  );
  assert.equal(
    await textOf(
      "text/calendar",
      "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nDUE:20261201T100000Z\r\nSUMMARY:Send the report\r\n" +
        "END:VTODO\r\nEND:VCALENDAR\r\n",
    ),
    "Send the report\nDue: 2026-12-01 10:00",
  );
});
