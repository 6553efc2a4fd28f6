/**
 * Runners that spend: what each does with what it claims, and what must hold of the money
 * meanwhile.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import type postgres from "postgres";
import {
  type Call,
  claimEmails,
  insertEmails,
  type Price,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";

/** Limits in USD; null: none. */
export interface Limits {
  readonly daily: number | null;
  readonly monthly: number | null;
}

/** What a runner does with a claim. */
export interface Step {
  /** Most emails to claim. */
  readonly limit: number;
  /** `late`: settles after its lease; `dies`: never settles; `repeats`: settles twice. */
  readonly fate: "settles" | "settles in part" | "repeats" | "late" | "dies";
  /** What the calls cost, as a share of what was set aside. */
  readonly costShare: number;
  /** Passes before the step. */
  readonly seconds: number;
}

/** A project whose money several runners spend. */
export interface Scenario {
  /** Seconds before midnight, UTC, at which it begins. */
  readonly secondsBeforeMidnight: number;
  readonly project: Limits;
  readonly workspaces: readonly {
    readonly own: Limits;
    /** USD; null: read by the rules. */
    readonly usdPerMail: number | null;
    readonly mails: number;
  }[];
  readonly runners: readonly (readonly Step[])[];
}

const usd = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((cents) => cents / 100);
const limits: fc.Arbitrary<Limits> = fc.record({
  daily: fc.option(usd(8)),
  monthly: fc.option(usd(12)),
});
const step: fc.Arbitrary<Step> = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  fate: fc.constantFrom("settles", "settles", "settles in part", "repeats", "late", "dies"),
  costShare: fc.double({ min: 0, max: 1, noNaN: true }),
  seconds: fc.constantFrom(0, 0, 0, 1, 20, 40),
});

