import assert from "node:assert/strict";
import { listAttachments } from "./attachments.ts";
import { readMessage } from "./read_message.ts";
import type { StoredEmail } from "./stored_email.ts";

const NOW = new Date("2026-11-12T08:00:00.000Z");

async function read(message: Parameters<typeof readMessage>[0]): Promise<StoredEmail> {
  const reading = await readMessage(message, NOW);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.email;
}

function withParts(...parts: readonly string[]): Uint8Array {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join("");
  return new TextEncoder().encode(
    `From: ada@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${body}--b--\r\n`,
  );
}

const TEXT = "Content-Type: text/plain\r\n\r\nSee the files.";

Deno.test("files of a raw email are listed by name, type and size, and their content is left", async () => {
  const content = btoa("x".repeat(57_000)).replace(/.{76}/g, "$&\r\n");
  const email = await read(withParts(
    TEXT,
    "Content-Type: application/pdf; name=menu.pdf\r\nContent-Disposition: attachment\r\n" +
      `Content-Transfer-Encoding: base64\r\n\r\n${content}`,
    "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\nabc",
  ));
  assert.equal(email.bodyText, "See the files.");
  const [menu, notes] = email.attachments;
  assert.deepEqual([menu?.name, menu?.type], ["menu.pdf", "application/pdf"]);
  assert.ok(Math.abs((menu?.size ?? 0) - 57_000) < 100, `${menu?.size} bytes`);
  assert.deepEqual([notes?.name, notes?.type], ["notes.txt", "text/plain"]);
});

const NAMES: readonly (readonly [disposition: string, name: string])[] = [
  ['filename="Menü.pdf"', "Menü.pdf"],
  ["filename*=UTF-8''Men%C3%BC%20neu.pdf", "Menü neu.pdf"],
  ["filename*=iso-8859-1'de'Men%FC.pdf", "Menü.pdf"],
  ['filename="=?utf-8?B?TWVuw7wucGRm?="', "Menü.pdf"],
  ["filename*0=a-long-;\r\n filename*1=name.pdf", "a-long-name.pdf"],
  ['filename="a\\"b.pdf"', 'a"b.pdf'],
];
for (const [disposition, name] of NAMES) {
  Deno.test(`the file name in ${JSON.stringify(disposition)} is ${name}`, async () => {
    const email = await read(withParts(
      TEXT,
      `Content-Type: application/pdf\r\nContent-Disposition: attachment; ${disposition}\r\n\r\nx`,
    ));
    assert.equal(email.attachments[0]?.name, name);
  });
}

Deno.test("a report and the texts of an email are no files", async () => {
  const email = await read(
    withParts(TEXT, "Content-Type: message/delivery-status\r\n\r\nStatus: 5.1.1"),
  );
  assert.deepEqual(email.attachments, []);
});

Deno.test("a hostile list of files is bounded", () => {
  const stored = listAttachments(
    Array.from(
      { length: 1_000 },
      () => ({ name: "x\n".repeat(9_999), type: "<script>", size: -1 }),
    ),
  );
  assert.equal(stored.length, 50);
  assert.equal(stored[0]?.name.length, 199);
  assert.deepEqual([stored[0]?.type, stored[0]?.size], ["application/octet-stream", 0]);
});

Deno.test("an email that a provider has taken apart fills the same columns", async () => {
  const email = await read({
    headerFields: [
      ["From", "=?utf-8?Q?J=C3=B8rn?= <Jorn@example.com>"],
      ["To", "orders@bakery.example"],
      ["Subject", "Loaves\r\nBcc: everybody@example.com"],
      ["Date", "Mon, 9 Nov 2026 10:30:00 +0100"],
      ["Message-ID", "<m1@example.com>"],
      ["Content-Type", "multipart/report; boundary=x"],
      ["no field", "x"],
    ],
    text: { bytes: Uint8Array.of(0x66, 0xfc, 0x72), charset: "iso-8859-1" },
    html: "<p>für</p>",
    files: [{ name: "menu.pdf", type: "application/pdf", size: 12 }],
  });
  assert.deepEqual(email, {
    providerMessageId: "m1@example.com",
    providerThreadId: "m1@example.com",
    fromEmail: "jorn@example.com",
    fromName: "Jørn",
    toEmails: ["orders@bakery.example"],
    ccEmails: [],
    subject: "Loaves Bcc: everybody@example.com",
    snippet: "für",
    bodyText: "für",
    bodyHtml: "<p>für</p>",
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:00.000Z",
    headers: {
      "content-type": "multipart/report; boundary=x",
      date: "Mon, 9 Nov 2026 10:30:00 +0100",
    },
    attachments: [{ name: "menu.pdf", type: "application/pdf", size: 12 }],
  });
});

Deno.test("an email in parts that says nothing at all is rejected", async () => {
  const reading = await readMessage({ headerFields: [], text: " ", files: [] }, NOW);
  assert.equal(reading.ok ? "" : reading.refusal.code, "mail_unreadable");
});
