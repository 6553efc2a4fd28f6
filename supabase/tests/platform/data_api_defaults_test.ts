/**
 * Projects from before 2026 grant whatever is new in public to the roles of the API, newer ones do
 * not. Rights are the same under both, and so is what the tests of rights say.
 */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../../scripts/check/check.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { runPsqlScript } from "../../../scripts/local/postgres/psql.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { runMigrations } from "../_helpers/migrations.ts";
import { readFingerprint } from "../_helpers/fingerprint.ts";

const search = await findPostgres();

/** What projects had by default until 2026. */
const OLD_DEFAULTS = `
  alter default privileges for role postgres in schema public
    grant all on tables to postgres, anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on functions to postgres, anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on sequences to postgres, anon, authenticated, service_role`;

/** The tests of who may do what, by really doing it. */
const RIGHTS_TESTS = ["functions", "matrix", "privileges", "second_wall"];

testOnPostgres(
  "rights are the same under the old and the new default of the Data API, and so are their tests",
  async ({ url, sql, connect }) => {
    if (!search.found) throw new Error(search.problem);
    const { binFolder } = search.installation;
    const [table] = await sql`
      select has_table_privilege('anon', 'public.client_emails', 'truncate') as open`;
    strictEqual(table?.["open"], false);
    const underNew = await readFingerprint(sql);

    await runMigrations(sql, "rollback");
    await sql.unsafe(OLD_DEFAULTS);
    await sql`create table public.theirs (id integer)`;
    const [theirs] = await sql`
      select has_table_privilege('anon', 'public.theirs', 'select') as open`;
    strictEqual(theirs?.["open"], true, "the old default is in force");
    await sql`drop table public.theirs`;
    await runMigrations(sql, "migrations");
    deepStrictEqual(await readFingerprint(sql), underNew);

    const admin = connect({ role: "supabase_admin" });
    await admin`create extension pgtap with schema extensions`;
    for (const name of RIGHTS_TESTS) {
      const { stdout: output, stderr } = await runPsqlScript(
        binFolder,
        url,
        join(ROOT, `supabase/tests/isolation/${name}.test.sql`),
      );
      match(output, /^1\.\.\d+$/m, `${name}: ${stderr}`);
      deepStrictEqual(
        output.split("\n").filter((line) => /^(not ok|# Looks)/.test(line)),
        [],
        name,
      );
    }
  },
);