/** Scenarios with `runners` runners. */
export function arbitraryScenario(runners: number): fc.Arbitrary<Scenario> {
  return fc.record({
    secondsBeforeMidnight: fc.integer({ min: 0, max: 300 }),
    project: limits,
    workspaces: fc.array(
      fc.record({
        own: limits,
        usdPerMail: fc.option(usd(1), { freq: 4 }),
        mails: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    runners: fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), {
      minLength: runners,
      maxLength: runners,
    }),
  });
}

/** A clock that all runners share. */
export interface SharedClock {
  now: number;
}

/** Puts the scenario's workspaces, choices, budgets and email in place. */
export async function prepare(
  sql: postgres.Sql,
  scenario: Scenario,
  workspaceIds: readonly string[],
  clock: SharedClock,
): Promise<Price[]> {
  const setBudget = async (workspaceId: string | null, { daily, monthly }: Limits) => {
    if (daily === null && monthly === null) return;
    await sql`insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd)
      values (${workspaceId}, ${daily}, ${monthly})`;
  };
  await setBudget(null, scenario.project);
  const prices: Price[] = [];
  for (const [index, workspaceId] of workspaceIds.entries()) {
    const { own, usdPerMail, mails } = scenario.workspaces[index] ?? assert.fail();
    await setBudget(workspaceId, own);
    if (usdPerMail !== null) {
      const model = `model-${index}`;
      prices.push({ analyzer: "openai-compatible", model, usd_per_mail: usdPerMail });
      await sql`insert into public.analyzer_choices (workspace_id, analyzer, model)
        values (${workspaceId}, 'openai-compatible', ${model})`;
    }
    await insertEmails(sql, [workspaceId], mails, new Date(clock.now - 3_600_000));
  }
  return prices;
}

const LEASE_SECONDS = 30;

/** Works through its steps; answers how many emails it settled. */
export async function work(
  sql: postgres.Sql,
  steps: readonly Step[],
  prices: readonly Price[],
  clock: SharedClock,
): Promise<number> {
  const now = () => new Date(clock.now);
  const runId = await startRun(sql, now());
  let settled = 0;
  for (const { limit, fate, costShare, seconds } of steps) {
    clock.now += seconds * 1_000;
    const claim = await claimEmails(sql, runId, {
      batchSizePerWorkspace: 5,
      limit,
      leaseSeconds: LEASE_SECONDS,
      now: now(),
      prices,
    });
    const choices = await sql<{ workspace_id: string; model: string }[]>`
      select workspace_id, model from public.analyzer_choices`;
    const half = Math.floor(claim.emails.length / 2);
    const told = claim.emails.slice(0, fate === "settles in part" ? half : undefined);
    const calls = choices.flatMap(({ workspace_id, model }): Call[] => {
      const emails = told.filter((email) => email.workspaceId === workspace_id).length;
      const price = prices.find((known) => known.model === model);
      if (emails === 0 || price === undefined) return [];
      return [{
        call_id: crypto.randomUUID(),
        workspace_id,
        analyzer: price.analyzer,
        model,
        cost_usd: Number((price.usd_per_mail * emails * costShare).toFixed(8)),
        price_id: "test",
        outcome: costShare < 0.1 ? "retryable" : "ok",
        emails,
      }];
    });
    const ids = told.map(({ emailId }) => emailId);
    const settle = async () => {
      const outcomeOf = (index: number) => index % 4 === 3 ? "failed" : "analysed";
      const { processed } = await settleEmails(sql, claim.leaseToken, ids, {
        outcomeOf,
        now: now(),
        calls,
      });
      settled += processed;
    };
    if (fate === "late") clock.now += (LEASE_SECONDS + 1) * 1_000;
    if (fate !== "dies") await settle();
    if (fate === "repeats") await settle();
  }
  return settled;
}

/**
 * Looks at all limits again and again while runners work. A look counts only where the clock stood
 * still meanwhile: what has lapsed since may be set aside again, and both would be added.
 * @returns how many looks counted
 */
export async function watchBudgets(
  sql: postgres.Sql,
  clock: SharedClock,
  isWorking: () => boolean,
): Promise<number> {
  let looks = 0;
  while (isWorking()) {
    const { now } = clock;
    await sql`select nightshift.judge_budgets(${new Date(now)})`;
    const excess = await findExcess(sql, now);
    if (clock.now !== now) continue;
    assert.deepEqual(excess, []);
    looks++;
  }
  return looks;
}

/**
 * Every limit that is broken: spent in some day or month, or spent and set aside in the current
 * one.
 */
export async function findExcess(sql: postgres.Sql, now: number): Promise<unknown[]> {
  const rows = await sql`
    with spent as (
      select b.workspace_id, 'day' as period, d.day::text as at, b.daily_usd as limit_usd, d.usd
      from public.workspace_budgets b
      join nightshift.spend_days d on d.workspace_id is not distinct from b.workspace_id
      union all
      select b.workspace_id, 'month', to_char(d.day, 'YYYY-MM'), b.monthly_usd, sum(d.usd)
      from public.workspace_budgets b
      join nightshift.spend_days d on d.workspace_id is not distinct from b.workspace_id
      group by 1, 2, 3, 4
      union all
      select l.workspace_id, l.period, 'now', l.limit_usd, l.spent_usd + l.reserved_usd
      from nightshift.list_budgets(${new Date(now)}::timestamptz, p_is_for_all => true) l
    )
    select * from spent where usd > limit_usd`;
  return [...rows];
}

/**
 * What disagrees between the ledger, its sums, the task log and what is set aside, once all has
 * ended.
 */
export async function findDisagreement(sql: postgres.Sql): Promise<unknown[]> {
  const rows = await sql`
    with ledger as (
      select workspace_id, (created_at at time zone 'utc')::date as day, sum(cost_usd) as usd
      from public.ai_usage where workspace_id is not null group by 1, 2
      union all
      select null, (created_at at time zone 'utc')::date, sum(cost_usd) from public.ai_usage group by 2
    )
    select 'sum of a day' as what, coalesce(l.workspace_id, d.workspace_id)::text as id
    from ledger l
    full join nightshift.spend_days d on d.day = l.day and coalesce(d.workspace_id::text, '') = coalesce(l.workspace_id::text, '')
    where coalesce(l.usd, 0) <> coalesce(d.usd, 0)
    union all
    select 'cost of a task', t.id::text
    from public.autonomous_tasks t
    where coalesce(t.cost_estimate_usd, 0)
      <> (select coalesce(sum(u.cost_usd), 0) from public.ai_usage u where u.task_id = t.id)
    union all
    select 'still set aside', r.id::text from nightshift.budget_reservations r where r.booked_at is null`;
  return [...rows];
}
