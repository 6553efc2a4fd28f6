import assert from "node:assert/strict";
import { Models } from "postmark";
import { createReceiver, TOKEN, WITH_PASSWORD, WORKSPACE } from "../testing/deliver.ts";

const FROM = { Email: "jorn@client.example", Name: "Jørn Åberg", MailboxHash: "" };
const TO = { Email: "orders@bakery.example", Name: "", MailboxHash: "" };

const PAYLOAD = {
  From: '"Jørn Åberg" <jorn@client.example>',
  FromName: "Jørn Åberg",
  FromFull: FROM,
  To: "orders@bakery.example",
  ToFull: [TO],
  Cc: "",
  CcFull: [],
  Bcc: "",
  BccFull: [],
  ReplyTo: "",
  OriginalRecipient: "orders@bakery.example",
  Subject: "Loaves for Friday",
  Date: "Mon, 9 Nov 2026 10:30:00 +0100",
  MailboxHash: "",
  MessageID: "73e6d360-66eb-11e1-8e72-a8904824019b",
  MessageStream: "inbound",
  TextBody: "Could you bake 40 loaves by Friday?",
  HtmlBody: "<p>Could you bake 40 loaves by Friday?</p>",
  StrippedTextReply: "",
  Headers: [
    { Name: "Message-ID", Value: "<loaves-1@client.example>" },
    { Name: "In-Reply-To", Value: "<offer-1@bakery.example>" },
    { Name: "Precedence", Value: "bulk" },
  ],
  Attachments: [{
    Name: "guests.pdf",
    Content: btoa("a list"),
    ContentID: "",
    ContentType: "application/pdf",
    ContentLength: 4096,
  }],
} satisfies Models.InboundWebhook | { Attachments: readonly { ContentLength: number }[] };

const post = (payload: unknown) => ({ body: JSON.stringify(payload) });

Deno.test("an email from Postmark is stored once, whatever it is sent again as", async () => {
  const deliver = createReceiver();
  const first = await deliver("/postmark", post(PAYLOAD));
  const again = await deliver("/postmark", post(PAYLOAD));
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.equal(first.body["workspace_id"], WORKSPACE);
  assert.deepEqual([first.body["duplicate"], again.body["duplicate"]], [false, true]);
  assert.deepEqual(again.emails, [{
    providerMessageId: "loaves-1@client.example",
    providerThreadId: "offer-1@bakery.example",
    fromEmail: "jorn@client.example",
    fromName: "Jørn Åberg",
    toEmails: ["orders@bakery.example"],
    ccEmails: [],
    subject: "Loaves for Friday",
    snippet: "Could you bake 40 loaves by Friday?",
    bodyText: "Could you bake 40 loaves by Friday?",
    bodyHtml: "<p>Could you bake 40 loaves by Friday?</p>",
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:00.000Z",
    headers: {
      date: "Mon, 9 Nov 2026 10:30:00 +0100",
      "in-reply-to": "<offer-1@bakery.example>",
      precedence: "bulk",
    },
    attachments: [{ name: "guests.pdf", type: "application/pdf", size: 4096 }],
  }]);
});

Deno.test("the raw email goes before its fields where Postmark sends it", async () => {
  const deliver = createReceiver();
  const raw = "From: ada@client.example\r\nMessage-ID: <raw-1@client.example>\r\n\r\nHello\r\n";
  const { emails } = await deliver("/postmark", post({ ...PAYLOAD, RawEmail: raw }));
  assert.equal(emails[0]?.fromEmail, "ada@client.example");
});

Deno.test("an email without a Message-ID keeps Postmark's own", async () => {
  const { emails } = await createReceiver()("/postmark", post({ ...PAYLOAD, Headers: [] }));
  assert.equal(
    emails[0]?.providerMessageId,
    "73e6d360-66eb-11e1-8e72-a8904824019b@inbound.postmarkapp.com",
  );
});

