/** The files of `dist`, each sent as one query by a `postgres` that is no superuser. */
import { deepStrictEqual, match, ok, rejects } from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { pushMigrations } from "../../../scripts/lib/supabase_cli.ts";
import { type Cluster, startCluster } from "../../../scripts/local/postgres/postgres_cluster.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { runClient } from "../../../scripts/local/postgres/psql.ts";
import { runMigrations } from "../_helpers/migrations.ts";
import { readFingerprint } from "../_helpers/fingerprint.ts";
import { offerExtensions } from "../_helpers/hosted_extensions.ts";
import { readNamedBlocks } from "../documents/document_blocks.ts";
import { readSeedBlocks, SUCCESS_LINES } from "../seed/seed_blocks.ts";
import { assertVerificationQueries } from "../seed/verification_queries.ts";
import { readCatalog } from "./catalog.ts";

const search = await findPostgres();

const OWNER = "5d9a3c1e-0000-4000-8000-000000000001";

Deno.test({
  name: "the files to paste install and remove everything, or the log alone",
  ignore: !search.found && Deno.env.get("CI") !== "true",
  async fn(test) {
    if (!search.found) throw new Error(search.problem);
    await using cluster = await startCluster({ installation: search.installation });
    await using sessions = openSessions(cluster);
    const pushed = await sessions.open("pushed");
    await runMigrations(pushed, "migrations");
    const migrated = await readFingerprint(pushed);

    await test.step("everything, twice, is what the migrations make, and `db push` goes on from it", async () => {
      const [admin, sql] = sessions.openMain();
      if (await offersCron(admin)) await offerExtensions((text) => admin.unsafe(text));
      const before = await readCatalog(sql);
      deepStrictEqual(await paste(sql, "nightshift.sql"), SUCCESS_LINES);
      deepStrictEqual(await paste(sql, "nightshift.sql"), SUCCESS_LINES);
      deepStrictEqual(await readFingerprint(sql), migrated);

      await pushMigrations(cluster.url());
      deepStrictEqual(await readFingerprint(sql), migrated);
      const history =
        "select count(*)::integer as count from supabase_migrations.schema_migrations";
      ok((await sql.unsafe(history))[0]?.["count"] > 100);

      await sql.unsafe("select vault.create_secret('x', 'project_url', 'Nightshift: address')");
      deepStrictEqual(await paste(sql, "nightshift_rollback.sql"), ["Nightshift was removed."]);
      deepStrictEqual(await paste(sql, "nightshift_rollback.sql"), ["Nightshift was removed."]);
      deepStrictEqual((await sql.unsafe(history))[0]?.["count"], 0);
      // The history itself is the CLI's.
      await sql.unsafe("drop schema supabase_migrations cascade");
      deepStrictEqual(await readCatalog(sql), before);
    });

    await test.step("another candidate is named and stays as it is", async () => {
      const sql = await sessions.open("candidate");
      await paste(sql, "nightshift.sql");
      await sql`update nightshift.installed set version = '0.1.0-rc.0' where true`;
      // The results of a function have changed since.
      await sql`drop function nightshift.score_auc(numeric[], boolean[])`;
      await sql`create function nightshift.score_auc(p_scores numeric[], p_won boolean[])
        returns text return 'old'`;
      const words = /Nightshift 0\.1\.0-rc\.0 is here, a candidate .* Nothing was changed/;
      await rejects(paste(sql, "nightshift.sql"), words);
      await rejects(paste(sql, "nightshift_part_1.sql"), words);
      await paste(sql, "nightshift_rollback.sql");
      deepStrictEqual(await paste(sql, "nightshift.sql"), SUCCESS_LINES);
      deepStrictEqual(await readFingerprint(sql), migrated);
    });

    await test.step("the parts make the same, and not without the one before", async () => {
      const sql = await sessions.open("parts");
      const before = await readCatalog(sql);
      const [first, ...others] = await listParts();
      for (const part of others) {
        await rejects(paste(sql, part), /Run nightshift_part_\d+\.sql first\. Nothing was changed/);
      }
      deepStrictEqual(await readCatalog(sql), before);
      ok(first);
      const results: string[][] = [];
      for (const part of [first, ...others]) results.push(await paste(sql, part));
      match(results[0]?.[0] ?? "", /^Part 1 of \d+ is in\. Run nightshift_part_2\.sql next\.$/);
      deepStrictEqual(results.at(-1), SUCCESS_LINES);
      deepStrictEqual(await readFingerprint(sql), migrated);
      await runAsOneTransaction(cluster, "parts");
      deepStrictEqual(await readFingerprint(sql), migrated);
    });

    await test.step("the log alone, twice, answers every verification query, and its rollback leaves nothing", async () => {
      const sql = await sessions.open("log");
      const before = await readCatalog(sql);
      await sql`create function public.create_workspace(p_name text) returns uuid
        return gen_random_uuid()`;
      await sql`create type public.workspaces as enum ('own')`;
      await rejects(
        paste(sql, "nightshift_log.sql"),
        /has "create_workspace", "workspaces" already/,
      );
      await sql`drop function public.create_workspace(text)`;
      await sql`drop type public.workspaces`;
      deepStrictEqual(await readCatalog(sql), before);
      deepStrictEqual(await paste(sql, "nightshift_log.sql"), SUCCESS_LINES);
      deepStrictEqual(await paste(sql, "nightshift_log.sql"), SUCCESS_LINES);
      deepStrictEqual(await readNeededNames(sql), []);
      await assertVerificationQueries((text) =>
        sql.unsafe(text).then((rows) => rows.map((row) => ({ ...row })))
      );
      await sql`insert into auth.users (id, email) values (${OWNER}, 'ada@example.com')`;
      await sql.unsafe(readNamedBlocks("docs/guides/paste.md")("owner"));
      await sql`insert into public.autonomous_tasks (workspace_id, task_type)
        select id, 'email_sync' from public.workspaces`;
      deepStrictEqual(await readAsOwner(sql), [{
        name: "Harbour Bakery",
        task_type: "email_sync",
      }]);
      await sql`delete from auth.users where id = ${OWNER}`;
      await sql.unsafe(readSeedBlocks()("rollback"));
      deepStrictEqual(await paste(sql, "nightshift_log.sql"), SUCCESS_LINES);
      deepStrictEqual(await paste(sql, "nightshift_log_rollback.sql"), ["The log was removed."]);
      deepStrictEqual(await paste(sql, "nightshift_log_rollback.sql"), ["The log was removed."]);
      deepStrictEqual(await readCatalog(sql), before);

      // Everything after it, and the log once more.
      await paste(sql, "nightshift_log.sql");
      await sql`insert into public.autonomous_tasks (task_type, triggered_by) values ('email_sync', 'cron')`;
      deepStrictEqual(await paste(sql, "nightshift.sql"), SUCCESS_LINES);
      deepStrictEqual(await readFingerprint(sql), migrated);
      deepStrictEqual(await paste(sql, "nightshift_log.sql"), SUCCESS_LINES);
      deepStrictEqual(await readFingerprint(sql), migrated);
      deepStrictEqual((await sql`select task_type from public.autonomous_tasks`).length, 1);
      await rejects(paste(sql, "nightshift_log_rollback.sql"), /More than the log is installed/);
      await paste(sql, "nightshift_rollback.sql");
      deepStrictEqual(await readCatalog(sql), before);
    });

    await test.step("what is missing is named at once, and nothing is left behind", async () => {
      const sql = await sessions.open("missing");
      await sessions.openAdmin("missing").unsafe("drop schema net, vault cascade");
      const words = /needs these extensions, .* offer: pg_net, supabase_vault\. Nothing/;
      await rejects(paste(sql, "nightshift.sql"), words);
      await rejects(paste(sql, "nightshift_part_1.sql"), words);
      const [left] = await sql`select to_regnamespace('nightshift') is null as nothing`;
      deepStrictEqual({ ...left }, { nothing: true });
      deepStrictEqual(await paste(sql, "nightshift_log.sql"), SUCCESS_LINES);

      const refused = await sessions.open("refused");
      if (!await offersCron(refused)) return;
      await sessions.openAdmin("refused").unsafe("drop extension pg_cron cascade");
      const refusal = /which postgres may not create: pg_cron\. Nothing was changed/;
      await rejects(paste(refused, "nightshift.sql"), refusal);
    });
  },
});

