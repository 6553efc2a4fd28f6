import type { DatabaseKind } from "../local/database_kind.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { type Benchmark, type Figures, type Goal, limit } from "./benchmark.ts";
import { describeSample, type Quantiles, roundFigure } from "../lib/quantiles.ts";
import { measureStarts } from "./tick/starts.ts";
import { measureMissedSlots } from "./tick/missed_slots.ts";
import { measureReclaims } from "./tick/reclaims.ts";

const DEFAULT_TICKS = 30;
const RECLAIMS = 3;
/** What functions use unless RUN_LEASE_SECONDS says otherwise, and how often pg_cron reconciles. */
const DEFAULT_LEASE_SECONDS = 30;
const RECONCILE_INTERVAL_SECONDS = 60;
const SHORT_LEASE_SECONDS = 2;

/** From a tick to running work, from a dead runner to working on, from a missed slot to its row. */
export const tick: Benchmark = {
  name: "tick",
  summary:
    "dispatch to running, killed runner to its emails, missed slots; --rows ticks, default 30",
  async run({ rows: n = DEFAULT_TICKS, say }) {
    const search = await findPostgres();
    const kinds: DatabaseKind[] = search.found ? ["pglite", "postgres"] : ["pglite"];
    if (!search.found) say(`Without a real PostgreSQL: ${search.problem}`);
    const figures: Record<string, Figures> = {};
    const goals: Goal[] = [];
    for (const kind of kinds) {
      say(`Measuring on ${kind} …`);
      const measured = await measureOn(kind, n);
      figures[kind] = measured.figures;
      goals.push(...measured.goals.map((goal) => ({ ...goal, name: `${kind}_${goal.name}` })));
    }
    return {
      figures,
      goals,
      software: { databases: kinds.join(", "), run_lease_seconds: String(SHORT_LEASE_SECONDS) },
      n,
    };
  },
};

async function measureOn(
  kind: DatabaseKind,
  ticks: number,
): Promise<{ figures: Figures; goals: readonly Goal[] }> {
  await using stack: Stack = await startStack({
    database: kind,
    functions: ["continuous-intelligence"],
    env: { RUN_LEASE_SECONDS: String(SHORT_LEASE_SECONDS) },
  });
  const starts = describeSample(await measureStarts(stack, ticks));
  const reclaims = describeSample(await measureReclaims(stack, RECLAIMS));
  const missed = await measureMissedSlots(stack);
  const reclaimSeconds = roundFigure(
    DEFAULT_LEASE_SECONDS + RECONCILE_INTERVAL_SECONDS + reclaims.p99 / 1_000,
  );
  const missedSeconds = roundFigure(
    missed.mostSecondsToReconcile + missed.slowestReconcileMs / 1_000,
  );
  return {
    figures: {
      dispatch_to_running_ms: roundAll(starts),
      reconcile_to_reclaimed_ms: roundAll(reclaims),
      reclaim_lease_30_s_plus_reconcile_60_s_plus_measured_seconds: reclaimSeconds,
      missed_slot_most_seconds_to_reconcile_that_finds_it: missed.mostSecondsToReconcile,
      missed_slot_slowest_reconcile_ms: roundFigure(missed.slowestReconcileMs),
      missed_slot_returns_simulated: missed.returns,
    },
    goals: [
      limit("dispatch_to_running_p95_ms", roundFigure(starts.p95), "<", 2_000),
      limit("reclaim_seconds", reclaimSeconds, "<=", 95),
      limit("missed_slot_seconds", missedSeconds, "<=", 65),
    ],
  };
}

function roundAll({ p50, p95, p99 }: Quantiles): Figures {
  return { p50: roundFigure(p50), p95: roundFigure(p95), p99: roundFigure(p99) };
}
