import postgres from "postgres";
import type { Cluster, LoginRole } from "../../local/postgres/postgres_cluster.ts";
import { type Stack, type StackOptions, startStack } from "../../local/stack.ts";
import { startMigratedCluster } from "../../local/testing/migrated_cluster.ts";
import type { BenchmarkOptions } from "../benchmark.ts";
import { requirePostgres } from "../require.ts";

/** A server of the smaller hosted sizes. */
export const HOSTED_SIZE = {
  shared_buffers: "512MB",
  effective_cache_size: "1536MB",
  max_wal_size: "4GB",
};

/** A fresh PostgreSQL with our migrations. Its sessions end with it. */
export interface BenchCluster extends AsyncDisposable {
  readonly cluster: Cluster;
  /** Opens one session. By default it is of `postgres`, who owns the tables and is no superuser. */
  connect(
    role?: LoginRole,
    options?: { database?: string; onnotice?: (notice: postgres.Notice) => void },
  ): postgres.Sql;
  /** The server's version and settings, for the description of the machine. */
  readonly software: Readonly<Record<string, string>>;
}

/**
 * Starts a cluster to measure on.
 * @param options `durable`: whether commits are written to disk; `settings` of postgresql.conf
 * @throws {BenchmarkUnavailable} where there is no PostgreSQL, with what to do
 */
export async function startBenchCluster(
  say: BenchmarkOptions["say"],
  options: { durable?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<BenchCluster> {
  const installation = await requirePostgres(say);
  return await openSessions(await startMigratedCluster(installation, options), options.settings);
}

/** A cluster with sessions. It stops when the sessions end, or when the first one fails. */
export async function openSessions(
  cluster: Cluster,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchCluster> {
  await using opened = new AsyncDisposableStack();
  opened.use(cluster);
  const sessions: postgres.Sql[] = [];
  opened.defer(async () => {
    await Promise.all(sessions.map((session) => session.end({ timeout: 1 })));
  });
  const connect: BenchCluster["connect"] = (role, { database, onnotice = () => {} } = {}) => {
    const session = postgres(cluster.url(role, database), { max: 1, onnotice });
    sessions.push(session);
    return session;
  };
  const [version] = await connect()<{ server_version: string }[]>`show server_version`;
  const kept = opened.move();
  return {
    cluster,
    connect,
    software: { postgresql: version?.server_version ?? "unknown", ...settings },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/**
 * Starts the local stack on a real PostgreSQL.
 * @throws {BenchmarkUnavailable} where there is none, with what to do
 */
export async function startPostgresStack(
  say: BenchmarkOptions["say"],
  options: Omit<StackOptions, "database">,
): Promise<Stack> {
  await requirePostgres(say);
  return await startStack({ ...options, database: "postgres" });
}
