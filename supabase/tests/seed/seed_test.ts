import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import type postgres from "postgres";
import { applyMigrations, MIGRATIONS_FOLDER } from "../../../scripts/local/migrations.ts";
import { startPreparedPglite } from "../../../scripts/local/pglite/prepared_pglite.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { readMigration, runMigrations } from "../_helpers/migrations.ts";
import { readFingerprint } from "../_helpers/fingerprint.ts";
import { readSeedBlocks, SUCCESS_LINES } from "./seed_blocks.ts";
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
  const database = await startPreparedPglite(MIGRATIONS_FOLDER);
  try {
    await applyMigrations(database);
    await assertVerificationQueries((text) => database.query(text));
  } finally {
    await database.close();
  }
});

testOnPostgres(
  "the migration announces its counts as notices and as the rows of its last statement",
  async ({ connect }) => {
    const notices: string[] = [];
    const sql = connect({ onnotice: (notice) => notices.push(notice["message"] ?? "") });
    const results = await sql.unsafe(readMigration("autonomous_tasks"));
    const lastRows = (results.at(-1) ?? []) as unknown as Record<string, unknown>[];
    deepStrictEqual(lastRows.map((row) => Object.values(row)[0]), SUCCESS_LINES);
    deepStrictEqual(notices.filter((line) => SUCCESS_LINES.includes(line)), SUCCESS_LINES);
  },
);

testOnPostgres(
  "the migration pasted alone works on a project that only has workspaces; the others follow",
  async ({ sql }) => {
    await runMigrations(sql, "rollback");
    await sql.unsafe("create table public.workspaces (id uuid primary key, name text)");
    await sql.unsafe(readMigration("autonomous_tasks"));
    const [count] =
      await sql`select count(*)::integer as indexes from pg_indexes where tablename = 'autonomous_tasks'`;
    strictEqual(count?.["indexes"], 8);

    await sql.unsafe(
      "insert into public.workspaces values ('00000000-0000-4000-8000-000000000001', 'theirs')",
    );
    await sql.unsafe(`insert into autonomous_tasks (workspace_id, task_type, status)
    values ('00000000-0000-4000-8000-000000000001', 'email_sync', 'completed')`);
    await runMigrations(sql, "migrations");
    deepStrictEqual([...await sql`select task_type from autonomous_tasks`], [{
      task_type: "email_sync",
    }]);
  },
);

testOnPostgres(
  "a differing autonomous_tasks stops the migration with one sentence and keeps its rows",
  async ({ sql }) => {
    const block = readSeedBlocks();
    await sql.unsafe(block("rollback"));
    await sql.unsafe("create table public.autonomous_tasks (id uuid primary key, note text)");
    await sql.unsafe("insert into public.autonomous_tasks values (gen_random_uuid(), 'precious')");
    await rejects(
      sql.unsafe(readMigration("autonomous_tasks")),
      (error: postgres.PostgresError) => {
        match(error.message, /public\.autonomous_tasks .* 15 columns/);
        return true;
      },
    );
    deepStrictEqual([...await sql`select note from public.autonomous_tasks`], [{
      note: "precious",
    }]);
  },
);

testOnPostgres(
  "the seed's rollback runs as printed; the tick says not_installed; the migrations restore everything",
  async ({ sql }) => {
    const before = await readFingerprint(sql);
    const block = readSeedBlocks();
    await sql.unsafe(block("rollback"));
    for (
      const job of await sql`select command from cron.job where command like 'select nightshift.%'`
    ) {
      const [row] = await sql.unsafe(String(job["command"]));
      deepStrictEqual(Object.values(row ?? {}), [{ outcome: "not_installed" }]);
    }
    await runMigrations(sql, "migrations");
    deepStrictEqual(await readFingerprint(sql), before);
  },
);

testOnPostgres(
  "applying every migration again changes nothing and loses no row",
  async ({ sql }) => {
    await seedRows(sql);
    const before = [await readFingerprint(sql), await countRows(sql)];
    await runMigrations(sql, "migrations");
    deepStrictEqual([await readFingerprint(sql), await countRows(sql)], before);
  },
);

testOnPostgres(
  "apply, roll back, apply leaves the same schema; rolling back leaves nothing, twice as once",
  async ({ sql }) => {
    const before = await readFingerprint(sql);
    await seedRows(sql);
    await runMigrations(sql, "rollback");
    await runMigrations(sql, "rollback");
    deepStrictEqual(await readFingerprint(sql), []);
    strictEqual((await sql`select from cron.job where command like '%nightshift%'`).length, 0);
    await runMigrations(sql, "migrations");
    const after = await readFingerprint(sql);
    ok(after.length > 100);
    deepStrictEqual(after, before);
  },
);

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
