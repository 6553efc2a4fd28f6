import { fileURLToPath } from "node:url";
import { describeSample, roundFigure } from "../../lib/quantiles.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  type Figures,
  type Goal,
  limit,
  reach,
} from "../benchmark.ts";
import {
  type BenchCluster,
  startBenchCluster,
  startPostgresStack,
} from "../database/bench_cluster.ts";
import { calibrateBurn } from "./burn.ts";
import type { Workload } from "./contenders/contender.ts";
import { type Match, playRounds } from "./rounds.ts";
import { countChunksToAnother, measureForEach } from "./turns.ts";
import { addAgent, measureCancels, measureIdleStarts, measureRest } from "./wakes.ts";

const DEFAULT_ROUNDS = 5;
const IDLE_STARTS = 40;
const CANCELS = 3;
const REST_JOBS = 1_000;
const PG_BOSS = ["pg_boss", "pg_boss_two_workers"];
const PEERS = [...PG_BOSS, "graphile_worker"];

/** What is compared, with whom, and what ours has to reach of the better one. */
interface Comparison extends Match {
  readonly ours: string;
  readonly rivals: readonly string[];
  readonly goal: number;
}

const COMPARISONS: readonly Comparison[] = [
  compareWith("emails", 1_000, "nightshift_emails", PEERS, 1.05),
  compareWith("cpu", 1_000, "nightshift_agent", PEERS, 1),
  compareWith("empty", 10_000, "nightshift_sql", PG_BOSS, 0.8),
  compareWith("insert", 10_000, "nightshift_sql", PG_BOSS, 0.5),
];

function compareWith(
  workload: Workload,
  jobs: number,
  ours: string,
  rivals: readonly string[],
  goal: number,
): Comparison {
  return { workload, jobs, ours, rivals, goal, contenders: [ours, ...PEERS] };
}

/** Jobs beside pg-boss and Graphile Worker, and what users wait for. */
export const agents: Benchmark = {
  name: "agents",
  summary: "jobs and emails beside pg-boss and Graphile Worker, wakes; --rows rounds, default 5",
  async run({ rows: rounds = DEFAULT_ROUNDS, say }) {
    await using server = await startBenchCluster(say, { durable: true });
    const compared = await compare(server, rounds, say);
    say("Measuring what users wait for, on a local stack …");
    const waited = await measureWaits(say);
    return {
      figures: { ...compared.figures, ...waited.figures },
      goals: [...compared.goals, ...waited.goals],
      software: {
        ...server.software,
        pg_boss: "12.38.0",
        graphile_worker: "0.18.0",
        pg: "8.23.1",
      },
      n: rounds,
    };
  },
};

interface Part {
  readonly figures: Figures;
  readonly goals: readonly Goal[];
}

async function compare(
  server: BenchCluster,
  rounds: number,
  say: BenchmarkOptions["say"],
): Promise<Part> {
  const burnBlocks = calibrateBurn(2);
  const figures: Record<string, Figures> = {};
  const goals: Goal[] = [];
  for (const { ours, rivals, goal, ...match } of COMPARISONS) {
    say(`Measuring ${match.jobs} × ${match.workload}, ${rounds} rounds …`);
    const { perSecond, cpuMs } = await playRounds(server.cluster, match, { rounds, burnBlocks });
    figures[`${match.workload}_per_second`] = perSecond;
    figures[`${match.workload}_cpu_ms_each`] = cpuMs;
    const best = Math.max(...rivals.map((name) => perSecond[name] ?? 0));
    const ratio = (perSecond[ours] ?? 0) / best;
    goals.push(reach(`${match.workload}_ratio`, roundFigure(ratio), goal));
  }
  say("Measuring turns of workspaces …");
  await server.cluster.createDatabase("bench_turns");
  const sql = server.connect("postgres", { database: "bench_turns" });
  const seconds = roundFigure(await measureForEach(sql));
  const chunks = await countChunksToAnother(sql);
  figures["turns"] = { for_each_10000_workspaces_seconds: seconds, chunks_to_another: chunks };
  goals.push(
    limit("for_each_10000_workspaces_seconds", seconds, "<", 1),
    limit("chunks_to_another", chunks, "<=", 1),
  );
  return { figures, goals };
}

async function measureWaits(say: BenchmarkOptions["say"]): Promise<Part> {
  await using stack = await startPostgresStack(say, {
    functionsFolder: fileURLToPath(new URL("./functions", import.meta.url)),
  });
  await addAgent(stack);
  await measureIdleStarts(stack, 2);
  const { p50, p95 } = describeSample(await measureIdleStarts(stack, IDLE_STARTS));
  const cancels = await measureCancels(stack, CANCELS);
  const slowest = roundFigure(Math.max(...cancels));
  return {
    figures: {
      waits: {
        idle_start_p50_ms: roundFigure(p50),
        idle_start_p95_ms: roundFigure(p95),
        cancel_slowest_seconds: slowest,
        rest_jobs_per_second: Math.round(await measureRest(stack, REST_JOBS)),
      },
    },
    goals: [
      limit("idle_start_p95_ms", roundFigure(p95), "<=", 2_000),
      limit("cancel_slowest_seconds", slowest, "<=", 12),
    ],
  };
}
