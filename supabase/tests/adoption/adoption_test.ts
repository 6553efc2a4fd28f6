/**
 * A project that had tables, jobs or extensions of its own before: each is kept, or the migration
 * says why it stops.
 */
import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import postgres from "postgres";
import { startMigratedCluster } from "../../../scripts/local/testing/migrated_cluster.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { runMigrations } from "../_helpers/migrations.ts";
import { readFingerprint } from "../_helpers/fingerprint.ts";
import { readNamedBlocks } from "../documents/document_blocks.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";

/** The tables of the system before this one, with their owner's own policy and rows. */
const PRIOR_TABLES = `
  create table public.workspaces (
    id uuid primary key default gen_random_uuid(), name text not null, slug text unique, owner_id uuid
  );
  create table public.workspace_members (
    id uuid primary key default gen_random_uuid(), workspace_id uuid references public.workspaces (id), user_id uuid, role text
  );
  create policy "their own members" on public.workspace_members for select to authenticated using (user_id = (select auth.uid()));
  alter table public.workspaces enable row level security;
  create policy "their own policy" on public.workspaces for select to authenticated using (owner_id = (select auth.uid()));
  insert into public.workspaces (id, name, slug) values ('${WORKSPACE}', 'Harbour Bakery', 'harbour');
  create table public.client_emails (
    id uuid primary key default gen_random_uuid(),
    workspace_id uuid not null references public.workspaces (id),
    provider_message_id text not null,
    from_email text not null,
    to_emails text[],
    subject text,
    snippet text,
    direction text not null default 'inbound',
    received_at timestamptz not null default now(),
    intelligence_analyzed boolean not null default false,
    analyzed_at timestamptz,
    created_at timestamptz not null default now(),
    unique (workspace_id, provider_message_id)
  );
  alter table public.client_emails enable row level security;
  insert into public.client_emails (workspace_id, provider_message_id, from_email, subject, snippet, direction, intelligence_analyzed)
  values
    ('${WORKSPACE}', 'new@x.example', 'ada@x.example', 'Could you call me?', 'Could you', 'inbound', false),
    ('${WORKSPACE}', 'read@x.example', 'ada@x.example', 'Old', 'Old', 'inbound', true),
    ('${WORKSPACE}', 'sent@x.example', 'me@x.example', 'Ours', 'Ours', 'outbound', false);
  create table public.contacts (
    id uuid primary key default gen_random_uuid(),
    workspace_id uuid not null references public.workspaces (id),
    name text, email text not null, company text, phone text, job_title text, ai_score integer,
    status text not null default 'prospect', last_interaction timestamptz, tags text[], buying_intent text,
    unique (workspace_id, email)
  );
  alter table public.contacts enable row level security;
  insert into public.contacts (workspace_id, email, name, buying_intent)
  values ('${WORKSPACE}', 'ada@x.example', 'Countess of Lovelace', 'high')`;

/** Adopted where they fit, or the seed's own names, which its migration replaces. */
const ADOPTED_OR_REPLACED = [
  "workspaces",
  "workspace_members",
  "client_emails",
  "contacts",
  "autonomous_tasks",
  "get_autonomous_task_summary",
  "update_autonomous_tasks_updated_at",
];

/** What a project has before our migrations, then what it had of its own. */
async function startOver(sql: postgres.Sql, own: string): Promise<string[]> {
  await runMigrations(sql, "rollback");
  await sql.unsafe(own);
  return await readFingerprint(sql);
}

testOnPostgres(
  "workspaces and email of the prior system are adopted: rows, rights and policies stay, new email waits",
  async ({ sql }) => {
    const before = await startOver(sql, PRIOR_TABLES);
    await runMigrations(sql, "migrations");
    const after = new Set(await readFingerprint(sql));
    deepStrictEqual(before.filter((line) => !after.has(line)), []);

    deepStrictEqual([...await sql`select slug from public.workspaces`], [{ slug: "harbour" }]);
    deepStrictEqual(
      [
        ...await sql`select e.provider_message_id from nightshift.email_queue q
          join public.client_emails e on e.id = q.email_id`,
      ],
      [{ provider_message_id: "new@x.example" }],
    );
    const [run] = await sql`select public.start_run() as run`;
    const { run_id: runId } = run?.["run"];
    const [claim] = await sql`select nightshift.claim_emails(${runId}) as claim`;
    strictEqual(claim?.["claim"].emails[0].subject, "Could you call me?");
    const [ingested] = await sql`select public.ingest_email(${WORKSPACE},
      '{"provider_message_id": "new@x.example", "from_email": "ada@x.example",
        "subject": "Could you call me?", "body_text": "Could you?"}') as answer`;
    strictEqual(ingested?.["answer"].outcome, "duplicate");
  },
);

