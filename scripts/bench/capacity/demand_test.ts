import assert from "node:assert/strict";
import { type Costs, findNeed, findSplit } from "./demand.ts";
import { PLANS } from "./platform_limits.ts";

const COSTS: Costs = {
  analysisCpuMs: 4,
  runMs: 10,
  runMsPerMail: 1,
  runMsPerWorkspace: 2,
  ingestMs: 1,
  bytesPerMail: 10_000,
};
const [FREE, PRO] = PLANS;
if (FREE === undefined || PRO === undefined) throw new Error("A plan is missing.");

Deno.test("a full run takes 200 emails of 20 workspaces and as long as its parts", () => {
  const need = findNeed({ mailsPerDay: 48_000_000, workspaces: 100 }, COSTS, PRO);
  assert.equal(need.mailsPerRun, 200);
  // 500 to start, 11 round trips of 5, database 10 + 200 + 40, 200 analyzes of 4.
  assert.equal(need.runSeconds, (500 + 55 + 250 + 800) / 1_000);
  assert.equal(need.runsPerDay, 240_000);
  assert.equal(Math.round(need.mailsPerDayPerRunner), Math.round(200 * 86_400 / 1.605));
});

Deno.test("a slow analysis makes runs smaller, by the CPU that one request has", () => {
  const slow = findNeed(
    { mailsPerDay: 48_000_000, workspaces: 100 },
    { ...COSTS, analysisCpuMs: 40 },
    PRO,
  );
  assert.equal(slow.mailsPerRun, 50);
});

Deno.test("a few emails in many workspaces make runs of 50 workspaces with an email each", () => {
  const need = findNeed({ mailsPerDay: 4_800_000, workspaces: 100_000_000 }, COSTS, PRO);
  assert.ok(Math.abs(need.mailsPerRun - 50) < 0.1, String(need.mailsPerRun));
});

Deno.test("a small project fits the free plan, and nothing more has a price there", () => {
  assert.equal(findNeed({ mailsPerDay: 100, workspaces: 10 }, COSTS, FREE).usdPerMonth, 0);
  assert.equal(findNeed({ mailsPerDay: 100_000, workspaces: 10 }, COSTS, FREE).usdPerMonth, null);
});

Deno.test("what does not fit into the largest machine has no price, and says what is full", () => {
  const need = findNeed({ mailsPerDay: 100_000_000, workspaces: 1_000 }, COSTS, PRO);
  assert.equal(need.compute, null);
  assert.equal(need.usdPerMonth, null);
  // 30 days of 1,000 GB on 10,000 GB.
  assert.equal(need.shares.disk_of_30_days, 3);
  assert.equal(need.saturatesFirst, "disk_of_30_days");
});

Deno.test("more email never needs fewer runners, cores or gigabytes", () => {
  const needs = [10_000, 1_000_000, 100_000_000].map((mailsPerDay) =>
    findNeed({ mailsPerDay, workspaces: 10_000 }, COSTS, PRO)
  );
  for (const [index, need] of needs.entries()) {
    const before = needs[index - 1];
    if (before === undefined) continue;
    assert.ok(need.runners >= before.runners);
    assert.ok(need.databaseCores > before.databaseCores);
    assert.ok(need.diskGbPerDay > before.diskGbPerDay);
  }
});

Deno.test("the fewest projects that carry the demand share it, and each has a price", () => {
  // 30 days of 1,000 GB on 10,000 GB.
  const demand = { mailsPerDay: 100_000_000, workspaces: 1_000 };
  const { projects, each } = findSplit(demand, COSTS, PRO);
  assert.equal(projects, 3);
  assert.equal(each.compute?.name, "16xl");
  assert.ok((each.usdPerMonth ?? 0) > 0);
  assert.equal(findSplit({ ...demand, mailsPerDay: 10_000 }, COSTS, PRO).projects, 1);
});

Deno.test("on a plan without a price for more, the shares are those of the plan", () => {
  const need = findNeed({ mailsPerDay: 10_000, workspaces: 10 }, COSTS, FREE);
  // 30 days of 0.1 GB on 0.5 GB.
  assert.ok(Math.abs(need.shares.disk_of_30_days - 6) < 1e-9);
  assert.equal(need.saturatesFirst, "disk_of_30_days");
  assert.ok(need.shares.invocations > 0.5 && need.shares.invocations < 1);
  assert.equal(findNeed({ mailsPerDay: 10_000, workspaces: 10 }, COSTS, PRO).shares.invocations, 0);
});
