/**
 * Mailboxes over HTTP, with real users, a stand-in of Gmail, a Dovecot, and the functions as they
 * run.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { composeEmail, messageIdOf } from "../../../scripts/bench/mailboxes/emails.ts";
import { GmailMailbox } from "../../../scripts/local/gmail/gmail_mailbox.ts";
import { STAND_IN_CLIENT, startGmailServer } from "../../../scripts/local/gmail/gmail_server.ts";
import { findDovecot } from "../../../scripts/local/dovecot/dovecot_install.ts";
import { startDovecot } from "../../../scripts/local/dovecot/dovecot_server.ts";
import { connectStandIn } from "../../../scripts/mailbox/connect_stand_in.ts";
import { request } from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const mailbox = new GmailMailbox("shop@example.com");
const consent: { isDenied?: boolean; scope?: string } = {};
const gmail = startGmailServer({ mailboxes: [mailbox], consent });
Deno.test.afterAll(async () => await gmail[Symbol.asyncDispose]());

const search = await findDovecot();
const dovecot = search.found ? await startDovecot(search.program) : null;
Deno.test.afterAll(async () => await dovecot?.[Symbol.asyncDispose]());

const APP_PAGE = "https://app.example.com/settings";
const stack = withStack({
  env: {
    GOOGLE_CLIENT_ID: STAND_IN_CLIENT.id,
    GOOGLE_CLIENT_SECRET: STAND_IN_CLIENT.secret,
    GOOGLE_BASE_URL: gmail.url,
    MAILBOX_REDIRECT_URLS: `${APP_PAGE},https://other.example.com/`,
    ...dovecot === null ? {} : {
      IMAP_ALLOWED_HOSTS: "localhost",
      IMAP_PORTS: String(dovecot.tlsPort),
      // Read by Deno itself, which trusts the authority then.
      DENO_CERT: dovecot.authorityPath,
    },
  },
  functions: ["mailboxes", "email-sync"],
});

type Headers = Readonly<Record<string, string>>;

async function signUp(name: string): Promise<Headers> {
  const { url, publishableKey } = stack();
  const json = { apikey: publishableKey, "content-type": "application/json" };
  const answer = await request(`${url}/auth/v1/signup`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ email: `${name}@example.com`, password: "correct horse battery 1" }),
  });
  return { ...json, authorization: `Bearer ${JSON.parse(answer.text).access_token}` };
}

let people: Promise<{ owner: Headers; other: Headers; workspaceId: string }> | undefined;

/** An owner with a workspace, in which another is an owner, too. */
function meet() {
  return people ??= (async () => {
    const [owner, other] = await Promise.all([signUp("ada"), signUp("bo")]);
    const created = await request(`${stack().url}/rest/v1/rpc/create_workspace`, {
      method: "POST",
      headers: owner,
      body: JSON.stringify({ p_name: "Shop" }),
    });
    const workspaceId: string = JSON.parse(created.text);
    await stack().database.query(
      `insert into public.workspace_members (workspace_id, user_id, role)
       select $1, u.id, 'owner' from auth.users u where u.email = 'bo@example.com'`,
      [workspaceId],
    );
    return { owner, other, workspaceId };
  })();
}

