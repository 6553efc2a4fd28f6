import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createReceiver, NOW, WITH_PASSWORD } from "../testing/deliver.ts";

const KEY = "key-for-these-tests";
const HEADERS = [
  ["From", "Ada <ada@client.example>"],
  ["To", "orders@bakery.example"],
  ["Subject", "Grüße"],
  ["Date", "Mon, 9 Nov 2026 10:30:00 +0100"],
  ["Message-Id", "<mailgun-1@client.example>"],
  ["List-Unsubscribe", "<https://client.example/u>"],
];
const FIELDS = {
  recipient: "orders@bakery.example",
  sender: "bounce@client.example",
  from: "Ada <ada@client.example>",
  subject: "Grüße",
  "body-plain": "Zwei Brötchen, bitte.",
  "body-html": "<p>Zwei Brötchen, bitte.</p>",
  "stripped-text": "Zwei Brötchen, bitte.",
  "message-headers": JSON.stringify(HEADERS),
};

function sign(at: Date, key = KEY): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const token = "7e".repeat(25);
  const signature = createHmac("sha256", key).update(timestamp + token).digest("hex");
  return { timestamp, token, signature };
}

function toForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

Deno.test("an email from Mailgun is stored once, with its files listed", async () => {
  const deliver = createReceiver();
  const form = toForm({ ...FIELDS, "attachment-count": "1" });
  form.append(
    "attachment-1",
    new File(["x".repeat(2_000)], "menü.pdf", { type: "application/pdf" }),
  );
  const first = await deliver("/mailgun", { body: form });
  const again = await deliver("/mailgun", { body: new URLSearchParams(FIELDS) });
  assert.deepEqual([first.status, again.status, again.body["duplicate"]], [200, 200, true]);
  const [email] = again.emails;
  assert.equal(email?.providerMessageId, "mailgun-1@client.example");
  assert.equal(email?.subject, "Grüße");
  assert.equal(email?.bodyText, "Zwei Brötchen, bitte.");
  assert.deepEqual(email?.headers, {
    date: "Mon, 9 Nov 2026 10:30:00 +0100",
    "list-unsubscribe": "<https://client.example/u>",
  });
  assert.deepEqual(email?.attachments, [
    { name: "menü.pdf", type: "application/pdf", size: 2_000 },
  ]);
});

Deno.test("the raw email is read where the route's URL ends in mime", async () => {
  const { status, emails } = await createReceiver()("/mailgun/mime", {
    body: new URLSearchParams({
      recipient: "orders@bakery.example",
      "body-mime": "From: ada@client.example\r\nMessage-ID: <m@client.example>\r\n\r\nHi\r\n",
    }),
  });
  assert.deepEqual([status, emails[0]?.providerMessageId], [200, "m@client.example"]);
});

const SIGNATURES: readonly (readonly [what: string, fields: Record<string, string>, number])[] = [
  ["its own signature", sign(NOW), 200],
  ["a signature of eight hours ago", sign(new Date(NOW.getTime() - 8 * 3_600_000)), 200],
  ["a signature of yesterday", sign(new Date(NOW.getTime() - 86_400_000)), 401],
  ["a signature made with another key", sign(NOW, "other"), 401],
  ["a signature of another time", { ...sign(NOW), timestamp: "1794470401" }, 401],
  ["half a signature", { ...sign(NOW), signature: "7e" }, 401],
  ["no signature", {}, 401],
];
for (const [what, fields, expected] of SIGNATURES) {
  Deno.test(`a key is set: ${what} is answered with ${expected}`, async () => {
    const deliver = createReceiver({ inbound: { mailgunSigningKey: KEY } });
    const { status, emails } = await deliver("/mailgun", {
      body: toForm({ ...FIELDS, ...fields }),
    });
    assert.deepEqual([status, emails.length], [expected, expected === 200 ? 1 : 0]);
  });
}

Deno.test("a signature alone names no workspace, so the token is asked for", async () => {
  const deliver = createReceiver({ inbound: { mailgunSigningKey: KEY } });
  const { status } = await deliver("/mailgun", {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...FIELDS, ...sign(NOW) }).toString(),
  });
  assert.equal(status, 401);
});

const NEVER: readonly (readonly [what: string, type: string, body: string, code: string])[] = [
  ["JSON", "application/json", "{}", "unsupported_media_type"],
  ["a form without a boundary", "multipart/form-data", "x", "unsupported_media_type"],
  ["half a form", "multipart/form-data; boundary=b", "--b\r\nContent-Dis", "invalid_request"],
  ["a form without an email", "application/x-www-form-urlencoded", "a=b", "invalid_request"],
  [
    "header fields that are no list",
    "application/x-www-form-urlencoded",
    "message-headers=%7B%7D",
    "invalid_request",
  ],
];
for (const [what, type, body, code] of NEVER) {
  Deno.test(`Mailgun is told with 406 not to send ${what} again`, async () => {
    const { status, body: answer } = await createReceiver()("/mailgun", {
      headers: { ...WITH_PASSWORD, "content-type": type },
      body,
    });
    assert.deepEqual([status, answer["code"]], [406, code]);
  });
}

Deno.test("an email with hundreds of files is stored, with the first of them", async () => {
  const form = toForm(FIELDS);
  for (let number = 1; number <= 400; number++) {
    form.append(`attachment-${number}`, new File(["x"], `${number}.txt`, { type: "text/plain" }));
  }
  const { status, emails } = await createReceiver()("/mailgun", { body: form });
  assert.equal(status, 200);
  const listed = emails[0]?.attachments ?? [];
  assert.deepEqual([listed.length, listed[0]?.name], [50, "1.txt"]);
});

Deno.test("a form of more parts than any email has is rejected", async () => {
  const form = toForm(FIELDS);
  for (let number = 0; number < 10_001; number++) form.append(`x${number}`, "x");
  const { status, body } = await createReceiver()("/mailgun", { body: form });
  assert.deepEqual([status, body["code"]], [406, "invalid_request"]);
});
