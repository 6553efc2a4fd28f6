// deno-lint-ignore-file no-console -- a skipped test says why
import postgres from "postgres";
import { startMigratedCluster } from "./migrated_cluster.ts";
import type { Cluster, LoginRole } from "../postgres/postgres_cluster.ts";
import { findPostgres, type PostgresPart } from "../postgres/postgres_install.ts";

/** A database of a test's own on a real PostgreSQL, with our migrations. */
export interface TestDatabase {
  /** URL of the database for `postgres`. */
  readonly url: string;
  /** One session as `postgres`. */
  readonly sql: postgres.Sql;
  /** Further sessions, closed when the test ends: a pool of `max`, 1 unless said otherwise. */
  connect(options?: ConnectOptions): postgres.Sql;
}

/** What a test asks of the server. */
export interface TestNeeds {
  /** The test is ignored on a server from npm that lacks one of them; nothing by default. */
  readonly needs?: readonly PostgresPart[];
}

/** How to connect. */
export interface ConnectOptions {
  readonly role?: LoginRole;
  /** Most sessions at once. */
  readonly max?: number;
  /** Gets the server's notices, which are dropped otherwise. */
  readonly onnotice?: (notice: postgres.Notice) => void;
}

const search = await findPostgres();
const isSkipped = !search.found && Deno.env.get("CI") !== "true";
let cluster: Cluster | undefined;
let databases = 0;

if (isSkipped) {
  console.warn(`Tests on a real PostgreSQL are skipped: ${search.problem}`);
} else {
  Deno.test.beforeAll(async () => {
    if (!search.found) throw new Error(search.problem);
    cluster = await startMigratedCluster(search.installation);
  });
  Deno.test.afterAll(() => cluster?.stop("immediate"));
}

/**
 * Registers a test with a database of its own, on a cluster that the tests of one file share.
 * Without a real PostgreSQL it is ignored and the reason printed; with CI=true it fails instead.
 */
export function testOnPostgres(
  name: string,
  body: (database: TestDatabase) => Promise<void>,
  { needs = [] }: TestNeeds = {},
): void {
  const lacks = search.found ? search.installation.lacks : [];
  Deno.test({
    name,
    ignore: isSkipped || needs.some((part) => lacks.includes(part)),
    fn: async () => {
      if (cluster === undefined) throw new Error("The cluster of this file is not running.");
      const sessions: postgres.Sql[] = [];
      const databaseName = `test_${databases++}`;
      await cluster.createDatabase(databaseName);
      const connect = ({ role = "postgres", max = 1, onnotice }: ConnectOptions = {}) => {
        if (cluster === undefined) throw new Error("The cluster of this file is not running.");
        const session = postgres(cluster.url(role, databaseName), {
          max,
          onnotice: onnotice ?? (() => {}),
        });
        sessions.push(session);
        return session;
      };
      try {
        await body({ url: cluster.url("postgres", databaseName), sql: connect(), connect });
      } finally {
        await Promise.all(sessions.map((session) => session.end({ timeout: 1 })));
      }
    },
  });
}
