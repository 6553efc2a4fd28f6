/**
 * A project with a large table of emails in use: nobody waits for the migrations, and every email
 * is queued.
 */
import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import type postgres from "postgres";
import { type TestDatabase, testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { runMigrations } from "../_helpers/migrations.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
/** Shorter than the other transaction lasts; the migrations try for half a second at a time. */
const MOST_WAIT_MS = 2_500;

/** A table as another application keeps it: no foreign key, and columns may be null. */
const OTHER_EMAILS = `
  create table public.workspaces (id uuid primary key);
  insert into public.workspaces values ('${WORKSPACE}');
  create table public.client_emails (
    id uuid primary key default gen_random_uuid(), workspace_id uuid, provider_message_id text,
    from_email text, to_emails text[], subject text, snippet text, direction text default 'inbound',
    received_at timestamptz default now(), intelligence_analyzed boolean default false,
    analyzed_at timestamptz, created_at timestamptz default now(),
    unique (workspace_id, provider_message_id)
  )`;

function insertEmails(count: number): string {
  return `insert into public.client_emails (workspace_id, provider_message_id, from_email)
    select '${WORKSPACE}', 'old-' || n, 'ada@x.example' from generate_series(1, ${count}) n`;
}

testOnPostgres(
  "150,000 waiting emails are adopted under a statement timeout of 1.5 s, while no writer waits for 1 s",
  async ({ sql, connect }) => {
    await startOver(sql);
    const startedAt = performance.now();
    await sql.unsafe(insertEmails(150_000));
    // On a slow machine, as long as writing the emails took: no statement may pass over all of them
    // and write.
    const mostMs = Math.round(Math.max(1_500, performance.now() - startedAt));
    await using writer = keepWriting(connect(), Math.round(mostMs / 1.5));
    await sql.unsafe(`set statement_timeout = ${mostMs}`);
    await runMigrations(sql, "migrations");
    let queued = 1;
    for (let pieces = 0; queued > 0 && pieces < 100; pieces++) {
      const [row] = await sql<
        { queued: number }[]
      >`select nightshift.queue_earlier_emails() as queued`;
      queued = row?.queued ?? 0;
    }
    const count = await writer.stop();
    const [rows] = await sql<{ queued: number; finished: boolean }[]>`
      select (select count(*)::integer from nightshift.email_queue) as queued,
        (select finished_at is not null from nightshift.email_adoption) as finished`;
    deepStrictEqual({ ...rows }, { queued: 150_000 + count, finished: true });
  },
);

testOnPostgres(
  "a transaction that holds the table for 3 s delays the migrations, but no other writer",
  async ({ sql, connect }) => {
    await startOver(sql);
    const [holder, other] = [connect(), connect()];
    await holder`begin`;
    await holder.unsafe(insertEmails(1));
    const release = new Promise((resolve) => setTimeout(resolve, 3_000)).then(() => holder`commit`);
    await using writer = keepWriting(other, MOST_WAIT_MS);
    await runMigrations(sql, "migrations");
    await release;
    ok(await writer.stop() > 0);
  },
);

testOnPostgres(
  "emails without a time, or of a workspace that is gone, stop neither the queue nor their writer",
  async ({ sql }) => {
    await startOver(sql);
    const odd = `insert into public.client_emails
        (workspace_id, provider_message_id, received_at, created_at, intelligence_analyzed)
      values
        ('${WORKSPACE}', gen_random_uuid(), null, null, null),
        ('${WORKSPACE.replace("6", "7")}', gen_random_uuid(), now(), now(), false),
        (null, gen_random_uuid(), now(), now(), false)`;
    await sql.unsafe(odd);
    await runMigrations(sql, "migrations");
    await sql.unsafe(odd);
    await sql`select nightshift.queue_earlier_emails()`;
    const [row] = await sql`select count(*)::integer as queued from nightshift.email_queue`;
    strictEqual(row?.["queued"], 2);
  },
);

testOnPostgres(
  "a table that stays in use is given up with a sentence that says what to do",
  async ({ sql, connect }) => {
    const holder = connect();
    await holder`begin`;
    await holder`lock table public.client_emails in row exclusive mode`;
    await rejects(
      sql`select nightshift.lock_briefly('public.client_emails', 'share row exclusive', '1 second')`,
      (error: postgres.PostgresError) => {
        match(error.message, /^table_busy: public\.client_emails has been in use by another/);
        match(error.hint ?? "", /pg_stat_activity/);
        return true;
      },
    );
    await holder`rollback`;
  },
);

async function startOver(sql: postgres.Sql): Promise<void> {
  await runMigrations(sql, "rollback");
  await sql.unsafe(OTHER_EMAILS);
}

interface Writer extends AsyncDisposable {
  /**
   * Ends it and answers how many emails it wrote.
   * @throws the error of a writer that waited for too long
   */
  stop(): Promise<number>;
}

/**
 * Inserts one email after the other, as an application under load does, until it is stopped or
 * disposed.
 */
function keepWriting(sql: ReturnType<TestDatabase["connect"]>, mostWaitMs: number): Writer {
  let isOver = false;
  const written = (async () => {
    let count = 0;
    await sql`select set_config('lock_timeout', ${`${mostWaitMs}`}, false)`;
    while (!isOver) {
      await sql`insert into public.client_emails (workspace_id, provider_message_id, from_email)
        values (${WORKSPACE}, ${`new-${count}`}, 'bo@x.example')`;
      count++;
    }
    return count;
  })();
  written.catch(() => {}); // until somebody stops it
  const stop = () => {
    isOver = true;
    return written;
  };
  return { stop, [Symbol.asyncDispose]: async () => void await stop().catch(() => {}) };
}
