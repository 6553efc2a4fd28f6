import assert from "node:assert/strict";
import type postgres from "postgres";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { fillRuns, MEMBER_ID } from "../../../scripts/bench/timeline/fill.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "./queue_fixture.ts";

const WRITERS = 3;
const ACTS = 40;

testOnPostgres(
  "sums of hours are what the log holds at every commit, while others write and fold",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 2);
    const [asking = ""] = workspaceIds;
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      values (${asking}, '{daily_analytics_rollup}')`;
    await sql`delete from nightshift.day_marks where workspace_id = ${asking}`;
    let isWriting = true;
    const writers = Array.from(
      { length: WRITERS },
      (_, writer) => write(connect(), workspaceIds, writer),
    );
    const folder = repeat(() => isWriting, async (session) => {
      await session`select nightshift.fold_task_hours()`;
    }, connect());
    const rollup = repeat(() => isWriting, async (session) => {
      await session`select nightshift.mark_noted_days()`;
    }, connect());
    const corrector = repeat(() => isWriting, async (session) => {
      await session`select nightshift.correct_task_hours('2026-03-01 00:00Z', '2026-03-02 00:00Z')`;
    }, connect());
    const checked: number[] = [];
    const checker = repeat(() => isWriting, async (session) => {
      checked.push(await countWrongSums(session));
    }, connect());
    await Promise.all(writers);
    isWriting = false;
    await Promise.all([folder, rollup, corrector, checker]);
    assert.ok(checked.length > 3, "it was looked at while others wrote");
    assert.deepEqual(checked.filter((wrong) => wrong > 0), []);
    await sql`select nightshift.fold_task_hours()`;
    const [left] = await sql`select count(*)::integer as changes from nightshift.task_hour_changes`;
    assert.deepEqual([left?.["changes"], await countWrongSums(sql)], [0, 0]);
    const marks = await sql`select distinct workspace_id, (at at time zone 'utc')::date::text as day
      from nightshift.day_marks`;
    assert.deepEqual(marks.map((mark) => [mark["workspace_id"], mark["day"]]), [
      [asking, "2026-03-01"],
    ]);
    const [logged] = await sql`select count(*)::integer as tasks from public.autonomous_tasks`;
    assert.ok(logged?.["tasks"] > ACTS);
  },
);

testOnPostgres(
  "a workspace that somebody is deleting keeps nobody else's sums from being folded in",
  async ({ sql, connect }) => {
    const [gone = "", kept = ""] = await createWorkspaces(sql, 2);
    for (const id of [gone, kept]) {
      await sql`insert into public.autonomous_tasks (workspace_id, task_type)
        values (${id}, 'email_sync')`;
    }
    await connect().begin(async (owner) => {
      await owner`select from public.workspaces where id = ${gone} for update`;
      await sql`set lock_timeout = '10s'`;
      await sql`select nightshift.fold_task_hours()`;
      const left = await sql`select workspace_id from nightshift.task_hour_changes`;
      assert.deepEqual(left.map((row) => row["workspace_id"]), [gone]);
      await owner`delete from public.workspaces where id = ${gone}`;
    });
    await sql`select nightshift.fold_task_hours()`;
    const sums = await sql`select workspace_id from nightshift.task_hours_now`;
    assert.deepEqual(sums.map((row) => row["workspace_id"]), [kept]);
  },
);

testOnPostgres(
  "a rollup that finds the changes held comes again, and reconcile leaves them to the rollup",
  async ({ sql, connect }) => {
    const [workspaceId = ""] = await createWorkspaces(sql, 1);
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      values (${workspaceId}, '{daily_analytics_rollup}')`;
    const rollUp = async () => {
      const [chunk] = await sql`
        select nightshift.daily_analytics_rollup_chunk(gen_random_uuid(), null) ->> 'done' as done`;
      const [day] = await sql`select tasks -> 'email_sync' ->> 'pending' as pending
        from public.daily_metrics`;
      return [chunk?.["done"], day?.["pending"] ?? null];
    };
    assert.deepEqual(await rollUp(), ["true", null]);
    await sql`insert into public.autonomous_tasks (workspace_id, task_type)
      values (${workspaceId}, 'email_sync')`;
    await connect().begin(async (other) => {
      await other`select from nightshift.task_hour_adoption for update`;
      assert.deepEqual(await rollUp(), ["false", null]);
      const [reconciled] = await sql`select nightshift.fold_task_hours() as folded`;
      assert.equal(reconciled?.["folded"], 0);
    });
    assert.deepEqual(await rollUp(), ["true", "1"]);
  },
);

