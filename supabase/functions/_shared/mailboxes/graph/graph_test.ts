import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRandom } from "../../../../../scripts/lib/random.ts";
import { readMessage } from "../../../_email/mod.ts";
import type { NewMessage } from "../../../../../scripts/local/graph/graph_mailbox.ts";
import {
  type GraphServerOptions,
  startGraph,
} from "../../../../../scripts/local/graph/graph_server.ts";
import { MailboxDriver } from "../../../email-sync/testing/mailbox_driver.ts";
import { MailboxError, type MailboxErrorKind, type MailboxSession } from "../provider.ts";
import { createGraphConnection } from "./graph_connection.ts";
import { createGraphProvider } from "./graph_provider.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const SINCE = new Date("2026-10-21T12:00:00Z");
const { signal } = new AbortController();
const encoder = new TextEncoder();

type Graph = ReturnType<typeof startGraph>;

/** A mailbox in Vault and the provider that reads it. */
function connect(graph: Graph, clock: () => Date = () => NOW) {
  const { access_token, refresh_token } = graph.login.issue();
  let secret: unknown = { access_token, refresh_token, expires_at: "2026-11-20T13:00:00Z" };
  const saved: unknown[] = [];
  const provider = createGraphProvider(graph.settings, clock);
  return {
    saved,
    secret: secret as Record<string, unknown>,
    provider,
    open: (): Promise<MailboxSession> =>
      provider.open(secret, {
        address: "Owner@Example.com",
        signal,
        saveSecret: (next) => {
          saved.push(next);
          secret = next;
          return Promise.resolve();
        },
      }),
  };
}

function makeMessage(number: number, changes: Partial<NewMessage> = {}): NewMessage {
  const raw = encoder.encode(
    `From: Ada <ada@example.org>\r\nSubject: Email ${number}\r\n` +
      `Message-ID: <${number}@example.org>\r\n\r\nHello.\r\n`,
  );
  const receivedAt = new Date(NOW.getTime() - (10_000 - number) * 60_000);
  return { folder: "inbox", raw, receivedAt, ...changes };
}

const failsAs = (kind: MailboxErrorKind, message: RegExp) => (error: unknown) => {
  ok(error instanceof MailboxError, String(error));
  equal(error.kind, kind, error.message);
  ok(message.test(error.message), error.message);
  ok(!/secret words/.test(`${error.message} ${Deno.inspect(error.cause)}`));
  return true;
};

async function readSubjects(session: MailboxSession, refs: readonly { readonly id: string }[]) {
  const subjects: string[] = [];
  for (const ref of refs) {
    const message = await session.fetchMessage(ref, signal);
    const reading = message === null ? null : await readMessage(message.raw, message.receivedAt);
    subjects.push(reading?.ok ? reading.email.subject : "gone");
  }
  return subjects;
}

/** Starts the stand-in, and a mailbox at it. */
async function withGraph(
  body: (graph: Graph, mailbox: ReturnType<typeof connect>) => Promise<void>,
  options: GraphServerOptions = {},
): Promise<void> {
  await using graph = startGraph(options);
  await body(graph, connect(graph));
}

Deno.test("what was there is listed newest first, what comes later is new", () =>
  withGraph(async ({ mailbox }, { open }) => {
    for (const number of [1, 2, 3]) mailbox.add(makeMessage(number));
    mailbox.add(makeMessage(4, { folder: "sentitems" }));
    await using session = await open();
    equal(session.address, "owner@example.com");
    const cursor = await session.start(signal);
    const old = await session.listOld(null, SINCE, 10, signal);
    deepEqual(await readSubjects(session, old.refs.filter(({ id }) => id.startsWith("inbox"))), [
      "Email 3",
      "Email 2",
      "Email 1",
    ]);
    equal(old.more, false);
    deepEqual((await session.listNew(cursor, 10, signal)).refs, []);
    mailbox.add(makeMessage(10_001));
    mailbox.add(makeMessage(10_002, { folder: "sentitems" }));
    const page = await session.listNew(cursor, 10, signal);
    deepEqual(await readSubjects(session, page.refs), ["Email 10001", "Email 10002"]);
    const [received, sent] = await Promise.all(
      page.refs.map((ref) => session.fetchMessage(ref, signal)),
    );
    deepEqual([received?.outbound, sent?.outbound], [null, true]);
    equal(received?.threadId?.startsWith("conversation-of-"), true);
    equal((await session.listNew(page.cursor, 10, signal)).refs.length, 0);
  }));

