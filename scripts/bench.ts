// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task bench NAME [--rows N] [--kills N] [--seed N] [--json]`: one benchmark, for a person or a program. */
import { parseArgs } from "node:util";
import { BenchmarkUnavailable } from "./bench/benchmark.ts";
import { describeMachine } from "./bench/machine.ts";
import { BENCHMARKS, findBenchmark } from "./bench/registry.ts";
import { describeFigures, describeGoals } from "./bench/report.ts";
import { isUsageError } from "./lib/usage_error.ts";

const USAGE = `Usage: deno task bench NAME [--rows N] [--kills N] [--seed N] [--json]
  NAME      one of:
${BENCHMARKS.map(({ name, summary }) => `              ${name}  ${summary}`).join("\n")}
  --rows N  size of the work, a whole number from 1
  --kills N how often chaos kills the function, a whole number from 1
  --seed N  repeats the random choices of chaos, a whole number from 1
  --json    one JSON object in the last line: name, figures, goals, machine, n
A goal that does not hold is reported and leaves the exit code at 0.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: {
      rows: { type: "string" },
      kills: { type: "string" },
      seed: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const benchmark = findBenchmark(positionals[0] ?? "");
  const [rows, kills, seed] = [values.rows, values.kills, values.seed].map((text) =>
    text === undefined ? undefined : Number(text)
  );
  const areNumbersValid = [rows, kills, seed].every((number) =>
    number === undefined || Number.isSafeInteger(number) && number >= 1
  );
  if (benchmark === undefined || positionals.length > 1 || !areNumbersValid) {
    const name = positionals[0];
    const isUnknown = name !== undefined && benchmark === undefined;
    console.error(isUnknown ? `There is no benchmark ${name}.\n\n${USAGE}` : USAGE);
    return 2;
  }

  const say = values.json ? console.error : console.log;
  const { figures, goals, software, n } = await benchmark.run({ rows, kills, seed, say });
  const machine = describeMachine(software);
  say(`\n${benchmark.name}, n = ${n.toLocaleString("en")}\n${describeFigures(figures)}`);
  say(`\nGoals\n${describeGoals(goals)}\n\n${JSON.stringify(machine)}`);
  if (values.json) {
    console.log(JSON.stringify({ name: benchmark.name, figures, goals, machine, n }));
  }
  return 0;
}

try {
  Deno.exitCode = await main();
} catch (error) {
  const isUsage = isUsageError(error);
  if (!isUsage && !(error instanceof BenchmarkUnavailable)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  Deno.exitCode = isUsage ? 2 : 1;
}
