import type { Figures, Goal } from "../bench/benchmark.ts";

/** What a measure of the analyzers found. */
export interface Evaluation {
  /** Figures by name; rates are 0–1, times say their unit. */
  readonly figures: Figures;
  readonly goals: readonly Goal[];
  /** Labeled items that were judged. */
  readonly n: number;
}

/** What a measure is run with. */
export interface EvaluationOptions {
  /** Folder that holds the corpora, one sub-folder each; null when there is none. */
  readonly dataFolder: string | null;
  /** Tells a waiting person what is going on. */
  readonly say: (line: string) => void;
}

/** One measure of `deno task eval`. */
export interface Measure {
  readonly name: string;
  /** One line: what is compared with what. */
  readonly summary: string;
  /**
   * Corpora it needs, as sub-folders of the data folder; none when it reads the project's own
   * email.
   */
  readonly corpora: readonly string[];
  run(options: EvaluationOptions): Promise<Evaluation>;
}