Deno.test("150 emails are stored once each, wherever reading is cut and whatever fails", async () => {
  const random = createRandom(1_515);
  const faults = (request: Request): Response | undefined => {
    const luck = random();
    if (luck < 0.02) return new Response("", { status: 429, headers: { "retry-after": "1" } });
    if (luck < 0.04) return new Response("<html>", { status: 503 });
    if (luck < 0.1) graph.login.endAccess();
    if (luck < 0.12 && request.url.includes("deltatoken")) {
      return Response.json({ error: { code: "syncStateNotFound" } }, { status: 410 });
    }
    return undefined;
  };
  await using graph = startGraph({ fault: faults, emptyPages: () => random() < 0.3 });
  const { mailbox } = graph;
  const numbers = Array.from({ length: 150 }, (_, at) => at + 1);
  const put = (number: number) =>
    mailbox.add(makeMessage(number, {
      folder: number % 5 === 0 ? "sentitems" : "inbox",
      // Many of one moment, also more than a page has.
      receivedAt: new Date(NOW.getTime() - 86_400_000 + Math.floor(number / 30) * 60_000),
    }));
  for (const number of numbers.slice(0, 100)) put(number);
  const { provider, secret } = connect(graph);
  const driver = new MailboxDriver({
    provider,
    address: "owner@example.com",
    credentials: secret,
    since: SINCE,
    random,
    cutChance: 0.06,
    limit: 16,
  });
  await driver.readAll();
  for (const number of numbers.slice(100)) put(number);
  await driver.readAll();
  const ids = numbers.map((number) => `${number}@example.org`).sort();
  deepEqual([...driver.stored.keys()].sort(), ids);
  ok(driver.cuts > 3 && graph.login.refreshes > 1, `${driver.cuts} ${graph.login.refreshes}`);
});

Deno.test("a place that Microsoft has forgotten ends the cursor", () =>
  withGraph(async ({ mailbox }, { open }) => {
    await using session = await open();
    const cursor = await session.start(signal);
    mailbox.add(makeMessage(1));
    mailbox.forgottenBefore = 5;
    await rejects(session.listNew(cursor, 10, signal), failsAs("cursor_expired", /last place/));
    await rejects(session.listNew({}, 10, signal), failsAs("cursor_expired", /another version/));
  }));

Deno.test("drafts, junk, deleted and removed messages are left out, filed ones are not", () =>
  withGraph(async ({ mailbox }, { open }) => {
    const first = await open();
    const cursor = await first.start(signal);
    mailbox.add(makeMessage(10_001, { isDraft: true }));
    mailbox.add(makeMessage(10_002, { folder: "junkemail" }));
    const ids = [3, 4, 5, 6].map((number) => mailbox.add(makeMessage(10_000 + number)));
    const { refs } = await first.listNew(cursor, 10, signal);
    equal(refs.length, 4);
    mailbox.remove(ids[0] ?? "");
    mailbox.move(ids[1] ?? "", "deleteditems");
    mailbox.move(ids[2] ?? "", "archive");
    // Another process, which knows nothing but the ids.
    const second = await open();
    deepEqual(await readSubjects(second, refs), ["gone", "gone", "Email 10005", "Email 10006"]);
  }));

