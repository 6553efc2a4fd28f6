// deno-lint-ignore-file no-console -- a command prints
import process from "node:process";
import { parseArgs } from "node:util";
import {
  DATABASE_USAGE,
  type DatabaseKind,
  DatabaseUnavailable,
  readDatabaseKind,
} from "./local/database_kind.ts";
import { takeProviderEnv } from "./local/functions/provider_env.ts";
import { startStack } from "./local/stack.ts";
import { ensureWorkspace } from "./start/ensure_workspace.ts";
import { describeStack } from "./start/describe_stack.ts";
import { writeStackFile } from "./start/stack_file.ts";
import { isUsageError } from "./lib/usage_error.ts";

const USAGE = `Usage: deno task start [--port N] [--database=pglite|postgres] [--json] [--verbose]
  --port N    port of the project on 127.0.0.1; default 54321
${DATABASE_USAGE}
  --json      print one line of JSON when ready, and nothing else
  --verbose   print what the functions print`;

/** The port that the Supabase CLI uses for its local projects. */
const DEFAULT_PORT = "54321";
/** The stack also serves the old port and path of the Migration 043 contract. */
const ALIAS_PORT = 3008;

try {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      port: { type: "string", default: DEFAULT_PORT },
      database: { type: "string", default: "pglite" },
      json: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else {
    await start({
      ...values,
      port: readPort(values.port),
      database: readDatabaseKind(values.database),
    });
  }
} catch (error) {
  const isUsage = isUsageError(error);
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : describeFailure(error));
  process.exitCode = isUsage || error instanceof DatabaseUnavailable ? 2 : 1;
}

interface Flags {
  readonly port: number;
  readonly database: DatabaseKind;
  readonly json: boolean;
  readonly verbose: boolean;
}

async function start(flags: Flags): Promise<void> {
  if (!flags.json) console.error("Starting: database, functions, gateway …");
  const stack = await startStack({
    port: flags.port,
    database: flags.database,
    aliasPort: ALIAS_PORT,
    cron: true,
    verbose: flags.verbose,
    env: takeProviderEnv(Deno.env.toObject()),
  });
  const facts = {
    url: stack.url,
    aliasUrl: stack.aliasUrl ?? null,
    publishableKey: stack.publishableKey,
    secretKey: stack.secretKey,
    cronSecret: stack.cronSecret,
    databaseUrl: stack.database.url ?? null,
    workspaces: [await ensureWorkspace(stack.database)],
  };
  const removeStackFile = await writeStackFile(facts);
  stack.onStop(removeStackFile);
  console.log(flags.json ? JSON.stringify(facts) : describeStack(facts, ALIAS_PORT));
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port must be a number from 0 (any free port) to 65535, not "${text}".`);
}

function describeFailure(error: unknown): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return "The port is in use, perhaps by a project that you started before. Stop that one, or give " +
      "another port with --port N (0 takes any free one).";
  }
  return error instanceof Error ? error.message : String(error);
}
