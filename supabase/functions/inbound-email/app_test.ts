import assert from "node:assert/strict";
import { hashText } from "../_shared/http/credentials.ts";
import { createApp } from "./app.ts";
import { MAX_JSON_LENGTH, MAX_MAIL_BYTES } from "../_email/mod.ts";
import { createMemoryStore, type MemoryStore } from "./testing/store_in_memory.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const OTHER_WORKSPACE = "11111111-2222-4333-8444-555555555555";
const SECRET = "a-secret-for-these-tests";
const SECRET_KEY = "sb_secret_for_these_tests";
const TOKEN = `nst_${"0a".repeat(32)}`;
const WITH_TOKEN = { authorization: `Bearer ${TOKEN}` };
const RAW = "From: ada@example.com\r\nMessage-ID: <m1@example.com>\r\n\r\nTwo loaves, please.\r\n";
const JSON_MAIL = { workspace_id: WORKSPACE, from: "ada@example.com", text: "Two loaves, please." };

const byName = (a: string, b: string) => (a < b ? -1 : 1);

type App = ReturnType<typeof createApp>;

function setUp(): { app: App; store: MemoryStore } {
  const store = createMemoryStore(WORKSPACE, hashText(TOKEN));
  const app = createApp({
    secrets: { cronSecrets: [SECRET], secretKeys: { default: SECRET_KEY } },
    store,
    providers: [],
    clock: () => new Date("2026-11-12T08:00:00.000Z"),
    log: () => {},
  });
  return { app, store };
}

