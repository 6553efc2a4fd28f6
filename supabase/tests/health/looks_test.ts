import assert from "node:assert/strict";
import type postgres from "postgres";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

/** The status of one check, by a look of its own session and time. */
async function look(sql: postgres.Sql, check: string, minutesLater = 0): Promise<unknown> {
  const rows = await sql.unsafe(
    `select l.status, l.explanation
     from nightshift.look_at_${check}(now() + make_interval(mins => ${minutesLater})) l`,
  );
  assert.equal(rows.length, 1);
  return rows[0]?.["status"];
}

testOnPostgres(
  "a transaction that somebody left open is found, and gone when it ends",
  async ({ sql, connect }) => {
    assert.equal(await look(sql, "transactions"), "ok");
    const idle = connect();
    await idle.begin(async (open) => {
      await open`select 1`;
      assert.equal(await look(sql, "transactions", 9), "ok");
      assert.equal(await look(sql, "transactions", 11), "degraded");
      assert.equal(await look(sql, "transactions", 61), "critical");
    });
    assert.equal(await look(sql, "transactions", 61), "ok");
  },
);

testOnPostgres(
  "a role that may not see the sessions of others does not know, which is no alarm",
  async ({ connect }) => {
    const admin = connect({ role: "supabase_admin" });
    await admin`create role blind`;
    await admin`grant usage on schema nightshift to blind`;
    await admin`grant execute on function nightshift.look_at_transactions(timestamptz) to blind`;
    await admin`grant execute on function nightshift.judge_value(numeric, numeric, numeric)
      to blind`;
    await admin`set role blind`;
    assert.equal(await look(admin, "transactions", 61), "unknown");
  },
);

testOnPostgres("dead rows are found, and gone after a vacuum", async ({ sql, connect }) => {
  const count = async (live: number, dead: number) => {
    await sql`drop table if exists nightshift.probe`;
    await sql`create table nightshift.probe (n integer) with (autovacuum_enabled = false)`;
    await sql`insert into nightshift.probe select n from generate_series(1, ${
      live + dead
    }::integer) n`;
    await sql`delete from nightshift.probe where n <= ${dead}`;
    await sql`select pg_stat_force_next_flush()`;
    return await look(connect(), "dead_rows");
  };
  assert.equal(await count(0, 90_000), "ok");
  assert.equal(await count(250_000, 100_000), "degraded");
  assert.equal(await count(100_000, 110_000), "critical");
  await sql`vacuum nightshift.probe`;
  await sql`select pg_stat_force_next_flush()`;
  assert.equal(await look(connect(), "dead_rows"), "ok");
});

testOnPostgres(
  "a look reads the log by the index of its system rows alone, however long it is",
  async ({ sql, connect }) => {
    await sql`insert into public.workspaces (name) values ('Busy')`;
    await sql`
      insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
      select case when n % 50 > 0 then w.id end, 'email_sync', 'completed',
        now() - make_interval(mins => n)
      from public.workspaces w, generate_series(1, 30000) n`;
    await sql`vacuum (analyze) public.autonomous_tasks`;
    const { sql: watched, nodes } = await watchPlans(connect);
    await watched`select nightshift.take_look()`;
    const paths = new Set(
      nodes.filter(({ table }) => table === "autonomous_tasks").map(({ type, index }) =>
        index ?? type
      ),
    );
    assert.ok(paths.has("autonomous_tasks_system_idx"), [...paths].join());
    assert.deepEqual([...paths].filter((path) => path === "Seq Scan"), []);
  },
);
