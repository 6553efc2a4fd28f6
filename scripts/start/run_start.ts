// deno-lint-ignore-file no-console -- a command prints
import { dirname, join } from "node:path";
import { buildIfChanged } from "../dashboard/build_if_changed.ts";
import { CommandError, UsageError } from "../lib/command.ts";
import type { DatabaseKind } from "../local/database_kind.ts";
import { readProviderUrls, takeProviderEnv } from "../local/functions/provider_env.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { type StandIn, startStandIn } from "../mailbox/stand_in.ts";
import { DEMO_ACCOUNTS } from "./demo/accounts.ts";
import { fillDemo } from "./demo/fill_demo.ts";
import { describeStack } from "./describe_stack.ts";
import { ensureAccount } from "./ensure_account.ts";
import { ensureWorkspace } from "./ensure_workspace.ts";
import { prepareStacksFolder, type StackFacts, writeStackFile } from "./stack_files.ts";

/** What the command line says. */
export interface StartFlags {
  readonly port: number;
  /** Null when it was not asked for: then the usual one is taken where it is free. */
  readonly aliasPort: number | null;
  readonly database: DatabaseKind;
  readonly keep: boolean;
  readonly demo: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** The port of the system that the contract comes from. */
const USUAL_ALIAS_PORT = 3008;

/**
 * Starts a stack that stays up, and tells where it is and its keys. Where these cannot be told,
 * nothing stays up.
 * @param stacksFolder where the facts are left for other commands
 * @throws {CommandError} one sentence that says what to do
 */
export async function startForPerson(flags: StartFlags, stacksFolder: string): Promise<void> {
  if (flags.keep && flags.database !== "pglite") {
    throw new UsageError(
      "--keep is for the embedded database; leave out --database and --postgres.",
    );
  }
  if (flags.keep && flags.demo) {
    throw new UsageError("--demo fills a new database; leave out --keep.");
  }
  await prepareStacksFolder(stacksFolder);
  if (!flags.json) console.error("Starting: database, functions, gateway, dashboard …");
  const dashboardFolder = join(dirname(stacksFolder), "dashboard");
  await buildIfChanged(dashboardFolder);
  const providerEnv = takeProviderEnv(Deno.env.toObject());
  // Whoever has an OAuth client of Google's wants Google itself.
  const standIn = providerEnv["GOOGLE_CLIENT_ID"] ? null : startStandIn();
  const stack = await startStack({
    port: flags.port,
    database: flags.database,
    aliasPort: flags.aliasPort ?? USUAL_ALIAS_PORT,
    dashboardFolder,
    demoAccounts: flags.demo ? DEMO_ACCOUNTS : [],
    cron: true,
    reload: true,
    verbose: flags.verbose,
    env: {
      // So that a provider sends the browser back to the dashboard.
      ...flags.port === 0 ? {} : { MAILBOX_REDIRECT_URLS: `http://127.0.0.1:${flags.port}/` },
      ...providerEnv,
      ...standIn?.env,
    },
    ...flags.keep ? { keptFolder: join(dirname(stacksFolder), "kept") } : {},
  }).catch(explainTakenPort);
  try {
    if (flags.aliasPort !== null && stack.aliasUrl === undefined) {
      throw new CommandError(`Port ${flags.aliasPort} is in use. Give another --alias-port.`);
    }
    if (standIn) stack.onStop(async () => await standIn[Symbol.asyncDispose]());
    if (flags.demo) {
      if (!flags.json) console.error("Filling the demo: three companies and a day …");
      await fillDemo(stack);
    }
    const facts = await readFacts(stack, standIn);
    stack.onStop(await writeStackFile(facts, stacksFolder));
    console.log(flags.json ? JSON.stringify(facts) : describeStack(facts, flags.keep));
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function readFacts(stack: Stack, standIn: StandIn | null): Promise<StackFacts> {
  const workspace = await ensureWorkspace(stack.database);
  return {
    url: stack.url,
    aliasUrl: stack.aliasUrl ?? null,
    publishableKey: stack.publishableKey,
    secretKey: stack.secretKey,
    cronSecret: stack.cronSecret,
    databaseUrl: stack.database.url ?? null,
    workspaces: [workspace],
    account: await ensureAccount(stack, workspace.id),
    providers: readProviderUrls(Deno.env.toObject()),
    ...standIn ? { mailbox: { url: standIn.server.url, address: standIn.mailbox.address } } : {},
  };
}

function explainTakenPort(error: unknown): never {
  if (!(error instanceof Deno.errors.AddrInUse)) throw error;
  throw new CommandError(
    "The port is in use, perhaps by a project that you started before. Stop that one, or give " +
      "another port with --port N (0 takes any free one).",
  );
}
