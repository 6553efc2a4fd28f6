import assert from "node:assert/strict";
import { fillRuns, MEMBER_ID } from "../../../scripts/bench/timeline/fill.ts";
import { READS } from "../../../scripts/bench/timeline/reads.ts";
import { watchPlans } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const LARGE_TABLES = ["task_dispatches", "autonomous_tasks", "run_workspaces"];

testOnPostgres(
  "a member's reads go through an index, under row level security",
  async ({ connect }) => {
    await fillRuns(connect({ role: "supabase_admin" }), 50_000);
    const { sql: member, nodes } = await watchPlans(connect);
    const claims = JSON.stringify({ sub: MEMBER_ID, role: "authenticated" });
    for (const { name, statement } of READS) {
      nodes.length = 0;
      await member.begin(async (sql) => {
        await sql`select set_config('role', 'authenticated', true),
        set_config('request.jwt.claims', ${claims}, true)`;
        await sql.unsafe(statement);
      });
      const scanned = nodes.filter(({ type, table }) =>
        type === "Seq Scan" && table !== undefined && LARGE_TABLES.includes(table)
      );
      assert.deepEqual(scanned, [], `${name} reads a whole table`);
    }
  },
);

testOnPostgres(
  "a page of tasks of a member of three workspaces comes from the index of each, in its order",
  async ({ connect }) => {
    const admin = connect({ role: "supabase_admin" });
    await fillRuns(admin, 50_000);
    await admin.unsafe(`insert into public.workspace_members (workspace_id, user_id, role)
      select md5('workspace ' || g)::uuid, '${MEMBER_ID}', 'member' from generate_series(8, 9) g`);
    const { sql: member, nodes } = await watchPlans(connect);
    const claims = JSON.stringify({ sub: MEMBER_ID, role: "authenticated" });
    const [row] = await member.begin(async (sql) => {
      await sql`select set_config('role', 'authenticated', true),
        set_config('request.jwt.claims', ${claims}, true)`;
      return await sql`select jsonb_array_length(public.find_tasks('{}') -> 'tasks') as found`;
    });
    assert.equal(row?.["found"], 50);
    const reads = nodes.filter(({ table }) => table === "autonomous_tasks");
    assert.deepEqual(reads, [{
      type: "Index Scan",
      table: "autonomous_tasks",
      index: "autonomous_tasks_recent_idx",
    }]);
  },
);
