import assert from "node:assert/strict";
import fc from "fast-check";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  arbitraryScenario,
  findDisagreement,
  findExcess,
  prepare,
  type SharedClock,
  watchBudgets,
  work,
} from "./budget_commands.ts";
import { createWorkspaces } from "./queue_fixture.ts";

const RUNNERS = 8;
const SCENARIOS = 40;

testOnPostgres(
  "8 runners that settle, die, repeat themselves or come late never spend more than any limit allows",
  async ({ sql, connect }) => {
    const sessions = Array.from({ length: RUNNERS }, () => connect());
    const watch = connect();
    let [settled, stopped, looks] = [0, 0, 0];
    // A failure prints its seed and path: give them to fc.assert to see the same scenario again.
    await fc.assert(
      fc.asyncProperty(arbitraryScenario(RUNNERS), async (scenario) => {
        await sql`truncate public.workspaces, public.autonomous_tasks, public.ai_usage,
          nightshift.spend_days, nightshift.budget_reservations cascade`;
        const clock: SharedClock = {
          now: Date.parse("2026-04-01T00:00:00Z") - scenario.secondsBeforeMidnight * 1_000,
        };
        const workspaceIds = await createWorkspaces(sql, scenario.workspaces.length);
        const prices = await prepare(sql, scenario, workspaceIds, clock);

        let isWorking = true;
        const [counts, seen] = await Promise.all([
          Promise.all(
            scenario.runners.map((steps, index) =>
              work(sessions[index] ?? assert.fail(), steps, prices, clock)
            ),
          ).finally(() => isWorking = false),
          watchBudgets(watch, clock, () => isWorking),
        ]);
        looks += seen;
        settled += counts.reduce((sum, count) => sum + count, 0);

        clock.now += 3_600_000;
        await sql`select nightshift.judge_budgets(${new Date(clock.now)})`;
        assert.deepEqual(await findExcess(sql, clock.now), []);
        assert.deepEqual(await findDisagreement(sql), []);
        const [stops] = await sql<{ count: number }[]>`
          select count(*)::integer as count from public.autonomous_tasks where input_data ? 'passed_over_by'`;
        stopped += stops?.count ?? 0;
      }),
      // What depends on who came first is not made smaller by trying again.
      { numRuns: SCENARIOS, endOnFailure: true },
    );
    assert.ok(settled > 0 && stopped > 0, "some mail must be read and some be stopped");
    assert.ok(looks > 0, "budgets must be looked at while runners work");
  },
);
