import assert from "node:assert/strict";
import type { EmailReceivedEvent, GetReceivingEmailResponseSuccess } from "resend";
import { Webhook } from "standardwebhooks";
import { createReceiver, NOW, WITH_PASSWORD, WORKSPACE, type World } from "../testing/deliver.ts";

const SECRET = `whsec_${btoa("a-secret-of-a-webhook-for-tests")}`;
const INBOUND = { resendApiKey: "re_for_these_tests", resendWebhookSecret: SECRET };
const ID = "56761188-7520-42d8-8898-ff6fc54ce618";
const PATH = `/resend?workspace_id=${WORKSPACE}`;

const EVENT = {
  type: "email.received",
  created_at: "2026-11-09T09:30:03.126Z",
  data: {
    email_id: ID,
    created_at: "2026-11-09T09:30:02.894Z",
    from: "Ada <ada@client.example>",
    to: ["orders@bakery.example"],
    bcc: [],
    cc: [],
    received_for: ["orders@bakery.example"],
    message_id: "<resend-1@client.example>",
    subject: "Loaves",
    attachments: [],
  },
} satisfies EmailReceivedEvent;

const EMAIL = {
  object: "email",
  id: ID,
  to: ["orders@bakery.example"],
  from: "Ada <ada@client.example>",
  created_at: "2026-11-09T09:30:02.894Z",
  subject: "Loaves",
  bcc: null,
  cc: ["bo@bakery.example"],
  reply_to: null,
  received_for: ["orders@bakery.example"],
  html: null,
  text: "Two loaves, please.",
  headers: { "in-reply-to": "<offer-1@bakery.example>" },
  message_id: "<resend-1@client.example>",
  attachments: [{
    id: "2a0c9ce0-3112-4728-976e-47ddcd16a318",
    filename: "guests.pdf",
    size: 4_096,
    content_type: "application/pdf",
    content_id: null,
    content_disposition: "attachment",
  }],
} satisfies GetReceivingEmailResponseSuccess;

function sign(body: string, secret = SECRET): Record<string, string> {
  // The library compares with the machine's own clock.
  const at = new Date();
  return {
    "svix-id": "msg_1",
    "svix-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "svix-signature": new Webhook(secret).sign("msg_1", at, body),
  };
}

/** Resend's API with one email in it; keeps the requests. */
function createApi(answer: () => Response = () => Response.json(EMAIL)) {
  const asked: { url: string; key: string | null }[] = [];
  const fetch: World["fetch"] = (input, init) => {
    const { url, headers } = new Request(input, init);
    asked.push({ url, key: headers.get("authorization") });
    return Promise.resolve(answer());
  };
  return { asked, world: { inbound: INBOUND, fetch } };
}

const BODY = JSON.stringify(EVENT);

Deno.test("an email that Resend announces is asked for and stored once", async () => {
  const { asked, world } = createApi();
  const deliver = createReceiver(world);
  const first = await deliver(PATH, { headers: sign(BODY), body: BODY });
  const again = await deliver(PATH, { headers: sign(BODY), body: BODY });
  assert.deepEqual([first.status, again.status, again.body["duplicate"]], [200, 200, true]);
  assert.deepEqual(asked[0], {
    url: `https://api.resend.example/emails/receiving/${ID}`,
    key: "Bearer re_for_these_tests",
  });
  assert.deepEqual(again.emails, [{
    providerMessageId: "resend-1@client.example",
    providerThreadId: "offer-1@bakery.example",
    fromEmail: "ada@client.example",
    fromName: "Ada",
    toEmails: ["orders@bakery.example"],
    ccEmails: ["bo@bakery.example"],
    subject: "Loaves",
    snippet: "Two loaves, please.",
    bodyText: "Two loaves, please.",
    bodyHtml: null,
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:02.894Z",
    headers: {
      date: "2026-11-09T09:30:02.894Z",
      "in-reply-to": "<offer-1@bakery.example>",
    },
    attachments: [{ name: "guests.pdf", type: "application/pdf", size: 4_096 }],
  }]);
});

Deno.test("the token as password names the workspace, and the signature is still asked for", async () => {
  const { asked, world } = createApi();
  const deliver = createReceiver(world);
  const signed = await deliver("/resend", {
    headers: { ...WITH_PASSWORD, ...sign(BODY) },
    body: BODY,
  });
  const unsigned = await deliver("/resend", { headers: WITH_PASSWORD, body: BODY });
  assert.deepEqual([signed.status, unsigned.status, asked.length], [200, 401, 1]);
});

const FORGED: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ["another secret", sign(BODY, `whsec_${btoa("another-secret-for-tests")}`)],
  ["another body", sign(`${BODY} `)],
  ["an hour of another age", { ...sign(BODY), "svix-timestamp": String(NOW.getTime() / 1_000) }],
  ["a signature that is none", { ...sign(BODY), "svix-signature": "v1,x" }],
];
for (const [what, headers] of FORGED) {
  Deno.test(`a signature by ${what} is answered with 401, and nothing is asked for`, async () => {
    const { asked, world } = createApi();
    const { status, emails } = await createReceiver(world)(PATH, { headers, body: BODY });
    assert.deepEqual([status, asked, emails], [401, [], []]);
  });
}

Deno.test("of a body that a signature alone lets in, no more than an announcement is read", async () => {
  const { asked, world } = createApi();
  const deliver = createReceiver(world);
  const long = JSON.stringify({ ...EVENT, padding: "x".repeat(262_144) });
  const { body, emails } = await deliver(PATH, { headers: sign(long), body: long });
  assert.deepEqual([body["code"], asked, emails], ["body_too_large", [], []]);
});

Deno.test("other events of Resend are answered with 200 and left alone", async () => {
  const { asked, world } = createApi();
  const body = JSON.stringify({ ...EVENT, type: "email.delivered" });
  const { status, body: answer } = await createReceiver(world)(PATH, { headers: sign(body), body });
  assert.deepEqual([status, answer, asked], [200, { ignored: "not an email" }, []]);
});

const ANSWERS: readonly (readonly [what: string, answer: () => Response, status: number])[] = [
  ["is down", () => new Response(null, { status: 500 }), 502],
  ["does not know the key", () => new Response(null, { status: 401 }), 502],
  ["sends us elsewhere", () => Response.redirect("https://evil.example"), 502],
  ["gives a page of errors with 200", () => new Response("<html>Service unavailable"), 502],
  ["gives an error with 200", () => Response.json({ headers: 7 }), 502],
  ["gives no email with 200", () => Response.json({ name: "internal_error" }), 502],
  ["has deleted the email", () => new Response(null, { status: 404 }), 200],
  ["gives an email of 3 MB", () => Response.json({ ...EMAIL, text: "x".repeat(3_000_000) }), 200],
];
for (const [what, answer, expected] of ANSWERS) {
  Deno.test(`Resend ${what}: it is answered with ${expected}`, async () => {
    const { world } = createApi(answer);
    const { status, body, emails } = await createReceiver(world)(PATH, {
      headers: sign(BODY),
      body: BODY,
    });
    assert.deepEqual([status, emails], [expected, []]);
    assert.ok(!JSON.stringify(body).includes("re_for_these_tests"));
  });
}

Deno.test("without its keys Resend is told to come again later", async () => {
  const { status, body } = await createReceiver()(PATH, { headers: sign(BODY), body: BODY });
  assert.deepEqual([status, body["code"]], [503, "provider_not_set_up"]);
});
