// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task demo [--email PATH]… [--database=…] [--json] [--verbose]`: the main job end to end, for a person or a program. */
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
  `Usage: deno task demo [--email PATH]… [--database=pglite|postgres] [--json] [--verbose]
  --email PATH your own emails instead of the examples: an .eml file, a folder of them, an .mbox
               file, or a .jsonl or .jsonl.gz file whose lines have a field "raw"; --mail does the same
${DATABASE_USAGE}
  --json       print one JSON object as the last line: response, tasks, summary, intake, pending
  --verbose    print what the functions log, too`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      email: { type: "string", multiple: true, default: [] },
      mail: { type: "string", multiple: true, default: [] },
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
  const paths = [...values.email, ...values.mail];
  const isSample = paths.length === 0;
  if (!isSample) await requireMail(paths);

  const server = database === "pglite" ? "PostgreSQL (embedded)" : "PostgreSQL with pg_cron";
  say(`Starting a Supabase project on this machine: ${server}, REST, auth, functions …`);
  await using stack = await startStack({ database, verbose: values.verbose });
  say(`  ready at ${stack.url}\n`);

  const loads = isSample ? await loadExamples(stack) : [await loadOwnMail(stack, paths)];
  say(describeIntake(loads));

  const tick = await runTick(stack);
  say(describeTick(tick));

  const outcome = await readOutcome(stack, tick, loads);
  if (values.json) console.log(JSON.stringify(outcome));
  else say(await describeOutcome(stack, outcome, isSample));
  return outcome.pending === 0 ? 0 : 1;
}

try {
  Deno.exitCode = await main();
} catch (error) {
  // A wrong flag or path is explained in a sentence. Anything else keeps its stack trace.
  const isUsage = isUsageError(error);
  const isSentence = error instanceof ImportError || error instanceof DatabaseUnavailable;
  if (!isUsage && !isSentence) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  Deno.exitCode = 2;
}
