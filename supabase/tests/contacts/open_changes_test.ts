/** Changes in a transaction that is still open while the worker goes through the lists. */
import assert from "node:assert/strict";
import type postgres from "postgres";
import {
  createId,
  type SampleEmail,
  storeEmail,
  WORKSPACE_ID,
} from "../../../scripts/bench/contacts/emails.ts";
import { createAskingWorkspace, runChunks } from "../../../scripts/bench/contacts/simulation.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const DAY = new Date("2025-06-01T00:00:00Z");
const FIRST = createId("first");

/** A change of the first email, and whose emails are counted afterwards. */
const CHANGES: readonly (readonly [what: string, statement: string, counted: object])[] = [
  [
    "another sender",
    `update public.client_emails set from_email = 'bob@x.example' where id = $1`,
    { "ada@x.example": 2, "bob@x.example": 1 },
  ],
  [
    "another record",
    `update public.email_intelligence set is_bulk = true where email_id = $1`,
    { "ada@x.example": 2 },
  ],
  [
    "no record any more",
    `delete from public.email_intelligence where email_id = $1`,
    { "ada@x.example": 2 },
  ],
];

for (const [what, statement, counted] of CHANGES) {
  testOnPostgres(
    `an email on the list that gets ${what} is read after that is committed`,
    async ({ sql, connect }) => {
      await createAskingWorkspace(sql);
      for (const name of ["first", "second", "third"]) await storeEmail(sql, createEmail(name));
      await workDuring(connect, "contact_enrichment", (user) => user.unsafe(statement, [FIRST]));
      await runChunks(sql, "contact_enrichment", DAY);
      assert.deepEqual(await countEmails(sql), counted);
      assert.deepEqual(await countDue(sql, "due_emails"), 0);
    },
  );
}

testOnPostgres(
  "an email that comes back while its old place is on the list is read after that is committed",
  async ({ sql, connect }) => {
    await createAskingWorkspace(sql);
    const sent = { ...createEmail("first"), isOutbound: true };
    await storeEmail(sql, sent);
    await sql`delete from public.client_emails where true`;
    assert.deepEqual(await countDue(sql, "due_emails"), 1);
    await workDuring(connect, "contact_enrichment", (user) => storeEmail(user, sent));
    await runChunks(sql, "contact_enrichment", DAY);
    assert.deepEqual(await countEmails(sql), { "ada@x.example": 1 });
  },
);

testOnPostgres(
  "a day on the list is counted after the deletion of another email of it is committed",
  async ({ sql, connect }) => {
    await createAskingWorkspace(sql);
    for (const name of ["first", "second", "third"]) await storeEmail(sql, createEmail(name));
    await runChunks(sql, "contact_enrichment", DAY);
    await sql`delete from public.client_emails where id = ${createId("second")}`;
    await workDuring(
      connect,
      "contact_enrichment",
      (user) => user`delete from public.client_emails where id = ${FIRST}`,
    );
    await runChunks(sql, "contact_enrichment", DAY);
    assert.deepEqual(await countEmails(sql), { "ada@x.example": 1 });
  },
);

testOnPostgres(
  "a contact on the list is scored after a fact about it is committed",
  async ({ sql, connect }) => {
    await createAskingWorkspace(sql);
    await storeEmail(sql, createEmail("first"));
    await runChunks(sql, "contact_enrichment", DAY);
    await runChunks(sql, "lead_scoring_batch", DAY);
    await addFact(sql, "company", "Keelby Ltd");
    await workDuring(
      connect,
      "lead_scoring_batch",
      (user) => addFact(user, "job_title", "Director"),
    );
    await runChunks(sql, "lead_scoring_batch", DAY);
    const reasons = await sql`select r ->> 'code' as code
      from public.lead_scores s, jsonb_array_elements(s.reasons) r`;
    const codes = reasons.map(({ code }) => code);
    assert.ok(codes.includes("wanted_title") && codes.includes("known_company"), String(codes));
  },
);

testOnPostgres(
  "a contact whose last email goes is kept when an outcome of it is committed just then",
  async ({ sql, connect }) => {
    await createAskingWorkspace(sql);
    await storeEmail(sql, createEmail("first"));
    await runChunks(sql, "contact_enrichment", DAY);
    await sql`delete from public.client_emails where id = ${FIRST}`;
    const enriching = await connect().begin(async (user) => {
      await user`insert into public.contact_outcomes (contact_id, outcome, day)
        select id, 'won', ${DAY} from public.contacts`;
      const run = runChunks(connect(), "contact_enrichment", DAY);
      await waitUntilBlocked(sql);
      return { run };
    });
    await enriching.run;
    const kept = await sql`select c.email, o.outcome from public.contacts c
      join public.contact_outcomes o on o.contact_id = c.id`;
    assert.deepEqual([...kept], [{ email: "ada@x.example", outcome: "won" }]);
  },
);

async function waitUntilBlocked(sql: postgres.Sql): Promise<void> {
  for (let look = 0;; look++) {
    assert.ok(look < 10_000, "nobody waits for a lock");
    const rows = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (rows.length > 0) return;
  }
}

/** An email of Ada that came in on the day. */
function createEmail(name: string): SampleEmail {
  return {
    id: createId(name),
    address: "ada@x.example",
    name: "Ada",
    isOutbound: false,
    receivedAt: DAY,
    signature: null,
    intent: "other",
    sentiment: "neutral",
    isBulk: false,
    signs: [],
  };
}

/** Does all work that is free, and waits as little as the worker does, before a change commits. */
async function workDuring(
  connect: () => postgres.Sql,
  taskType: "contact_enrichment" | "lead_scoring_batch",
  change: (user: postgres.Sql) => PromiseLike<unknown>,
): Promise<void> {
  const [user, worker] = [connect(), connect()];
  await worker`set lock_timeout = '500ms'`;
  await user`begin`;
  await change(user);
  await runChunks(worker, taskType, DAY);
  await user`commit`;
}

async function addFact(sql: postgres.Sql, field: string, value: string): Promise<void> {
  await sql`select public.add_contact_facts(${WORKSPACE_ID}, 'provider:register', ${
    sql.json([{ email: "ada@x.example", field, value }])
  })`;
}

async function countDue(sql: postgres.Sql, table: string): Promise<unknown> {
  const [row] = await sql`select count(*)::integer as count from ${sql(`nightshift.${table}`)}`;
  return row?.["count"];
}

async function countEmails(sql: postgres.Sql): Promise<unknown> {
  const [row] = await sql`select jsonb_object_agg(c.email, d.emails) as emails
    from public.contacts c
    join (
      select contact_id, sum(emails_in + emails_out) as emails from public.contact_days group by 1
    ) d on d.contact_id = c.id`;
  return row?.["emails"];
}
