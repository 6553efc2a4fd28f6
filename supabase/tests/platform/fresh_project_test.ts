/** A new hosted project: extensions are available but not created, and pg_cron least of all. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import postgres from "postgres";
import { startCluster } from "../../../scripts/local/postgres/postgres_cluster.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { runMigrations } from "../_helpers/migrations.ts";
import { offerExtensions } from "../_helpers/hosted_extensions.ts";

const search = await findPostgres();

Deno.test({
  name: "the migrations install on a project where no extension has been created, and undo it all",
  ignore: search.found
    ? search.installation.lacks.includes("pg_cron")
    : Deno.env.get("CI") !== "true",
  async fn() {
    if (!search.found) throw new Error(search.problem);
    await using cluster = await startCluster({ installation: search.installation });
    const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
    const [admin, sql] = [connect(cluster.url("supabase_admin")), connect(cluster.url())];
    try {
      await offerExtensions((text) => admin.unsafe(text));
      deepStrictEqual(await listExtensions(sql), ["plpgsql: pg_catalog"]);

      await runMigrations(sql, "migrations");
      deepStrictEqual(await listExtensions(sql), [
        "pg_cron: pg_catalog",
        "pgcrypto: extensions",
        "plpgsql: pg_catalog",
      ]);
      deepStrictEqual(
        (await sql`select jobname from cron.job where active order by jobname`).map((job) =>
          job["jobname"]
        ),
        [
          "continuous-intelligence",
          "nightshift-reconcile",
          "nightshift-work",
          "system-health-check",
        ],
      );
      const [rights] = await sql`
        select r.rolsuper, has_table_privilege('cron.job', 'insert, update, delete') as writes_jobs
        from pg_roles r where r.rolname = current_user`;
      deepStrictEqual({ ...rights }, { rolsuper: false, writes_jobs: false });

      await runMigrations(sql, "migrations");
      strictEqual((await listExtensions(sql)).length, 3);
      await runMigrations(sql, "rollback");
      deepStrictEqual(await listExtensions(sql), ["plpgsql: pg_catalog"]);
    } finally {
      await Promise.all([admin.end(), sql.end()]);
    }
  },
});

/** The extensions of the database, each with its schema. */
async function listExtensions(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select e.extname || ': ' || n.nspname as line
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    order by 1`;
  return rows.map(({ line }) => line);
}
