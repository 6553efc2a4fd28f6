// deno-lint-ignore-file no-console -- a skipped test says why
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import {
  createWorkspace,
  request,
  sendMail,
} from "../../../supabase/functions/tests/testing/stack_calls.ts";
import type { LocalDatabase, Row } from "../database.ts";
import { FIXTURE_FUNCTIONS, FIXTURE_MIGRATIONS } from "../testing/databases.ts";
import { makeSandbox, ORPHAN_LIMIT_MS, readLine, until } from "../testing/sandbox.ts";
import { findPostgres } from "./postgres_install.ts";
import { type Stack, startStack } from "../stack.ts";
import { checkScripts } from "../testing/check_scripts.ts";

const START_STACK = fileURLToPath(new URL("../testing/start_stack.ts", import.meta.url));
/** The next whole minute, and what a tick takes on a busy machine. */
const CRON_MINUTE_LIMIT_MS = 180_000;
/** A start takes about this long on a quiet machine; a signal comes somewhere within. */
const START_MS = 3_000;

const search = await findPostgres();
const ignore = !search.found && Deno.env.get("CI") !== "true";
if (ignore && !search.found) {
  console.warn(`Tests of the stack on a real PostgreSQL are skipped: ${search.problem}`);
}

Deno.test({
  name:
    "on a real PostgreSQL a minute of the real pg_cron analyses the email that came in over HTTP",
  ignore,
  fn: async () => {
    await using stack = await startStack({ database: "postgres", cron: true });
    const workspaceId = await createWorkspace(stack, "Minute");
    const mail = await sendMail(stack, workspaceId, {
      subject: "Offer",
      text: "Could you send me an offer by Friday?",
    });
    await stack.database.exec(`
      update public.task_schedules set cron_expression = '* * * * *'
      where name = 'continuous-intelligence';
      select cron.schedule(jobname, '* * * * *', command) from cron.job
      where jobname = 'continuous-intelligence';
    `);

    const root = await waitForRow(
      stack.database,
      `select status, triggered_by, error_message from public.autonomous_tasks
      where workspace_id is null and task_type = 'continuous_intelligence_update'
        and status not in ('pending', 'running')`,
    );
    assert.deepEqual(root, { status: "completed", triggered_by: "cron", error_message: null });
    const run = await waitForRow(
      stack.database,
      `select run.status, run.username from cron.job_run_details run
      join cron.job job on job.jobid = run.jobid
      where job.jobname = 'continuous-intelligence' and run.end_time is not null`,
    );
    assert.deepEqual(run, { status: "succeeded", username: "postgres" });
    const [record] = await stack.database.query(
      "select workspace_id from public.email_intelligence where email_id = $1",
      [mail.id],
    );
    assert.equal(record?.["workspace_id"], workspaceId);
  },
});

