import { z } from "zod";
import {
  listMigrations,
  type MigrationState,
  runSupabase,
  SUPABASE_PACKAGE,
  SupabaseFailure,
  type SupabaseOptions,
} from "../lib/supabase_cli.ts";

/** Which project the CLI speaks to, and from which folder. */
export interface CliTarget {
  readonly ref: string;
  /** The folder that holds `supabase/`. */
  readonly folder: string;
  /** Connection for migrations where the project itself is not to be asked for one. */
  readonly databaseUrl?: string;
}

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** The Supabase CLI, bound to one project. Every failure is a `SupabaseFailure` in its words. */
export interface Cli {
  readonly target: CliTarget;
  /** Runs a command against the project. */
  run(args: readonly string[]): Promise<string>;
  /** The same, for its machine-readable answer. */
  runJson(args: readonly string[]): Promise<unknown>;
  /** Deploys functions from a folder that holds `supabase/`. */
  deployFunctions(names: readonly string[], folder: string): Promise<string>;
  /** Pushes migrations, also those with a version before the last one there; not Vault entries. */
  pushMigrations(): Promise<string>;
  /** Compares the folder's migrations with the project's history. */
  listMigrations(): Promise<MigrationState[]>;
  /** Runs one statement that reads; nothing can be changed by it. */
  query(sql: string): Promise<Row[]>;
  /** Runs one statement as `postgres`. SQL travels by standard input, never as an argument. */
  execute(sql: string): Promise<Row[]>;
}

const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** Binds the CLI to a project. */
export function createCli(target: CliTarget): Cli {
  const { folder, ref } = target;
  const remote = `--remote=${ref}`;
  const json = ["--output-format", "json"];
  const database = chooseDatabase(target);
  const ask = async (sql: string, mode: "--read-only" | "--yes") => {
    const text = await runSupabase(["db", "query", remote, mode, ...json], { folder, input: sql });
    // A statement without a result answers its name, or nothing.
    return text.trim().startsWith("[") ? rowsSchema.parse(JSON.parse(text)) : [];
  };
  return {
    target,
    run: (args) => runSupabase([...args, remote, "--yes"], { folder }),
    runJson: async (args) => JSON.parse(await runSupabase([...args, remote, ...json], { folder })),
    deployFunctions: (names, from) =>
      runSupabase(["functions", "deploy", ...names, "--use-api", remote, "--yes"], {
        folder: from,
      }),
    pushMigrations: () =>
      runSupabase(
        ["db", "push", `--remote=${database.remote}`, "--include-all", "--skip-vault", "--yes"],
        { folder, ...database.options },
      ),
    listMigrations: () => listMigrations(database.remote, { folder, ...database.options }),
    query: (sql) => ask(sql, "--read-only"),
    execute: (sql) => ask(sql, "--yes"),
  };
}

/** A password goes to the CLI by its environment, because everybody sees arguments. */
function chooseDatabase(
  { ref, databaseUrl }: CliTarget,
): { remote: string; options: SupabaseOptions } {
  if (databaseUrl === undefined) return { remote: ref, options: {} };
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  return { remote: url.href, options: password ? { env: { PGPASSWORD: password } } : {} };
}

/** A command as a person would type it. */
export function showCommand(command: string): string {
  return `npx -y ${SUPABASE_PACKAGE} ${command}`;
}

/** A statement as a person would run it; of a secret one, only what it does. */
export function showQuery({ ref }: { readonly ref: string }, statement: string): string {
  return showCommand(`db query --remote=${ref}  # ${statement}`);
}

const failureSchema = z.object({
  error: z.object({ message: z.string(), suggestion: z.string().optional() }),
});

/** The CLI's reason without its frame: of a machine-readable failure the message and the advice. */
export function explainFailure(failure: SupabaseFailure): string {
  for (const line of failure.words.split("\n")) {
    const parsed = failureSchema.safeParse(parseJson(line));
    if (!parsed.success) continue;
    const { message, suggestion } = parsed.data.error;
    // Its flag for another connection is another one here.
    const advice = suggestion?.trim().replaceAll("--remote=<", "--database-url=<");
    return [message, advice].filter(Boolean).join("\n");
  }
  return failure.words.split("\n").filter((line) => !/^(Target|Confirmed by)/.test(line)).join("\n")
    .trim();
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
