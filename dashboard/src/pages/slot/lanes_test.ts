import assert from "node:assert/strict";
import { type LaneGrid, LANES, layLanes } from "./lanes.ts";
import type { Story } from "./shapes.ts";
import { ATTEMPT, STORY } from "./testing/a_story.ts";

const lay = (change: Partial<Story>) => layLanes({ ...STORY, ...change });
const labels = ({ columns }: LaneGrid) => columns.map(({ label }) => label);

Deno.test("what happens within half a second is one column", () => {
  assert.deepEqual(labels(lay({})), ["0 s", "+1 s", "+4 s"]);
});

Deno.test("a wait of more than 3 seconds is folded and says how long it was", () => {
  const late = {
    ...ATTEMPT,
    cron_started_at: "2026-11-26T11:31:04Z",
    cron_ended_at: "2026-11-26T11:31:04.1Z",
    dispatched_at: "2026-11-26T11:31:04Z",
    responded_at: "2026-11-26T11:31:05Z",
    run_started_at: "2026-11-26T11:31:05Z",
    run_ended_at: null,
    ours: null,
  };
  const { columns } = lay({ attempts: [late] });
  assert.deepEqual(columns.slice(0, 3), [
    { label: "0 s", isFold: false },
    { label: "64 s", isFold: true },
    { label: "+64 s", isFold: false },
  ]);
});

Deno.test("no two marks of a lane overlap", () => {
  const attempts = ["tick", "retry", "retry"].map((kind, at) => ({
    ...ATTEMPT,
    kind,
    dispatched_at: `2026-11-26T11:3${at}:00.150Z`,
    responded_at: `2026-11-26T11:3${at}:40Z`,
  }));
  const { marks, rows } = lay({ attempts });
  for (const lane of LANES) {
    const taken = marks.filter((mark) => mark.lane === lane).flatMap(({ row, start, end }) =>
      Array.from({ length: end - start }, (_, step) => `${row} ${start + step}`)
    );
    assert.equal(new Set(taken).size, taken.length, lane);
    assert.ok(rows[lane] >= 1);
  }
});

Deno.test("an attempt without an answer is marked as bad", () => {
  const { marks } = lay({
    attempts: [{ ...ATTEMPT, verdict: "unreachable", http_status: null, responded_at: null }],
  });
  assert.deepEqual(
    marks.filter(({ isBad }) => isBad).map(({ lane, words }) => [lane, words]),
    [["network", "no answer"]],
  );
});

Deno.test("a slot that nothing came of has its scheduled time alone", () => {
  assert.deepEqual(lay({ attempts: [] }).marks.map(({ words }) => words), ["expected"]);
});
