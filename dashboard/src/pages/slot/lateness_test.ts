import assert from "node:assert/strict";
import { splitLateness } from "./lateness.ts";
import { ATTEMPT, STORY } from "./testing/a_story.ts";

const split = (attempts: typeof STORY.attempts) =>
  Object.fromEntries(
    splitLateness({ ...STORY, attempts }).map(({ name, seconds }) => [name, seconds]),
  );

Deno.test("the parts of the lateness add up to it", () => {
  assert.deepEqual(
    split([{
      ...ATTEMPT,
      dispatched_at: "2026-11-26T11:31:00Z",
      responded_at: "2026-11-26T11:31:02Z",
      run_started_at: "2026-11-26T11:31:06Z",
    }]),
    { pg_cron: 60, "attempts that failed": 0, pg_net: 2, function: 4 },
  );
});

Deno.test("what failed before the attempt that led to the run is a part of its own", () => {
  const began = "2026-11-26T11:32:03Z";
  assert.deepEqual(
    split([
      { ...ATTEMPT, dispatched_at: "2026-11-26T11:30:01Z", run_started_at: began },
      {
        ...ATTEMPT,
        kind: "retry",
        dispatched_at: "2026-11-26T11:32:01Z",
        responded_at: "2026-11-26T11:32:03.500Z",
        run_started_at: began,
      },
    ]),
    { pg_cron: 1, "attempts that failed": 120, pg_net: 2, function: 0 },
  );
});

Deno.test("a slot without a run has no lateness to split", () => {
  assert.deepEqual(
    splitLateness({ ...STORY, attempts: [{ ...ATTEMPT, run_started_at: null }] }),
    [],
  );
});
