import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

/** A task type of this test's own: numbers of workspaces, five a chunk, each chunk 20 ms long. */
async function addProbe(sql: postgres.Sql, workspaces: number, numbers: number): Promise<void> {
  const workspaceIds = await createWorkspaces(sql, workspaces);
  await sql.unsafe(`
    create table nightshift.probe_list (workspace_id uuid, number integer,
      primary key (workspace_id, number));
    create table nightshift.probe_done (workspace_id uuid, number integer, backend integer,
      at timestamptz default clock_timestamp());
    create function nightshift.social_media_posting_chunk(
      p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
    ) returns jsonb language plpgsql security definer set search_path = '' as $$
    declare
      v_done bigint;
    begin
      with taken as (
        delete from nightshift.probe_list l
        where (l.workspace_id, l.number) in (
          select o.workspace_id, o.number from nightshift.probe_list o order by 2, 1 limit 5)
        returning *
      )
      insert into nightshift.probe_done
      select t.workspace_id, t.number, pg_catalog.pg_backend_pid() from taken t;
      get diagnostics v_done = row_count;
      perform pg_catalog.pg_sleep(0.02);
      return jsonb_build_object('done', v_done = 0, 'touched', '[]'::jsonb);
    end $$;
    insert into nightshift.database_types (task_type) values ('social_media_posting');
    insert into public.task_schedules (name, task_type, target) values
      ('probe', 'social_media_posting', 'database'),
      ('probe-2', 'social_media_posting', 'database');`);
  await sql`
    insert into nightshift.probe_list
    select w, n from unnest(${workspaceIds}::uuid[]) w, generate_series(1, ${numbers}::integer) n`;
}

async function readStatus(sql: postgres.Sql): Promise<unknown[]> {
  const rows = await sql`
    select t.status from public.autonomous_tasks t
    where t.task_type = 'social_media_posting' and t.workspace_id is null order by t.id`;
  return rows.map(({ status }) => status);
}

async function countDone(sql: postgres.Sql): Promise<unknown> {
  const [row] = await sql`
    select count(*)::integer as done, count(distinct (workspace_id, number))::integer as different
    from nightshift.probe_done`;
  return row;
}

testOnPostgres("two workers at once do the work once", async ({ sql, connect }) => {
  await addProbe(sql, 3, 20);
  await sql`select nightshift.run_now('probe'), nightshift.run_now('probe-2')`;
  const sessions = [connect(), connect(), connect()];
  await Promise.all(sessions.map((session) => session.unsafe("call nightshift.work()")));

  assert.deepEqual(await countDone(sql), { done: 60, different: 60 });
  assert.deepEqual(await readStatus(sql), ["completed", "completed"]);
  const [workers] = await sql`
    select count(distinct backend)::integer as workers from nightshift.probe_done`;
  assert.deepEqual(workers, { workers: 1 });
  // The lock is given back.
  const [lock] =
    await sql`select count(*)::integer as held from pg_locks where locktype = 'advisory'`;
  assert.deepEqual(lock, { held: 0 });
});

testOnPostgres(
  "a worker that is killed in a chunk loses that chunk only, and the next goes on",
  async ({ sql, connect }) => {
    await addProbe(sql, 3, 40);
    await sql`select nightshift.run_now('probe')`;
    const doomed = connect();
    const killed = doomed.unsafe("call nightshift.work()").then(() => "ended", () => "killed");
    let done = 0;
    while (done < 30) {
      await wait(5);
      [{ done }] = await sql<[{ done: number }]>`
        select count(*)::integer as done from nightshift.probe_done`;
    }
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query = 'call nightshift.work()' and pid <> pg_backend_pid()`;
    assert.equal(await killed, "killed");
    assert.deepEqual(await readStatus(sql), ["running"]);

    // Its lease ends, reconcile finds it stalled, and the next call of the worker goes on.
    await sql`update nightshift.run_leases set expires_at = now() - interval '1 second'
      where expires_at > now()`;
    await sql`select nightshift.reconcile()`;
    await connect().unsafe("call nightshift.work()");

    assert.deepEqual(await countDone(sql), { done: 120, different: 120 });
    assert.deepEqual(await readStatus(sql), ["completed"]);
    // A schedule of the project may have missed a time since the database was made.
    const story = await sql`select d.kind, d.verdict from public.task_dispatches d
      join public.task_schedules s on s.id = d.schedule_id and s.name = 'probe'
      order by d.dispatched_at, d.id`;
    assert.deepEqual([...story], [
      { kind: "manual", verdict: "stalled" },
      { kind: "retry", verdict: "accepted" },
    ]);
  },
);

testOnPostgres(
  "a call ends in time, and a call of the next minute goes on without a further attempt",
  async ({ sql, connect }) => {
    await addProbe(sql, 1, 100);
    await sql`select nightshift.run_now('probe'), nightshift.run_now('probe-2')`;
    const session = connect();
    await session`set nightshift.work_seconds = '0.15'`;
    const startedAt = performance.now();
    await session.unsafe("call nightshift.work()");
    assert.ok(performance.now() - startedAt < 10_000);
    assert.deepEqual(await readStatus(sql), ["running", "running"]);

    // 70 % of a statement timeout is less than 50 s.
    const [until] = await connect().begin(async (short) => {
      await short`set local statement_timeout = '10s'`;
      return await short`
        select extract(epoch from nightshift.work_until() - clock_timestamp()) as seconds`;
    });
    assert.ok(Number(until?.["seconds"]) < 7.01);

    await connect().unsafe("call nightshift.work()");
    assert.deepEqual(await readStatus(sql), ["completed", "completed"]);
    assert.deepEqual(await countDone(sql), { done: 100, different: 100 });
    const [dispatches] = await sql`
      select count(*)::integer as made, min(verdict) as verdict from public.task_dispatches`;
    assert.deepEqual(dispatches, { made: 2, verdict: "accepted" });
  },
);

testOnPostgres(
  "whoever holds rows of one workspace keeps the worker from no other",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 3);
    await sql`
      insert into public.workspace_settings (workspace_id, enabled_types)
      select w, '{lead_scoring_batch}' from unnest(${workspaceIds}::uuid[]) w`;
    await sql`
      insert into public.contacts (workspace_id, email)
      select w, 'ada@example.com' from unnest(${workspaceIds}::uuid[]) w`;
    const held = workspaceIds[0] ?? "";
    const worker = connect();
    await connect().begin(async (holder) => {
      await holder`update public.contacts set tags = '{x}' where workspace_id = ${held}`;
      await sql`select nightshift.run_now('lead-scoring-batch')`;
      await worker`set statement_timeout = '40s'`;
      await worker.unsafe("call nightshift.work()");
      const scored = await sql`select workspace_id from public.lead_scores`;
      assert.deepEqual(
        scored.map(({ workspace_id }) => workspace_id).sort(),
        workspaceIds.slice(1).sort(),
      );
    });
    const failed = await sql`
      select workspace_id from public.autonomous_tasks where status in ('failed', 'partial_failure')
      order by workspace_id nulls first`;
    assert.deepEqual([...failed], [{ workspace_id: null }, { workspace_id: held }]);

    // The next run does what was left.
    await sql`select nightshift.run_now('lead-scoring-batch')`;
    await worker.unsafe("call nightshift.work()");
    const [row] = await sql`select count(*)::integer as scored from public.lead_scores`;
    assert.deepEqual(row, { scored: 3 });
  },
);
