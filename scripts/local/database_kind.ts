import { CommandError } from "../lib/command.ts";

/** The databases a local stack can run on. */
export const DATABASE_KINDS = ["pglite", "postgres"] as const;

/** `pglite` is embedded and needs nothing; `postgres` is a real PostgreSQL with pg_cron. */
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
              pglite, the default, is embedded; postgres is a cluster of its own with real pg_cron`;

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