testOnPostgres("reads of tasks and their sums go through an index", async ({ connect }) => {
  const admin = connect({ role: "supabase_admin" });
  await fillRuns(admin, 50_000);
  await admin`select nightshift.correct_task_hours('-infinity', 'infinity')`;
  await admin`update nightshift.task_hour_adoption set finished_at = now() where is_only_row`;
  await admin`select nightshift.fold_task_hours()`;
  await admin`analyze`;
  const { sql: member, nodes } = await watchPlans(connect);
  const workspace = "md5('workspace 7')::uuid";
  const read = (statement: string) =>
    member.begin(async (session) => {
      const claims = JSON.stringify({ sub: MEMBER_ID, role: "authenticated" });
      await session`select set_config('role', 'authenticated', true),
        set_config('request.jwt.claims', ${claims}, true)`;
      return await session.unsafe(statement);
    });
  await read(`select public.get_task_sums(${workspace}, now() - interval '30 days')`);
  await read(`select public.get_spending(${workspace})`);
  await read(`select public.list_tasks(${workspace}, '{"status": "cancelled"}')`);
  const [page] = await read(`select public.list_tasks(${workspace}) #>> '{tasks,0,id}' as id`);
  await read(`select public.get_task_story('${page?.["id"]}')`);
  const large = [
    "autonomous_tasks",
    "task_hours",
    "task_days",
    "run_workspaces",
    "task_dispatches",
  ];
  const scanned = nodes.filter(({ type, table }) =>
    type === "Seq Scan" && table !== undefined && large.includes(table)
  );
  assert.deepEqual(scanned, []);
  assert.ok(nodes.some(({ table }) => table === "task_days"));
});

/** Rows of sums that do not agree with the log, in one snapshot. */
async function countWrongSums(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ wrong: number }[]>`
    select count(*)::integer as wrong from (
      select c.workspace_id, c.hour, c.task_type, c.status from (
        select t.workspace_id, date_trunc('hour', t.executed_at, 'UTC') as hour, t.task_type, t.status,
          1 as n, coalesce(t.duration_ms, 0) as ms, coalesce(t.cost_estimate_usd, 0) as usd
        from public.autonomous_tasks t where t.workspace_id is not null
        union all
        select h.workspace_id, h.hour, h.task_type, h.status, -h.tasks, -h.duration_ms, -h.cost_usd
        from nightshift.task_hours_now h) c
      group by 1, 2, 3, 4
      having sum(c.n) <> 0 or sum(c.ms) <> 0 or sum(c.usd) <> 0) w`;
  return row?.wrong ?? -1;
}

async function repeat(
  goesOn: () => boolean,
  act: (session: postgres.Sql) => Promise<void>,
  session: postgres.Sql,
): Promise<void> {
  while (goesOn()) await act(session);
}

/** Logs, moves on, prices and deletes tasks; each fourth transaction is rolled back. */
async function write(
  session: postgres.Sql,
  workspaceIds: readonly string[],
  writer: number,
): Promise<void> {
  for (let act = 0; act < ACTS; act++) {
    const workspaceId = workspaceIds[(act + writer) % workspaceIds.length] ?? "";
    const hour = `2026-03-01T${String(act % 24).padStart(2, "0")}:10:00Z`;
    await session.begin(async (sql) => {
      await sql`insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
        select ${workspaceId}, 'email_sync', 'running', ${hour} from generate_series(1, 5)`;
      await sql`update public.autonomous_tasks t
        set status = 'completed', completed_at = t.executed_at + interval '3 seconds',
          cost_estimate_usd = 0.01
        where t.id in (select o.id from public.autonomous_tasks o
          where o.status = 'running' and o.workspace_id = ${workspaceId} limit 3 for update skip locked)`;
      await sql`delete from public.autonomous_tasks t
        where t.id in (select o.id from public.autonomous_tasks o
          where o.workspace_id = ${workspaceId} limit 1 for update skip locked)`;
      if (act % 4 === 3) throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  }
}

class RolledBack extends Error {}
