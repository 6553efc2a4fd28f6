import assert from "node:assert/strict";
import { withFixtureDatabase } from "./testing/databases.ts";
import type { LocalDatabase, Row } from "./database.ts";

/**
 * Every function that the platform's extensions offer to us, as PostgreSQL prints its arguments.
 */
const SIGNATURES = {
  "net.http_get":
    "url text, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{}'::jsonb, timeout_milliseconds integer DEFAULT 5000",
  "net.http_post":
    `url text, body jsonb DEFAULT '{}'::jsonb, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{"Content-Type": "application/json"}'::jsonb, timeout_milliseconds integer DEFAULT 5000`,
  "net.http_delete":
    "url text, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{}'::jsonb, timeout_milliseconds integer DEFAULT 5000, body jsonb DEFAULT NULL::jsonb",
  "vault.create_secret":
    "new_secret text, new_name text DEFAULT NULL::text, new_description text DEFAULT ''::text, new_key_id uuid DEFAULT NULL::uuid",
  "vault.update_secret":
    "secret_id uuid, new_secret text DEFAULT NULL::text, new_name text DEFAULT NULL::text, new_description text DEFAULT NULL::text, new_key_id uuid DEFAULT NULL::uuid",
  "cron.schedule": "job_name text, schedule text, command text | schedule text, command text",
  "cron.schedule_in_database":
    "job_name text, schedule text, command text, database text, username text DEFAULT NULL::text, active boolean DEFAULT true",
  "cron.unschedule": "job_id bigint | job_name text",
  "cron.alter_job":
    "job_id bigint, schedule text DEFAULT NULL::text, command text DEFAULT NULL::text, database text DEFAULT NULL::text, username text DEFAULT NULL::text, active boolean DEFAULT NULL::boolean",
};

/** What PostgREST and the hosted platform set for each role. */
const ROLE_SETTINGS = {
  anon: ["statement_timeout=3s"],
  authenticated: ["statement_timeout=8s"],
  authenticator: ["lock_timeout=8s", "statement_timeout=8s"],
  postgres: ['search_path="$user", public, extensions'],
};

Deno.test("the embedded database looks to a migration like a hosted project", async (t) => {
  await withFixtureDatabase(async (database) => {
    await t.step("postgres is no superuser but passes by row level security", () =>
      holds(
        database,
        `select current_user = 'postgres' and session_user = 'postgres' and not rolsuper
          and rolbypassrls and rolcreaterole and rolcreatedb as holds
        from pg_catalog.pg_roles where rolname = current_user`,
      ));

    await t.step("postgres may create in the database and in public", () =>
      holds(
        database,
        `select has_database_privilege(current_database(), 'create')
          and has_schema_privilege('public', 'create') as holds`,
      ));

    await t.step("the request roles have the platform's attributes and memberships", async () => {
      const roles = await database.query(
        `select rolname, rolbypassrls, rolcanlogin, rolinherit from pg_catalog.pg_roles
        where rolname in ('anon', 'authenticated', 'service_role', 'authenticator') order by 1`,
      );
      assert.deepEqual(roles.map((role) => Object.values(role).join(" ")), [
        "anon false false true",
        "authenticated false false true",
        "authenticator false true false",
        "service_role true false true",
      ]);
      await holds(
        database,
        `select bool_and(pg_has_role('authenticator', role, 'member')) as holds
        from unnest(array['anon', 'authenticated', 'service_role']) as role`,
      );
    });

    await t.step("the roles carry the platform's timeouts", async () => {
      for (const [role, expected] of Object.entries(ROLE_SETTINGS)) {
        const rows = await database.query<{ setting: string }>(
          `select unnest(setconfig) as setting from pg_catalog.pg_db_role_setting
          where setrole = $1::regrole order by 1`,
          [role],
        );
        assert.deepEqual(rows.map(({ setting }) => setting), expected, role);
      }
    });

    await t.step("a new table in public is closed to the request roles until granted", async () => {
      await database.exec("create table public.later (id bigserial)");
      await holds(
        database,
        `select bool_and(
            not has_table_privilege(role, 'public.later', 'select, insert, update, delete')
            and not has_sequence_privilege(role, 'public.later_id_seq', 'usage, select')
            and has_table_privilege(role, 'public.later', 'truncate')
          ) as holds
        from unnest(array['anon', 'authenticated', 'service_role']) as role`,
      );
    });

    await t.step("the extensions' functions have the real signatures", async () => {
      for (const [name, expected] of Object.entries(SIGNATURES)) {
        const [row] = await database.query<{ arguments: string }>(
          `select string_agg(a, ' | ' order by a) as arguments
          from (
            select pg_get_function_arguments(p.oid) as a
            from pg_catalog.pg_proc p
            where p.pronamespace::regnamespace::text || '.' || p.proname = $1
          ) as functions`,
          [name],
        );
        assert.equal(row?.arguments, expected, name);
      }
    });

    await t.step("queue and responses of net are unlogged and open to every role", () =>
      holds(
        database,
        `select bool_and(relpersistence = 'u' and has_table_privilege('anon', oid, 'select')) as holds
        from pg_catalog.pg_class
        where oid in ('net.http_request_queue'::regclass, 'net._http_response'::regclass)`,
      ));

    await t.step("postgres reads cron.job but writes it through functions only", () =>
      holds(
        database,
        `select has_table_privilege('cron.job', 'select')
          and not has_table_privilege('cron.job', 'insert, update, delete')
          and has_function_privilege('cron.alter_job(bigint,text,text,text,text,boolean)', 'execute')
          and not has_schema_privilege('anon', 'cron', 'usage') as holds`,
      ));

    await t.step("Vault decrypts for postgres and service_role, not for users", async () => {
      await database.query("select vault.create_secret('night watch', 'motto', 'why')");
      const [row] = await database.query("select decrypted_secret from vault.decrypted_secrets");
      assert.equal(row?.["decrypted_secret"], "night watch");
      await holds(
        database,
        `select has_table_privilege('service_role', 'vault.decrypted_secrets', 'select')
          and not has_schema_privilege('authenticated', 'vault', 'usage')
          and not has_table_privilege('vault.secrets', 'insert') as holds`,
      );
    });

    await t.step("Vault keeps what an update does not name", async () => {
      await database.query(
        "select vault.update_secret(id, 'day watch') from vault.secrets where name = 'motto'",
      );
      const [row] = await database.query(
        "select name, description, decrypted_secret from vault.decrypted_secrets",
      );
      assert.deepEqual(row, { name: "motto", description: "why", decrypted_secret: "day watch" });
    });

    await t.step("an HMAC can be made in SQL with pgcrypto in schema extensions", async () => {
      const [row] = await database.query(
        "select encode(extensions.hmac('message', 'key', 'sha256'), 'hex') as mac",
      );
      assert.equal(
        row?.["mac"],
        "6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a",
      );
    });

    await t.step(
      "a foreign key may point at auth.users",
      () => database.exec("create table public.members (user_id uuid references auth.users (id))"),
    );
  });
});

async function holds(database: LocalDatabase, sql: string): Promise<void> {
  const [row] = await database.query<Row & { holds: boolean }>(sql);
  assert.equal(row?.holds, true, sql);
}
