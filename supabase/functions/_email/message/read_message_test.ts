import assert from "node:assert/strict";
import fc from "fast-check";
import type { StoredEmail } from "./stored_email.ts";
import { readMessage, stripEnvelope } from "./read_message.ts";

const NOW = new Date("2026-11-12T08:00:00.000Z");

const toBytes = (latin1: string) => Uint8Array.from(latin1, (character) => character.charCodeAt(0));

async function read(...lines: readonly string[]): Promise<StoredEmail> {
  const result = await readMessage(toBytes(lines.join("\r\n")), NOW);
  assert.ok(result.ok);
  return result.email;
}

Deno.test("a plain email fills every column", async () => {
  const email = await read(
    "From bounce@example.com Mon Nov  9 10:30:00 2026",
    "Return-Path: <bounce@example.com>",
    "From: =?utf-8?q?J=C3=BCrgen?= <Juergen@Example.com>",
    "To: orders@bakery.example, Bo <bo@bakery.example>",
    "Cc: cc@bakery.example",
    "Subject: =?iso-8859-1?q?Gr=FC=DFe?=",
    "Date: Mon, 09 Nov 2026 10:30:00 +0100",
    "Message-ID: <m3@example.com>",
    "In-Reply-To: <m2@example.com>",
    "References: <m1@example.com> <m2@example.com>",
    "Content-Type: text/plain; charset=iso-8859-1",
    "",
    "Zwei Br\xf6tchen, bitte.",
  );
  assert.deepEqual(email, {
    providerMessageId: "m3@example.com",
    providerThreadId: "m1@example.com",
    fromEmail: "juergen@example.com",
    fromName: "Jürgen",
    toEmails: ["orders@bakery.example", "bo@bakery.example"],
    ccEmails: ["cc@bakery.example"],
    subject: "Grüße",
    snippet: "Zwei Brötchen, bitte.",
    bodyText: "Zwei Brötchen, bitte.",
    bodyHtml: null,
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:00.000Z",
    headers: {
      "return-path": "<bounce@example.com>",
      "date": "Mon, 09 Nov 2026 10:30:00 +0100",
      "in-reply-to": "<m2@example.com>",
      "content-type": "text/plain; charset=iso-8859-1",
    },
    attachments: [],
  });
});

Deno.test("an email with one header field gets a derived id and empty values", async () => {
  const email = await read("Subject:", "", "");
  assert.match(email.providerMessageId, /^sha256-[0-9a-f]{64}@nightshift\.invalid$/);
  assert.equal(email.providerThreadId, email.providerMessageId);
  assert.equal(email.fromEmail, null);
  assert.deepEqual(email.toEmails, []);
  assert.equal(email.bodyText, null);
  assert.equal(email.receivedAt, NOW.toISOString());
});

Deno.test("the derived id is the same with and without the mbox line", async () => {
  const message = ["From: a@example.com", "", "hi"];
  const plain = await read(...message);
  const fromMbox = await read("From a@example.com Mon Nov  9 10:30:00 2026", ...message);
  assert.equal(fromMbox.providerMessageId, plain.providerMessageId);
});

Deno.test("In-Reply-To names the thread where References is missing", async () => {
  const email = await read("From: a@example.com", "In-Reply-To: <m1@example.com>", "", "hi");
  assert.equal(email.providerThreadId, "m1@example.com");
});

Deno.test("attachments leave no trace in the text", async () => {
  const email = await read(
    "From: a@example.com",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "See the list.",
    "--b",
    "Content-Type: text/csv",
    "Content-Disposition: attachment; filename=list.csv",
    "Content-Transfer-Encoding: base64",
    "",
    "YSxiCjEsMgo=",
    "--b--",
  );
  assert.equal(email.bodyText, "See the list.");
});

