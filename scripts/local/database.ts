import type { DatabaseKind } from "./database_kind.ts";
import type { StackKeys } from "./keys.ts";

/**
 * A row as the local databases give it: `timestamptz`, `date` and `time` as PostgreSQL prints them
 * (UTC), `json` parsed, `bigint` and `numeric` as a number where that is exact, else as text or
 * bigint.
 */
export type Row = Record<string, unknown>;

/** Serves one `/rest/v1` or `/auth/v1` request; `peerAddress` is the caller's IP address. */
export type RestHandler = (request: Request, peerAddress: string) => Promise<Response>;

/** What one run of SQL left behind, as `cron.job_run_details` tells it. */
export interface RunResult {
  /** Rows returned by the last statement; undefined when it returns none by nature. */
  readonly rowCount: number | undefined;
}

/**
 * Tells which of several statements the database rejected; the cause is the database's own error.
 */
export class StatementError extends Error {
  override readonly name = "StatementError";

  /** @param index position of the statement, from 0 */
  constructor(readonly index: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The database of a local stack: PGlite or a real PostgreSQL, set up like a hosted project. */
export interface LocalDatabase {
  readonly kind: DatabaseKind;
  /** Whether pg_cron itself runs the jobs; else `startCronWorker` does it for the stand-in. */
  readonly hasPgCron: boolean;
  /** For psql and other clients, as `postgres`; undefined where the database has no port. */
  readonly url: string | undefined;
  /** Runs one or more statements as `postgres`, the role of migrations. It is not a superuser. */
  exec(sql: string): Promise<void>;
  /** Runs one statement as `postgres` and returns its rows. */
  query<Result extends Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
  /**
   * Runs one or more statements as `postgres` and returns the rows of the last that has any. What
   * they set, and a transaction that they leave open, ends with them.
   */
  runScript(sql: string): Promise<Row[]>;
  /** Runs one or more statements as the superuser `supabase_admin`. */
  adminExec(sql: string): Promise<void>;
  /** Runs one statement as the superuser `supabase_admin` and returns its rows. */
  adminQuery<Result extends Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
  /**
   * Runs statements in one transaction as `postgres`.
   * @throws {StatementError} which one failed; nothing is kept then.
   */
  runInTransaction(statements: readonly string[]): Promise<void>;
  /** Runs one or more statements, sent together, in a session of `role`. */
  runAs(role: string, sql: string): Promise<RunResult>;
  /** Calls `receive` with the payload of every notification on `channel`, after its commit. */
  listen(channel: string, receive: (payload: string) => void): Promise<void>;
  /** Resolves when every listener has got the notifications of all earlier commits. */
  catchUp(): Promise<void>;
  /** Starts the REST and auth layer. It reads the schema once: call it after the migrations. */
  serveRest(keys: StackKeys): Promise<RestHandler>;
  /** Ends open work and closes the database; later calls are rejected. */
  close(): Promise<void>;
}

/** `name` as an SQL identifier. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Reads one of the SQL files in `scripts/local/sql`. */
export function readLocalSql(name: "auth" | "cron" | "net" | "roles" | "vault"): Promise<string> {
  return Deno.readTextFile(new URL(`./sql/${name}.sql`, import.meta.url));
}
