// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task eval [NAME…] [--data DIR] [--json]`: how good the analyzers are, on labeled email. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figures, Goal } from "./bench/benchmark.ts";
import { describeMachine } from "./bench/machine.ts";
import { describeFigures, describeGoals } from "./bench/report.ts";
import type { Measure } from "./eval/measure.ts";
import { MEASURES } from "./eval/registry.ts";
import { isUsageError } from "./lib/usage_error.ts";

const USAGE = `Usage: deno task eval [NAME…] [--data DIR] [--json]
  NAME        measures to run, all without one:
${MEASURES.map(({ name, summary }) => `                ${name}  ${summary}`).join("\n")}
  --data DIR  folder of the corpora (docs/internals/evaluation.md); measures without theirs are
              skipped, and without a folder all but those on the project's own mail
  --json      one JSON object in the last line: name, figures, goals, machine, n
A goal that does not hold is reported and leaves the exit code at 0.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: {
      data: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const unknown = positionals.filter((name) => !MEASURES.some((measure) => measure.name === name));
  const dataFolder = values.data ?? null;
  if (unknown.length > 0) {
    console.error(`There is no measure ${unknown.join(", ")}.\n\n${USAGE}`);
    return 2;
  }
  if (dataFolder !== null && !existsSync(dataFolder)) {
    console.error(`There is no folder ${dataFolder}. --data takes the folder of the corpora.`);
    return 2;
  }

  const say = values.json ? console.error : console.log;
  const chosen = MEASURES.filter(({ name }) =>
    positionals.length === 0 || positionals.includes(name)
  );
  const figures: Record<string, Figures> = {};
  const goals: Goal[] = [];
  let [n, skipped] = [0, 0];
  for (const measure of chosen) {
    const missing = findMissing(measure, dataFolder);
    if (missing.length > 0) {
      const where = dataFolder === null ? "" : ` in ${dataFolder}`;
      say(`\n${measure.name}: skipped, no ${missing.join(", ")}${where}`);
      skipped += 1;
      continue;
    }
    // deno-lint-ignore no-await-in-loop -- CPU time is measured: one at a time
    const evaluation = await measure.run({ dataFolder, say });
    say(`\n${measure.name} (n = ${evaluation.n.toLocaleString("en")}): ${measure.summary}`);
    say(describeFigures(evaluation.figures));
    if (evaluation.goals.length > 0) say(describeGoals(evaluation.goals));
    figures[measure.name] = evaluation.figures;
    goals.push(...evaluation.goals);
    n += evaluation.n;
  }
  const missed = goals.filter(({ holds }) => !holds);
  say(goals.length > 0 ? `\n${goals.length - missed.length} of ${goals.length} goals hold` : "");
  if (skipped > 0) {
    say(
      `Measures skipped: ${skipped}. What --data DIR must hold is in docs/internals/evaluation.md.`,
    );
  }
  if (values.json) {
    console.log(JSON.stringify({ name: "eval", figures, goals, machine: describeMachine({}), n }));
  }
  return 0;
}

function findMissing({ corpora }: Measure, dataFolder: string | null): string[] {
  return corpora.filter((corpus) => dataFolder === null || !existsSync(join(dataFolder, corpus)));
}

try {
  Deno.exitCode = await main();
} catch (error) {
  const isUsage = isUsageError(error);
  if (!isUsage) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  Deno.exitCode = 2;
}
