import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findQuantile } from "../lib/quantiles.ts";
import { readGoldSet } from "../eval/corpora/gold_set.ts";
import { runBundle, withBundle } from "../eval/measures/start/hosted_runtime.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  BenchmarkUnavailable,
  limit,
  type Measurement,
} from "./benchmark.ts";

/** Rounds; in each one every checkout has its turn, so that a loaded machine slows all alike. */
const STARTS = 11;
const RUNS = 5;
/** The first record of the changed code by that of the other, and the same for one email. */
const MOST_FIRST = 1.1;
const MOST_EACH = 1.1;

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const EMPTY = fileURLToPath(new URL("../eval/measures/start/empty_program.ts", import.meta.url));
const PROGRAM = new URL("./email_cpu/program.ts", import.meta.url).href;
/** Where the rules are, in this checkout and in older ones. */
const RULES = ["analyzers/rules.ts", "rules/mod.ts"];

/** What reading an email by rules costs, by turns with another checkout. */
export const emailCpu: Benchmark = {
  name: "email-cpu",
  summary: "CPU for the first record and for an email, with --against DIR beside another checkout",
  async run({ against, say }) {
    const emails = await Deno.makeTempFile({ suffix: ".json" });
    const gold = (await readGoldSet("dev")).map(({ raw: _, labels: __, name, ...email }) => ({
      ...email,
      emailId: name,
      workspaceId: "1",
      attempt: 1,
    }));
    await Deno.writeTextFile(emails, JSON.stringify(gold));
    const folders = [PROJECT, ...against === undefined ? [] : [await Deno.realPath(against)]];
    try {
      const samples = await withBundle(
        EMPTY,
        (empty) =>
          withRules(folders, [], (bundles) => measureByTurns({ bundles, empty, emails, say })),
      );
      return describe(samples, gold.length);
    } finally {
      await Deno.remove(emails);
    }
  },
};

interface Samples {
  /** Less what an empty program took in the same round. */
  readonly first: number[];
  readonly each: number[];
}

interface Turns {
  readonly bundles: readonly string[];
  /** A program that does nothing: what the runtime itself costs. */
  readonly empty: string;
  readonly emails: string;
  readonly say: BenchmarkOptions["say"];
}

/** Bundles the rules of each checkout. */
async function withRules<Result>(
  [folder, ...others]: readonly string[],
  bundles: readonly string[],
  use: (bundles: readonly string[]) => Promise<Result>,
): Promise<Result> {
  if (folder === undefined) return await use(bundles);
  const room = join(folder, "supabase/functions/continuous-intelligence");
  const rules = RULES.find((file) => existsSync(join(room, file)));
  if (rules === undefined) throw new BenchmarkUnavailable(`${folder} has no rules for email.`);
  const entry = await Deno.makeTempFile({ dir: room, prefix: "email_cpu_", suffix: ".ts" });
  try {
    await Deno.writeTextFile(
      entry,
      `import { analyzeByRules } from "./${rules}";\n` +
        `import { measureRules } from "${PROGRAM}";\nmeasureRules(analyzeByRules);\n`,
    );
    const program = relative(folder, fileURLToPath(pathToFileURL(entry)));
    return await withBundle(
      program,
      (bundle) => withRules(others, [...bundles, bundle], use),
      folder,
    );
  } finally {
    await Deno.remove(entry);
  }
}

async function measureByTurns({ bundles, empty, emails, say }: Turns): Promise<Samples[]> {
  const samples = bundles.map((): Samples => ({ first: [], each: [] }));
  for (const [mode, count] of [["first", STARTS], ["each", RUNS]] as const) {
    for (let turn = 0; turn < count; turn++) {
      // CPU time is measured: one at a time.
      const runtime = mode === "first" ? await runBundle(empty) : 0;
      for (const [at, bundle] of bundles.entries()) {
        const ms = await runBundle(bundle, mode, emails);
        samples[at]?.[mode].push(ms - runtime);
      }
    }
    const lists = samples.map((one) => one[mode].map((ms) => ms.toFixed(2)).join(", "));
    say(`  ${mode}, CPU ms: ${lists.join("; against: ")}`);
  }
  return samples;
}

function describe([own, other]: readonly Samples[], n: number): Measurement {
  const median = (values: readonly number[] = []) => findQuantile([...values], 0.5);
  const toFigures = (samples: Samples | undefined) => ({
    first_record_cpu_ms: median(samples?.first),
    email_cpu_ms: median(samples?.each),
  });
  if (other === undefined) return { figures: toFigures(own), goals: [], software: {}, n };
  const [mine, its] = [toFigures(own), toFigures(other)];
  const ratio = (name: keyof typeof mine) => Math.round(1_000 * mine[name] / its[name]) / 1_000;
  return {
    figures: { own: mine, against: its },
    goals: [
      limit("first_record_ratio", ratio("first_record_cpu_ms"), "<=", MOST_FIRST),
      limit("email_ratio", ratio("email_cpu_ms"), "<=", MOST_EACH),
    ],
    software: {},
    n,
  };
}
