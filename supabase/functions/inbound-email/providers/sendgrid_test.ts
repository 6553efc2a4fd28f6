import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createSign, generateKeyPairSync } from "node:crypto";
import { createReceiver, WITH_PASSWORD } from "../testing/deliver.ts";

const HEADER_BLOCK = [
  "Received: by mx.example; Mon, 09 Nov 2026 09:30:02 +0000 (UTC)",
  "From: =?iso-8859-1?Q?J=F8rn?= <jorn@client.example>",
  "To: orders@bakery.example",
  "Subject: A long subject that is",
  " folded over two lines",
  "Date: Mon, 9 Nov 2026 10:30:00 +0100",
  "Message-ID: <sendgrid-1@client.example>",
  "",
].join("\n");

/** A form as bytes, since texts come in charsets of their own. */
function toForm(
  fields: Record<string, string | Uint8Array>,
  files: readonly File[] = [],
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, typeof value === "string" ? value : latin1(value));
  }
  for (const [index, file] of files.entries()) form.append(`attachment${index + 1}`, file);
  return form;
}

/** Stands for raw bytes: {@link send} puts them back in. */
const latin1 = (bytes: Uint8Array) => `bytes:${Buffer.from(bytes).toString("hex")}`;

async function toBody(form: FormData): Promise<{ type: string; body: Uint8Array<ArrayBuffer> }> {
  const response = new Response(form);
  const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
  const raw = text.replace(
    /bytes:([0-9a-f]+)/g,
    (_, hex: string) => Buffer.from(hex, "hex").toString("latin1"),
  );
  return {
    type: response.headers.get("content-type") ?? "",
    body: new Uint8Array(Buffer.from(raw, "latin1")),
  };
}

const FIELDS = {
  headers: HEADER_BLOCK,
  text: Uint8Array.of(0x42, 0x72, 0xf6, 0x74, 0x63, 0x68, 0x65, 0x6e),
  html: "<p>Brötchen</p>",
  from: "Jørn <jorn@client.example>",
  to: "orders@bakery.example",
  subject: "A long subject that is folded over two lines",
  envelope: '{"to":["orders@bakery.example"],"from":"jorn@client.example"}',
  charsets: '{"to":"UTF-8","html":"utf-8","subject":"UTF-8","from":"UTF-8","text":"iso-8859-1"}',
  "attachment-info": '{"attachment1":{"filename":"a.png","type":"image/png"}}',
  attachments: "1",
  dkim: "none",
  SPF: "pass",
  spam_score: "0.1",
};

async function send(
  deliver: ReturnType<typeof createReceiver>,
  form: FormData,
  headers: Record<string, string> = {},
) {
  const { type, body } = await toBody(form);
  return await deliver("/sendgrid", {
    headers: { ...WITH_PASSWORD, "content-type": type, ...headers },
    body,
  });
}

Deno.test("an email from SendGrid is stored once, each text in its own charset", async () => {
  const deliver = createReceiver();
  const file = new File(["x".repeat(300)], "a.png", { type: "image/png" });
  const first = await send(deliver, toForm(FIELDS, [file]));
  const again = await send(deliver, toForm(FIELDS, [file]));
  assert.deepEqual([first.status, again.status, again.body["duplicate"]], [200, 200, true]);
  assert.deepEqual(again.emails, [{
    providerMessageId: "sendgrid-1@client.example",
    providerThreadId: "sendgrid-1@client.example",
    fromEmail: "jorn@client.example",
    fromName: "Jørn",
    toEmails: ["orders@bakery.example"],
    ccEmails: [],
    subject: "A long subject that is folded over two lines",
    snippet: "Brötchen",
    bodyText: "Brötchen",
    bodyHtml: "<p>Brötchen</p>",
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:00.000Z",
    headers: { date: "Mon, 9 Nov 2026 10:30:00 +0100" },
    attachments: [{ name: "a.png", type: "image/png", size: 300 }],
  }]);
});

Deno.test("the raw email is read where that option is on", async () => {
  const { emails } = await send(
    createReceiver(),
    toForm({ ...FIELDS, email: `${HEADER_BLOCK}\nRaw text\n` }),
  );
  assert.equal(emails[0]?.bodyText, "Raw text");
});

Deno.test("a charset that is wrong or unknown loses no email", async () => {
  for (const charsets of ['{"text":"no-such-charset"}', "no JSON", "[]"]) {
    const { status, emails } = await send(
      createReceiver(),
      toForm({ ...FIELDS, charsets: charsets.startsWith("no") ? "{}" : charsets }),
    );
    assert.deepEqual([status, emails[0]?.bodyText], [200, "Brötchen"], charsets);
  }
});

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const SPKI = publicKey.export({ type: "spki", format: "der" }).toString("base64");

async function sendSigned(change: (headers: Record<string, string>) => Record<string, string>) {
  const { type, body } = await toBody(toForm(FIELDS));
  const timestamp = "1794470400";
  const signature = createSign("sha256").update(timestamp).update(body).sign(privateKey, "base64");
  return await createReceiver({ inbound: { sendgridPublicKey: SPKI } })("/sendgrid", {
    headers: change({
      ...WITH_PASSWORD,
      "content-type": type,
      "x-twilio-email-event-webhook-signature": signature,
      "x-twilio-email-event-webhook-timestamp": timestamp,
    }),
    body,
  });
}

Deno.test("a public key is set: a signed email is stored", async () => {
  assert.equal((await sendSigned((headers) => headers)).status, 200);
});

const FORGED: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ["another time", { "x-twilio-email-event-webhook-timestamp": "1794470401" }],
  ["another signature", { "x-twilio-email-event-webhook-signature": btoa("x".repeat(70)) }],
  ["no signature", { "x-twilio-email-event-webhook-signature": "" }],
];
for (const [what, change] of FORGED) {
  Deno.test(`a public key is set: an email with ${what} is answered with 401`, async () => {
    const { status, emails } = await sendSigned((headers) => ({ ...headers, ...change }));
    assert.deepEqual([status, emails], [401, []]);
  });
}

Deno.test("what SendGrid must not send again keeps its 4xx", async () => {
  const { status } = await send(createReceiver(), toForm({ text: "" }));
  assert.equal(status, 422);
});