testOnPostgres(
  "contacts of the prior system are adopted: what they say stays, and emails add to it",
  async ({ sql }) => {
    await startOver(sql, PRIOR_TABLES);
    await runMigrations(sql, "migrations");
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      values (${WORKSPACE}, '{contact_enrichment,lead_scoring_batch}')`;
    await sql`insert into public.email_intelligence (
        email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
        decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
      select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, false, false, false, 'rules', 1, 'test'
      from public.client_emails e where e.direction = 'inbound'`;
    const runId = crypto.randomUUID();
    await sql`select nightshift.contact_enrichment_chunk(${runId}, null)`;
    await sql`select nightshift.lead_scoring_batch_chunk(${runId}, null)`;
    const contacts = await sql`select name, company, status, buying_intent, kind,
      ai_score > 0 as is_scored, last_interaction is not null as has_emails from public.contacts`;
    deepStrictEqual([...contacts], [{
      name: "Countess of Lovelace",
      company: "x.example",
      status: "prospect",
      buying_intent: "high",
      kind: null,
      is_scored: true,
      has_emails: true,
    }]);
    // Nothing says when its rows were written, so only those with emails grow old.
    await sql`insert into public.contacts (workspace_id, email) values (${WORKSPACE}, 'new@x.example')`;
    await sql`insert into public.retention_rules (workspace_id, what, keep_days)
      values (${WORKSPACE}, 'contacts', 1)`;
    await sql`update public.contacts set last_interaction = '2020-01-01' where name is not null`;
    await sql`select nightshift.data_cleanup_chunk(${runId}, null) from generate_series(1, 3)`;
    const left = await sql`select email from public.contacts`;
    deepStrictEqual([...left], [{ email: "new@x.example" }]);
  },
);

testOnPostgres(
  "undoing everything leaves adopted tables as they were, with every row",
  async ({ sql }) => {
    const before = await startOver(sql, PRIOR_TABLES);
    const rows = await readRows(sql);
    await runMigrations(sql, "migrations");
    await runMigrations(sql, "rollback");
    deepStrictEqual(await readFingerprint(sql), before);
    deepStrictEqual(await readRows(sql), rows);
  },
);

async function readRows(sql: postgres.Sql): Promise<unknown[]> {
  return [
    ...await sql`select row_to_json(w) as row from public.workspaces w`,
    ...await sql`select row_to_json(e) as row from public.client_emails e order by provider_message_id`,
    ...await sql`select row_to_json(c) as row from public.contacts c`,
  ];
}

interface Obstacle {
  readonly what: string;
  readonly own: string;
  readonly says: RegExp;
}

const OBSTACLES: readonly Obstacle[] = [
  {
    what: "workspaces whose key is no uuid",
    own:
      "create table public.workspaces (id bigint primary key); insert into public.workspaces values (1)",
    says: /public\.workspaces exists, but its primary key is not a uuid column "id"/,
  },
  {
    what: "an autonomous_tasks of another shape",
    own: "create table public.autonomous_tasks (id uuid primary key, note text)",
    says: /public\.autonomous_tasks exists, but not with the 15 columns/,
  },
  {
    what: "members who are not said in text",
    own:
      "create table public.workspaces (id uuid primary key); create table public.workspace_members (user_id uuid, role integer)",
    says:
      /public\.workspace_members exists, but without "workspace_id" \(uuid\), "user_id" \(uuid\) and "role" \(text\)/,
  },
  {
    what: "a table and a function of names that are needed",
    own:
      "create table public.task_schedules (id int); create function public.start_run(int) returns int language sql as 'select 1'",
    says:
      /The schema public has "start_run", "task_schedules" already, and not from Nightshift; nothing was changed/,
  },
  {
    what: "a summary function of another shape",
    own:
      "create function public.get_autonomous_task_summary(p_workspace_id uuid) returns integer language sql as 'select 1'",
    says:
      /The schema public has "get_autonomous_task_summary" already, and not from Nightshift; nothing/,
  },
  {
    what: "a summary function with the same arguments and another result",
    own:
      `create function public.get_autonomous_task_summary(p_workspace_id uuid, p_task_type text default null,
        p_hours_back integer default 24) returns integer language sql as 'select 1'`,
    says: /The schema public has "get_autonomous_task_summary" already/,
  },
  {
    what: "types of the names of tables",
    own: `create type public.contacts as enum ('mail'); create type public.workspaces as (id uuid);
      create domain public.job_watches as text`,
    says: /The schema public has "contacts", "job_watches", "workspaces" already/,
  },
  {
    what: "a view and a sequence of the names of tables",
    own: "create view public.client_emails as select 1; create sequence public.workspace_members",
    says: /The schema public has "client_emails", "workspace_members" already/,
  },
  {
    what: "indexes of names that are needed, on tables of its own",
    own: `create table public.own (id int); create index lead_scores_due_idx on public.own (id);
      create index autonomous_tasks_age_idx on public.own (id)`,
    says: /The schema public has "autonomous_tasks_age_idx", "lead_scores_due_idx" already/,
  },
  {
    what: "mail without a unique message id in its workspace",
    own: PRIOR_TABLES.replace("unique (workspace_id, provider_message_id)", "check (true)"),
    says:
      /public\.client_emails exists, but nothing makes \(provider_message_id, workspace_id\) unique/,
  },
  {
    what: "mail whose message ids are compared only at the end of a transaction",
    own: PRIOR_TABLES.replace(
      "unique (workspace_id, provider_message_id)",
      "unique (workspace_id, provider_message_id) deferrable",
    ),
    says:
      /public\.client_emails exists, but nothing makes \(provider_message_id, workspace_id\) unique/,
  },
  {
    what: "mail whose id is no uuid",
    own:
      "create table public.client_emails (id bigint primary key, workspace_id uuid, provider_message_id text)",
    says:
      /public\.client_emails exists, but without "id" \(uuid\), "from_email" \(text\), .*; nothing was changed/,
  },
  {
    what: "contacts with a column that every row must give",
    own: PRIOR_TABLES.replace("buying_intent text,", "buying_intent text not null,"),
    says:
      /public\.contacts exists, but its "buying_intent" must be given for every row; nothing was/,
  },
  {
    what: "a pg_cron job of the runner's name that does something else",
    own: "select cron.schedule('continuous-intelligence', '0 * * * *', 'select 1')",
    says: /cron_job_exists: there is a pg_cron job "continuous-intelligence" that is not ours/,
  },
];

for (const { what, own, says } of OBSTACLES) {
  testOnPostgres(
    `${what} stops the migrations with one sentence, and nothing of it is lost`,
    async ({ sql }) => {
      const before = await startOver(sql, own);
      await rejects(runMigrations(sql, "migrations"), (error: postgres.PostgresError) => {
        match(error.message, says);
        ok((error.hint ?? "").length > 20, `"${error.message}" has a hint`);
        return true;
      });
      const after = new Set(await readFingerprint(sql));
      deepStrictEqual(before.filter((line) => !after.has(line)), []);
      // Where not even the first migration went in there is nothing of ours to undo.
      const [installed] =
        await sql`select to_regclass('nightshift.installed_objects') is not null as yes`;
      if (installed?.["yes"]) await runMigrations(sql, "rollback");
      deepStrictEqual(await readFingerprint(sql), before);
    },
  );
}

testOnPostgres(
  "the names that must be free are those that the migrations make",
  async ({ sql }) => {
    const [row] = await sql<{ made: string[] }[]>`
    select array_agg(name order by name) as made from (
      select relname::text as name from pg_class
      where relnamespace = 'public'::regnamespace
        -- PostgreSQL names these by itself, and finds a name that is free.
        and not (relkind = 'i' and relname ~ '_(pkey|key)$')
      union
      select t.typname from pg_type t
      where t.typnamespace = 'public'::regnamespace and t.typrelid = 0 and t.typcategory <> 'A'
      union
      select p.proname::text from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) public_objects
    where name <> all (${ADOPTED_OR_REPLACED})`;
    const [listed] = await sql<
      { names: string[] }[]
    >`select nightshift.list_public_names() as names`;
    deepStrictEqual(listed?.names.toSorted(), row?.made.toSorted());
  },
);

testOnPostgres(
  "a database without pg_net is told what it lacks, before anything is made",
  async ({ sql, connect }) => {
    await runMigrations(sql, "rollback");
    await connect({ role: "supabase_admin" }).unsafe("drop schema net cascade");
    await rejects(runMigrations(sql, "migrations"), (error: postgres.PostgresError) => {
      match(
        error.message,
        /needs these extensions, which this database does not offer: pg_net\. Nothing was changed/,
      );
      match(error.hint ?? "", /Database > Extensions/);
      return true;
    });
    deepStrictEqual(await readFingerprint(sql), []);
  },
);

testOnPostgres(
  "the documented way brings the rows of a log of another shape over",
  async ({ sql }) => {
    const block = readNamedBlocks("docs/guides/adopt.md");
    await startOver(
      sql,
      PRIOR_TABLES + `; create table public.autonomous_tasks (
      id uuid primary key default gen_random_uuid(), workspace_id uuid, task_type text, status text,
      error_message text, executed_at timestamptz, completed_at timestamptz, notes text
    );
    create index autonomous_tasks_workspace_idx on public.autonomous_tasks (workspace_id);
    insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, notes) values
      ('${WORKSPACE}', 'email_sync', 'completed', now() - interval '1 hour', now(), 'kept'),
      ('${WORKSPACE}', 'email_sync', 'in_progress', now(), null, 'kept')`,
    );
    await sql.unsafe(block("before"));
    await runMigrations(sql, "migrations");
    await sql.unsafe(block("after"));
    deepStrictEqual([...await sql`select task_type, status from public.autonomous_tasks`], [
      { task_type: "email_sync", status: "completed" },
    ]);
    const [kept] = await sql`select count(*)::integer as rows from public.autonomous_tasks_before`;
    strictEqual(kept?.["rows"], 2);
  },
);

const search = await findPostgres();

Deno.test({
  name: "pg_cron in another schema is used there: its jobs of others stay, ours come and go",
  ignore: !search.found || search.installation.lacks.includes("pg_cron"),
  async fn() {
    if (!search.found) return;
    await using cluster = await startMigratedCluster(search.installation);
    const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
    const [before, admin, sql] = [
      connect(cluster.url()),
      connect(cluster.url("supabase_admin")),
      connect(cluster.url()),
    ];
    try {
      // pg_cron remembers its tables for as long as a session lasts, so this one goes no further.
      await runMigrations(before, "rollback");
      await admin.unsafe(`drop extension pg_cron; create extension pg_cron with schema extensions;
        grant usage on schema cron to postgres; grant execute on all functions in schema cron to postgres;
        grant select on cron.job, cron.job_run_details to postgres`);
      await sql`select cron.schedule('theirs', '0 * * * *', 'select 1')`;
      await runMigrations(sql, "migrations");
      deepStrictEqual(
        (await sql`select jobname from cron.job order by jobname`).map(({ jobname }) => jobname),
        [
          "continuous-intelligence",
          "nightshift-reconcile",
          "nightshift-work",
          "system-health-check",
          "theirs",
        ],
      );
      await runMigrations(sql, "rollback");
      deepStrictEqual([
        ...await sql`select j.jobname, n.nspname from cron.job j, pg_extension e
        join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_cron'`,
      ], [
        { jobname: "theirs", nspname: "extensions" },
      ]);
    } finally {
      await Promise.all([before.end(), admin.end(), sql.end()]);
    }
  },
});
