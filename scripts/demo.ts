// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task demo [--mail PATH]… [--database=…] [--json] [--verbose]`: the main job end to end, for a person or a program. */
import { parseArgs } from "node:util";
import { ImportError, requireMail } from "./import/load_mail.ts";
import { DATABASE_USAGE, DatabaseUnavailable, readDatabaseKind } from "./local/database_kind.ts";
import { startStack } from "./local/stack.ts";
import { readOutcome } from "./demo/outcome.ts";
import { describeIntake, describeOutcome, describeTick } from "./demo/describe.ts";
import { loadExamples, loadOwnMail } from "./demo/load.ts";
import { runTick } from "./demo/tick.ts";
import { isUsageError } from "./lib/usage_error.ts";

const USAGE =
  `Usage: deno task demo [--mail PATH]… [--database=pglite|postgres] [--json] [--verbose]
  --mail PATH  your own mail instead of the examples: an .eml file, a folder of them, an .mbox file,
               or a .jsonl or .jsonl.gz file whose lines have a field "raw"
${DATABASE_USAGE}
  --json       one JSON object in the last line: response, tasks, summary, intake, pending
  --verbose    also what the functions log`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      mail: { type: "string", multiple: true },
      database: { type: "string", default: "pglite" },
      json: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const database = readDatabaseKind(values.database);
  const say = values.json ? console.error : console.log;
  if (values.mail) await requireMail(values.mail);

  const server = database === "pglite" ? "PostgreSQL (embedded)" : "PostgreSQL with pg_cron";
  say(`Starting a Supabase project on this machine: ${server}, REST, auth, functions …`);
  await using stack = await startStack({ database, verbose: values.verbose });
  say(`  ready at ${stack.url}\n`);

  const loads = values.mail ? [await loadOwnMail(stack, values.mail)] : await loadExamples(stack);
  say(describeIntake(loads));

  const tick = await runTick(stack);
  say(describeTick(tick));

  const outcome = await readOutcome(stack, tick, loads);
  if (values.json) console.log(JSON.stringify(outcome));
  else say(await describeOutcome(stack, outcome, values.mail === undefined));
  return outcome.pending === 0 ? 0 : 1;
}

try {
  Deno.exitCode = await main();
} catch (error) {
  // A wrong flag or path is told in a sentence; anything else keeps its stack.
  const isUsage = isUsageError(error);
  const isSentence = error instanceof ImportError || error instanceof DatabaseUnavailable;
  if (!isUsage && !isSentence) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  Deno.exitCode = 2;
}
