import assert from "node:assert/strict";
import type { NamedDay } from "./named_days.ts";
import { toUrgencySigns, type UrgencyFact } from "./signs.ts";

const SCORES = { expected: 9, pressing: -9, grave: 0, reply: 0.5, asks: 2, tells: -Infinity };
const NONE: Readonly<Record<UrgencyFact, boolean>> = {
  asked: false,
  nothing_asked: false,
  several_asked: false,
  question_asked: false,
  plainly_asked: false,
  troubled: false,
  harm: false,
  standstill: false,
  consequence: false,
  last_warning: false,
  said_urgent: false,
  word_of_haste: false,
  no_hurry: false,
  due_today: false,
  near_deadline: false,
  later_deadline: false,
  next_day_named: false,
  date_named: false,
  word_of_today: false,
  promised: false,
};
const NO_DAYS: ReadonlySet<NamedDay> = new Set();

Deno.test("signs are what an email shows, with log-odds within bounds", () => {
  const days: ReadonlySet<NamedDay> = new Set(["next_day_asked"]);
  assert.deepEqual([...toUrgencySigns(SCORES, { ...NONE, troubled: true }, "complaint", days)], [
    ["any", 1],
    ["complaint", 1],
    ["expected", 2],
    ["pressing", -2],
    ["grave", 0],
    ["reply", 0.25],
    ["asks", 1],
    ["tells", -2],
    ["troubled", 1],
    ["next_day_asked", 1],
  ]);
});

Deno.test("a meeting on the next day, and a day near which something is asked, are signs too", () => {
  const facts = { ...NONE, asked: true, near_deadline: true, next_day_named: true };
  const names = [...toUrgencySigns(SCORES, facts, "meeting_request", NO_DAYS).keys()];
  assert.deepEqual(names.slice(-3), ["near_and_asked", "next_day_and_asked", "meeting_next_day"]);
});
