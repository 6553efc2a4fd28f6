/**
 * What the OpenAPI document shows of each request and response: one task, seen by every operation.
 */

const ID = "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10";
const WORKSPACE_ID = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";

const LISTED_TASK = {
  id: ID,
  workspace_id: WORKSPACE_ID,
  task_type: "email_sync",
  status: "completed",
  error_message: null,
  executed_at: "2026-11-12T08:00:00.000Z",
  completed_at: "2026-11-12T08:00:04.200Z",
  duration_ms: 4200,
  triggered_by: "api",
  agent_name: "gmail-sync",
  cost_estimate_usd: 0.0045,
  created_at: "2026-11-12T08:00:00.050Z",
  updated_at: "2026-11-12T08:00:04.210Z",
} as const;
const TASK = {
  ...LISTED_TASK,
  input_data: { mailbox: "sales" },
  output_data: { synced: 25 },
};
const NEW_TASK = {
  task_type: "email_sync",
  status: "completed",
  input_data: { mailbox: "sales" },
  output_data: { synced: 25 },
  executed_at: "2026-11-12T08:00:00Z",
  completed_at: "2026-11-12T08:00:04.2Z",
  agent_name: "gmail-sync",
  cost_estimate_usd: 0.0045,
};
const PROBLEM = {
  type: "urn:nightshift:problem:task_not_found",
  title: "No task that you may see has this id",
  status: 404,
  detail: "This credential reaches no task with this id.",
  instance: "urn:nightshift:request:5a0c7d6e",
  code: "task_not_found",
};

const LISTED_JOB = {
  id: ID,
  workspace_id: WORKSPACE_ID,
  agent: "import-contacts",
  status: "running",
  key: "contacts-2026-11-12.csv",
  priority: 0,
  run_at: "2026-11-12T08:00:31.000Z",
  attempt: 1,
  max_attempts: 5,
  last_error: "The server answered 503.",
  next_try_at: "2026-11-12T08:00:31.000Z",
  cancel_requested_at: null,
  retried_as: null,
  created_at: "2026-11-12T08:00:00.050Z",
  ended_at: null,
} as const;
const NEW_JOB = {
  payload: { file: "contacts-2026-11-12.csv" },
  key: "contacts-2026-11-12.csv",
};
const LINE = {
  at: "2026-11-12T08:00:02.100Z",
  message: "imported",
  fields: { rows: 500 },
};

/** Examples by the name of their schema in the document. */
export const EXAMPLES = {
  ListedTask: LISTED_TASK,
  Task: TASK,
  TaskPage: { tasks: [LISTED_TASK], next_cursor: null },
  NewTask: NEW_TASK,
  NewTaskBatch: { tasks: [NEW_TASK, { task_type: "data_cleanup", status: "running" }] },
  BatchResults: { results: [{ status: 201, task: TASK }] },
  Start: { executed_at: "2026-11-12T08:00:00Z" },
  Progress: { output_data: { synced: 10 } },
  Complete: { output_data: { synced: 25 }, cost_estimate_usd: 0.0045 },
  Fail: { error_message: "The mailbox did not answer." },
  Cancel: { error_message: "No longer needed." },
  Ping: { task_id: ID, status: "running" },
  NewJob: NEW_JOB,
  NewJobs: { agent: "import-contacts", jobs: [NEW_JOB] },
  JobResults: { results: [{ status: 201, outcome: "created", id: ID }] },
  ListedJob: LISTED_JOB,
  JobPage: { jobs: [LISTED_JOB], next_cursor: null },
  Job: {
    ...LISTED_JOB,
    payload: NEW_JOB.payload,
    output_data: null,
    error_message:
      "Attempt 1 of 5 failed: The server answered 503. The next one comes at 2026-11-12 08:00:31.",
    executed_at: "2026-11-12T08:00:01.000Z",
    cost_estimate_usd: null,
    steps: [{ name: "download", position: 1, finished_at: "2026-11-12T08:00:02.000Z" }],
    lines: [LINE],
  },
  Requeue: { agent: "import-contacts", workspace_id: WORKSPACE_ID },
  Requeued: { requeued: 3 },
  Lines: { lines: [LINE] },
  Watches: {
    watches: [{
      watch_id: "0d6f5a1f-8e21-4c55-9a63-6f1c2a7e4b0d",
      workspace_id: WORKSPACE_ID,
      agent_name: "nightly-backup",
      task_type: null,
      status: "missed",
      problem_since: "2026-11-12T02:50:00.000Z",
      expected_at: "2026-11-13T01:30:00.000Z",
      last_started_at: "2026-11-11T01:30:02.000Z",
      last_ended_at: "2026-11-11T01:41:40.000Z",
      last_status: "missed",
      missed_in_a_row: 1,
      failed_in_a_row: 0,
      running_task_id: null,
      late_task_id: null,
      late_ended_at: null,
      late_status: null,
      late_message: null,
      expected_every_seconds: null,
      cron_expression: "30 2 * * *",
      time_zone: "Europe/Berlin",
      grace_seconds: 1200,
      max_runtime_seconds: 7200,
      after_in_a_row: 1,
    }],
  },
  Health: {
    status: "ok",
    checked_at: "2026-11-12T08:00:00.000Z",
    version: "0.1.0",
    database_version: "0.1.0",
  },
  Problem: PROBLEM,
  Summary: {
    summary: [{
      task_type: "email_sync",
      total_executions: 48,
      successful_executions: 47,
      failed_executions: 1,
      avg_duration_ms: 4180,
      total_cost_usd: 0.216,
      last_execution: "2026-11-12T08:00:00.000Z",
    }],
  },
  Costs: {
    total: 0.216,
    by_type: [{ key: "email_sync", tasks: 48, cost_usd: 0.216 }],
    by_agent: [{ key: "gmail-sync", tasks: 48, cost_usd: 0.216 }],
    by_model: [],
    by_day: [{ key: "2026-11-12", tasks: 48, cost_usd: 0.216 }],
  },
  Why: { why: "It failed at 2026-03-01 12:40 UTC: Given up after 3 attempts." },
  Timeline: {
    timeline: [{
      schedule: "continuous-intelligence",
      task_type: "continuous_intelligence_update",
      expected_at: "2026-11-12T08:00:00.000Z",
      kind: "tick",
      seq: 1,
      dispatched_at: "2026-11-12T08:00:00.020Z",
      responded_at: "2026-11-12T08:00:00.310Z",
      http_status: 202,
      request_verdict: "accepted",
      task_id: ID,
      task_status: "completed",
      started_at: "2026-11-12T08:00:00.290Z",
      completed_at: "2026-11-12T08:00:03.100Z",
      workspace_tasks: 1,
      unfinished_workspace_tasks: 0,
      verdict: "completed",
      explanation: null,
      seconds_late: 0.29,
    }],
  },
} as const;

/** Examples of parameters. */
export const PARAMETER_EXAMPLES = {
  id: ID,
  workspaceId: WORKSPACE_ID,
  agent: "import-contacts",
  idempotencyKey: "nightly-sync-2026-11-12",
  pingToken: "nst_…",
};
