import assert from "node:assert/strict";
import { createServiceClient } from "../_shared/database/db.ts";
import type { StoredEmail } from "../_email/mod.ts";
import type { EmailStore } from "./deps.ts";
import { createEmailStore } from "./store.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const EMAIL_ID = "0b9f5a1e-51d0-4a6b-8d4e-3f2a7c9d1e00";

const EMAIL: StoredEmail = {
  providerMessageId: "m2@example.com",
  providerThreadId: "m1@example.com",
  fromEmail: "ada@example.com",
  fromName: null,
  toEmails: ["orders@bakery.example"],
  ccEmails: [],
  subject: "Bread",
  snippet: "Two loaves",
  bodyText: "Two loaves",
  bodyHtml: null,
  direction: "inbound",
  receivedAt: "2026-11-09T09:30:00.000Z",
  headers: { precedence: "bulk" },
  attachments: [],
};

function createStore(status: number, answer: unknown, requests: Request[] = []): EmailStore {
  const project = { supabaseUrl: "http://db.example", secretKey: "sb_secret_test" };
  return createEmailStore(createServiceClient(project, (input, init) => {
    requests.push(new Request(input, init));
    return Promise.resolve(Response.json(answer, { status }));
  }));
}

Deno.test("an email travels in one call, in the columns of client_emails", async () => {
  const requests: Request[] = [];
  const store = createStore(200, { outcome: "created", email_id: EMAIL_ID }, requests);
  assert.deepEqual(await store.ingestEmail(WORKSPACE, EMAIL), {
    outcome: "created",
    emailId: EMAIL_ID,
  });
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.url, "http://db.example/rest/v1/rpc/ingest_email");
  assert.deepEqual(await requests[0]?.json(), {
    p_workspace_id: WORKSPACE,
    p_is_counted: false,
    p_email: {
      provider_message_id: "m2@example.com",
      provider_thread_id: "m1@example.com",
      from_email: "ada@example.com",
      from_name: null,
      to_emails: ["orders@bakery.example"],
      cc_emails: [],
      subject: "Bread",
      snippet: "Two loaves",
      body_text: "Two loaves",
      body_html: null,
      direction: "inbound",
      received_at: "2026-11-09T09:30:00.000Z",
      attachments: [],
      headers: { precedence: "bulk" },
    },
  });
});

Deno.test("an unknown workspace and a used-up quota are rejections, not errors", async () => {
  for (
    const [outcome, code, sentence] of [
      ["unknown_workspace", "workspace_not_found", /no workspace/],
      ["erased", "sender_erased", /not stored/],
      [
        "daily_quota_exceeded",
        "daily_quota_exceeded",
        /^at most 5 emails\. Wait until 00:00 UTC\.$/,
      ],
    ] as const
  ) {
    const store = createStore(200, { outcome, email_id: null, detail: "at most 5 emails." });
    const rejected = await store.ingestEmail(WORKSPACE, EMAIL, { isCounted: true });
    assert.ok(rejected.outcome === "rejected");
    assert.equal(rejected.problem.code, code);
    assert.match(rejected.problem.detail, sentence);
  }
});

Deno.test("a token is admitted by its hash for the scope mail, in one call", async () => {
  const requests: Request[] = [];
  const answer = { outcome: "admitted", kind: "token", workspace_id: WORKSPACE };
  assert.equal(await createStore(200, answer, requests).admitToken("abc"), WORKSPACE);
  assert.equal(requests[0]?.url, "http://db.example/rest/v1/rpc/admit_caller");
  assert.deepEqual(await requests[0]?.json(), { p_scope: "mail", p_token_hash: "abc" });
});

for (const code of ["unauthorized", "forbidden", "rate_limited"] as const) {
  Deno.test(`a token that is kept out with ${code} is told so`, async () => {
    const store = createStore(200, { outcome: code, retry_after_seconds: 7 });
    await assert.rejects(store.admitToken("abc"), { code });
  });
}

Deno.test("an admission of another shape lets nobody in", async () => {
  await assert.rejects(createStore(200, { outcome: "admitted" }).admitToken("abc"));
});

Deno.test("a database that is down is store_unavailable", async () => {
  const store = createStore(503, { code: "57P03", message: "starting up" });
  await assert.rejects(store.ingestEmail(WORKSPACE, EMAIL), { code: "store_unavailable" });
});

Deno.test("an answer of another shape is an error, never a success", async () => {
  const store = createStore(200, { outcome: "created" });
  await assert.rejects(store.ingestEmail(WORKSPACE, EMAIL));
});
