import assert from "node:assert/strict";
import { GmailMailbox } from "../../local/gmail/gmail_mailbox.ts";
import {
  type GmailServer,
  STAND_IN_CLIENT,
  startGmailServer,
} from "../../local/gmail/gmail_server.ts";
import { findPostgres } from "../../local/postgres/postgres_install.ts";
import { runClient } from "../../local/postgres/psql.ts";
import { testOnPostgres } from "../../local/testing/test_database.ts";
import { createGmailProvider } from "../../../supabase/functions/_shared/mailboxes/gmail/gmail_provider.ts";
import { readWithCuts } from "./cut_case.ts";
import { composeEmail } from "./emails.ts";
import { measureFairness } from "./fairness.ts";
import { createGmailCase } from "./gmail_cuts.ts";
import { SyncWorld } from "./sync_world.ts";

function test(name: string, work: (world: SyncWorld, url: string) => Promise<void>): void {
  testOnPostgres(name, async ({ url }) => {
    await using world = new SyncWorld(url);
    await work(world, url);
  });
}

const installation = await findPostgres();

/** Gmail mailboxes on a stand-in, connected to one workspace. */
async function connectGmail(
  world: SyncWorld,
  server: GmailServer,
  mailboxes: readonly GmailMailbox[],
) {
  const workspaceId = await world.createWorkspace();
  const settings = {
    clientId: STAND_IN_CLIENT.id,
    clientSecret: STAND_IN_CLIENT.secret,
    baseUrl: server.url,
  };
  const providers = {
    gmail: createGmailProvider(settings, () => world.now),
    imap: null,
    graph: null,
  };
  for (const mailbox of mailboxes) {
    await world.connect({
      workspaceId,
      provider: "gmail",
      address: mailbox.address,
      secret: {
        refresh_token: server.grant(mailbox),
        access_token: "none",
        expires_at: "2020-01-01T00:00:00Z",
      },
    });
  }
  return { workspaceId, providers };
}

test("90 emails at random cuts: every one is there, and once", async (world) => {
  await using box = createGmailCase(world, 7);
  const { lost, doubled, kills } = await readWithCuts(world, box, {
    emails: 90,
    seed: 7,
    busyRounds: 12,
  });
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  assert.ok(kills > 3, `${kills} kills`);
});

test("a quiet mailbox is never listed again in 30 days", async (world) => {
  const mailbox = new GmailMailbox("us@example.com", () => world.now);
  for (let number = 0; number < 3; number += 1) mailbox.add({ raw: composeEmail(number) });
  await using server = startGmailServer({ mailboxes: [mailbox] });
  const { providers, workspaceId } = await connectGmail(world, server, [mailbox]);
  await world.settle({ providers });
  const listed = server.requests.get("/gmail/v1/users/me/messages");
  for (let round = 0; round < 30; round += 1) {
    world.pass(86_400);
    await world.round({ providers });
  }
  assert.equal(server.requests.get("/gmail/v1/users/me/messages"), listed);
  assert.equal(server.requests.get("/gmail/v1/users/me/profile"), 1);
  mailbox.add({ raw: composeEmail(3) });
  world.pass(600);
  await world.round({ providers });
  assert.equal((await world.countByMessageId(workspaceId)).size, 4);
});

test("a history that Gmail forgot is made up for from the last good day on", async (world) => {
  const mailbox = new GmailMailbox("us@example.com", () => world.now);
  for (let number = 0; number < 5; number += 1) mailbox.add({ raw: composeEmail(number) });
  await using server = startGmailServer({ mailboxes: [mailbox] });
  const { providers, workspaceId } = await connectGmail(world, server, [mailbox]);
  await world.settle({ providers });
  world.pass(9 * 86_400);
  mailbox.add({ raw: composeEmail(5) });
  mailbox.forgetHistory();
  world.pass(86_400);
  const fetched = () => server.requests.get("/gmail/v1/users/me/messages/{id}");
  const before = fetched() ?? 0;
  await world.settle({ providers });
  assert.equal((await world.countByMessageId(workspaceId)).size, 6);
  assert.equal(fetched(), before + 1, "what is known is not fetched again");
});

test("an access that was withdrawn is told once and not tried again; others go on", async (world) => {
  const mailboxes = ["gone@example.com", "here@example.com"].map((address) =>
    new GmailMailbox(address, () => world.now)
  );
  const [gone, here] = mailboxes as [GmailMailbox, GmailMailbox];
  await using server = startGmailServer({ mailboxes });
  const { providers, workspaceId } = await connectGmail(world, server, mailboxes);
  gone.isRevoked = true;
  here.add({ raw: composeEmail(1) });
  await world.round({ providers });
  const asked = server.requests.get("/token");
  for (let round = 0; round < 20; round += 1) {
    world.pass(3_600);
    await world.round({ providers });
  }
  assert.equal((await world.countByMessageId(workspaceId)).size, 1);
  // The other mailbox renews its token once in each round.
  assert.equal((server.requests.get("/token") ?? 0) - (asked ?? 0), 20);
  const rows = await world.sql`
    select m.address, m.state, m.last_error,
      (select count(*)::integer from nightshift.alert_events e
        where e.source = 'mailbox ' || m.id) as alerts
    from public.mailboxes m order by m.address`;
  assert.deepEqual(rows.map(({ state, alerts }) => [state, alerts]), [
    ["reconnect_needed", 1],
    ["live", 0],
  ]);
  assert.match(rows[0]?.["last_error"], /^Google no longer accepts the access/);
});

