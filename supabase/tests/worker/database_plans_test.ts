import assert from "node:assert/strict";
import { fillEverything } from "../../../scripts/bench/plans/fill.ts";
import { findScans } from "../../../scripts/bench/plans/find_scans.ts";
import { listWorks } from "../../../scripts/bench/plans/works.ts";
import { type PlanNode, readReportedPlan } from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

testOnPostgres(
  "no type of the database reads the whole log, all emails, records or calls",
  async ({ connect }) => {
    const nodes: PlanNode[] = [];
    const sql = connect({
      role: "supabase_admin",
      onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
    });
    const [workspaceId = ""] = await fillEverything(sql, 8_000);
    // `deno task bench plans` does the same with a million rows.
    const found = await findScans(sql, nodes, listWorks(workspaceId), {
      shortestMs: 0.5,
      rounds: 2,
    });
    assert.deepEqual(found.scans, []);
    assert.ok(found.isControlSeen, "a statement that reads all emails was not seen");
    for (const index of ["client_emails_received_idx", "autonomous_tasks_recent_idx"]) {
      assert.ok(found.indexes.includes(index), `${index} was not used`);
    }
  },
);
