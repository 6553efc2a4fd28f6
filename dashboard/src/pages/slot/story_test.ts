import assert from "node:assert/strict";
import type { Story } from "./shapes.ts";
import { listSteps, tellStory } from "./story.ts";

const ATTEMPT: Story["attempts"][number] = {
  kind: "tick",
  cron_started_at: "2026-11-26T11:30:00.100Z",
  cron_ended_at: "2026-11-26T11:30:00.200Z",
  dispatched_at: "2026-11-26T11:30:00.150Z",
  responded_at: "2026-11-26T11:30:01Z",
  http_status: 202,
  verdict: "accepted",
  retry_at: null,
  run_status: "completed",
  run_started_at: "2026-11-26T11:30:01Z",
  run_ended_at: "2026-11-26T11:30:04Z",
  ours: {
    task_id: "t",
    status: "completed",
    processed: 55,
    failed: 0,
    message: null,
    started_at: "2026-11-26T11:30:01.500Z",
    ended_at: "2026-11-26T11:30:03.900Z",
  },
};
const STORY: Story = {
  schedule: "continuous-intelligence",
  slot: "2026-11-26T11:30:00Z",
  state: "on_time",
  attempts: [ATTEMPT],
  emails: [],
  previous: null,
  next: null,
};
const tell = (change: Partial<Story>) =>
  tellStory({ ...STORY, ...change }).replace(/\d\d:\d\d/, "TIME");

Deno.test("a slot on time says what was done", () => {
  assert.equal(tell({}), "The run of TIME began on time; 55 emails read, none failed.");
});

const LATE: readonly (readonly [string, Story["attempts"], RegExp])[] = [
  [
    "pg_cron",
    [{ ...ATTEMPT, dispatched_at: "2026-11-26T11:31:00Z", run_started_at: "2026-11-26T11:31:04Z" }],
    /began 64 s late, because pg_cron came 60 s late;/,
  ],
  [
    "the function",
    [{ ...ATTEMPT, run_started_at: "2026-11-26T11:31:04Z" }],
    /because the function began late;/,
  ],
  [
    "a retry",
    [
      { ...ATTEMPT, verdict: "timed_out", http_status: null, run_started_at: null, ours: null },
      { ...ATTEMPT, kind: "retry", run_started_at: "2026-11-26T11:34:00Z" },
    ],
    /began 4 min late, because at first no answer in time;/,
  ],
];
for (const [cause, attempts, sentence] of LATE) {
  Deno.test(`a late slot names ${cause} as its cause`, () => {
    assert.match(tell({ state: "late", attempts }), sentence);
  });
}

Deno.test("a slot that did not run says why", () => {
  const attempt = { ...ATTEMPT, verdict: "unreachable", run_started_at: null, ours: null };
  assert.equal(
    tell({ state: "failed", attempts: [attempt] }),
    "The run of TIME did not happen: the function could not be reached.",
  );
  assert.match(tell({ state: "missed" }), /was missed/);
});

Deno.test("the steps are in their order, each with its time after the slot", () => {
  const steps = listSteps(STORY);
  assert.deepEqual(steps.map(({ lane }) => lane), [
    "schedule",
    "database",
    "database",
    "network",
    "function",
    "your workspace",
    "function",
  ]);
  assert.ok(
    steps.every((step, index) => step.offsetSeconds >= (steps[index - 1]?.offsetSeconds ?? 0)),
  );
});
