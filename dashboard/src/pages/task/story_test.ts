import assert from "node:assert/strict";
import { splitFragment } from "../../data/address.ts";
import { taskAddress } from "./address.ts";
import type { TaskStory } from "./shapes.ts";
import { listLife, tellJob, tellTask } from "./story.ts";

const STORY: TaskStory = {
  workspace_id: "w",
  kind: "external",
  task: {
    id: "t",
    task_type: "email_sync",
    status: "failed",
    agent_name: "n8n",
    triggered_by: "api",
    created_at: "2026-03-01T12:00:00Z",
    executed_at: "2026-03-01T12:00:01Z",
    completed_at: "2026-03-01T12:00:31Z",
    duration_ms: 30_000,
    cost_usd: null,
    message: "The host has no answer.",
    is_message_cut: false,
  },
  why: null,
  input: { bytes: 0, text: null },
  output: { bytes: 0, text: null },
  job: null,
  slot: null,
  chain: [],
  acts: { retry: true, cancel: false, requeue: false },
  failed_emails: null,
  steps: [{ name: "fetch", position: 1, finished_at: "2026-03-01T12:00:05Z" }],
  lines: [],
  calls: [{
    at: "2026-03-01T12:00:04Z",
    model: "small",
    outcome: "invalid",
    tokens_in: 1_200,
    tokens_out: null,
    usd: 0.5,
    emails: 0,
  }],
  emails: [],
};
const JOB = {
  agent: "letters",
  state: "ready",
  attempt: 0,
  max_attempts: 3,
  last_error: null,
  run_at: "2026-03-01T12:00:00Z",
  cancel_requested_at: null,
  before: 2,
};

const withStatus = (status: string): TaskStory => ({ ...STORY, task: { ...STORY.task, status } });

for (
  const [status, sentence] of [
    ["failed", "The email sync of n8n failed after 30 s."],
    ["completed", "The email sync of n8n completed in 30 s."],
    ["running", "The email sync of n8n is running."],
    ["pending", "The email sync of n8n has not started. It waits for its agent."],
    ["cancelled", "The email sync of n8n was cancelled."],
  ] as const
) {
  Deno.test(`a task that is ${status} is told in a sentence`, () => {
    assert.equal(tellTask(withStatus(status)), sentence);
  });
}

Deno.test("its life is told in the order of time, and what went wrong is marked", () => {
  const life = listLife(STORY);
  assert.deepEqual(life.map(({ key }) => key), ["logged", "began", "call 0", "step 1", "end"]);
  assert.deepEqual(life.filter(({ tone }) => tone === "bad").map(({ key }) => key), [
    "call 0",
    "end",
  ]);
  assert.equal(life[2]?.what, "small: invalid, 1,200 tokens in, $0.50");
});

Deno.test("a job says what is before it, and then which attempt it is", () => {
  assert.equal(
    tellJob({ ...STORY, job: JOB }),
    "It waits for the agent letters. 2 jobs of this workspace are before it.",
  );
  assert.equal(
    tellJob({ ...STORY, job: { ...JOB, state: "running", attempt: 2, before: null } }),
    "Attempt 2 of 3 of the agent letters.",
  );
  assert.equal(tellJob(STORY), null);
});

Deno.test("the address of a task leads back to it", () => {
  const { path, query } = splitFragment(taskAddress.format({ taskId: "a/b" }));
  assert.deepEqual(taskAddress.parse(path, query), { taskId: "a/b" });
});
