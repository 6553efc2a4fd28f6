import { join } from "node:path";
import { MIGRATIONS_FOLDER } from "../migrations.ts";
import { type Cluster, type ClusterOptions, startCluster } from "../postgres/postgres_cluster.ts";
import type { PostgresInstallation } from "../postgres/postgres_install.ts";
import { runPsql } from "../postgres/psql.ts";

/**
 * Starts a real PostgreSQL with our migrations applied, as `postgres`, in about two seconds. They
 * go in by psql and leave no migration history: for measuring and for tests of what they made. In a
 * test run they go in once, and further clusters begin with a copy.
 * `migrationsFolder` is another folder to take them from.
 * @throws {Error} with psql's words, file and line
 */
export async function startMigratedCluster(
  installation: PostgresInstallation,
  options: Pick<ClusterOptions, "durable" | "settings"> & { migrationsFolder?: string } = {},
): Promise<Cluster> {
  const { migrationsFolder = MIGRATIONS_FOLDER, ...clusterOptions } = options;
  const files = await listSqlFiles(migrationsFolder);
  return await startCluster({
    ...clusterOptions,
    installation,
    migrations: files,
    migrate: async (databaseUrl) => {
      await runPsql(installation.binFolder, databaseUrl, { files });
    },
  });
}

async function listSqlFiles(folder: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.filter((name) => name.endsWith(".sql")).sort().map((name) => join(folder, name));
}
