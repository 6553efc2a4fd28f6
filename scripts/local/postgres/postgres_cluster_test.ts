import { deepEqual, equal, match, notEqual, rejects } from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { findClustersFolder } from "./cluster_folder.ts";
import { type Cluster, LOGIN_ROLES, startCluster } from "./postgres_cluster.ts";
import { findPostgres } from "./postgres_install.ts";
import { runPsql } from "./psql.ts";

const search = await findPostgres();
const ignore = !search.found;

/** Starts a cluster whose databases have one table with one row. */
async function startSmall(durable = false): Promise<Cluster> {
  if (!search.found) throw new Error(search.problem);
  const { installation } = search;
  const sql =
    "create table public.things (id int primary key); insert into public.things values (1)";
  return await startCluster({
    installation,
    durable,
    migrate: async (url) => void await runPsql(installation.binFolder, url, { sql }),
  });
}

async function ask(url: string, sql: string): Promise<unknown> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await connection.unsafe(sql);
    return row === undefined ? undefined : Object.values(row)[0];
  } finally {
    await connection.end();
  }
}

Deno.test({
  name: "a cluster is like a hosted project, and makes databases like its first",
  ignore,
  fn: async (t) => {
    await using cluster = await startSmall();

    await t.step("postgres migrates and owns, and is no superuser", async () => {
      equal(await ask(cluster.url(), "select current_user::text"), "postgres");
      equal(
        await ask(cluster.url(), "select rolsuper from pg_roles where rolname = 'postgres'"),
        false,
      );
      equal(
        await ask(cluster.url(), "select tableowner from pg_tables where tablename = 'things'"),
        "postgres",
      );
    });

    await t.step({
      name: "pg_cron's launcher runs",
      ignore: cluster.installation.lacks.includes("pg_cron"),
      fn: async () => {
        const sql = "select count(*)::int from pg_stat_activity where backend_type ~ 'pg_cron'";
        equal(await ask(cluster.url("supabase_admin"), sql), 1);
      },
    });

    await t.step("nobody gets in without the password", async () => {
      const url = cluster.url("supabase_admin").replace(/:[0-9a-f]+@/, ":wrong@");
      await rejects(ask(url, "select 1"), /password/);
    });

    await t.step({
      name: "the server runs as a user without privileges, also when we are root",
      ignore: Deno.build.os !== "linux",
      fn: async () => {
        const status = await Deno.readTextFile(`/proc/${cluster.pid}/status`);
        notEqual(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]), 0);
        const { mode } = await Deno.stat(`${cluster.folder}/server`);
        equal((mode ?? 0o777) & 0o077, 0);
      },
    });

    await t.step("a new database has what the migrations made, apart from others", async () => {
      const first = await cluster.createDatabase("first");
      const second = await cluster.createDatabase("second");
      await ask(first, "insert into public.things values (2)");
      const count = "select count(*)::int from public.things";
      const counts = await Promise.all(
        [first, second, cluster.url()].map((url) => ask(url, count)),
      );
      deepEqual(counts, [2, 1, 1]);
    });

    await t.step("a job scheduled in a new database is not pg_cron's business", async () => {
      const url = await cluster.createDatabase("third");
      await ask(url, "select cron.schedule('example', '* * * * *', 'select 1')");
      equal(await ask(cluster.url(), "select count(*)::int from cron.job"), 0);
    });
  },
});

Deno.test({
  name: "clusters share neither passwords nor data, also where both begin with a copy",
  ignore,
  fn: async () => {
    if (!search.found) throw new Error(search.problem);
    const { installation } = search;
    await using first = await startCluster({ installation });
    await using second = await startCluster({ installation });
    for (const role of LOGIN_ROLES) {
      const { password } = new URL(first.url(role));
      const url = new URL(second.url(role));
      equal(await ask(url.href, "select session_user::text"), role);
      notEqual(url.password, password);
      url.password = password;
      await rejects(ask(url.href, "select 1"), /password/);
    }
    await ask(first.url(), "create table public.mine ()");
    equal(await ask(second.url(), "select to_regclass('public.mine')"), null);
  },
});

Deno.test({
  name: "after a crash a durable cluster starts again with what was committed",
  ignore,
  fn: async () => {
    await using cluster = await startSmall(true);
    await ask(cluster.url(), "insert into public.things values (2)");
    await cluster.restart("crash");
    equal(await ask(cluster.url(), "select count(*)::int from public.things"), 2);
  },
});

Deno.test({
  name: "stopping leaves neither folder nor server",
  ignore,
  fn: async () => {
    const cluster = await startSmall();
    const url = cluster.url();
    await cluster.stop();
    await rejects(Deno.stat(cluster.folder), Deno.errors.NotFound);
    await rejects(ask(url, "select 1"), /ECONNREFUSED/);
    equal(cluster.pid, undefined);
    await cluster.stop();
  },
});

Deno.test({
  name: "a migration that fails is told in PostgreSQL's words and leaves nothing",
  ignore,
  fn: async () => {
    if (!search.found) throw new Error(search.problem);
    const { installation } = search;
    let folder: string | undefined;
    await rejects(
      startCluster({
        installation,
        migrate: async (url) => {
          folder = await findFolder(url);
          await runPsql(installation.binFolder, url, { sql: "select 1 / 0" });
        },
      }),
      /psql failed: ERROR: {2}division by zero/,
    );
    notEqual(folder, undefined);
    equal(await exists(folder ?? ""), false);
  },
});

Deno.test({
  name: "five seconds after its owner was killed, server and folder are gone",
  ignore,
  fn: async () => {
    const source = `
      import { startCluster } from "${new URL("./postgres_cluster.ts", import.meta.url)}";
      import { findPostgres } from "${new URL("./postgres_install.ts", import.meta.url)}";
      const search = await findPostgres();
      const cluster = await startCluster({ installation: search.installation });
      console.log(JSON.stringify([cluster.folder, cluster.url()]));
      setInterval(() => {}, 1000);`;
    const owner = new Deno.Command(Deno.execPath(), {
      args: ["eval", source],
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = owner.stdout.getReader();
    const line = new TextDecoder().decode((await reader.read()).value);
    match(line, /nightshift-/);
    const [folder, url]: string[] = JSON.parse(line);
    owner.kill("SIGKILL");
    await owner.status;
    await reader.cancel();
    const deadline = performance.now() + 30_000;
    while (await exists(folder ?? "") && performance.now() < deadline) await wait(50);
    equal(await exists(folder ?? ""), false);
    await rejects(ask(url ?? "", "select 1"), /ECONNREFUSED/);
  },
});

/** The folder of the running cluster with this URL. */
async function findFolder(url: string): Promise<string | undefined> {
  const parent = findClustersFolder();
  for await (const { name } of Deno.readDir(parent)) {
    const folder = join(parent, name);
    const text = await Deno.readTextFile(join(folder, "server/data/postmaster.pid")).catch(() =>
      ""
    );
    if (text.split("\n")[3] === new URL(url).port) return folder;
  }
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
