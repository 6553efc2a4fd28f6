// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task eval [NAME…] [--data DIR] [--json]`: how good the analyzers are, on labeled email. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Figures, Goal } from "./bench/benchmark.ts";
import { describeMachine } from "./bench/machine.ts";
import { describeFigures, describeGoals } from "./bench/report.ts";
import type { Measure } from "./eval/measure.ts";
import { MEASURES } from "./eval/registry.ts";
import { runCommand, UsageError } from "./lib/command.ts";
import { loadHtmlReader } from "../supabase/functions/_email/html/html_reader.ts";

const USAGE = `Usage: deno task eval [NAME…] [--data DIR] [--json]
  NAME        measures to run, all without one:
${MEASURES.map(({ name, summary }) => `                ${name}  ${summary}`).join("\n")}
  --data DIR  folder of the corpora (docs/internals/evaluation.md); measures without theirs are
              skipped, and without a folder all but those on the project's own emails
  --json      one JSON object in the last line: name, figures, goals, machine, n
A goal that does not hold is reported and leaves the exit code at 0.`;

await runCommand({
  usage: USAGE,
  allowPositionals: true,
  options: { data: { type: "string" }, json: { type: "boolean", default: false } },
}, async ({ data: dataFolder = null, json }, names) => {
  const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
  if (unknown.length > 0) throw new UsageError(`There is no measure ${unknown.join(", ")}.`);
  if (dataFolder !== null && !existsSync(dataFolder)) {
    throw new UsageError(
      `There is no folder ${dataFolder}. --data takes the folder of the corpora.`,
    );
  }
  await loadHtmlReader();
  const say = json ? console.error : console.log;
  const chosen = MEASURES.filter(({ name }) => names.length === 0 || names.includes(name));
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
    // CPU time is measured: one at a time.
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
  if (json) {
    console.log(JSON.stringify({ name: "eval", figures, goals, machine: describeMachine({}), n }));
  }
  return 0;
});

function findMissing({ corpora }: Measure, dataFolder: string | null): string[] {
  return corpora.filter((corpus) => dataFolder === null || !existsSync(join(dataFolder, corpus)));
}
