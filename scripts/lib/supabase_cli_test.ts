import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { startCluster } from "../local/postgres/postgres_cluster.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { runPsql } from "../local/postgres/psql.ts";
import { listMigrations, pushMigrations, runSupabase } from "./supabase_cli.ts";

const search = await findPostgres();

Deno.test({
  name: "the real CLI pushes every migration to a fresh database, once, and lists them as applied",
  ignore: !search.found,
  fn: async () => {
    if (!search.found) throw new Error(search.problem);
    await using cluster = await startCluster({ installation: search.installation });
    const before = await listMigrations(cluster.url());
    equal(before.length > 5, true);
    deepEqual(before.filter(({ remote }) => remote !== ""), []);

    await pushMigrations(cluster.url());
    const after = await listMigrations(cluster.url());
    deepEqual(after, before.map(({ local }) => ({ local, remote: local })));

    await pushMigrations(cluster.url());
    const owners = await runPsql(search.installation.binFolder, cluster.url(), {
      sql: "select distinct tableowner from pg_tables where schemaname in ('public', 'nightshift')",
    });
    equal(owners.trim(), "postgres");
  },
});

Deno.test("a failing command of the CLI is told in its own words", async () => {
  await rejects(
    runSupabase(["db", "push", "--remote=postgresql://postgres@127.0.0.1:1/postgres", "--yes"]),
    (error: Error) => {
      match(error.message, /^supabase db push failed: /);
      match(error.message, /connect/i);
      return true;
    },
  );
});
