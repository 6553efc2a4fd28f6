import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import type postgres from "postgres";
import { applyMigrations } from "../../../scripts/local/migrations.ts";
import { startPglite } from "../../../scripts/local/pglite.ts";
import { testOnPostgres } from "../../../scripts/local/test_database.ts";
import { listChapters, readSeedBlocks, readTasksChapter, SUCCESS_LINES } from "./seed_blocks.ts";
import { assertVerificationQueries } from "./verification_queries.ts";

testOnPostgres(
  "every verification query answers as the seed expects, on PostgreSQL",
  async ({ sql }) => {
    await assertVerificationQueries((text) =>
      sql.unsafe(text).then((rows) => rows.map((row) => ({ ...row })))
    );
  },
);

Deno.test("every verification query answers as the seed expects, on PGlite", async () => {
  const database = await startPglite();
  try {
    await applyMigrations(database);
    await assertVerificationQueries((text) => database.query(text));
  } finally {
    await database.close();
  }
});

testOnPostgres(
  "the chapter announces its counts as notices and as the rows of its last statement",
  async ({ connect }) => {
    const notices: string[] = [];
    const sql = connect({ onnotice: (notice) => notices.push(notice["message"] ?? "") });
    const results = await sql.unsafe(readTasksChapter());
    const lastRows = (results.at(-1) ?? []) as unknown as Record<string, unknown>[];
    deepStrictEqual(lastRows.map((row) => Object.values(row)[0]), SUCCESS_LINES);
    deepStrictEqual(notices.filter((line) => SUCCESS_LINES.includes(line)), SUCCESS_LINES);
  },
);

testOnPostgres(
  "the chapter pasted alone works on a project that only has workspaces; the others follow",
  async ({ sql }) => {
    await runFiles(sql, "rollback");
    await sql.unsafe("create table public.workspaces (id uuid primary key, name text)");
    await sql.unsafe(readTasksChapter());
    const [count] =
      await sql`select count(*)::integer as indexes from pg_indexes where tablename = 'autonomous_tasks'`;
    strictEqual(count?.["indexes"], 8);

    await sql.unsafe(
      "insert into public.workspaces values ('00000000-0000-4000-8000-000000000001', 'theirs')",
    );
    await sql.unsafe(`insert into autonomous_tasks (workspace_id, task_type, status)
    values ('00000000-0000-4000-8000-000000000001', 'email_sync', 'completed')`);
    await runFiles(sql, "migrations");
    deepStrictEqual([...await sql`select task_type from autonomous_tasks`], [{
      task_type: "email_sync",
    }]);
  },
);

testOnPostgres(
  "a differing autonomous_tasks stops the chapter with one sentence and keeps its rows",
  async ({ sql }) => {
    const block = await readSeedBlocks();
    await sql.unsafe(block("rollback"));
    await sql.unsafe("create table public.autonomous_tasks (id uuid primary key, note text)");
    await sql.unsafe("insert into public.autonomous_tasks values (gen_random_uuid(), 'precious')");
    await rejects(sql.unsafe(readTasksChapter()), (error: postgres.PostgresError) => {
      match(error.message, /public\.autonomous_tasks .* 15 columns/);
      return true;
    });
    deepStrictEqual([...await sql`select note from public.autonomous_tasks`], [{
      note: "precious",
    }]);
  },
);

testOnPostgres(
  "the seed's rollback runs as printed; the tick says not_installed; the chapters restore everything",
  async ({ sql }) => {
    const before = await fingerprint(sql);
    const block = await readSeedBlocks();
    await sql.unsafe(block("rollback"));
    for (
      const job of await sql`select command from cron.job where command like 'select nightshift.%'`
    ) {
      // deno-lint-ignore no-await-in-loop -- one session, one after the other
      const [row] = await sql.unsafe(String(job["command"]));
      deepStrictEqual(Object.values(row ?? {}), [{ outcome: "not_installed" }]);
    }
    await runFiles(sql, "migrations");
    deepStrictEqual(await fingerprint(sql), before);
  },
);

testOnPostgres("applying every chapter again changes nothing and loses no row", async ({ sql }) => {
  await seedRows(sql);
  const before = [await fingerprint(sql), await countRows(sql)];
  await runFiles(sql, "migrations");
  deepStrictEqual([await fingerprint(sql), await countRows(sql)], before);
});

testOnPostgres(
  "apply, roll back, apply leaves the same schema; rolling back leaves nothing, twice as once",
  async ({ sql }) => {
    const before = await fingerprint(sql);
    await seedRows(sql);
    await runFiles(sql, "rollback");
    await runFiles(sql, "rollback");
    deepStrictEqual(await fingerprint(sql), []);
    strictEqual((await sql`select from cron.job where command like '%nightshift%'`).length, 0);
    await runFiles(sql, "migrations");
    const after = await fingerprint(sql);
    ok(after.length > 100);
    deepStrictEqual(after, before);
  },
);

async function runFiles(sql: postgres.Sql, folder: "migrations" | "rollback"): Promise<void> {
  for (const file of listChapters(folder)) {
    // deno-lint-ignore no-await-in-loop -- chapters build on each other
    await sql.unsafe(Deno.readTextFileSync(file));
  }
}

async function seedRows(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    with made as (insert into public.workspaces (name) values ('kept') returning id)
    insert into public.client_emails (workspace_id, provider_message_id) select id, 'kept@mail.example' from made;
    insert into public.autonomous_tasks (task_type, status, triggered_by) values ('data_cleanup', 'completed', 'system')`);
}

async function countRows(sql: postgres.Sql): Promise<unknown[]> {
  return [
    ...await sql`
    select (select count(*) from public.workspaces) as workspaces, (select count(*) from public.client_emails) as mails,
      (select count(*) from nightshift.email_queue) as queued, (select count(*) from public.autonomous_tasks) as tasks,
      (select count(*) from public.task_schedules) as schedules`,
  ];
}

/** Everything in our schemas that a definition can tell apart, one line each. */
async function fingerprint(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with ours as (select oid from pg_namespace where nspname in ('public', 'nightshift'))
    select line from (
      select format('column %s.%s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v')
      union all
      select format('relation %s %s %s %s', oid::regclass, relkind, relrowsecurity, relacl) from pg_class
      where relnamespace in (select oid from ours) and relkind in ('r', 'v')
      union all
      select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace in (select oid from ours) and conrelid <> 0
      union all
      select 'index ' || indexdef from pg_indexes where schemaname in ('public', 'nightshift')
      union all
      select format('policy %s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check) from pg_policies
      where schemaname in ('public', 'nightshift')
      union all
      select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace in (select oid from ours))
      union all
      select format('function %s %s %s', oid::regprocedure, proacl, md5(pg_get_functiondef(oid))) from pg_proc
      where pronamespace in (select oid from ours) and prokind = 'f'
      union all
      select format('cron %s %s %s', jobname, schedule, command) from cron.job
    ) facts order by line`;
  return rows.map(({ line }) => line);
}
