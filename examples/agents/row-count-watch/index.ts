/**
 * Counts the rows of a table on a schedule, and alerts when there are too few or when they have
 * become fewer than the last time.
 */
import { z } from "zod";
import { createAgent } from "../_shared/agent.ts";

const payload = z.object({
  table: z.enum(["client_emails", "email_intelligence", "workspaces"]),
  at_least: z.int().min(0).default(1),
});

export default createAgent("row-count-watch", { payload }, async (task) => {
  const { table, at_least: atLeast } = task.payload;
  const counted = await task.db.from(table).select("*", { count: "exact", head: true });
  if (counted.error) throw counted.error;
  const rows = counted.count ?? 0;

  // The task rows are the agent's memory.
  const last = await task.db.from("autonomous_tasks").select("output_data")
    .like("agent_name", "row-count-watch%").eq("status", "completed").is("workspace_id", null)
    .eq("output_data->>table", table)
    .order("executed_at", { ascending: false }).limit(1).maybeSingle();
  if (last.error) throw last.error;
  const before = z.object({ rows: z.int() }).safeParse(last.data?.output_data).data?.rows;

  task.log("counted", { table, rows, before });
  if (rows < atLeast) {
    await task.alert(`${table} has ${rows} rows; at least ${atLeast} are expected.`);
  } else if (before !== undefined && rows < before) {
    await task.alert(`${table} has ${rows} rows; there were ${before} the last time.`);
  }
  return { output: { table, rows } };
});
