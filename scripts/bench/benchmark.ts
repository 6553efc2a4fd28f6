import { CommandError } from "../lib/command.ts";

/** A bound that a benchmark is held to. */
export interface Goal {
  /** Name of the figure or ratio that is bounded, e.g. `single_insert_p99_ms`. */
  readonly name: string;
  /** The bound in words, e.g. `< 5`. */
  readonly goal: string;
  /** What was measured, in the unit that the name ends with. */
  readonly value: number;
  readonly holds: boolean;
}

/** Figures by name, in the unit that the name ends with; groups nest. */
export interface Figures {
  readonly [name: string]: number | Figures;
}

/** What a benchmark measured. */
export interface Measurement {
  readonly figures: Figures;
  readonly goals: readonly Goal[];
  /**
   * What the machine description adds about the software under test, e.g. PostgreSQL's settings.
   */
  readonly software: Readonly<Record<string, string>>;
  /** Size of the work: rows, emails or requests. */
  readonly n: number;
}

/** What a benchmark is run with. */
export interface BenchmarkOptions {
  /** Size of the work; each benchmark has its own default. */
  readonly rows: number | undefined;
  /** How often a benchmark that kills does so. */
  readonly kills: number | undefined;
  /** How many sequences of random acts are played. */
  readonly sequences?: number | undefined;
  /** For a benchmark with random choices: the same seed makes the same ones. */
  readonly seed: number | undefined;
  /** Folder of another checkout, for a benchmark that compares two. */
  readonly against?: string | undefined;
  /** Tells a waiting person what is going on. */
  readonly say: (line: string) => void;
}

/** One benchmark of `deno task bench NAME`. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly summary: string;
  run(options: BenchmarkOptions): Promise<Measurement>;
}

/** Thrown when a benchmark cannot run here; the message says why and what to do. */
export class BenchmarkUnavailable extends CommandError {
  override readonly name = "BenchmarkUnavailable";
}

/** A goal that a figure stays below a bound (`<`) or does not pass it (`<=`). */
export function limit(name: string, value: number, comparison: "<" | "<=", bound: number): Goal {
  const holds = comparison === "<" ? value < bound : value <= bound;
  return { name, goal: `${comparison} ${bound}`, value, holds };
}

/** A goal that a figure reaches a bound (`>=`). */
export function reach(name: string, value: number, bound: number): Goal {
  return { name, goal: `>= ${bound}`, value, holds: value >= bound };
}
