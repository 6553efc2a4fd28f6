import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takePrepared } from "../../lib/prepared.ts";
import type { PostgresInstallation } from "./postgres_install.ts";

/** The data folder of a cluster that was filled and stopped, to begin with a copy of. */
export interface PreparedData {
  readonly dataFolder: string;
  /** Of its roles; a copy gets another one. */
  readonly password: string;
}

/** What a cluster is made with, beside its migrations. */
const MAKERS = ["../sql", "./postgres_cluster.ts", "./postgres_server.ts"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Has a data folder made once in a test run.
 * @param migrations the files that are applied there
 * @param make fills a cluster, stops it, copies its data to a path, and returns its password
 * @returns undefined outside a test run
 */
export async function takePreparedData(
  { major, lacks }: PostgresInstallation,
  migrations: readonly string[],
  make: (dataFolder: string) => Promise<string>,
): Promise<PreparedData | undefined> {
  const ingredients = { paths: [...migrations, ...MAKERS] };
  const path = await takePrepared(
    ["postgres", major, ...lacks].join("-"),
    ingredients,
    async (path) => {
      await Deno.mkdir(path, { mode: 0o700 });
      const password = await make(join(path, "data"));
      await Deno.writeTextFile(join(path, "password"), password, { mode: 0o600 });
    },
  );
  if (path === undefined) return undefined;
  return {
    dataFolder: join(path, "data"),
    password: await Deno.readTextFile(join(path, "password")),
  };
}
