import { runCommand, UsageError } from "../lib/command.ts";
import { chooseDatabase, DATABASE_OPTIONS, DATABASE_USAGE } from "../local/database_kind.ts";
import { startForPerson } from "./run_start.ts";
import { STACKS_FOLDER } from "./stack_files.ts";

const USAGE =
  `Usage: deno task start [--port N] [--database=pglite|postgres] [--postgres=N] [--keep] [--demo]
                      [--json]
  --port N    port of the project on 127.0.0.1; default 54321
${DATABASE_USAGE}
  --keep      keep the data and the keys of the embedded database in .nightshift for the next start
  --demo      fill it: three companies' emails, a day with one fault of each kind, and accounts that
              the sign-in page offers
  --alias-port N
              port that also serves /api/agents/continuous-intelligence; default 3008 if it is free
  --json      print one line of JSON when ready, and nothing else
  --verbose   print what the functions print`;

await runCommand({
  usage: USAGE,
  options: {
    // The port that the Supabase CLI uses for its local projects.
    port: { type: "string", default: "54321" },
    "alias-port": { type: "string" },
    ...DATABASE_OPTIONS,
    keep: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
}, async ({ port, "alias-port": aliasPort, database, postgres, ...flags }) => {
  await startForPerson({
    ...flags,
    port: readPort("--port", port),
    aliasPort: aliasPort === undefined ? null : readPort("--alias-port", aliasPort),
    database: chooseDatabase({ database, postgres }),
  }, STACKS_FOLDER);
  return 0;
});

function readPort(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${flag} must be a number from 0 (any free port) to 65535, not "${text}".`);
}
