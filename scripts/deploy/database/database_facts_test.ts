import { deepEqual, equal, match, rejects } from "node:assert/strict";
import type postgres from "postgres";
import { runMigrations } from "../../../supabase/tests/_helpers/migrations.ts";
import { SupabaseFailure } from "../../lib/supabase_cli.ts";
import { testOnPostgres } from "../../local/testing/test_database.ts";
import { DeployError } from "../deploy_error.ts";
import { readDatabaseFacts } from "./database_facts.ts";

/** The part of the CLI that asks the database, without the CLI in between. */
function ask(sql: postgres.Sql) {
  return {
    execute: async (statement: string) => {
      try {
        return [...await sql.unsafe(statement)];
      } catch (error) {
        throw new SupabaseFailure("db query", String(error));
      }
    },
  };
}

testOnPostgres(
  "one query says what is there, and what a restored backup lacks",
  async ({ sql }) => {
    // This server's port is another one than when the jobs were made, as after a move.
    deepEqual((await readDatabaseFacts(ask(sql))).missingJobs, [
      "continuous-intelligence",
      "nightshift-reconcile",
      "nightshift-work",
      "system-health-check",
    ]);
    await sql`select nightshift.restore_jobs()`;
    const { existing, ...facts } = await readDatabaseFacts(ask(sql));
    equal(existing.has("public.autonomous_tasks"), true);
    equal(existing.has("nightshift.compare_rights()"), true);
    deepEqual([facts.missingExtensions, facts.missingJobs, facts.wrongRights], [[], [], []]);
    deepEqual(facts.ticking, ["continuous-intelligence", "system-health-check"]);

    await sql`select vault.create_secret('https://x.example/?a=<1>&b', 'project_url', 'it''s')`;
    await sql`select cron.unschedule('nightshift-reconcile')`;
    await sql`grant execute on function public.health(text) to anon`;
    const changed = await readDatabaseFacts(ask(sql));
    deepEqual(changed.missingJobs, ["nightshift-reconcile"]);
    deepEqual(changed.wrongRights, ["routine public.health(text)"]);
    deepEqual(changed.vault.map(({ name, url, description }) => [name, url, description]), [
      ["project_url", "https://x.example/?a=<1>&b", "it's"],
    ]);
  },
);

testOnPostgres("of a database without Nightshift nothing is said", async ({ sql }) => {
  await runMigrations(sql, "rollback");
  const { existing, vault, finishedRun, ...lists } = await readDatabaseFacts(ask(sql));
  equal([...existing].some((name) => name.startsWith("nightshift.")), false);
  deepEqual([vault, finishedRun], [[], null]);
  for (const [name, list] of Object.entries(lists)) deepEqual(list, [], name);
});

testOnPostgres(
  "a Vault that cannot be decrypted is told apart from a database that fails",
  async ({ sql, connect }) => {
    await sql`select vault.create_secret('a secret of another server', 'cron_secret')`;
    const admin = connect({ role: "supabase_admin" });
    await admin.unsafe(`
      drop view vault.decrypted_secrets;
      create view vault.decrypted_secrets as
      select id, name, description, secret, (1 / (id is null)::integer)::text as decrypted_secret,
        key_id, nonce, created_at, updated_at
      from vault.secrets;
      grant select on vault.decrypted_secrets to postgres`);
    await rejects(readDatabaseFacts(ask(sql)), (error: unknown) => {
      equal(error instanceof DeployError && error.code, "deploy_vault_unreadable");
      match(String(error), /delete from vault\.secrets where name in \('cron_secret'\);/);
      return true;
    });
    await sql`delete from vault.secrets`;
    await admin`alter table nightshift.installed_objects rename column name to other`;
    await rejects(readDatabaseFacts(ask(sql)), SupabaseFailure);
  },
);