Deno.test("an email is stored with nulls wherever Postmark has nothing to say", async () => {
  const nothing = Object.fromEntries(
    Object.keys(PAYLOAD).filter((name) => name !== "From").map((name) => [name, null]),
  );
  const sparse = [
    { ...nothing, From: PAYLOAD.From, RawEmail: null },
    { From: PAYLOAD.From },
    {
      ...PAYLOAD,
      RawEmail: "",
      Headers: [...PAYLOAD.Headers, { Name: "X-Empty", Value: null }],
      Attachments: [{ Name: null, Content: null, ContentType: null, ContentLength: null }],
    },
  ];
  for (const payload of sparse) {
    const { status, emails } = await createReceiver()("/postmark", post(payload));
    assert.deepEqual([status, emails[0]?.fromEmail], [200, "jorn@client.example"]);
  }
});

Deno.test("an email without any text is stored", async () => {
  const { status, emails } = await createReceiver()(
    "/postmark",
    post({ ...PAYLOAD, TextBody: "", HtmlBody: "" }),
  );
  assert.deepEqual([status, emails[0]?.bodyText], [200, null]);
});

Deno.test('a text about "Content" stays as it was written', async () => {
  const TextBody = 'He wrote {"Content":"QUJD"}, "Content" : "x\\" and more "Content".';
  const Attachments = [{ Name: '"Content":"', Content: "QUJD", ContentType: "a/b" }];
  for (const indent of [0, 2]) {
    const { emails } = await createReceiver()("/postmark", {
      body: JSON.stringify({ ...PAYLOAD, TextBody, Attachments }, null, indent),
    });
    assert.deepEqual(
      [emails[0]?.bodyText, emails[0]?.attachments[0]?.name],
      [TextBody, '"Content":"'],
    );
  }
});

Deno.test("25 MB of files are no reason to reject an email", async () => {
  const Content = "QUJD".repeat(25 * 349_525);
  const { status, emails } = await createReceiver()(
    "/postmark",
    post({ ...PAYLOAD, Attachments: [{ Name: "a.bin", Content, ContentLength: 26_214_375 }] }),
  );
  assert.equal(status, 200);
  assert.deepEqual(emails[0]?.attachments, [
    { name: "a.bin", type: "application/octet-stream", size: 26_214_375 },
  ]);
});

const NEVER: readonly (readonly [what: string, payload: unknown, code: string])[] = [
  ["a text of 3 MB", { ...PAYLOAD, TextBody: "x".repeat(3_000_000) }, "mail_too_large"],
  ["another document", { Headers: "none" }, "invalid_request"],
  ["an empty document", {}, "mail_unreadable"],
];
for (const [what, payload, code] of NEVER) {
  Deno.test(`Postmark is told with 403 not to send ${what} again`, async () => {
    const { status, body, emails } = await createReceiver()("/postmark", post(payload));
    assert.deepEqual([status, body["status"], body["code"]], [403, 403, code]);
    assert.deepEqual(emails, []);
  });
}

const STRANGERS: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ["no credential", {}],
  ["a password that is no token", { authorization: `Basic ${btoa("nightshift:secret")}` }],
  ["a token that nobody has", { authorization: `Basic ${btoa(`x:nst_${"ff".repeat(32)}`)}` }],
  ["credentials that are not base64", { authorization: "Basic %%%" }],
];
for (const [what, headers] of STRANGERS) {
  Deno.test(`${what}: 401, and the body is not looked at`, async () => {
    const { status, emails } = await createReceiver()("/postmark", { headers, body: "{" });
    assert.deepEqual([status, emails], [401, []]);
  });
}

Deno.test("a 401 asks for the credentials of the URL", async () => {
  const { challenge } = await createReceiver()("/postmark", { headers: {}, body: "" });
  assert.equal(challenge, 'Basic realm="nightshift"');
});

Deno.test("the token works as a Bearer as well, and for no other workspace", async () => {
  const deliver = createReceiver();
  const bearer = await deliver("/postmark", {
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(PAYLOAD),
  });
  const other = await deliver(
    "/postmark?workspace_id=11111111-2222-4333-8444-555555555555",
    { headers: WITH_PASSWORD, body: JSON.stringify(PAYLOAD) },
  );
  assert.deepEqual([bearer.status, other.status], [200, 404]);
});

Deno.test("a text that is null is an empty one", async () => {
  const empty = { Cc: null, TextBody: null, RawEmail: null, Attachments: null, Date: null };
  const { status, emails } = await createReceiver()("/postmark", post({ ...PAYLOAD, ...empty }));
  assert.equal(status, 200);
  assert.equal(emails[0]?.bodyText, "Could you bake 40 loaves by Friday?");
});
