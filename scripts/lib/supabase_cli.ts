import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { takePreparedText } from "./prepared.ts";
import { runProgram } from "./run_program.ts";

/**
 * The CLI by its npm name. It is a binary inside the package that Deno cannot resolve as a module,
 * which is why it is named here and not in deno.json.
 */
export const SUPABASE_PACKAGE = "supabase@3.1.0";

/** The folder that holds `supabase/`, for every command that is given no other. */
const REPOSITORY_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** How a command of the CLI is run. Everything has a default. */
export interface SupabaseOptions {
  /** The folder that holds `supabase/`; the repository's by default. */
  readonly folder?: string;
  /** What it reads from standard input; nothing by default. */
  readonly input?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A command of the CLI failed. */
export class SupabaseFailure extends Error {
  override readonly name = "SupabaseFailure";
  /** @param words what it said on both outputs, trimmed */
  constructor(readonly command: string, readonly words: string) {
    super(`supabase ${command} failed: ${words}`);
  }
}

/**
 * Runs the CLI; answers its standard output.
 * @throws {SupabaseFailure} with its own words when it fails
 */
export async function runSupabase(
  args: readonly string[],
  { folder = REPOSITORY_FOLDER, input, env }: SupabaseOptions = {},
): Promise<string> {
  const program = await findProgram();
  const target = hidePassword(args);
  const flags = ["--workdir", folder, "--agent", "no"];
  const { success, stdout, stderr } = await runProgram(
    "node",
    [program, ...target.args, ...flags],
    {
      cwd: folder,
      env: {
        ...target.env,
        SUPABASE_TELEMETRY_DISABLED: "1",
        NO_COLOR: "1",
        // A command ends before its compilers have paid: 40% less CPU without.
        BUN_JSC_useBaselineJIT: "0",
        ...env,
      },
      input,
    },
  );
  if (success) return stdout;
  throw new SupabaseFailure(args.slice(0, 2).join(" "), `${stdout}\n${stderr}`.trim());
}

/** Names the version, and how its path is asked for. */
const MAKERS = [fileURLToPath(import.meta.url)];

let program: Promise<string> | undefined;

/**
 * The script that starts the CLI, downloaded by npm where it is not there yet. Asked once, in a
 * test run once for all processes: each later command saves the half second that npx takes.
 */
function findProgram(): Promise<string> {
  return program ??= takePreparedText("supabase", { paths: MAKERS }, locateProgram).catch(
    (error) => {
      program = undefined;
      throw error;
    },
  );
}

async function locateProgram(): Promise<string> {
  const script = "process.env.PATH.split(require('node:path').delimiter)[0]";
  const args = ["--prefer-offline", "-y", `--package=${SUPABASE_PACKAGE}`, "--"];
  const { success, stdout, stderr } = await runProgram("npx", [...args, "node", "-p", script], {
    env: { NO_COLOR: "1", npm_config_loglevel: "error" },
  }).catch((cause) => {
    throw new SupabaseFailure(
      "",
      `npx was not found; install Node.js, which brings it. (${cause})`,
    );
  });
  if (success && stdout.trim()) return join(stdout.trim(), "../supabase/dist/supabase.js");
  const words = stderr.trim();
  throw new SupabaseFailure("", `npm could not provide ${SUPABASE_PACKAGE}: ${words}`);
}

/**
 * Takes the password out of `--remote=postgres://…`, for `ps` shows arguments to everybody, and
 * puts it into the environment.
 */
function hidePassword(args: readonly string[]): {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  const env: Record<string, string> = {};
  const hidden = args.map((argument) => {
    const remote = /^--remote=(postgres(?:ql)?:.*)$/s.exec(argument)?.[1];
    if (remote === undefined || !URL.canParse(remote)) return argument;
    const url = new URL(remote);
    // A server on this machine has no TLS; without this the CLI tries, then warns.
    if (url.hostname === "127.0.0.1") env["PGSSLMODE"] = "disable";
    if (url.password === "") return argument;
    env["PGPASSWORD"] = decodeURIComponent(url.password);
    url.password = "";
    return `--remote=${url.href}`;
  });
  return { args: hidden, env };
}

/**
 * Pushes the migrations of `folder`/supabase to a database, recorded in its history; not the Vault
 * entries.
 */
export async function pushMigrations(
  databaseUrl: string,
  folder = REPOSITORY_FOLDER,
): Promise<void> {
  await runSupabase(["db", "push", `--remote=${databaseUrl}`, "--skip-vault", "--yes"], { folder });
}

/** One migration as the CLI sees it: its version here, there, or in both places. */
export interface MigrationState {
  /** Version in the folder; empty when only the database has it. */
  readonly local: string;
  /** Version in the database's history; empty when it is not applied. */
  readonly remote: string;
}

/**
 * Compares the migrations of a folder with the history of a database.
 * @param remote a database's URL, or a project's ref
 */
export async function listMigrations(
  remote: string,
  options: SupabaseOptions = {},
): Promise<MigrationState[]> {
  const text = await runSupabase(
    ["migration", "list", `--remote=${remote}`, "--output-format", "json"],
    options,
  );
  const { migrations } = migrationListSchema.parse(JSON.parse(text));
  return migrations;
}

const migrationListSchema = z.object({
  migrations: z.array(z.object({ local: z.string(), remote: z.string() })),
});

/** TypeScript types of the schema `public` as the CLI generates them. */
export async function generateTypes(databaseUrl: string): Promise<string> {
  return await runSupabase(["gen", "types", `--remote=${databaseUrl}`, "--schema", "public"]);
}
