/** A story of a slot on time, for tests to change. */
import type { Story } from "../shapes.ts";

export const ATTEMPT: Story["attempts"][number] = {
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
export const STORY: Story = {
  schedule: "continuous-intelligence",
  slot: "2026-11-26T11:30:00Z",
  state: "on_time",
  attempts: [ATTEMPT],
  emails: [],
  previous: null,
  next: null,
};
