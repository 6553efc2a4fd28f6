import assert from "node:assert/strict";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

const MEMBER_ID = "a0000000-0000-4000-8000-00000000000a";

/** Filters of a page. */
const FILTERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { agent: "importer" },
  { status: "pending" },
];

testOnPostgres(
  "a page of jobs of a member comes from an index, however many wait in their workspaces",
  async ({ sql, connect }) => {
    const workspaceIds = await createWorkspaces(sql, 3);
    await sql`insert into auth.users (id, email) values (${MEMBER_ID}, 'member@example.com')`;
    await sql`insert into public.workspace_members (workspace_id, user_id, role)
      select id, ${MEMBER_ID}, 'member' from unnest(${workspaceIds.slice(1)}::uuid[]) as w (id)`;
    await sql`insert into public.task_schedules (name, task_type, target)
      values ('importer', 'email_sync', 'importer')`;
    for (const [nth, workspaceId] of workspaceIds.entries()) {
      // The largest is not theirs, and its jobs are older.
      await sql`select nightshift.enqueue_jobs('importer', (
        select jsonb_agg(jsonb_build_object('workspace_id', ${workspaceId}::uuid))
        from generate_series(1, ${nth === 0 ? 9000 : 300})))`;
    }
    await sql`analyze nightshift.jobs`;

    const { sql: member, nodes } = await watchPlans(connect);
    const claims = JSON.stringify({ sub: MEMBER_ID, role: "authenticated" });
    const list = (filter: Readonly<Record<string, string>>) =>
      member.begin(async (session) => {
        await session`select set_config('role', 'authenticated', true),
          set_config('request.jwt.claims', ${claims}, true)`;
        const [row] = await session<{ page: { jobs: unknown[]; next: string } }[]>`
          select public.list_jobs(${session.json(filter)}) as page`;
        return row?.page ?? assert.fail();
      });
    for (const filter of FILTERS) {
      const { next } = await list(filter);
      for (const page of [filter, { ...filter, after: next }]) {
        nodes.length = 0;
        const { jobs } = await list(page);
        const reads = nodes.filter(({ table }) => table === "jobs");
        assert.deepEqual([jobs.length, reads], [50, [{
          type: "Index Scan",
          table: "jobs",
          index: "jobs_workspace_idx",
        }]], JSON.stringify(page));
      }
    }
  },
);