/** Names that the log made and does not say that it needs, or the other way round. */
async function readNeededNames(sql: postgres.Sql): Promise<unknown[]> {
  return [
    ...await sql`
      with made as (
        select c.relname::text as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind <> 'r'
          and c.relname !~ '_(pkey|key)$'
        union
        select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
          and p.proname not in ('get_autonomous_task_summary', 'update_autonomous_tasks_updated_at')
      )
      select name from (select name from made) m
      full join unnest(nightshift.list_log_names()) as needed (name) using (name)
      where m.name is null or needed.name is null`,
  ];
}

/** What a signed-in member reads of workspaces and their tasks. */
async function readAsOwner(sql: postgres.Sql): Promise<unknown[]> {
  return await sql.begin(async (own) => {
    await own`select set_config('request.jwt.claims', ${JSON.stringify({ sub: OWNER })}, true)`;
    await own`set local role authenticated`;
    return [
      ...await own`select w.name, t.task_type from public.autonomous_tasks t
        join public.workspaces w on w.id = t.workspace_id`,
    ];
  });
}

/** Sends a file as one simple-query message, and gives the first column of its last result. */
async function paste(sql: postgres.Sql, name: string): Promise<string[]> {
  const text = await Deno.readTextFile(new URL(`../../../dist/${name}`, import.meta.url));
  const results = await sql.unsafe(text).simple();
  const last = (results.at(-1) ?? []) as unknown as Record<string, unknown>[];
  return last.map((row) => String(Object.values(row)[0]));
}

/** The guide's psql command, where that program is. */
async function runAsOneTransaction(cluster: Cluster, database: string): Promise<void> {
  const { binFolder } = cluster.installation;
  if (await Deno.stat(join(binFolder, "psql")).then(() => false, () => true)) return;
  const file = fileURLToPath(new URL("../../../dist/nightshift.sql", import.meta.url));
  const args = ["--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", `--file=${file}`];
  await runClient(binFolder, "psql", cluster.url("postgres", database), args);
}

async function listParts(): Promise<string[]> {
  const folder = new URL("../../../dist/", import.meta.url);
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.filter((name) => name.startsWith("nightshift_part_")).sort();
}

async function offersCron(sql: postgres.Sql): Promise<boolean> {
  return (await sql`select from pg_available_extensions where name = 'pg_cron'`).length > 0;
}

/** Sessions with databases of the cluster that have no migrations. */
function openSessions(cluster: Cluster) {
  const sessions: postgres.Sql[] = [];
  const connect = (url: string) => {
    const session = postgres(url, { max: 1, onnotice: () => {} });
    sessions.push(session);
    return session;
  };
  return {
    open: async (database: string) => connect(await cluster.createDatabase(database)),
    openAdmin: (database: string) => connect(cluster.url("supabase_admin", database)),
    openMain: () => [connect(cluster.url("supabase_admin")), connect(cluster.url())] as const,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(sessions.map((session) => session.end({ timeout: 1 })));
    },
  };
}
