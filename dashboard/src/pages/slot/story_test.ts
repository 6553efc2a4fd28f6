import assert from "node:assert/strict";
import type { Story } from "./shapes.ts";
import { listSteps, tellStory } from "./story.ts";
import { ATTEMPT, STORY } from "./testing/a_story.ts";

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
    "pg_net",
    [{
      ...ATTEMPT,
      responded_at: "2026-11-26T11:31:04Z",
      run_started_at: "2026-11-26T11:31:04Z",
    }],
    /because pg_net took 64 s for the request;/,
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

Deno.test("a slot that failed after it began does not sound like one that was fine", () => {
  const lost = { ...ATTEMPT, verdict: "timed_out", http_status: null, ours: null };
  assert.equal(
    tell({ state: "failed", attempts: [lost] }),
    "The run of TIME began on time and failed: no answer in time.",
  );
  assert.equal(
    tell({ state: "failed", attempts: [lost, { ...lost, kind: "retry" }] }),
    "The run of TIME began on time and failed after 2 attempts: no answer in time.",
  );
  assert.equal(
    tell({ state: "running", attempts: [{ ...ATTEMPT, ours: null }] }),
    "The run of TIME began on time and is still running.",
  );
  const ours = ATTEMPT.ours && { ...ATTEMPT.ours, processed: 0, failed: 2 };
  assert.equal(
    tell({ state: "partial", attempts: [{ ...ATTEMPT, ours }] }),
    "The run of TIME began on time and was done in part; no email read, 2 failed.",
  );
});

Deno.test("a slot that was skipped says why, and has no request", () => {
  const attempts = [{
    ...ATTEMPT,
    verdict: "skipped",
    http_status: null,
    run_status: "cancelled",
    ours: null,
  }];
  assert.equal(
    tell({ state: "skipped", attempts }),
    "The run of TIME was skipped: the run before it was unfinished.",
  );
  assert.deepEqual(listSteps({ ...STORY, state: "skipped", attempts }).map(({ what }) => what), [
    "This is its scheduled time.",
    "pg_cron began the tick.",
    "Skipped: the run before it was unfinished.",
  ]);
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

Deno.test("a run that a retry continues is told once", () => {
  const run = { ...ATTEMPT, run_started_at: "2026-11-26T11:34:00Z" };
  const steps = listSteps({
    ...STORY,
    attempts: [{ ...run, verdict: "timed_out", http_status: null }, { ...run, kind: "retry" }],
  });
  assert.equal(steps.filter(({ what }) => what === "The run began.").length, 1);
  assert.equal(steps.filter(({ lane }) => lane === "your workspace").length, 1);
});

Deno.test("emails that were saved together are one step", () => {
  const email = (at: string) => ({
    email_id: at,
    extracted_at: at,
    subject: null,
    from_email: null,
    intent: "question",
    urgency: "low",
    needs_reply: false,
  });
  const [first, second] = ["2026-11-26T11:30:02Z", "2026-11-26T11:30:03Z"] as const;
  const steps = listSteps({ ...STORY, emails: [email(first), email(first), email(second)] });
  const said = steps.filter(({ lane }) => lane === "emails").map(({ what }) => what);
  assert.deepEqual(said, ["2 emails saved.", "1 email saved."]);
});