interface Call {
  readonly path?: string;
  readonly method?: string;
  readonly type?: string | null;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

async function send(app: App, call: Call): Promise<{ response: Response; body: Answer }> {
  const type = call.type === undefined ? "application/json" : call.type;
  // Bytes carry no content type of their own, so a missing one stays missing.
  const body = typeof call.body === "string" ? new TextEncoder().encode(call.body) : call.body;
  const response = await app.request(`/inbound-email${call.path ?? ""}`, {
    method: call.method ?? "POST",
    headers: {
      ...(call.headers ?? { authorization: `Bearer ${SECRET}` }),
      ...(type ? { "content-type": type } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  return { response, body: await response.json() };
}

interface Answer {
  readonly id?: string;
  readonly workspace_id?: string;
  readonly duplicate?: boolean;
  readonly provider_message_id?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const rfc822 = (body: BodyInit, workspaceId = WORKSPACE): Call => ({
  path: `?workspace_id=${workspaceId}`,
  type: "message/rfc822",
  body,
});
const json = (body: unknown): Call => ({ body: JSON.stringify(body) });

Deno.test("a raw email is stored once; the same email again is a duplicate", async () => {
  const { app, store } = setUp();
  const first = await send(app, rfc822(RAW));
  assert.equal(first.response.status, 201);
  assert.deepEqual(first.body, {
    id: "00000000-0000-4000-8000-000000000001",
    workspace_id: WORKSPACE,
    provider_message_id: "m1@example.com",
    duplicate: false,
  });
  const second = await send(app, rfc822(RAW));
  assert.equal(second.response.status, 200);
  assert.deepEqual(second.body, { ...first.body, duplicate: true });
  assert.equal(store.emails.length, 1);
});

Deno.test("a secret key on apikey is let in as well", async () => {
  const { response } = await send(setUp().app, {
    ...json(JSON_MAIL),
    headers: { apikey: SECRET_KEY },
  });
  assert.equal(response.status, 201);
});

Deno.test("the email of an ingest token goes to its workspace, said or not", async () => {
  const { app, store } = setUp();
  const { workspace_id: _, ...mail } = JSON_MAIL;
  const calls = [json(mail), json(JSON_MAIL), json({ raw: RAW }), rfc822(RAW), {
    ...rfc822(RAW),
    path: "",
  }];
  for (const call of calls) {
    const { response, body } = await send(app, { ...call, headers: WITH_TOKEN });
    assert.ok(response.ok, JSON.stringify(body));
    assert.equal(body.workspace_id, WORKSPACE);
  }
  assert.equal(store.emails.length, 2);
});

Deno.test("a secret goes before a token that comes with it", async () => {
  const { response } = await send(setUp().app, {
    ...rfc822(RAW, OTHER_WORKSPACE),
    headers: { apikey: SECRET_KEY, ...WITH_TOKEN },
  });
  assert.equal(response.status, 404);
});

Deno.test("an email as JSON fields fills the columns", async () => {
  const { app, store } = setUp();
  const { response } = await send(app, {
    type: "application/json; charset=utf-8",
    body: JSON.stringify({
      workspace_id: WORKSPACE.toUpperCase(),
      message_id: "<m3@example.com>",
      from: "Ada Example <Ada@example.com>",
      to: ["orders@bakery.example", "Bo <bo@bakery.example>"],
      cc: "cc@bakery.example",
      subject: "Bread\n",
      html: "<p>Two loaves, please.</p>",
      received_at: "2026-11-09T10:30:00+01:00",
      headers: { "List-Id": "x", "X-Other": "y" },
      in_reply_to: "<m2@example.com>",
      references: ["<m1@example.com>", "<m2@example.com>"],
      attachments: [{ name: "menu.pdf", type: "application/pdf", size: 12 }],
    }),
  });
  assert.equal(response.status, 201);
  assert.deepEqual(store.emails, [{
    providerMessageId: "m3@example.com",
    providerThreadId: "m1@example.com",
    fromEmail: "ada@example.com",
    fromName: "Ada Example",
    toEmails: ["orders@bakery.example", "bo@bakery.example"],
    ccEmails: ["cc@bakery.example"],
    subject: "Bread",
    snippet: "Two loaves, please.",
    bodyText: "Two loaves, please.",
    bodyHtml: "<p>Two loaves, please.</p>",
    direction: "inbound",
    receivedAt: "2026-11-09T09:30:00.000Z",
    headers: { "list-id": "x", "in-reply-to": "<m2@example.com>" },
    attachments: [{ name: "menu.pdf", type: "application/pdf", size: 12 }],
  }]);
});

Deno.test("JSON without a message id is idempotent on its content", async () => {
  const { app } = setUp();
  const first = await send(app, json(JSON_MAIL));
  const same = await send(app, json(JSON_MAIL));
  const other = await send(app, json({ ...JSON_MAIL, received_at: "2026-11-09T10:30:00Z" }));
  assert.match(first.body.provider_message_id ?? "", /^sha256-.*@nightshift\.invalid$/);
  assert.equal(same.body.id, first.body.id);
  assert.equal(same.body.duplicate, true);
  assert.notEqual(other.body.id, first.body.id);
});

Deno.test("a raw message inside JSON is the same email as message/rfc822", async () => {
  const { app } = setUp();
  const raw = await send(app, rfc822(RAW));
  const inJson = await send(app, json({ workspace_id: WORKSPACE, raw: RAW }));
  assert.equal(inJson.response.status, 200);
  assert.equal(inJson.body.id, raw.body.id);
});

const REFUSED: readonly (readonly [what: string, call: Call, status: number, code: string])[] = [
  ["malformed JSON", { body: '{"from": ' }, 400, "malformed_json"],
  ["an empty JSON body", { body: "" }, 400, "invalid_request"],
  ["a JSON list", json([JSON_MAIL]), 400, "invalid_request"],
  ["no workspace_id in the query", { ...rfc822(RAW), path: "" }, 400, "invalid_request"],
  ["a workspace_id that is no UUID", rfc822(RAW, "org_123"), 400, "invalid_request"],
  ["an unknown workspace", rfc822(RAW, OTHER_WORKSPACE), 404, "workspace_not_found"],
  ["binary rubbish", rfc822(new Uint8Array(5_000).fill(0xfe)), 422, "mail_unreadable"],
  ["an empty mail", rfc822(""), 422, "mail_unreadable"],
  [
    "a raw text that is no mail, in JSON",
    json({ workspace_id: WORKSPACE, raw: "hello" }),
    422,
    "mail_unreadable",
  ],
  ["2 MiB and a byte", rfc822(RAW.padEnd(MAX_MAIL_BYTES + 1, "x")), 413, "mail_too_large"],
  ["20,001 lines", rfc822(`From: a@example.com\n${"x\n".repeat(20_000)}`), 413, "mail_too_large"],
  [
    "20,001 lines of text in JSON",
    json({ ...JSON_MAIL, text: "x\n".repeat(20_000) }),
    413,
    "mail_too_large",
  ],
  [
    "a JSON body of more than 8 MiB",
    { body: `${JSON.stringify(JSON_MAIL)}${" ".repeat(MAX_JSON_LENGTH)}` },
    413,
    "mail_too_large",
  ],
  ["a body of more than 25 MiB", rfc822("x".repeat(25 * 1_048_576 + 1)), 413, "body_too_large"],
  ["plain text", { type: "text/plain", body: RAW }, 415, "unsupported_media_type"],
  ["a form", { type: "multipart/form-data", body: RAW }, 415, "unsupported_media_type"],
  ["no content type", { type: null, body: RAW }, 415, "unsupported_media_type"],
  ["no secret", { ...json(JSON_MAIL), headers: {} }, 401, "unauthorized"],
  [
    "a wrong secret",
    { ...json(JSON_MAIL), headers: { authorization: "Bearer wrong" } },
    401,
    "unauthorized",
  ],
  [
    "an empty secret",
    { ...json(JSON_MAIL), headers: { authorization: "Bearer " } },
    401,
    "unauthorized",
  ],
  [
    "the secret in the query",
    { path: `?secret=${SECRET}`, ...json(JSON_MAIL), headers: {} },
    401,
    "unauthorized",
  ],
  [
    "another workspace than the token's",
    { ...json({ ...JSON_MAIL, workspace_id: OTHER_WORKSPACE }), headers: WITH_TOKEN },
    404,
    "workspace_not_found",
  ],
  [
    "another workspace than the token's, of a raw mail",
    { ...rfc822(RAW, OTHER_WORKSPACE), headers: WITH_TOKEN },
    404,
    "workspace_not_found",
  ],
  [
    "another workspace than the token's, of an mbox",
    { ...rfc822(RAW, OTHER_WORKSPACE), type: "application/mbox", headers: WITH_TOKEN },
    404,
    "workspace_not_found",
  ],
  [
    "an unknown token",
    { ...json(JSON_MAIL), headers: { authorization: `Bearer nst_${"0".repeat(64)}` } },
    401,
    "unauthorized",
  ],
  [
    "half a token",
    { ...json(JSON_MAIL), headers: { authorization: "Bearer nst_0a0a" } },
    401,
    "unauthorized",
  ],
  ["no workspace_id in JSON", json({ from: "ada@example.com" }), 400, "invalid_request"],
  ["GET", { method: "GET" }, 405, "method_not_allowed"],
  ["DELETE", { method: "DELETE" }, 405, "method_not_allowed"],
  ["another path", { path: "/other", ...json(JSON_MAIL) }, 404, "route_not_found"],
];

for (const [what, call, status, code] of REFUSED) {
  Deno.test(`${what} is rejected with ${status} ${code}, and the next email is taken`, async () => {
    const { app, store } = setUp();
    const { response, body } = await send(app, call);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(body.code, code);
    assert.ok((body.detail ?? "").includes(" "), "the detail is a sentence");
    assert.equal(store.emails.length, 0);
    assert.equal((await send(app, json(JSON_MAIL))).response.status, 201);
  });
}

const BAD_FIELDS: readonly (readonly [fields: object, pointers: readonly string[]])[] = [
  [{ from: undefined }, ["/from"]],
  [{ from: "nobody" }, ["/from"]],
  [{ from: "a@example.com, b@example.com" }, ["/from"]],
  [{ from: 7, subject: null }, ["/from", "/subject"]],
  [{ to: ["ada@example.com", 5] }, ["/to"]],
  [{ to: Array.from({ length: 101 }, (_, index) => `u${index}@example.com`) }, ["/to"]],
  [{ subject: "x".repeat(999) }, ["/subject"]],
  [{ message_id: "<>" }, ["/message_id"]],
  [{ received_at: "yesterday" }, ["/received_at"]],
  [{ received_at: "2026-11-14T08:00:00Z" }, ["/received_at"]],
  [{ received_at: "1994-12-31T00:00:00Z" }, ["/received_at"]],
  [{ headers: { precedence: 1 } }, ["/headers/precedence"]],
  [{ files: [] }, [""]],
  [{ raw: RAW }, [""]],
];

for (const [fields, pointers] of BAD_FIELDS) {
  Deno.test(`JSON with ${JSON.stringify(fields).slice(0, 60)} points at ${pointers}`, async () => {
    const { app, store } = setUp();
    const { response, body } = await send(app, json({ ...JSON_MAIL, ...fields }));
    assert.equal(response.status, 400);
    assert.equal(body.code, "invalid_request");
    const found = [...new Set(body.errors?.map(({ pointer }) => pointer))];
    assert.deepEqual(found.sort(byName), [...pointers]);
    assert.equal(store.emails.length, 0);
  });
}

Deno.test("other methods learn which one is allowed", async () => {
  const { response } = await send(setUp().app, { method: "PUT" });
  assert.equal(response.headers.get("allow"), "POST");
});

Deno.test("the refusal of a content type names what is taken", async () => {
  const { body } = await send(setUp().app, { type: "text/plain", body: RAW });
  assert.match(body.detail ?? "", /application\/json.*message\/rfc822/);
});
