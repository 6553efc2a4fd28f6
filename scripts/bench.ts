// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task bench NAME`: one benchmark, for a person or a program. */
import { describeMachine } from "./bench/machine.ts";
import { BENCHMARKS, findBenchmark } from "./bench/registry.ts";
import { describeFigures, describeGoals } from "./bench/report.ts";
import { runCommand, UsageError } from "./lib/command.ts";

const USAGE =
  `Usage: deno task bench NAME [--rows N] [--tasks N] [--kills N] [--sequences N] [--seed N]
                            [--against DIR] [--json]
  NAME      one of:
${BENCHMARKS.map(({ name, summary }) => `              ${name}  ${summary}`).join("\n")}
  --rows N  size of the work, a whole number from 1
  --tasks N the same, for a benchmark whose rows are tasks
  --kills N how often chaos and steps kill, a whole number from 1
  --sequences N  how many sequences adversary and jobs-model play, a whole number from 1
  --seed N  repeats the random choices of a benchmark, a whole number from 1
  --against DIR  another checkout of this project, which email-cpu compares itself with
  --json    one JSON object in the last line: name, figures, goals, machine, n
A goal that does not hold is reported and leaves the exit code at 0.`;

await runCommand({
  usage: USAGE,
  allowPositionals: true,
  options: {
    rows: { type: "string" },
    tasks: { type: "string" },
    kills: { type: "string" },
    sequences: { type: "string" },
    seed: { type: "string" },
    against: { type: "string" },
    json: { type: "boolean", default: false },
  },
}, async ({ json, ...sizes }, [name, ...rest]) => {
  const benchmark = findBenchmark(name ?? "");
  if (benchmark === undefined) {
    throw new UsageError(name ? `There is no benchmark ${name}.` : "Which benchmark?");
  }
  if (rest.length > 0) throw new UsageError("One benchmark at a time.");
  const say = json ? console.error : console.log;
  const { figures, goals, software, n } = await benchmark.run({
    rows: readCount("--rows", sizes.rows) ?? readCount("--tasks", sizes.tasks),
    kills: readCount("--kills", sizes.kills),
    sequences: readCount("--sequences", sizes.sequences),
    seed: readCount("--seed", sizes.seed),
    against: sizes.against,
    say,
  });
  const machine = describeMachine(software);
  say(`\n${benchmark.name}, n = ${n.toLocaleString("en")}\n${describeFigures(figures)}`);
  say(`\nGoals\n${describeGoals(goals)}\n\n${JSON.stringify(machine)}`);
  if (json) console.log(JSON.stringify({ name: benchmark.name, figures, goals, machine, n }));
  return 0;
});

function readCount(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new UsageError(`${flag} must be a whole number from 1, not "${text}".`);
}
