import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { runDeno } from "../../lib/run_program.ts";
import { pushMigrations } from "../../lib/supabase_cli.ts";
import { startCluster } from "./postgres_cluster.ts";
import { findPostgres } from "./postgres_install.ts";
import { runPsql } from "./psql.ts";

const search = await findPostgres();
const ignore = !search.found && Deno.env.get("CI") !== "true";

Deno.test({
  name: "no variable of libpq changes how a cluster is started and asked",
  ignore,
  fn: async () => {
    const url = (name: string) => new URL(name, import.meta.url).href;
    const code = `
      import postgres from "postgres";
      import { startCluster } from "${url("./postgres_cluster.ts")}";
      import { findPostgres } from "${url("./postgres_install.ts")}";
      import { runPsql } from "${url("./psql.ts")}";
      const { installation } = await findPostgres();
      await using cluster = await startCluster({ installation });
      const sql = postgres(cluster.url(), { max: 1 });
      const [row] = await sql\`select current_user::text as me, current_database()::text as name\`;
      await sql.end();
      const there = await runPsql(installation.binFolder, cluster.url(), { sql: "select 'psql'" });
      console.log(row.me, row.name, there.trim());`;
    const { stdout, stderr } = await runDeno(["eval", "--no-check", "--ext=ts", code], {
      env: {
        PGSSLMODE: "require",
        PGHOST: "db.example.com",
        PGHOSTADDR: "192.0.2.1",
        PGPORT: "1",
        PGUSER: "nobody",
        PGPASSWORD: "wrong",
        PGDATABASE: "nowhere",
        PGOPTIONS: "-c search_path=nowhere",
        PGSERVICE: "no_such_service",
        PGTARGETSESSIONATTRS: "standby",
        PGCHANNELBINDING: "require",
        PGCLIENTENCODING: "SQL_ASCII",
        NO_COLOR: "1",
      },
    });
    assert.equal(stdout.trim(), "postgres postgres psql", stderr);
  },
});

Deno.test({
  name: "no argument of a process tells a password while a cluster starts and is migrated",
  ignore: ignore || Deno.build.os !== "linux",
  fn: async () => {
    if (!search.found) throw new Error(search.problem);
    const { installation } = search;
    const seen = new Set<string>();
    const timer = setInterval(() => readCommandLines().forEach((line) => seen.add(line)), 2);
    try {
      await using cluster = await startCluster({ installation });
      await runPsql(installation.binFolder, cluster.url(), { sql: "select pg_sleep(0.1)" });
      await pushMigrations(cluster.url());
      const { password } = new URL(cluster.url());
      const lines = [...seen];
      assert.ok(lines.some((line) => line.includes("psql")), "psql was seen");
      assert.ok(lines.some((line) => line.includes("supabase")), "the CLI was seen");
      assert.deepEqual(lines.filter((line) => line.includes(password)), []);
    } finally {
      clearInterval(timer);
    }
  },
});

function readCommandLines(): string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
    } catch {
      return []; // It ended while we looked.
    }
  });
}
