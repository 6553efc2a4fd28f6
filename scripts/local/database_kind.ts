import { CommandError } from "../lib/command.ts";
import { MAJOR_VARIABLE, readMajor } from "./postgres/postgres_install.ts";

/** The databases a local stack can run on. */
const DATABASE_KINDS = ["pglite", "postgres"] as const;

/** `pglite` is embedded and needs nothing; `postgres` is a real PostgreSQL. */
export type DatabaseKind = typeof DATABASE_KINDS[number];

/** A database that is unknown or not to be had here; the message says which ones are. */
export class DatabaseUnavailable extends CommandError {
  override readonly name = "DatabaseUnavailable";
  constructor(message: string) {
    super(message, 2);
  }
}

/** What to add to the usage of a command that takes `--database`. */
export const DATABASE_USAGE = `  --database=pglite|postgres
              pglite, the default, is embedded; postgres is a cluster of its own with real pg_cron
  --postgres=15|16|17|18
              a real PostgreSQL of this version: yours if it is complete, else the server from npm
              (16 to 18, 24 MB), where a stand-in takes the place of pg_cron`;

/** The options that choose a database, for `parseArgs`. */
export const DATABASE_OPTIONS = {
  database: { type: "string" },
  postgres: { type: "string" },
} as const;

/**
 * Reads `--database` and `--postgres`, and has this process and what it starts use that version.
 * @throws {CommandError} when a value is unknown, or when both contradict each other
 */
export function chooseDatabase(
  { database, postgres }: {
    readonly database?: string | undefined;
    readonly postgres?: string | undefined;
  },
): DatabaseKind {
  if (postgres === undefined) return readDatabaseKind(database ?? "pglite");
  if (database !== undefined && readDatabaseKind(database) !== "postgres") {
    throw new DatabaseUnavailable(`--postgres=${postgres} and --database=${database} differ.`);
  }
  Deno.env.set(MAJOR_VARIABLE, String(readMajor(postgres)));
  return "postgres";
}

/**
 * Reads the value of `--database`.
 * @throws {DatabaseUnavailable} when the value is not a known one
 */
export function readDatabaseKind(text: string): DatabaseKind {
  const kind = DATABASE_KINDS.find((name) => name === text);
  if (kind !== undefined) return kind;
  throw new DatabaseUnavailable(
    `--database must be ${DATABASE_KINDS.join(" or ")}, not "${text}".`,
  );
}
