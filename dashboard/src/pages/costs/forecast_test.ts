import assert from "node:assert/strict";
import { splitFragment } from "../../data/address.ts";
import { costsAddress } from "./address.ts";
import { tellEnd, tellSpending, tellSpent } from "./forecast.ts";
import type { Budget, Spending } from "./shapes.ts";

const NOW = Date.parse("2026-03-10T06:00:00Z");
const BUDGET: Budget = {
  period: "day",
  period_ends_at: "2026-03-11T00:00:00Z",
  limit_usd: 12,
  spent_usd: 6,
  reserved_usd: 0,
  paused: false,
  ends_at: null,
};
const SPENDING: Spending = {
  as_of: "2026-03-10T06:00:00Z",
  role: "viewer",
  first_day: "2026-02-09",
  counted_from: null,
  tasks: { days: [], types: [] },
  calls: { days: [{ day: "2026-03-10", usd: 6, calls: 3 }], models: [] },
  budgets: [BUDGET],
  brake: null,
  waiting: null,
};

Deno.test("a budget says when it ends, and what happens then", () => {
  assert.match(tellEnd(BUDGET, NOW), /lasts until the day ends/);
  assert.match(
    tellEnd({ ...BUDGET, ends_at: "2026-03-10T12:00:00Z" }, NOW),
    /ends on .* emails that need a model wait/,
  );
  assert.match(tellEnd({ ...BUDGET, ends_at: "2026-03-10T06:00:00Z" }, NOW), /It is used up/);
  assert.match(tellEnd({ ...BUDGET, paused: true }, NOW), /spending is stopped/);
});

Deno.test("what is set aside is said", () => {
  assert.equal(tellSpent(BUDGET), "$6.00 of $12.00 today");
  assert.equal(
    tellSpent({ ...BUDGET, reserved_usd: 0.5 }),
    "$6.00 of $12.00 today, $0.50 set aside",
  );
});

Deno.test("the first sentence says what was spent, and what stands still", () => {
  assert.equal(tellSpending(SPENDING, 30), "Models cost $6.00 in 30 days.");
  assert.equal(
    tellSpending({ ...SPENDING, calls: { days: [], models: [] } }, 7),
    "No model was paid for in 7 days.",
  );
  const waiting = { message: "Too little.", since: "2026-03-10T05:00:00Z", emails: 3 };
  assert.match(tellSpending({ ...SPENDING, waiting }, 30), /Emails wait for money\.$/);
  assert.match(
    tellSpending({ ...SPENDING, waiting, budgets: [{ ...BUDGET, paused: true }] }, 30),
    /Spending is stopped\.$/,
  );
});

Deno.test("the address of costs leads back to its view, and anything else to 30 days by type", () => {
  for (const view of [{ days: 7, by: "model" }, { days: 30, by: "type" }] as const) {
    const { path, query } = splitFragment(costsAddress.format(view));
    assert.deepEqual(costsAddress.parse(path, query), view);
  }
  const { path, query } = splitFragment("#/costs?days=8&by=weather");
  assert.deepEqual(costsAddress.parse(path, query), { days: 30, by: "type" });
});