Deno.test({
  name: "on a real PostgreSQL the stack offers what it offers on the embedded database",
  ignore,
  fn: async (t) => {
    await using stack = await startStack({
      database: "postgres",
      migrationsFolder: FIXTURE_MIGRATIONS,
      functionsFolder: FIXTURE_FUNCTIONS,
    });
    const { database } = stack;

    await t.step("functions and psql get the URL of the database", async () => {
      const { text } = await request(`${stack.url}/functions/v1/probe/env`, {});
      assert.equal(JSON.parse(text).result.SUPABASE_DB_URL, database.url);
      const sql = postgres(database.url ?? "", { max: 1 });
      const [row] = await sql`select current_user::text as me, version() as version`;
      await sql.end();
      assert.equal(row?.["me"], "postgres");
      assert.match(row?.["version"], /^PostgreSQL 1[5-8]/);
    });

    await t.step("rows look as on the embedded database", async () => {
      const [row] = await database.query(
        `select 7::bigint as big, '1.5'::numeric as exact, '9007199254740993'::bigint as huge,
          '2026-01-02 03:04:05+00'::timestamptz as at, $1::jsonb as document, $2::text[] as list`,
        ['{"a": [1]}', ["x", "y"]],
      );
      assert.deepEqual(row, {
        big: 7,
        exact: 1.5,
        huge: 9007199254740993n,
        at: "2026-01-02 03:04:05+00",
        document: { a: [1] },
        list: ["x", "y"],
      });
    });

    await t.step("a session that ends under a statement costs the others nothing", async () => {
      const end = "select pg_terminate_backend(pg_backend_pid())";
      await assert.rejects(database.adminExec(end));
      await assert.rejects(database.runAs("postgres", end));
      await assert.rejects(database.runAs("service_role", "select 1 / 0"));
      const sql = "select current_user::text as me, pg_sleep(0.01)::text as done";
      const askAll = () => Array.from({ length: 20 }, () => database.adminQuery(sql));
      // The driver gives the error of a session that ended, and what it read of it, to others.
      await Promise.allSettled(askAll());
      await Promise.allSettled(askAll());
      for (const [row] of await Promise.all(askAll())) assert.equal(row?.["me"], "supabase_admin");
    });

    await t.step("each key acts as its role, and grants stay as migrated", async () => {
      await database.exec("insert into public.notes (id) values (1), (2)");
      const service = await readNotes(stack, { apikey: stack.secretKey });
      assert.deepEqual(service, { status: 200, notes: [{ id: 1 }, { id: 2 }] });
      const anon = await readNotes(stack, { apikey: stack.publishableKey });
      assert.equal(anon.status, 401);
      const [granted] = await database.query(
        "select has_table_privilege('anon', 'public.notes', 'select') as to_anon",
      );
      assert.equal(granted?.["to_anon"], false);
    });

    await t.step("a signed-up user sees own rows only", async () => {
      const headers = { apikey: stack.publishableKey, "content-type": "application/json" };
      const { text } = await request(`${stack.url}/auth/v1/signup`, {
        method: "POST",
        headers,
        body: JSON.stringify({ email: "sam@example.com", password: "correct horse" }),
      });
      const { access_token: token, user } = JSON.parse(text);
      await database.query("insert into public.notes (id, owner_id) values (3, $1)", [user.id]);
      const own = await readNotes(stack, { ...headers, authorization: `Bearer ${token}` });
      assert.deepEqual(own, { status: 200, notes: [{ id: 3 }] });
    });

    await t.step("SQL that fails inside a transaction of its own leaves none open", async () => {
      const statements = "begin; insert into public.notes (id) values (9); select 1 / 0; commit";
      await assert.rejects(database.exec(statements), /division by zero/);
      const open = "select from pg_stat_activity where state like 'idle in transaction%'";
      assert.deepEqual(await database.adminQuery(open), []);
    });

    await t.step(
      "a block of several statements answers with the last rows",
      () => checkScripts(database),
    );

    await t.step({
      name: "a minute can be played by hand, which pg_cron's log does not claim",
      // The worker behind the stand-in is pg_cron there, so it writes that log.
      ignore: !database.hasPgCron,
      fn: async () => {
        await database.exec(`
        select cron.schedule('call', '* * * * *', $$
          select net.http_post('${stack.url}/functions/v1/probe/' || current_user, '{"n": 1}')
        $$);
        select cron.schedule('broken', '* * * * *', 'select 1 / 0');
      `);
        await assert.rejects(stack.cron.tick(new Date()), /division by zero/);
        await stack.net.idle();
        const responses = await database.query<{ content: string }>(
          "select content from net._http_response",
        );
        const echoes = responses.map(({ content }) => JSON.parse(content));
        assert.deepEqual(echoes.map(({ path, text }) => [path, text]), [
          ["/probe/postgres", '{"n": 1}'],
        ]);
        assert.deepEqual(await database.adminQuery("select from cron.job_run_details"), []);
      },
    });
  },
});

Deno.test({
  name: "on a real PostgreSQL, too, a signal leaves no process and no folder",
  ignore,
  fn: async () => {
    for (const delayMs of [Math.random() * START_MS, undefined]) {
      await using sandbox = await makeSandbox();
      const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK, "postgres"]);
      if (delayMs === undefined) await readLine(stack);
      else await new Promise((resolve) => setTimeout(resolve, delayMs));
      stack.kill("SIGTERM");
      const status = await stack.status;
      const moment = delayMs === undefined ? "when up" : `after ${Math.round(delayMs)} ms`;
      // Before our first line runs, the default action ends a process that has done nothing yet.
      assert.ok(status.code === 143 || status.signal === "SIGTERM", `${moment}: ${status.code}`);
      assert.deepEqual(sandbox.folders(), [], moment);
      assert.deepEqual(sandbox.processes(), [], moment);
    }
  },
});

Deno.test({
  name: "on a real PostgreSQL, too, everything ends by itself after SIGKILL",
  ignore,
  fn: async () => {
    await using sandbox = await makeSandbox();
    const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK, "postgres"]);
    await readLine(stack);
    assert.ok(sandbox.processes().some((command) => command.includes("postgres")));
    stack.kill("SIGKILL");
    await stack.status;
    await until(() => sandbox.processes().length === 0, ORPHAN_LIMIT_MS, "something still runs");
  },
});

/** Polls until `sql` finds a row. */
async function waitForRow(database: LocalDatabase, sql: string): Promise<Row> {
  const deadline = performance.now() + CRON_MINUTE_LIMIT_MS;
  while (performance.now() < deadline) {
    const [row] = await database.adminQuery(sql);
    if (row) return row;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`No row within ${CRON_MINUTE_LIMIT_MS / 1000} s: ${sql}`);
}

async function readNotes(
  stack: Stack,
  headers: Record<string, string>,
): Promise<{ status: number; notes: unknown }> {
  const { status, text } = await request(`${stack.url}/rest/v1/notes?select=id&order=id`, {
    headers,
  });
  return { status, notes: JSON.parse(text) };
}
