import { equal, match } from "node:assert/strict";
import { testOnPostgres } from "../../local/testing/test_database.ts";
import { readMigrations, readRollbacks } from "./migrations.ts";
import { buildUndoStatement } from "./undo_statement.ts";

const statement = buildUndoStatement(await readRollbacks(), await readMigrations());

testOnPostgres(
  "an undo runs on an installed project, and again where nothing is left",
  async ({ sql }) => {
    await sql.unsafe(statement);
    await sql.unsafe(statement);
    const [row] = await sql`select to_regnamespace('nightshift') is null as gone`;
    equal(row?.["gone"], true);
  },
);

testOnPostgres(
  "of the history only our lines go, under our versions or others",
  async ({ sql }) => {
    const [first] = await readMigrations();
    await sql`create schema supabase_migrations`;
    await sql`create table supabase_migrations.schema_migrations (version text primary key, name text)`;
    await sql`insert into supabase_migrations.schema_migrations values
    (${first?.version ?? ""}, 'extensions'), ('20270101000000', 'nightshift_workspaces'),
    ('20270101000001', 'nightshift_mine'), ('20250101000000', 'extensions'),
    ('20270101000002', 'nightshift')`;
    await sql.unsafe(statement);
    const left = await sql`select version from supabase_migrations.schema_migrations order by 1`;
    equal(left.map(({ version }) => version).join(), "20250101000000,20270101000001");
  },
);

testOnPostgres("extensions that we made stay when others use them by now", async ({ sql }) => {
  await sql`insert into nightshift.installed_objects (kind, name)
    values ('extension', 'pg_cron'), ('extension', 'supabase_vault')`;
  await sql`select cron.schedule('mine', '0 0 * * *', 'select 1')`;
  await sql`select vault.create_secret('theirs', 'my_key')`;
  await sql.unsafe(statement);
  const [row] = await sql`select
    (select count(*)::integer from cron.job where jobname = 'mine') as jobs,
    (select count(*)::integer from vault.secrets) as secrets`;
  equal(row?.["jobs"], 1);
  equal(row?.["secrets"], 1);
});

Deno.test("whatever the rollbacks quote, they stay one statement", () => {
  const nested = {
    version: "1",
    name: "x",
    sql: "do $undo$ begin perform $part$x$part$; end $undo$;",
  };
  match(buildUndoStatement([nested], []), /^do \$undo1\$[\s\S]*\$part1\$[\s\S]*\$undo1\$$/);
});
