import { fileURLToPath } from "node:url";
import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import { readDeno } from "../../lib/run_program.ts";
import type { Cluster } from "../../local/postgres/postgres_cluster.ts";
import type { Assignment, Workload } from "./contenders/contender.ts";

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

/** A workload, and who does it. */
export interface Match {
  readonly workload: Workload;
  readonly jobs: number;
  readonly contenders: readonly string[];
}

/** Medians by contender. */
export interface Rates {
  readonly perSecond: Readonly<Record<string, number>>;
  /** CPU milliseconds of the process for each job, which a busy machine hardly changes. */
  readonly cpuMs: Readonly<Record<string, number>>;
}

/**
 * Jobs a second by contender, the medians of some rounds. In each round all have their turn in the
 * same new database, each in a process of its own, and another one begins.
 */
export async function playRounds(
  cluster: Cluster,
  { workload, jobs, contenders }: Match,
  { rounds, burnBlocks }: { readonly rounds: number; readonly burnBlocks: number },
): Promise<Rates> {
  const samples = new Map(contenders.map((name): [string, Sample[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const databaseUrl = await cluster.createDatabase(`bench_${workload}_${round}`);
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      // One at a time: the machine is what they are compared on.
      const sample = await measure({ contender, workload, jobs, databaseUrl, burnBlocks });
      samples.get(contender)?.push(sample);
    }
  }
  const takeMedians = (value: (sample: Sample) => number) =>
    Object.fromEntries(Array.from(samples, ([name, own]) => [
      name,
      roundFigure(findQuantile(own.map(value), 0.5)),
    ]));
  return {
    perSecond: takeMedians(({ ms }) => Math.round(jobs / ms * 1_000)),
    cpuMs: takeMedians((sample) => sample.cpuMs / jobs),
  };
}

interface Sample {
  readonly ms: number;
  readonly cpuMs: number;
}

async function measure(assignment: Assignment): Promise<Sample> {
  // Types are checked by the gate.
  const flags = ["run", "-A", "--quiet", "--no-check"];
  const output = await readDeno([...flags, CHILD, JSON.stringify(assignment)]);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
