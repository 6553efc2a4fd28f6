import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { GmailMailbox } from "../../../../../scripts/local/gmail/gmail_mailbox.ts";
import {
  type GmailServerOptions,
  STAND_IN_CLIENT,
  startGmailServer,
} from "../../../../../scripts/local/gmail/gmail_server.ts";
import { readMessage } from "../../../_email/mod.ts";
import { MailboxError, type MailboxErrorKind } from "../provider.ts";
import { createGmailProvider } from "./gmail_provider.ts";
import { readRawAnswer } from "./raw_stream.ts";

const { signal } = new AbortController();
const LIMITS = { maxBytes: 1_000, largeBytes: 1_000, onLarge: () => Promise.resolve() };

/** A mailbox on a stand-in, and a session in it. */
async function open(mailbox: GmailMailbox, options: Partial<GmailServerOptions> = {}) {
  const server = startGmailServer({ mailboxes: [mailbox], ...options });
  const saved: unknown[] = [];
  const provider = createGmailProvider({
    clientId: STAND_IN_CLIENT.id,
    clientSecret: STAND_IN_CLIENT.secret,
    baseUrl: server.url,
  }, () => new Date());
  const session = await provider.open({
    refresh_token: server.grant(mailbox),
    access_token: "none",
    expires_at: "2020-01-01T00:00:00Z",
  }, {
    address: mailbox.address,
    signal,
    saveSecret: (secret) => Promise.resolve(void saved.push(secret)),
  });
  return { server, session, saved, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const failsAs = (kind: MailboxErrorKind) => (error: unknown) => {
  ok(error instanceof MailboxError, String(error));
  equal(error.kind, kind);
  return true;
};

Deno.test("a message is decoded however its answer is cut into pieces", async () => {
  const raw = 'Subject: "raw": {x}\r\n\r\n\\ and ünïcode';
  const bytes = new TextEncoder().encode(raw);
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
  const json = `{"id": "a\\"raw", "labelIds": ["raw"], "payload": {"raw": "no"}, "raw" : "${
    text.replaceAll("=", "\\u003d")
  }", "internalDate": "7"}`;
  const encoded = new TextEncoder().encode(json);
  for (let size = 1; size <= encoded.length; size += 1) {
    const pieces = Array.from(
      { length: Math.ceil(encoded.length / size) },
      (_, at) => encoded.slice(at * size, (at + 1) * size),
    );
    const { raw: read, rest } = await readRawAnswer(ReadableStream.from(pieces), LIMITS);
    equal(new TextDecoder().decode(read ?? undefined), raw, `pieces of ${size}`);
    deepEqual(rest, {
      id: 'a"raw',
      labelIds: ["raw"],
      payload: { raw: "no" },
      raw: "",
      internalDate: "7",
    });
  }
});

Deno.test("a message beyond the limit is dropped while it comes", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pulled++ === 0 ? '{"raw": "' : "A".repeat(400);
      controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  equal((await readRawAnswer(endless, LIMITS)).raw, null);
  ok(pulled < 10, `${pulled} pieces`);
});

Deno.test("a message of 9 MB comes without its attachment, with its text and header", async () => {
  const mailbox = new GmailMailbox("us@example.com");
  const head = "Message-ID: <large@example.org>\r\nFrom: ada@example.org\r\nSubject: Plans\r\n" +
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' +
    "Content-Type: text/plain; charset=utf-8\r\n\r\nHere are the pläns.\r\n--b\r\n" +
    'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="plans.pdf"\r\n\r\n';
  const text = new TextEncoder().encode(head);
  const message = new Uint8Array(9 * 1_048_576).fill(0x41);
  message.set(text, 0);
  message.set(new TextEncoder().encode("\r\n--b--\r\n"), message.length - 9);
  const { id } = mailbox.add({ raw: message });
  await using box = await open(mailbox);
  const fetched = await box.session.fetchMessage({ id }, signal);
  ok(fetched !== null && fetched.shortened && fetched.raw.length < 10_000);
  const reading = await readMessage(fetched.raw, new Date());
  ok(reading.ok);
  equal(reading.email.providerMessageId, "large@example.org");
  equal(reading.email.bodyText?.trim(), "Here are the pläns.");
});

Deno.test("tokens are renewed once for requests that run at the same time, and saved first", async () => {
  const mailbox = new GmailMailbox("us@example.com");
  const ids = Array.from({ length: 5 }, (_, at) => mailbox.add({ raw: `Subject: ${at}\r\n\r\nx` }));
  await using box = await open(mailbox);
  const fetched = await Promise.all(ids.map((ref) => box.session.fetchMessage(ref, signal)));
  equal(fetched.filter((message) => message !== null).length, 5);
  equal(box.server.requests.get("/token"), 1);
  equal(box.saved.length, 1);
});

Deno.test("what Gmail answers is told apart: slow down, gone, forgotten, anything else", async () => {
  const mailbox = new GmailMailbox("us@example.com");
  const { id } = mailbox.add({ raw: "Subject: x\r\n\r\nx" });
  let answer: Response | null = null;
  await using box = await open(mailbox, {
    interfere: (request) =>
      new URL(request.url).pathname === "/token" ? null : answer?.clone() ?? null,
  });
  const cursor = await box.session.start(signal);
  const reason = (name: string) => ({ error: { errors: [{ reason: name }] } });
  const cases: readonly [Response, MailboxErrorKind][] = [
    [new Response("", { status: 429, headers: { "retry-after": "7" } }), "back_off"],
    [Response.json(reason("rateLimitExceeded"), { status: 403 }), "back_off"],
    [Response.json(reason("userRateLimitExceeded"), { status: 403 }), "back_off"],
    [Response.json(reason("insufficientPermissions"), { status: 403 }), "temporary"],
    [new Response("<html>", { status: 403 }), "temporary"],
    [new Response("", { status: 401 }), "temporary"],
    [new Response("", { status: 500 }), "temporary"],
    [new Response("", { status: 404 }), "cursor_expired"],
  ];
  for (const [given, kind] of cases) {
    answer = given;
    await rejects(box.session.listNew(cursor, 10, signal), failsAs(kind));
  }
  answer = new Response("", { status: 404 });
  equal(await box.session.fetchMessage({ id }, signal), null);
});