test("each other failure of Gmail is tried again and costs no other mailbox anything", async (world) => {
  const mailboxes = ["sick@example.com", "well@example.com"].map((address) =>
    new GmailMailbox(address, () => world.now)
  );
  const [sick, well] = mailboxes as [GmailMailbox, GmailMailbox];
  let answer: (() => Response) | null = null;
  await using server = startGmailServer({
    mailboxes,
    interfere: async (request) => {
      if (answer === null) return null;
      const form = new URLSearchParams(await request.clone().text());
      const isSick = form.get("refresh_token") === sickToken;
      return isSick ? answer() : null;
    },
  });
  const { providers, workspaceId } = await connectGmail(world, server, mailboxes);
  const [sickToken] = server.secrets;
  let number = 0;
  for (
    const [status, body] of [
      [500, "{}"],
      [503, "unavailable"],
      [401, '{"error":"invalid_client"}'],
      [400, '{"error":"temporarily_unavailable"}'],
      [200, "no json"],
    ] as const
  ) {
    answer = () => new Response(body, { status, headers: { "content-type": "application/json" } });
    for (const mailbox of [sick, well]) mailbox.add({ raw: composeEmail(number++) });
    world.pass(8 * 3_600);
    await world.round({ providers });
    const states = await world.sql`select state, last_error from public.mailboxes order by address`;
    assert.deepEqual(states[0], {
      state: "backfilling",
      last_error: "Google did not give a new access token.",
    });
    assert.deepEqual(states[1], { state: "live", last_error: null }, String(status));
  }
  answer = null;
  world.pass(86_400);
  await world.settle({ providers });
  assert.equal((await world.countByMessageId(workspaceId)).size, number);
  assert.deepEqual(
    await world.sql`select from nightshift.alert_events`.then(({ count }) => count),
    0,
  );
});

test("drafts, chats, spam and deleted emails stay out; sent ones are ours", async (world) => {
  const mailbox = new GmailMailbox("us@example.com", () => world.now);
  const labels = [["INBOX"], ["SENT"], ["DRAFT"], ["CHAT"], ["SPAM"], ["TRASH"], ["SENT", "INBOX"]];
  labels.forEach((labelIds, number) => mailbox.add({ raw: composeEmail(number), labelIds }));
  await using server = startGmailServer({ mailboxes: [mailbox] });
  const { providers, workspaceId } = await connectGmail(world, server, [mailbox]);
  await world.settle({ providers });
  labels.forEach((labelIds, at) => mailbox.add({ raw: composeEmail(10 + at), labelIds }));
  world.pass(600);
  await world.settle({ providers });
  const rows = await world.sql`select direction, count(*)::integer from public.client_emails
    where workspace_id = ${workspaceId} group by 1 order by 1`;
  assert.deepEqual([...rows], [
    { direction: "inbound", count: 2 },
    { direction: "outbound", count: 4 },
  ]);
});

test("a large mailbox delays no other by more than one round", async (world) => {
  const { slowestDelay } = await measureFairness(world, { others: 9, large: 400, eachOther: 3 });
  assert.ok(slowestDelay <= 1, `${slowestDelay} rounds`);
});

test(
  "no token is in a table, the dump of the database, or a line of the function",
  async (world, url) => {
    const mailbox = new GmailMailbox("us@example.com", () => world.now);
    mailbox.add({ raw: composeEmail(1) });
    let isBroken = false;
    await using server = startGmailServer({
      mailboxes: [mailbox],
      interfere: () => isBroken ? new Response("{", { status: 500 }) : null,
    });
    const { providers } = await connectGmail(world, server, [mailbox]);
    await world.settle({ providers });
    isBroken = true;
    world.pass(7_200);
    await world.round({ providers });
    mailbox.isRevoked = true;
    isBroken = false;
    world.pass(86_400);
    await world.round({ providers });
    assert.ok(server.secrets.length >= 2);
    const found = await findInTables(world, server.secrets);
    assert.deepEqual(found, []);
    const dump = await dumpAll(url);
    assert.ok(dump.includes("us@example.com"), "the dump has the rows");
    assert.deepEqual(server.secrets.filter((secret) => dump.includes(secret)), []);
    const lines = JSON.stringify(world.lines);
    assert.ok(world.lines.length > 0);
    assert.deepEqual(server.secrets.filter((secret) => lines.includes(secret)), []);
  },
);

/** What a backup has, but for Vault, which hosted projects encrypt. */
async function dumpAll(url: string): Promise<string> {
  if (!installation.found) throw new Error(installation.problem);
  const asAdmin = new URL(url);
  asAdmin.username = "supabase_admin";
  const { binFolder } = installation.installation;
  return await runClient(binFolder, "pg_dump", asAdmin.href, ["--exclude-schema=vault"]);
}

/** Columns of any table, outside Vault, in which one of the texts is. */
async function findInTables(world: SyncWorld, texts: readonly string[]): Promise<string[]> {
  const tables = await world.sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'nightshift', 'net', 'cron', 'auth')
      and has_table_privilege(c.oid, 'select')`;
  assert.ok(tables.length > 40);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql.unsafe(
      `select from ${name} t where exists (
        select from unnest($1::text[]) s where strpos(t::text, s) > 0) limit 1`,
      [texts as string[]],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
