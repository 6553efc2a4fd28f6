import assert from "node:assert/strict";
import { fillRuns, MEMBER_ID } from "../../../scripts/bench/timeline/fill.ts";
import { READS } from "../../../scripts/bench/timeline/reads.ts";
import {
  type PlanNode,
  readReportedPlan,
  reportPlans,
} from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const LARGE_TABLES = ["task_dispatches", "autonomous_tasks", "run_workspaces"];

testOnPostgres(
  "a member's reads go through an index, under row level security",
  async ({ connect }) => {
    await fillRuns(connect({ role: "supabase_admin" }), 50_000);
    const nodes: PlanNode[] = [];
    const member = connect({
      role: "supabase_admin",
      onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
    });
    await reportPlans(member);
    const claims = JSON.stringify({ sub: MEMBER_ID, role: "authenticated" });
    for (const { name, statement } of READS) {
      nodes.length = 0;
      // deno-lint-ignore no-await-in-loop -- one session
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