function call(headers: Headers, method: string, path: string, body?: unknown) {
  return request(`${stack().url}/functions/v1/mailboxes${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Opens a link as a browser does, up to the last address; nothing is fetched there. */
async function browse(url: string): Promise<{ status: number; at: string; text: string }> {
  for (let at = url;;) {
    const answer = await fetch(at, { redirect: "manual" });
    const location = answer.headers.get("location");
    const text = await answer.text();
    if (location === null || !location.startsWith("http://127.0.0.1")) {
      return { status: answer.status, at: location ?? at, text };
    }
    at = location;
  }
}

async function ask(headers: Headers, more: Record<string, unknown> = {}) {
  const { workspaceId } = await meet();
  const answer = await call(headers, "POST", "", {
    workspace_id: workspaceId,
    provider: "gmail",
    ...more,
  });
  return { status: answer.status, ...JSON.parse(answer.text) };
}

async function remove(headers: Headers, id: string): Promise<void> {
  await call(headers, "DELETE", `/${id}`);
}

Deno.test("a request without a user is rejected before its body is parsed, and one with a forged token, too", async () => {
  await meet();
  const { publishableKey } = stack();
  const headers = { apikey: publishableKey, "content-type": "application/json" };
  const forged = { ...headers, authorization: "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA" };
  for (const who of [headers, forged]) {
    for (const [method, path] of [["POST", ""], ["POST", "/confirm"], ["POST", "/x/pause"]]) {
      const answer = await request(`${stack().url}/functions/v1/mailboxes${path}`, {
        method: method ?? "",
        headers: who,
        body: "{ no json",
      });
      assert.equal(answer.status, 401, `${method} ${path}`);
    }
  }
});

Deno.test("a user connects a mailbox, its email arrives, and it is disconnected with its key", async () => {
  const { owner, other, workspaceId } = await meet();
  for (let number = 0; number < 3; number += 1) mailbox.add({ raw: composeEmail(number) });

  const { status, mailbox: made, authorize_url: link } = await ask(owner, {
    redirect_url: `${APP_PAGE}?tab=mailboxes`,
  });
  assert.deepEqual([status, made?.state, made?.address], [201, "pending", null]);
  const asked = new URL(link).searchParams;
  assert.equal(asked.get("scope"), "https://www.googleapis.com/auth/gmail.readonly");
  assert.equal(asked.get("access_type"), "offline");
  assert.equal(asked.get("prompt"), "consent");
  assert.equal(asked.get("code_challenge_method"), "S256");

  const end = await browse(link);
  const page = new URL(end.at);
  assert.equal(page.origin + page.pathname, APP_PAGE);
  assert.equal(page.searchParams.get("tab"), "mailboxes");
  const code = page.searchParams.get("mailbox_code");
  assert.match(code ?? "", /^[\w-]{43}$/);
  const confirmed = await call(owner, "POST", "/confirm", { code });
  assert.equal(confirmed.status, 200, confirmed.text);
  assert.equal(JSON.parse(confirmed.text).mailbox.address, "shop@example.com");
  assert.equal((await call(owner, "POST", "/confirm", { code })).status, 403);

  await sync();
  const ids = await stack().database.query<{ id: string }>(
    "select provider_message_id as id from public.client_emails where workspace_id = $1 order by 1",
    [workspaceId],
  );
  assert.deepEqual(ids.map(({ id }) => id), [0, 1, 2].map(messageIdOf));

  const listed = JSON.parse((await call(other, "GET", `?workspace_id=${workspaceId}`)).text);
  assert.equal(listed.mailboxes[0].state, "live");
  for (
    const [change, state] of [["pause", "paused"], ["resume", "live"], ["resync", "backfilling"]]
  ) {
    const changed = await call(owner, "POST", `/${made.id}/${change}`);
    assert.equal(JSON.parse(changed.text).mailbox.state, state);
  }
  assert.deepEqual(await findSecrets(), []);

  await stack().database.query(
    "insert into public.legal_holds (workspace_id, reason) values ($1, 'A lawsuit')",
    [workspaceId],
  );
  const kept = await call(owner, "DELETE", `/${made.id}?erase_emails=true`);
  assert.deepEqual([kept.status, JSON.parse(kept.text).code], [409, "workspace_on_hold"]);
  await stack().database.query("update public.legal_holds set released_at = now()");

  const removed = await call(owner, "DELETE", `/${made.id}?erase_emails=true`);
  assert.deepEqual(JSON.parse(removed.text), { outcome: "removed", emails_erased: 3 });
  const [left] = await stack().database.query<{ secrets: number; emails: number }>(
    `select (select count(*)::integer from vault.secrets where name like 'nightshift_mailbox%')
       as secrets, (select count(*)::integer from public.client_emails) as emails`,
  );
  assert.deepEqual(left, { secrets: 0, emails: 0 });
});

Deno.test("another user cannot confirm, also as an owner of the workspace, and the tokens are gone", async () => {
  const { owner, other } = await meet();
  const { mailbox: made, authorize_url: link } = await ask(owner);
  const shown = await browse(link);
  assert.equal(shown.status, 200);
  const [code] = /^[\w-]{43}$/m.exec(shown.text) ?? [];
  const taken = await call(other, "POST", "/confirm", { code });
  assert.equal(taken.status, 403, taken.text);
  assert.equal((await call(owner, "POST", "/confirm", { code })).status, 403);
  const rows = await stack().database.query(
    "select from vault.secrets where name like 'nightshift_mailbox%'",
  );
  assert.equal(rows.length, 0);
  await remove(owner, made.id);
});

Deno.test("a link whose page was never allowed sends no code there, however it was noted", async () => {
  const { owner } = await meet();
  const { mailbox: made, authorize_url: link } = await ask(owner);
  for (const page of ["https://evil.example.com/collect", "no page", `${APP_PAGE}/../elsewhere`]) {
    // Past the function: the database takes a state from whoever manages the mailbox.
    const state = "s".repeat(43);
    const noted = await request(`${stack().url}/rest/v1/rpc/begin_authorization`, {
      method: "POST",
      headers: owner,
      body: JSON.stringify({
        p_mailbox_id: made.id,
        p_state_hash: createHash("sha256").update(state).digest("hex"),
        p_pkce_verifier: "v".repeat(43),
        p_redirect_url: page,
      }),
    });
    assert.equal(noted.status, 200, noted.text);
    const sent = new URL(link);
    sent.searchParams.set("state", state);
    sent.searchParams.set(
      "code_challenge",
      createHash("sha256").update("v".repeat(43)).digest("base64url"),
    );
    const end = await browse(sent.href);
    assert.equal(end.status, 422, page);
    assert.match(end.at, /^http:\/\/127\.0\.0\.1/);
    assert.doesNotMatch(end.text, /[\w-]{43}/);
  }
  const rows = await stack().database.query(
    "select from vault.secrets where name like 'nightshift_mailbox%'",
  );
  assert.equal(rows.length, 0);
  await remove(owner, made.id);
});

Deno.test("a link works once, and what goes wrong on the provider's page is told without secrets", async () => {
  const { owner } = await meet();
  const cases = [
    [{ isDenied: true }, /Access was denied/],
    [{ scope: "openid email" }, /permission to read email was not given/],
  ] as const;
  for (const [answer, sentence] of cases) {
    const { mailbox: made, authorize_url: link } = await ask(owner);
    Object.assign(consent, answer);
    const end = await browse(link);
    delete consent.isDenied;
    delete consent.scope;
    assert.equal(end.status, 422);
    assert.match(end.text, sentence);
    const again = await fetch(end.at, { redirect: "manual" });
    assert.equal(again.status, 422);
    assert.match(await again.text(), /used before/);
    await remove(owner, made.id);
  }
  const elsewhere = await ask(owner, { redirect_url: "https://evil.example.com/settings" });
  assert.equal(elsewhere.code, "redirect_not_allowed");
  const unset = await ask(owner, { provider: "graph" });
  assert.equal(unset.code, "provider_not_configured");
});

Deno.test("`deno task mailbox` connects once, and again what has lost its access", async () => {
  const { owner, workspaceId } = await meet();
  const { url, publishableKey, secretKey, database } = stack();
  const connect = () => connectStandIn({ url, publishableKey, secretKey, workspaceId });
  const first = await connect();
  assert.equal(first.address, "shop@example.com");
  assert.equal((await connect()).id, first.id);
  await database.adminQuery("update public.mailboxes set state = 'reconnect_needed'");
  const again = await connect();
  assert.deepEqual([again.id, again.state], [first.id, "backfilling"]);
  await remove(owner, first.id);
});

Deno.test({
  name: "an IMAP mailbox is connected by its password, by a right one only, and its email arrives",
  ignore: dovecot === null && Deno.env.get("CI") !== "true",
  fn: async () => {
    if (dovecot === null) throw new Error(search.found ? "" : search.problem);
    const address = "bakery@example.com";
    await (await dovecot.maildir(address)).deliver([11, 12, 13].map((number) => ({
      name: `17000000${number}.x`,
      raw: new TextEncoder().encode(composeEmail(number)),
      receivedAt: new Date(Date.now() - 86_400_000),
    })));
    const { owner, workspaceId } = await meet();
    const answers: string[] = [];
    const connect = async (changes: Record<string, unknown>) => {
      const { tlsPort: port, password } = dovecot;
      const imap = { host: "localhost", port, security: "tls", password, ...changes };
      const answer = await ask(owner, { provider: "imap", address, imap });
      answers.push(JSON.stringify(answer));
      return answer;
    };
    const wrong = await connect({ password: "wrong-password" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.detail, /rejects the user name or password/);
    assert.match((await connect({ host: "127.0.0.1" })).detail, /private address/);
    const other = await connect({ port: dovecot.starttlsPort, security: "starttls" });
    assert.match(other.detail, /on the ports/);
    const right = await connect({});
    assert.equal(right.status, 201);

    await sync();
    const ids = await stack().database.query<{ id: string }>(
      "select provider_message_id as id from public.client_emails where workspace_id = $1 order by 1",
      [workspaceId],
    );
    assert.deepEqual(ids.map(({ id }) => id), [11, 12, 13].map(messageIdOf));
    const secrets = [dovecot.password, "wrong-password"];
    assert.deepEqual(await findSecrets(secrets), []);
    assert.ok(!secrets.some((secret) => answers.join().includes(secret)));
    await call(owner, "DELETE", `/${right.mailbox.id}?erase_emails=true`);
  },
});

/** Plays the minute of the schedule, also a second time, until its run has ended. */
async function sync(): Promise<void> {
  const { database, cron, net } = stack();
  const [slot] = await database.query<{ at: string; enabled: boolean }>(
    `select nightshift.latest_slot(s.cron_expression, now(), 'UTC') as at, s.enabled
     from public.task_schedules s where s.name = 'email-sync'`,
  );
  assert.ok(slot?.enabled, "the first mailbox has started the schedule");
  await database.adminQuery("delete from public.task_dispatches");
  await cron.tick(new Date(slot.at));
  await net.idle();
  for (let round = 0; round < 300; round += 1) {
    const open = await database.query(
      `select from public.autonomous_tasks
       where task_type = 'email_sync' and status in ('pending', 'running')`,
    );
    if (open.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The run did not end.");
}

/** Where a token, code or password is, beside Vault: tables, requests, lines of functions. */
async function findSecrets(secrets: readonly string[] = gmail.secrets): Promise<string[]> {
  const tables = await stack().database.adminQuery<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p')
       and n.nspname in ('public', 'nightshift', 'net', 'cron', 'auth')`,
  );
  assert.ok(tables.length > 40);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await stack().database.adminQuery(
      `select from ${name} t where exists (
         select from jsonb_array_elements_text($1::jsonb) s where strpos(t::text, s) > 0) limit 1`,
      [JSON.stringify(secrets)],
    );
    if (rows.length > 0) found.push(name);
  }
  const { functions } = stack();
  const lines = functions.names.flatMap((name) => functions.logs(name)).join("\n");
  return [...found, ...secrets.filter((secret) => lines.includes(secret))];
}
