import { type Benchmark, type Figures } from "./benchmark.ts";
import { findNeed, findSplit, type Need, type Split } from "./capacity/demand.ts";
import { measureCosts } from "./capacity/measure_costs.ts";
import { PLANS } from "./capacity/platform_limits.ts";
import { roundFigure } from "../lib/quantiles.ts";

const DEFAULT_ROUNDS = 7;
const MAILS_PER_DAY = [10_000, 1_000_000, 100_000_000];
const WORKSPACES = [10, 10_000, 1_000_000];

/**
 * What a day of email needs and costs on each plan, computed from measured parts and the platform's
 * limits.
 */
export const capacity: Benchmark = {
  name: "capacity",
  summary:
    "runners, load and cost for 10,000 to 100 million emails a day; --rows rounds, default 7",
  async run({ rows: rounds = DEFAULT_ROUNDS, say }) {
    say(`Measuring the parts with the sample emails, ${rounds} rounds …`);
    const costs = await measureCosts(say, rounds);
    const demands = MAILS_PER_DAY.flatMap((mailsPerDay) =>
      WORKSPACES.map((workspaces) => ({ mailsPerDay, workspaces }))
    );
    const figures: Record<string, Figures> = {
      measured: {
        analysis_cpu_ms_per_mail: roundFigure(costs.analysisCpuMs),
        database_ms_per_run: roundFigure(costs.runMs),
        database_ms_per_mail: roundFigure(costs.runMsPerMail),
        database_ms_per_workspace: roundFigure(costs.runMsPerWorkspace),
        database_ms_to_store_a_mail: roundFigure(costs.ingestMs),
        disk_bytes_per_mail: Math.round(costs.bytesPerMail),
      },
    };
    for (const plan of PLANS) {
      for (const demand of demands) {
        const name = `${plan.name}_${demand.mailsPerDay}_mails_${demand.workspaces}_workspaces`;
        const need = findNeed(demand, costs, plan);
        const split = findSplit(demand, costs, plan);
        figures[name] = describeNeed(need, split);
        say(`${name}: ${describePrice(split)}, full first: ${need.saturatesFirst}`);
      }
    }
    return { figures, goals: [], software: {}, n: rounds };
  },
};

function describeNeed(need: Need, { projects, each }: Split): Figures {
  return {
    mails_per_run: Math.round(need.mailsPerRun),
    run_seconds: roundFigure(need.runSeconds),
    mails_per_day_per_runner: Math.round(need.mailsPerDayPerRunner),
    runs_per_day: Math.round(need.runsPerDay),
    runners: need.runners,
    database_cores: roundShare(need.databaseCores),
    disk_gb_per_day: roundShare(need.diskGbPerDay),
    projects,
    ...(each.usdPerMonth === null ? {} : { usd_per_month: Math.ceil(projects * each.usdPerMonth) }),
    ...Object.fromEntries(
      Object.entries(need.shares).map(([name, share]) => [`share_of_${name}`, roundShare(share)]),
    ),
  };
}

/** Three digits that count, however small. */
function roundShare(value: number): number {
  return Number(value.toPrecision(3));
}

function describePrice({ projects, each: { compute, usdPerMonth } }: Split): string {
  if (usdPerMonth === null) return "does not fit the plan";
  const usd = Math.ceil(projects * usdPerMonth).toLocaleString("en");
  const machine = projects === 1 ? compute?.name : `${projects} projects on ${compute?.name}`;
  return `${machine}, about USD ${usd} a month`;
}