Deno.test("an access token that has ended is renewed once for all requests, and saved first", () =>
  withGraph(async ({ mailbox, login }, { open, saved }) => {
    for (const number of [1, 2, 3, 4]) mailbox.add(makeMessage(number));
    await using session = await open();
    const { refs } = await session.listOld(null, SINCE, 10, signal);
    login.endAccess();
    const messages = await Promise.all(refs.map((ref) => session.fetchMessage(ref, signal)));
    ok(messages.every((message) => message !== null));
    equal(login.refreshes, 1);
    equal(saved.length, 1);
  }));

Deno.test("tokens that cannot be saved are not used, and the old ones still work", () =>
  withGraph(async ({ login, settings }) => {
    const { access_token, refresh_token } = login.issue();
    const stored = { access_token, refresh_token, expires_at: "2026-11-20T12:00:30Z" };
    const provider = createGraphProvider(settings, () => NOW);
    const open = (saveSecret: () => Promise<void>) =>
      provider.open(stored, { address: "owner@example.com", signal, saveSecret });
    await rejects(open(() => Promise.reject(new Error("no lease"))), /no lease/);
    await using session = await open(() => Promise.resolve());
    await session.start(signal);
    equal(login.refreshes, 2);
  }));

Deno.test("revoked access asks to connect again, a broken app asks the operator", () =>
  withGraph(async ({ login, settings, mailbox }, { open }) => {
    mailbox.add(makeMessage(1));
    const session = await open();
    login.revokeAll();
    await rejects(session.start(signal), failsAs("reconnect_needed", /Connect it again/));
    const broken = createGraphProvider({ ...settings, clientSecret: "old" }, () => NOW);
    const { access_token, refresh_token } = login.issue();
    const stored = { access_token, refresh_token, expires_at: "2026-11-20T12:00:00Z" };
    const saveSecret = () => Promise.resolve();
    await rejects(
      broken.open(stored, { address: "owner@example.com", signal, saveSecret }),
      failsAs("temporary", /operator has to set/),
    );
    await rejects(
      broken.open({ access_token }, { address: "owner@example.com", signal, saveSecret }),
      failsAs("reconnect_needed", /incomplete/),
    );
  }));

Deno.test("Microsoft is obeyed when it asks to slow down", () =>
  withGraph(
    async (_, { open }) => {
      const session = await open();
      await rejects(session.start(signal), (error: unknown) => {
        failsAs("back_off", /slow down/)(error);
        equal((error as MailboxError).retryAfterSeconds, 37);
        return true;
      });
    },
    { fault: () => new Response("", { status: 429, headers: { "retry-after": "37" } }) },
  ));

Deno.test("every other error is tried again", async () => {
  const cases: [Response, RegExp][] = [
    [Response.json({ error: { code: "ErrorAccessDenied" } }, { status: 403 }), /administrator/],
    [
      Response.json({ error: { code: "MailboxNotEnabledForRESTAPI" } }, { status: 404 }),
      /no mailbox/,
    ],
    [new Response("<html>", { status: 500 }), /\(500\)/],
    [new Response("", { status: 302, headers: { location: "http://127.0.0.1:9/" } }), /\(302\)/],
    [new Response("no json"), /could not be read/],
    [Response.json({ value: [{ id: 1 }] }), /could not be read/],
  ];
  for (const [response, message] of cases) {
    await withGraph(async (_, { open }) => {
      const session = await open();
      await rejects(session.start(signal), failsAs("temporary", message));
    }, { fault: () => response.clone() });
  }
});

Deno.test("a link to another host is not followed and gets no token", async () => {
  let strangers = 0;
  await using stranger = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(String(strangers++)),
  );
  const strange = `http://127.0.0.1:${stranger.addr.port}/v1.0/me`;
  const evil = [strange, "//evil.example/", "/%2e%2e/common", "file:///etc/passwd", "x"];
  for (const link of evil) {
    await withGraph(async (_, { open }) => {
      const session = await open();
      await rejects(session.start(signal), failsAs("temporary", /not its own|does not end|error/));
    }, {
      fault: (request) =>
        request.url.includes("receivedDateTime")
          ? Response.json({ value: [], "@odata.nextLink": link })
          : undefined,
    });
  }
  await withGraph(async ({ settings }, { open }) => {
    const session = await open();
    const graph = settings.graphUrl;
    const userInfo = `${graph}/me`.replace("http://", "http://ada:word@");
    for (
      const link of [strange, userInfo, `${graph}.evil.example/`, graph.replace("/v1.0", "/x")]
    ) {
      const cursor = { inbox: link, sent: link };
      await rejects(session.listNew(cursor, 10, signal), failsAs("temporary", /not its own/));
    }
  });
  equal(strangers, 0);
});

