import assert from "node:assert/strict";
import { systemClock } from "../../_shared/platform/clock.ts";
import { createRulesAnalyzer } from "../testing/rules_analyzer.ts";
import { createMemoryStore } from "../testing/store_in_memory.ts";
import { createEmails, createTestDeps } from "../testing/test_deps.ts";
import { createReadingBudget } from "./reading_budget.ts";
import { performRun } from "./run.ts";

const REQUEST = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };

Deno.test("work is counted, also work that fails, until the time is spent", () => {
  let ms = 0;
  const budget = createReadingBudget(() => new Date(ms), 10);
  const take = (length: number) => () => ms += length;
  assert.equal(budget.spend(take(9)), 9);
  ms += 1_000;
  assert.equal(budget.hasTime(), true);
  assert.throws(() =>
    budget.spend(() => {
      ms += 1;
      throw new Error("unreadable");
    }), /unreadable/);
  assert.equal(budget.hasTime(), false);
});

Deno.test("reading pauses every few milliseconds, and knows how long more emails will take", async () => {
  let ms = 0;
  const budget = createReadingBudget(() => new Date(ms), 100);
  assert.equal(budget.estimateMs(7), 0);
  const order: string[] = [];
  for (const name of ["first", "second", "third"]) {
    budget.spend(() => ms += 2);
    const pause = budget.pause().then(() => order.push(`after the ${name}`));
    // Takes one turn of microtasks, where a pause takes several turns of the event loop.
    await Promise.resolve().then(() => {}).then(() => order.push(name));
    await pause;
  }
  assert.deepEqual(order, [
    ...["after the first", "first", "second", "after the second", "after the third", "third"],
  ]);
  assert.deepEqual([budget.estimateMs(7), budget.leftMs()], [14, 94]);
});

Deno.test("a run saves what it read in its time and leaves the rest as if it had not been tried", async () => {
  const store = createMemoryStore({ emails: createEmails(20) });
  let looks = 0;
  // Every look at the clock is 100 ms later: reading an email takes 100 ms.
  const clock = () => new Date(Date.parse("2026-11-12T08:00:00Z") + 100 * looks++);
  const deps = createTestDeps({ store, clock, analyzer: createRulesAnalyzer() });
  const { lease } = await store.startRun({ taskId: null, request: REQUEST, leaseSeconds: 30 });
  assert.ok(lease);
  const report = await performRun(deps, lease, REQUEST);
  assert.equal(report.total_emails_processed, 10);
  assert.equal(report.total_emails_failed, 0);
  assert.equal(store.claims.length, 1);
  assert.deepEqual(store.runs.map(({ isFinished, error }) => [isFinished, error]), [[true, null]]);
  assert.ok(deps.lines.some((line) => line["message"] === "emails left" && line["emails"] === 10));
});

Deno.test("20 emails of 19,000 lines of one character end their run within its CPU time", async () => {
  const emails = createEmails(20).map((email) => ({ ...email, bodyText: "x\n".repeat(19_000) }));
  const store = createMemoryStore({ emails });
  const deps = createTestDeps({ store, clock: systemClock, analyzer: createRulesAnalyzer() });
  const { lease } = await store.startRun({ taskId: null, request: REQUEST, leaseSeconds: 30 });
  assert.ok(lease);
  const startedAt = performance.now();
  const report = await performRun(deps, lease, REQUEST);
  const ms = performance.now() - startedAt;
  const read = report.total_emails_processed;
  assert.ok(read > 0);
  // The email that is being read when the time is over is read to its end, however busy the
  // machine is with other tests.
  assert.ok(ms < 4_000 + 2 * ms / read, `${read} emails in ${ms} ms`);
});