function withAttachment(text: string, attachment: string): Uint8Array {
  return toBytes([
    "From: a@example.com",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "",
    text,
    "--b",
    "Content-Type: application/octet-stream",
    "",
    attachment,
    "--b--",
  ].join("\n"));
}

Deno.test("a large message is read without its attachments", async () => {
  const result = await readMessage(
    withAttachment("See the plan.", "QUJD".repeat(1_000_000)),
    NOW,
  );
  assert.equal(result.ok ? result.email.bodyText : result.refusal.code, "See the plan.");
});

Deno.test("a message whose text alone is too long is refused", async () => {
  const result = await readMessage(withAttachment("x\n".repeat(20_001), "QUJD"), NOW);
  assert.equal(result.ok ? "" : result.refusal.code, "mail_too_large");
});

Deno.test("what stray HTML hides does not come into the text", async () => {
  const email = await read(
    "From: a@example.com",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>Our offer</p><div style='display:none'>secret</div>",
    "--b",
    "",
    "A footer < of the list",
    "--b--",
  );
  assert.equal(email.bodyText?.replace(/\s+/g, " "), "Our offer A footer < of the list");
});

Deno.test("a bomb of nested parts is refused, not thrown", async () => {
  const levels = Array.from(
    { length: 200 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
  );
  const result = await readMessage(toBytes(`From: a@example.com\n${levels.join("")}x`), NOW);
  assert.equal(result.ok, false);
  assert.equal(result.ok ? "" : result.refusal.code, "mail_unreadable");
});

Deno.test("a header block of 300 kB is refused, not thrown", async () => {
  const result = await readMessage(
    toBytes(`From: a@example.com\nX-Long: ${"x".repeat(300_000)}\n\nhi`),
    NOW,
  );
  assert.equal(result.ok ? "" : result.refusal.code, "mail_unreadable");
});

Deno.test("whatever follows a header field, columns hold well-formed text without NUL", async () => {
  const fragment = fc.oneof(
    fc.string({ unit: "binary-ascii" }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.constantFrom("\r\n", "\n", "\n\n", "=?utf-8?b?7aCA?=", "<", ">", '"', "(", "--b", "\n--b\n")
      .chain((piece) => fc.nat(50).map((times) => piece.repeat(times))),
    fc.constantFrom(
      "\nContent-Type: multipart/mixed; boundary=b\n",
      "\nContent-Type: text/html; charset=utf-16\n",
      "\nContent-Transfer-Encoding: base64\n",
      "\nReferences: ",
      "\nTo: ",
      "\nDate: ",
    ),
  );
  await fc.assert(fc.asyncProperty(fc.array(fragment, { maxLength: 20 }), async (fragments) => {
    const result = await readMessage(toBytes(`Subject: ${fragments.join("")}`), NOW);
    assert.ok(result.ok);
    for (const text of JSON.stringify(result.email).matchAll(/\\u0000|\\ud[89a-f]../gi)) {
      assert.fail(`found ${text[0]}`);
    }
    assert.ok(result.email.subject.length <= 998);
    assert.ok(result.email.providerMessageId.length > 0);
    assert.ok(!Number.isNaN(Date.parse(result.email.receivedAt)));
  }));
});

for (
  const [what, raw, message] of [
    ["the mbox line", "From a@example.com Mon Sep 30\nFrom: a\n\nhi", "From: a\n\nhi"],
    ["a quoted mbox line", ">From a@example.com Mon Sep 30\r\nTo: b\r\n", "To: b\r\n"],
    ["a byte order mark and empty lines", "\xef\xbb\xbf\r\n\nTo: b\n", "To: b\n"],
    ["nothing from a plain message", "From: a\n\nFrom here on\n", "From: a\n\nFrom here on\n"],
    ["nothing from a single line", "From nowhere", "From nowhere"],
  ] as const
) {
  Deno.test(`strips ${what}`, () => {
    const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
    assert.equal(new TextDecoder("latin1").decode(stripEnvelope(bytes)), message);
  });
}
