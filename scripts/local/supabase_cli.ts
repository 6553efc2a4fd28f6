import { fileURLToPath } from "node:url";
import { z } from "zod";

/**
 * The CLI by its npm name. It is a binary inside the package that Deno cannot resolve as a module,
 * which is why it is named here and not in deno.json.
 */
export const SUPABASE_PACKAGE = "supabase@3.1.0";

/** The folder that holds `supabase/`, for every command that is given no other. */
const REPOSITORY_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the CLI; answers its standard output, throws with its own words when it fails. */
export async function runSupabase(
  args: readonly string[],
  folder: string = REPOSITORY_FOLDER,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("npx", {
    args: ["-y", SUPABASE_PACKAGE, ...args, "--workdir", folder, "--agent", "no"],
    cwd: folder,
    env: {
      // A server on this machine has no TLS; without this the CLI tries, then warns.
      ...(args.some(isLoopbackTarget) ? { PGSSLMODE: "disable" } : {}),
      SUPABASE_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
      npm_config_loglevel: "error",
    },
    stdin: "null",
  }).output();
  const output = new TextDecoder().decode(stdout);
  if (success) return output;
  const words = `${output}\n${new TextDecoder().decode(stderr)}`.trim();
  throw new Error(`supabase ${args.slice(0, 2).join(" ")} failed: ${words}`);
}

function isLoopbackTarget(argument: string): boolean {
  return /^--remote=postgres(ql)?:\/\/[^/]*@127\.0\.0\.1[:/]/.test(argument);
}

/** Pushes the migrations of `folder`/supabase to a database, recorded in its migration history. */
export async function pushMigrations(databaseUrl: string, folder?: string): Promise<void> {
  await runSupabase(["db", "push", `--remote=${databaseUrl}`, "--yes"], folder);
}

/** One migration as the CLI sees it: its version here, there, or in both places. */
export interface MigrationState {
  /** Version in the folder; empty when only the database has it. */
  readonly local: string;
  /** Version in the database's history; empty when it is not applied. */
  readonly remote: string;
}

/** Compares the migrations of `folder`/supabase with a database's history. */
export async function listMigrations(
  databaseUrl: string,
  folder?: string,
): Promise<MigrationState[]> {
  const text = await runSupabase(
    ["migration", "list", `--remote=${databaseUrl}`, "--output-format", "json"],
    folder,
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

/**
 * What the CLI's advisors (security and performance) have to say of a database: nothing, or their words.
 * @throws {Error} with their report when anything is worth a warning.
 */
export async function runAdvisors(databaseUrl: string): Promise<void> {
  await runSupabase([
    "db",
    "advisors",
    `--remote=${databaseUrl}`,
    "--type",
    "all",
    "--fail-on",
    "warn",
  ]);
}

/** Checks the bodies of functions with plpgsql_check. @throws {Error} with its report on any finding. */
export async function lintFunctions(databaseUrl: string): Promise<void> {
  const schemas = "public,nightshift";
  await runSupabase([
    "db",
    "lint",
    `--remote=${databaseUrl}`,
    "-s",
    schemas,
    "--fail-on",
    "warning",
  ]);
}
