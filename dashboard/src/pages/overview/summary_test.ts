import assert from "node:assert/strict";
import type { Pulse, ScheduleSlots } from "../../data/shapes.ts";
import { summarize } from "./summary.ts";

const PULSE: Pulse = {
  as_of: "2026-11-26T12:00:00Z",
  role: "viewer",
  runner: { status: "ok" },
  slots: { on_time: 46, late: 2 },
  emails: { to_read: 0, failed: 0, to_answer: 0, urgent: 0 },
  tasks: { unfinished: 0, failed: 0, failures: [] },
  is_active: false,
  marks: { tasks: "", slots: "", emails: "", money: "" },
  budgets: [],
};
const slot = (at: string, state: ScheduleSlots["slots"][number]["state"]) => ({
  at,
  state,
  slots: 1,
  seconds_late: 1,
  emails: 0,
  failed: 0,
});
const SCHEDULE: ScheduleSlots = {
  schedule: "half-hourly",
  task_type: "email_sync",
  cron_expression: "*/30 * * * *",
  time_zone: "UTC",
  enabled: true,
  cell: "slot",
  late: null,
  slots: [
    slot("2026-11-26T10:00:00+00:00", "failed"),
    slot("2026-11-26T11:00:00+00:00", "late"),
    slot("2026-11-26T09:00:00+00:00", "late"),
  ],
  next: [],
};

Deno.test("a night without trouble is told in one sentence, with the way to what was late", () => {
  const summary = summarize(PULSE, [SCHEDULE]);
  assert.equal(summary.tone, "good");
  assert.equal(
    summary.sentence,
    "Everything ran: 48 scheduled runs in the last 24 hours, 2 of them late.",
  );
  assert.equal(summary.step?.href, "#/slots/half-hourly/2026-11-26T11%3A00%3A00%2B00%3A00");
});

const WORSE: readonly (readonly [string, Partial<Pulse>, RegExp, string])[] = [
  [
    "failures first",
    { slots: { failed: 1, missed: 2, late: 9 } },
    /^Scheduled runs .*: 1 failed, 2 missed/,
    "bad",
  ],
  [
    "a runner that is stuck",
    { runner: { status: "stuck", reason: "pg_net does not answer." } },
    /The email runner is stuck\. pg_net does not answer\./,
    "bad",
  ],
  [
    "a budget that is used up",
    { budgets: [{ period: "day", limit_usd: 1, spent_usd: 1, percent: 100, paused: true }] },
    /A budget is used up/,
    "attention",
  ],
  [
    "emails that were given up",
    { emails: { ...PULSE.emails, failed: 1 }, tasks: { ...PULSE.tasks, failed: 9 } },
    /^Everything ran: .*, but 1 email could not be read\.$/,
    "attention",
  ],
  [
    "tasks that failed although every run came",
    { tasks: { ...PULSE.tasks, failed: 2 } },
    /^Everything ran: .*, but 2 tasks failed\.$/,
    "attention",
  ],
  ["nothing scheduled", { slots: {} }, /Nothing was scheduled/, "attention"],
];
for (const [what, change, sentence, tone] of WORSE) {
  Deno.test(`the overview tells ${what}`, () => {
    const summary = summarize({ ...PULSE, ...change }, [SCHEDULE]);
    assert.match(summary.sentence, sentence);
    assert.equal(summary.tone, tone);
    assert.ok(what === "failures first" || summary.step, "there is a next step");
  });
}
