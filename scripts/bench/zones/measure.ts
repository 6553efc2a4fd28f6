import type postgres from "postgres";
import { type Benchmark, type Figures, limit, reach } from "../benchmark.ts";
import { findQuantile } from "../../lib/quantiles.ts";
import { startBenchCluster } from "../database/bench_cluster.ts";
import { LISTS, SINGLE_TIMES, STARS, TEN_YEARS, ZONES } from "./cases.ts";
import { compareWithCroner, type Comparison, listChanges } from "./croner_comparison.ts";
import { countTicks } from "./ticks.ts";
import { playYear } from "./year.ts";

const ROUNDS = 9;
const DAY_MS = 86_400_000;

/** One question that must be answered fast, and the most it may take. */
const SPEEDS = [
  {
    name: "year_of_a_daily_schedule_ms",
    mostMs: 25,
    sql:
      "select count(*) from nightshift.cron_slots('30 2 * * *', '2026-01-01Z', '2026-12-31Z', $1)",
  },
  {
    name: "31_days_of_every_minute_ms",
    mostMs: 150,
    sql:
      "select count(*) from nightshift.cron_slots('* * * * *', '2026-03-15Z', '2026-04-15Z', $1)",
  },
  {
    name: "latest_slot_ms",
    mostMs: 15,
    sql: "select nightshift.latest_slot('30 2 * * *', '2026-03-30 12:00Z', $1)",
  },
  {
    name: "pg_cron_expression_ms",
    mostMs: 15,
    sql: "select nightshift.pg_cron_expression('30 2 * * *', $1, '2026-03-30 12:00Z')",
  },
] as const;

/** Slots in time zones: beside croner over ten years, a simulated year, ticks of pg_cron, speed. */
export const zones: Benchmark = {
  name: "zones",
  summary: "slots in 20 time zones over ten years beside croner, a year in Berlin, speed",
  async run({ say }) {
    await using server = await startBenchCluster(say);
    const sql = server.connect();
    const times = await compareAll(sql, SINGLE_TIMES, say);
    const lists = await compareAll(sql, LISTS, say);
    const stars = await compareAll(sql, STARS, say);
    say("Playing a year in Berlin …");
    const year = await playYear(sql);
    say("Comparing slots and ticks …");
    const ticks = await countTicks(sql);
    const speeds = await measureSpeeds(sql);
    const unexplained = [times, lists, stars].map((group) => group.unexplained_slots);
    return {
      figures: {
        single_times: times,
        lists,
        stars,
        berlin: { ...year },
        ticks: {
          slots: ticks.slots,
          missing_slots: ticks.missing,
          superfluous_ticks_per_slot: ticks.superfluousPerSlot,
        },
        ...speeds,
      },
      goals: [
        limit("unexplained_slots", unexplained.reduce((sum, count) => sum + count, 0), "<=", 0),
        // The day that Apia skipped.
        limit("single_times_skipped_by_croner_slots", times.skipped_by_croner_slots, "<=", 1),
        limit("single_times_twice_in_croner_slots", times.twice_in_croner_slots, "<=", 0),
        limit("stars_skipped_by_croner_slots", stars.skipped_by_croner_slots, "<=", 0),
        limit("stars_twice_in_croner_slots", stars.twice_in_croner_slots, "<=", 0),
        reach("berlin_runs", year.runs, 365),
        limit("berlin_runs", year.runs, "<=", 365),
        limit("missing_slots", ticks.missing, "<=", 0),
        ...SPEEDS.map(({ name, mostMs }) => limit(name, speeds[name] ?? Infinity, "<=", mostMs)),
      ],
      software: { ...server.software, croner: "11.0.1" },
      n: ZONES.length,
    };
  },
};

/** Figures of a group of expressions. */
interface Group extends Figures {
  readonly agreed_slots: number;
  readonly skipped_by_croner_slots: number;
  readonly twice_in_croner_slots: number;
  readonly unexplained_slots: number;
}

async function compareAll(
  sql: postgres.Sql,
  expressions: readonly string[],
  say: (line: string) => void,
): Promise<Group> {
  const found: Comparison[] = [];
  for (const expression of expressions) {
    say(`Comparing "${expression}" with croner …`);
    for (const zone of ZONES) {
      for (const window of await listWindows(sql, expression, zone)) {
        found.push(await compareWithCroner(sql, { zone, expression, ...window }));
      }
    }
  }
  const differences = found.flatMap((comparison) => comparison.differences);
  for (const { kind, zone, expression, at } of differences) {
    if (kind === "unexplained") say(`Unexplained: "${expression}" in ${zone} at ${at}`);
  }
  const count = (kind: string) => differences.filter((found) => found.kind === kind).length;
  return {
    agreed_slots: found.reduce((sum, { agreed }) => sum + agreed, 0),
    skipped_by_croner_slots: count("skipped_by_croner"),
    twice_in_croner_slots: count("twice_in_croner"),
    unexplained_slots: count("unexplained"),
  };
}

/**
 * Croner lists 5,000 runs a second. So a star is compared on the days around each change, the rest
 * over all of the ten years.
 */
async function listWindows(
  sql: postgres.Sql,
  expression: string,
  zone: string,
): Promise<{ from: Date; to: Date }[]> {
  if (!(STARS as readonly string[]).includes(expression)) return [TEN_YEARS];
  const changes = await listChanges(sql, zone, TEN_YEARS.from, TEN_YEARS.to);
  return [TEN_YEARS.from.getTime(), ...changes.map(({ at }) => at)].map((at) => ({
    from: new Date(at - 2 * DAY_MS),
    to: new Date(at + 2 * DAY_MS),
  }));
}

async function measureSpeeds(sql: postgres.Sql): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const { name, sql: statement } of SPEEDS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now();
      await sql.unsafe(statement, ["Europe/Berlin"]);
      times.push(performance.now() - startedAt);
    }
    medians[name] = findQuantile(times, 0.5);
  }
  return medians;
}
