import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { createWorkspace } from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const stack = withStack({ functions: [] });

Deno.test("the seed's insert through supabase-js as service role logs the task, with its duration", async () => {
  const supabase = createClient(stack().url, stack().secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const workspaceId = await createWorkspace(stack(), "Logged from TypeScript");
  const startTime = "2026-11-20T10:00:00.000Z";
  const endTime = "2026-11-20T10:00:02.500Z";

  const { error } = await supabase
    .from("autonomous_tasks")
    .insert({
      workspace_id: workspaceId,
      task_type: "continuous_intelligence_update",
      status: "completed",
      input_data: { workspaces_count: 5, batch_size: 10 },
      output_data: { total_processed: 25, total_failed: 0, results: [] },
      executed_at: startTime,
      completed_at: endTime,
      triggered_by: "cron",
      agent_name: "continuous-intelligence",
      cost_estimate_usd: 0.15,
    });
  assert.equal(error, null);

  const { data: tasks } = await supabase
    .from("autonomous_tasks")
    .select("status, duration_ms, cost_estimate_usd, output_data")
    .eq("workspace_id", workspaceId);
  assert.deepEqual(tasks, [{
    status: "completed",
    duration_ms: 2_500,
    cost_estimate_usd: 0.15,
    output_data: { total_processed: 25, total_failed: 0, results: [] },
  }]);

  const { data: summary } = await supabase.rpc("get_autonomous_task_summary", {
    p_workspace_id: workspaceId,
    p_task_type: "continuous_intelligence_update",
    p_hours_back: 87_600,
  });
  assert.deepEqual(
    summary?.map((
      row: Record<string, unknown>,
    ) => [row["total_executions"], row["total_cost_usd"]]),
    [[1, 0.15]],
  );
});

Deno.test("a status that is none of the six is rejected, and nothing is logged", async () => {
  const supabase = createClient(stack().url, stack().secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { error } = await supabase
    .from("autonomous_tasks")
    .insert({ task_type: "email_sync", status: "done", agent_name: "typo" });
  // The local REST layer has its own words for a violated check; pgTAP pins the constraint.
  assert.notEqual(error, null);
  const { data } = await supabase.from("autonomous_tasks").select("id").eq("agent_name", "typo");
  assert.deepEqual(data, []);
});
