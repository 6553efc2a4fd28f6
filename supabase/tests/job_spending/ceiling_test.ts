import assert from "node:assert/strict";
import fc from "fast-check";
import type postgres from "postgres";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import {
  findDisagreement,
  findExcess,
  type SharedClock,
  watchBudgets,
} from "../concurrency/budget_commands.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

const RUNNERS = 6;
const SCENARIOS = 8;
const LEASE_SECONDS = 30;

/** What the work of a task does with money. */
interface Spending {
  /** USD that it asks for. */
  readonly usd: number;
  /** What it has spent of that; `never` tells nothing. */
  readonly share: number | "never";
  /** Whether it tells only when its lease has ended. */
  readonly isLate: boolean;
  /** Pass before it asks. */
  readonly seconds: number;
}

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => n / 100);
const scenarios = fc.record({
  secondsBeforeMidnight: fc.integer({ min: 0, max: 120 }),
  project: fc.option(cents(600)),
  workspaces: fc.array(fc.option(cents(300)), { minLength: 1, maxLength: 3 }),
  runners: fc.array(
    fc.array(
      fc.record<Spending>({
        usd: cents(120),
        share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant("never" as const)),
        isLate: fc.boolean(),
        seconds: fc.constantFrom(0, 0, 0, 5, 40),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: RUNNERS, maxLength: RUNNERS },
  ),
});

/** A run of the agent with one job of each workspace and one of the project. */
async function startRun(sql: postgres.Sql, workspaceIds: readonly string[], now: Date) {
  const jobs = [...workspaceIds.map((id) => ({ workspace_id: id })), {}];
  await sql`select nightshift.enqueue_jobs('importer', ${sql.json(jobs)}, p_now => ${now})`;
  const [row] = await sql<{ run: { run_id: string; run_token: string; jobs: Job[] } }[]>`
    select nightshift.start_agent_run(null, ${jobs.length}, ${LEASE_SECONDS}, 'importer', ${now}) as run`;
  return row?.run ?? assert.fail();
}

interface Job {
  readonly task_id: string;
}

/** Spends as its plan says; answers how often it was given money, and how often not. */
async function work(
  sql: postgres.Sql,
  workspaceIds: readonly string[],
  plan: readonly Spending[],
  clock: SharedClock,
): Promise<readonly [reserved: number, refused: number]> {
  let [reserved, refused] = [0, 0];
  for (const { usd, share, isLate, seconds } of plan) {
    clock.now += seconds * 1_000;
    const { run_id, run_token, jobs } = await startRun(sql, workspaceIds, new Date(clock.now));
    for (const { task_id } of jobs) {
      const [row] = await sql<{ answer: { outcome: string; reservation_id: string } }[]>`
        select nightshift.reserve_task_spending(${run_id}, ${run_token}, ${task_id}, 'anthropic',
          'model-1', ${usd}, ${new Date(clock.now)}) as answer`;
      if (row?.answer.outcome !== "reserved") {
        refused++;
        continue;
      }
      reserved++;
      if (share === "never") continue;
      if (isLate) clock.now += (LEASE_SECONDS + 1) * 1_000;
      await sql`select nightshift.settle_task_spending(${run_id}, ${run_token},
        ${row.answer.reservation_id}, ${(usd * share).toFixed(8)}, ${new Date(clock.now)})`;
    }
  }
  return [reserved, refused];
}

testOnPostgres(
  `${RUNNERS} runs that report, forget or come late never spend more than any limit allows`,
  async ({ sql, connect }) => {
    const sessions = Array.from({ length: RUNNERS }, () => connect());
    const watch = connect();
    await sql`insert into public.task_schedules (name, task_type, target)
      values ('importer', 'email_sync', 'importer')`;
    let [reserved, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        await sql`truncate public.workspaces, public.autonomous_tasks, public.ai_usage,
          nightshift.spend_days, nightshift.budget_reservations, nightshift.jobs cascade`;
        const clock: SharedClock = {
          now: Date.parse("2026-04-01T00:00:00Z") - scenario.secondsBeforeMidnight * 1_000,
        };
        const workspaceIds = await createWorkspaces(sql, scenario.workspaces.length);
        const budgets = [[null, scenario.project], ...scenario.workspaces.entries()] as const;
        for (const [owner, daily] of budgets) {
          if (daily === null) continue;
          const id = owner === null ? null : workspaceIds[owner] ?? assert.fail();
          await sql`insert into public.workspace_budgets (workspace_id, daily_usd)
            values (${id}, ${daily})`;
        }
        let isWorking = true;
        const [counts] = await Promise.all([
          Promise.all(
            scenario.runners.map((plan, index) =>
              work(sessions[index] ?? assert.fail(), workspaceIds, plan, clock)
            ),
          ).finally(() => isWorking = false),
          watchBudgets(watch, clock, () => isWorking),
        ]);
        for (const [given, kept] of counts) {
          reserved += given;
          refused += kept;
        }
        clock.now += 3_600_000;
        await sql`select nightshift.judge_budgets(${new Date(clock.now)})`;
        assert.deepEqual(await findExcess(sql, clock.now), []);
        assert.deepEqual(await findDisagreement(sql), []);
      }),
      { numRuns: SCENARIOS, endOnFailure: true },
    );
    assert.ok(reserved > 0 && refused > 0, "some must be given money and some not");
  },
);

testOnPostgres(
  "whoever asks while another sets money aside waits, and is told what is left",
  async ({ sql, connect }) => {
    await sql`insert into public.task_schedules (name, task_type, target)
      values ('importer', 'email_sync', 'importer')`;
    await sql`insert into public.workspace_budgets (daily_usd) values (1)`;
    const now = new Date("2026-04-01T12:00:00Z");
    const { run_id, run_token, jobs } = await startRun(sql, [], now);
    const reserve = async (session: postgres.ISql) => {
      const [row] = await session<{ outcome: string }[]>`
        select nightshift.reserve_task_spending(${run_id}, ${run_token},
          ${
        jobs[0]?.task_id ?? null
      }, 'anthropic', 'model-1', 0.6, ${now}) ->> 'outcome' as outcome`;
      return row?.outcome;
    };
    const { second } = await connect().begin(async (open) => {
      assert.equal(await reserve(open), "reserved");
      const asked = reserve(connect());
      // Without a wait it has its answer by now, and the assertion below says so.
      await Promise.race([asked, waitUntilBlocked(sql)]);
      return { second: asked };
    });
    assert.equal(await second, "refused");
  },
);

async function waitUntilBlocked(sql: postgres.Sql): Promise<void> {
  for (let look = 0;; look++) {
    assert.ok(look < 10_000, "nobody waits for a lock");
    const [row] = await sql<{ count: number }[]>`
      select count(*)::integer as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.count === 1) return;
  }
}
