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

Deno.test("a member asks an agent through supabase-js, and reads, cancels and repeats the job", async () => {
  const { url, publishableKey, database } = stack();
  const supabase = createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { error } = await supabase.auth.signUp({
    email: "grace@example.com",
    password: "correct horse battery 1",
  });
  assert.equal(error, null);
  const { data: workspaceId } = await supabase.rpc("create_workspace", { p_name: "Grace" });
  await database.query(`insert into public.task_schedules
    (name, task_type, target, enqueue_policy) values ('importer', 'email_sync', 'importer', 'members')`);

  const { data: requested } = await supabase.rpc("request_jobs", {
    p_agent: "importer",
    p_jobs: [{ workspace_id: workspaceId, payload: { file: "contacts.csv" } }],
  });
  const [{ outcome, task_id: id }] = requested.results;
  assert.deepEqual([requested.outcome, outcome], ["ok", "created"]);
  const { data: listed } = await supabase.rpc("list_jobs", { p_filter: { agent: "importer" } });
  assert.deepEqual(listed.jobs.map((job: { id: string }) => job.id), [id]);
  const { data: tasks } = await supabase.from("autonomous_tasks").select("id, input_data");
  assert.deepEqual(tasks, [{ id, input_data: { file: "contacts.csv" } }]);

  const { data: cancelled } = await supabase.rpc("cancel_job", { p_task_id: id });
  assert.equal(cancelled.job.status, "cancelled");
  const { data: retried } = await supabase.rpc("retry_job", { p_task_id: id });
  const { data: found } = await supabase.rpc("get_job", { p_task_id: id });
  assert.equal(found.job.retried_as, retried.job.id);
});
