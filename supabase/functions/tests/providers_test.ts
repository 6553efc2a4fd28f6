import assert from "node:assert/strict";
import worker from "../../../examples/email-in/cloudflare_worker.js";
import { withStack } from "./testing/with_stack.ts";
import { createWorld, readBearer, type World } from "./testing/world.ts";

const stack = withStack({ functions: ["inbound-email"] });

let made: Promise<World> | undefined;
const world = () => made ??= createWorld(stack());

async function readToken(): Promise<string> {
  const { headers } = await world();
  return readBearer(headers["mail token"]);
}

async function countEmails(messageId: string): Promise<number> {
  const { ours } = await world();
  const rows = await stack().database.query(
    "select from public.client_emails where workspace_id = $1 and provider_message_id = $2",
    [ours, messageId],
  );
  return rows.length;
}

Deno.test("a webhook whose URL has a token as its password brings an email in, once", async () => {
  const token = await readToken();
  const answers = [];
  for (let attempt = 1; attempt <= 2; attempt++) {
    const response = await fetch(`${stack().url}/functions/v1/inbound-email/postmark`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`postmark:${token}`)}` },
      body: JSON.stringify({
        From: "Ada <ada@client.example>",
        Subject: "Loaves",
        TextBody: "Could you bake 40 loaves by Friday?",
        Headers: [{ Name: "Message-ID", Value: "<hook-1@client.example>" }],
        Attachments: [{ Name: "guests.pdf", ContentType: "application/pdf", ContentLength: 4_096 }],
      }),
    });
    answers.push([response.status, (await response.json()).duplicate]);
  }
  assert.deepEqual(answers, [[200, false], [200, true]]);
  const stored = await stack().database.query<{ attachments: unknown }>(
    "select attachments from public.client_emails where provider_message_id = $1",
    ["hook-1@client.example"],
  );
  assert.deepEqual(stored, [
    { attachments: [{ name: "guests.pdf", type: "application/pdf", size: 4_096 }] },
  ]);
});

/** An email as Cloudflare gives it to a worker. */
function receive(raw: string) {
  const rejected: string[] = [];
  return {
    rejected,
    from: "ada@client.example",
    to: "orders@bakery.example",
    raw: new Blob([raw]).stream(),
    rawSize: raw.length,
    headers: new Headers(),
    setReject: (reason: string) => void rejected.push(reason),
  };
}

async function work(raw: string, token?: string): Promise<readonly string[]> {
  const message = receive(raw);
  await worker.email(message, {
    NIGHTSHIFT_URL: `${stack().url}/functions/v1/inbound-email`,
    MAIL_TOKEN: token ?? await readToken(),
  });
  return message.rejected;
}

Deno.test("the Cloudflare worker of the example brings an email in", async () => {
  const raw = "From: ada@client.example\r\nMessage-ID: <worker-1@client.example>\r\n\r\nHi\r\n";
  assert.deepEqual(await work(raw), []);
  assert.equal(await countEmails("worker-1@client.example"), 1);
});

Deno.test("the worker tells the sender of an email that is too large", async () => {
  const [reason] = await work(`From: ada@client.example\r\n\r\n${"x\r\n".repeat(20_001)}`);
  assert.match(reason ?? "", /at most 2,097,152 bytes and 20,000 lines/);
});

Deno.test("the worker fails where its token is wrong, so that the email is sent again", async () => {
  await assert.rejects(work("From: a@b.example\r\n\r\nHi", `nst_${"00".repeat(32)}`), /401/);
});
