import assert from "node:assert/strict";
import { join } from "node:path";
import { applyMigrations } from "./migrations.ts";
import { startPglite } from "./pglite/pglite.ts";

Deno.test("migrations reach the embedded database as the CLI would push them", async (t) => {
  const database = await startPglite();
  const folder = await Deno.makeTempDir();
  const write = (name: string, text: string) => Deno.writeTextFile(join(folder, name), text);
  try {
    await t.step("in order, recorded, and never twice", async () => {
      await write("20260102000000_second.sql", "insert into public.log values ('one; statement');");
      await write(
        "20260101000000_first.sql",
        "create table public.log (line text);\ncomment on table public.log is 'x';",
      );
      await write("README.md", "not a migration");
      const applied = await applyMigrations(database, folder);
      assert.deepEqual(applied, ["20260101000000", "20260102000000"]);
      assert.deepEqual(await applyMigrations(database, folder), []);
      const recorded = await database.query(
        `select version, name, cardinality(statements) as statements
        from supabase_migrations.schema_migrations order by version`,
      );
      assert.deepEqual(recorded, [
        { version: "20260101000000", name: "first", statements: 2 },
        { version: "20260102000000", name: "second", statements: 1 },
      ]);
      const [table] = await database.query(
        "select tableowner from pg_catalog.pg_tables where tablename = 'log'",
      );
      assert.equal(table?.["tableowner"], "postgres");
    });

    await t.step("one that fails names file and statement, and leaves nothing", async () => {
      await write(
        "20260103000000_half.sql",
        "create table public.kept (id int);\nselect missing_column from public.kept;",
      );
      await assert.rejects(
        applyMigrations(database, folder),
        /20260103000000_half\.sql, statement 2 of 2 \(select missing_column.*"missing_column" does not exist/,
      );
      const [row] = await database.query(
        `select to_regclass('public.kept') is null as is_gone,
          (select count(*) from supabase_migrations.schema_migrations) as recorded`,
      );
      assert.deepEqual(row, { is_gone: true, recorded: 2 });
    });
  } finally {
    await database.close();
    await Deno.remove(folder, { recursive: true });
  }
});