Deno.test("an email of 25 MB comes without its attachments", () =>
  withGraph(async ({ mailbox }, { open }) => {
    const large = makeMessage(1);
    const raw = new Uint8Array(25_000_000).fill(65);
    raw.set(large.raw);
    mailbox.add({ ...large, raw });
    const session = await open();
    const { refs: [ref] } = await session.listOld(null, SINCE, 10, signal);
    const message = ref === undefined ? null : await session.fetchMessage(ref, signal);
    ok(message?.shortened);
    const reading = await readMessage(message.raw, message.receivedAt);
    ok(reading.ok);
    equal(reading.email.subject, "Email 1");
    equal(reading.email.providerMessageId, "1@example.org");
    ok(reading.email.bodyHtml?.includes("Schöne Grüße"));
    deepEqual(reading.email.attachments, [
      { name: "Plan.pdf", type: "application/pdf", size: 24_000_000 },
    ]);
  }));

Deno.test("a mailbox is connected with PKCE, and only with lasting access to its email", () =>
  withGraph(async ({ login, settings }) => {
    const connection = createGraphConnection(settings, () => NOW);
    const codeVerifier = "a".repeat(43);
    const redirectUri = "https://project.example/functions/v1/mailboxes/callback";
    const finish = (verifier: string) => {
      const link = connection.authorizeUrl({
        state: "state-1",
        codeChallenge: createHash("sha256").update(codeVerifier).digest("base64url"),
        redirectUri,
        loginHint: null,
      });
      const { searchParams } = new URL(link);
      equal(searchParams.get("scope"), "Mail.Read offline_access User.Read");
      const parameters = login.accept(link);
      return connection.finish({ parameters, codeVerifier: verifier, redirectUri, signal });
    };
    const grant = await finish(codeVerifier);
    equal(grant.address, "owner@example.com");
    equal(grant.tokenExpiresAt, null);
    const { open } = { open: createGraphProvider(settings, () => NOW).open };
    const saveSecret = () => Promise.resolve();
    await using session = await open(grant.credentials, {
      address: grant.address,
      signal,
      saveSecret,
    });
    await session.start(signal);
    await rejects(finish("b".repeat(43)), failsAs("reconnect_needed", /Connect it again/));
    login.scope = "User.Read";
    await rejects(finish(codeVerifier), failsAs("reconnect_needed", /was not allowed/));
    login.scope = "https://graph.microsoft.com/Mail.Read User.Read";
    equal((await finish(codeVerifier)).address, "owner@example.com");
    login.givesRefreshToken = false;
    await rejects(finish(codeVerifier), failsAs("reconnect_needed", /no lasting access/));
    const denied = new URLSearchParams({ error: "access_denied", state: "state-1" });
    await rejects(
      connection.finish({ parameters: denied, codeVerifier, redirectUri, signal }),
      failsAs("reconnect_needed", /Connect it again/),
    );
  }));

Deno.test("a quiet mailbox keeps its place for 30 days without listing anything again", async () => {
  await using graph = startGraph();
  let now = NOW;
  const { open } = connect(graph, () => now);
  let cursor = await (await open()).start(signal);
  for (let day = 0; day < 30; day += 1) {
    now = new Date(now.getTime() + 86_400_000);
    await using session = await open();
    const page = await session.listNew(cursor, 10, signal);
    deepEqual(page.refs, []);
    cursor = page.cursor;
  }
  equal(graph.requests.filter((request) => !/deltatoken|token$/.test(request)).length, 2);
});
