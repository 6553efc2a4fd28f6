// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task demo`: the main job end to end, for a person or a program. */
import {
  describeIntake,
  describeMailbox,
  describeNext,
  describeOutcome,
  describeTick,
} from "./describe.ts";
import { receiveByMailbox } from "./mailbox.ts";
import { loadExamples, loadOwnMail } from "./load.ts";
import { describeNight, readNight } from "./night.ts";
import { readOutcome } from "./outcome.ts";
import { runTick } from "./tick.ts";
import { requireMail } from "../import/mail_sources.ts";
import { runCommand } from "../lib/command.ts";
import { chooseDatabase, DATABASE_OPTIONS, DATABASE_USAGE } from "../local/database_kind.ts";
import { startStack } from "../local/stack.ts";
import { startStandIn } from "../mailbox/stand_in.ts";

const USAGE =
  `Usage: deno task demo [--email PATH]… [--database=pglite|postgres] [--postgres=N] [--json]
                     [--report FILE] [--verbose]
  --email PATH your own emails instead of the examples: an .eml file, a folder of them, an .mbox
               file, or a .jsonl or .jsonl.gz file whose lines have a field "raw"; --mail does the
               same
${DATABASE_USAGE}
  --json       print one JSON object as the last line: response, tasks, summary, intake, pending,
               mailbox
  --report FILE
               write the report of the night as HTML
  --verbose    print what the functions log, too`;

await runCommand({
  usage: USAGE,
  options: {
    email: { type: "string", multiple: true, default: [] },
    mail: { type: "string", multiple: true, default: [] },
    ...DATABASE_OPTIONS,
    json: { type: "boolean", default: false },
    report: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
}, async ({ email, mail, json, report, verbose, ...values }) => {
  const database = chooseDatabase(values);
  const say = json ? console.error : console.log;
  const paths = [...email, ...mail];
  const isSample = paths.length === 0;
  if (!isSample) await requireMail(paths);

  const server = database === "pglite"
    ? "PostgreSQL (embedded)"
    : `PostgreSQL ${values.postgres ?? "with pg_cron"}`;
  say(`Starting a Supabase project on this machine: ${server}, REST, auth, functions …`);
  await using standIn = startStandIn();
  await using stack = await startStack({ database, verbose, env: standIn.env });
  say(`  ready at ${stack.url}\n`);

  const loads = isSample ? await loadExamples(stack) : [await loadOwnMail(stack, paths)];
  say(describeIntake(loads));

  const tick = await runTick(stack);
  say(describeTick(tick));

  const outcome = await readOutcome(stack, tick, loads);
  if (!json) say(await describeOutcome(stack, outcome));
  const mailbox = await receiveByMailbox(stack);
  const night = await readNight(stack, tick);
  if (report !== undefined) await Deno.writeTextFile(report, night.html);
  if (json) console.log(JSON.stringify({ ...outcome, mailbox }));
  else say(`\n${describeMailbox(mailbox)}\n${describeNight(night)}\n${describeNext(isSample)}`);
  return outcome.pending === 0 ? 0 : 1;
});
