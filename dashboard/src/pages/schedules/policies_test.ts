import assert from "node:assert/strict";
import {
  describeExpectation,
  describeLateness,
  describePolicies,
  describeWatch,
} from "./policies.ts";
import type { Schedule, Watch } from "./shapes.ts";

const SCHEDULE: Schedule = {
  name: "half-hourly",
  task_type: "email_sync",
  cron_expression: "*/30 * * * *",
  time_zone: "UTC",
  enabled: true,
  job: "active",
  active_since: "2026-11-01T00:00:00Z",
  missed_policy: "run_once",
  missed_window_seconds: 86_400,
  overlap_policy: "skip",
  max_attempts: 3,
  max_parallel_runs: 4,
  next: [],
  late: { slots: 336, missed: 1, median: 1.2, p95: 4, worst: 64 },
};
const WATCH: Watch = {
  watch_id: "w",
  agent_name: "backup",
  task_type: null,
  cron_expression: null,
  time_zone: "UTC",
  expected_every_seconds: 3_600,
  grace_seconds: 600,
  max_runtime_seconds: null,
  enabled: true,
  problem: null,
  problem_since: null,
  expected_at: null,
  deadline: null,
  running_since: null,
  last_ended_at: null,
  last_status: null,
};

Deno.test("policies are sentences", () => {
  assert.deepEqual(describePolicies(SCHEDULE), [
    "Of missed times, the latest one runs, if it is at most 24 h old.",
    "While a run is unfinished, the next time is skipped.",
    "It is tried up to 3 times.",
    "With a large backlog, up to 4 runs work at the same time.",
  ]);
  assert.deepEqual(
    describePolicies({
      ...SCHEDULE,
      missed_policy: "skip",
      overlap_policy: "allow",
      max_attempts: 1,
      max_parallel_runs: 1,
    }),
    [
      "A missed time is recorded and not made up for.",
      "A run may begin while another is unfinished.",
      "It is tried once.",
    ],
  );
});

Deno.test("lateness has its median, its 95% and its worst", () => {
  assert.equal(
    describeLateness(SCHEDULE),
    "336 scheduled times in 7 days. Half began within 1 s, 95% within 4 s, the worst after 64 s. 1 missed.",
  );
  const none = { slots: 0, missed: 0, median: null, p95: null, worst: null };
  assert.equal(describeLateness({ late: none }), "No scheduled time in the last 7 days.");
  assert.equal(
    describeLateness({ late: { ...none, slots: 2, missed: 2 } }),
    "2 scheduled times in 7 days. 2 missed.",
  );
});

Deno.test("a watched job says what is expected of it and how it is", () => {
  assert.equal(describeExpectation(WATCH), "every 60 min, 10 min late is fine");
  assert.equal(describeWatch(WATCH).word, "nothing reported yet");
  assert.equal(describeWatch({ ...WATCH, problem: "missed" }).word, "did not report");
  assert.equal(describeWatch({ ...WATCH, problem: "failed" }).word, "failed");
  assert.equal(describeWatch({ ...WATCH, running_since: "2026-01-01T00:00:00Z" }).word, "running");
  assert.equal(describeWatch({ ...WATCH, last_status: "completed" }).word, "works");
  assert.equal(describeWatch({ ...WATCH, enabled: false }).word, "paused");
});
