import { parseExactly } from "../../../supabase/functions/_shared/database/exact_json.ts";
import { OID } from "../postgres/postgres_types.ts";
import { join } from "node:path";
import { getAuthSchemaSql } from "@supabase/lite";
import { createPgliteConnection, type PgliteConnection } from "@supabase/lite/pglite";
import {
  type LocalDatabase,
  quoteIdentifier,
  readLocalSql,
  type RestHandler,
  type Row,
  type RunResult,
  StatementError,
} from "../database.ts";
import { keepExitCode } from "./exit_code.ts";
import type { StackKeys } from "../keys.ts";
import { createLiteApp } from "../lite_app.ts";
import { runQuietly } from "../lite_console.ts";
import { SerialQueue } from "./serial_queue.ts";

/**
 * The bootstrap role of PGlite is called postgres and can never lose its superuser rights; renamed,
 * it makes room for a `postgres` without them.
 */
const MAKE_ROOM_FOR_POSTGRES = `
  create role supabase_admin superuser createdb createrole replication bypassrls login;
  set session authorization supabase_admin;
  alter role postgres rename to pglite_bootstrap;
`;

/** How every session begins. The database worker may hold the one connection for 2 s only. */
const SESSION = `
  rollback;
  reset all;
  set session authorization supabase_admin;
  set timezone = 'UTC';
  set search_path = "$user", public, extensions;
  set nightshift.work_seconds = '2';
`;

/** Where the data of an embedded database are: in memory by default. */
export interface PgliteOptions {
  /** Keeps the data here, and goes on with those that are there. */
  readonly folder?: string;
  /** Begins with the data that `makeImage` returned, which stay in memory. */
  readonly image?: Blob;
}

/**
 * Starts an embedded PostgreSQL 17 with the roles, extensions, stand-ins and auth tables that a
 * hosted project has before its first migration.
 */
export function startPglite({ folder, image }: PgliteOptions = {}): Promise<LocalDatabase> {
  return keepExitCode(() => {
    if (image !== undefined) return bootFromImage(image);
    return folder === undefined ? bootInMemory() : bootInFolder(folder);
  });
}

/** Starts an embedded database, lets `fill` change it, closes it and returns all its data. */
export function makeImage(fill: (database: LocalDatabase) => Promise<void>): Promise<Blob> {
  return keepExitCode(async () => {
    const connection = await createPgliteConnection({ pgliteOptions: { parsers: PARSERS } });
    await setUp(connection);
    const database = new PgliteDatabase(connection);
    try {
      await fill(database);
      // What the image holds then needs no recovery.
      await database.adminExec("checkpoint");
      return await connection.driver.dumpDataDir("none");
    } finally {
      await database.close();
    }
  });
}

/** Numbers in documents keep every digit, as with PostgREST. */
const PARSERS = { [OID.json]: parseExactly, [OID.jsonb]: parseExactly };

async function bootInMemory(): Promise<LocalDatabase> {
  const connection = await createPgliteConnection({ pgliteOptions: { parsers: PARSERS } });
  await setUp(connection);
  return new PgliteDatabase(connection);
}

async function bootFromImage(image: Blob): Promise<LocalDatabase> {
  const connection = await createPgliteConnection({
    pgliteOptions: { parsers: PARSERS, loadDataDir: image, username: "supabase_admin" },
  });
  await connection.driver.waitReady;
  await connection.driver.exec(SESSION);
  return new PgliteDatabase(connection);
}

/** Says that a folder was set up to the end; without it, it is made anew. */
const READY_FILE = "nightshift-ready";

async function bootInFolder(folder: string): Promise<LocalDatabase> {
  const ready = join(folder, READY_FILE);
  const isReady = await Deno.stat(ready).then(() => true, () => false);
  if (!isReady) await Deno.remove(folder, { recursive: true }).catch(() => {});
  const connection = await createPgliteConnection({
    url: folder,
    pgliteOptions: { parsers: PARSERS, ...isReady ? { username: "supabase_admin" } : {} },
  });
  await connection.driver.waitReady;
  if (isReady) await connection.driver.exec(SESSION);
  else {
    await setUp(connection);
    await Deno.writeTextFile(ready, "");
  }
  return new PgliteDatabase(connection);
}

async function setUp({ driver }: PgliteConnection): Promise<void> {
  await driver.exec(MAKE_ROOM_FOR_POSTGRES);
  await driver.exec(SESSION);
  await driver.exec(await readLocalSql("roles"));
  await driver.exec(getAuthSchemaSql());
  for (const name of ["auth", "net", "vault", "cron"] as const) {
    await driver.exec(await readLocalSql(name));
  }
}

class PgliteDatabase implements LocalDatabase {
  readonly kind = "pglite";
  readonly hasPgCron = false;
  readonly url = undefined;
  readonly #connection: PgliteConnection;
  readonly #queue = new SerialQueue();
  #sessionRole = "supabase_admin";

  constructor(connection: PgliteConnection) {
    this.#connection = connection;
  }

  async exec(sql: string): Promise<void> {
    await this.#inSessionOf("postgres", () => this.#connection.driver.exec(sql));
  }

  query<Result extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.#query("postgres", sql, parameters);
  }

  runScript(sql: string): Promise<Row[]> {
    return this.#inSessionOf("postgres", async () => {
      try {
        const results = await this.#connection.driver.exec(sql);
        return results.findLast(({ fields }) => fields.length > 0)?.rows ?? [];
      } finally {
        await this.#connection.driver.exec(SESSION);
        this.#sessionRole = "supabase_admin";
      }
    });
  }

  async adminExec(sql: string): Promise<void> {
    await this.#inSessionOf("supabase_admin", () => this.#connection.driver.exec(sql));
  }

  adminQuery<Result extends Row>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    return this.#query("supabase_admin", sql, parameters);
  }

  runInTransaction(statements: readonly string[]): Promise<void> {
    return this.#inSessionOf("postgres", async () => {
      await this.#connection.driver.exec("begin");
      for (const [index, statement] of statements.entries()) {
        try {
          await this.#connection.driver.exec(statement);
        } catch (error) {
          throw new StatementError(index, error);
        }
      }
      await this.#connection.driver.exec("commit");
    });
  }

  runAs(role: string, sql: string): Promise<RunResult> {
    return this.#inSessionOf(role, async () => {
      // Statements sent together are one transaction, as in pg_cron, but a lone VACUUM is not.
      const last = (await this.#connection.driver.exec(sql)).at(-1);
      return { rowCount: last && last.fields.length > 0 ? last.rows.length : undefined };
    });
  }

  async listen(channel: string, receive: (payload: string) => void): Promise<void> {
    await this.#inSessionOf(
      "postgres",
      () => this.#connection.driver.listen(channel, receive),
    );
  }

  async catchUp(): Promise<void> {
    // The one connection that listens gets what is due with the next answer.
    await this.query("select 1");
  }

  async serveRest(keys: StackKeys): Promise<RestHandler> {
    const app = createLiteApp(this.#connection, keys);
    // The schema is read with rights that see all of it; requests then run as authenticator.
    await this.#inSessionOf("supabase_admin", async () => {
      await this.#connection.clearSchemaCache();
      await app.init();
      await this.#connection.introspect({ useCache: true });
    });
    return (request, peerAddress) => this.#answer(app, request, peerAddress);
  }

  async close(): Promise<void> {
    await this.#queue.close("The local database is closed.");
    await keepExitCode(() => this.#connection.close());
  }

  /** Bodies are read before and after, so that a slow client never holds the connection. */
  async #answer(
    app: { fetch(request: Request, env: { peerAddress: string }): Response | Promise<Response> },
    request: Request,
    peerAddress: string,
  ): Promise<Response> {
    const body = request.body ? await request.arrayBuffer() : null;
    const buffered = new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body,
    });
    const isAuth = new URL(request.url).pathname.startsWith("/auth/");
    return this.#inSessionOf(isAuth ? "supabase_auth_admin" : "authenticator", async () => {
      const response = await runQuietly(async () => await app.fetch(buffered, { peerAddress }));
      const content = response.body ? await response.arrayBuffer() : null;
      return new Response(content, response);
    });
  }

  #query<Result extends Row>(
    role: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Result[]> {
    return this.#inSessionOf(role, async () => {
      const { rows } = await this.#connection.driver.query<Result>(sql, [...parameters]);
      return rows;
    });
  }

  /**
   * Runs `work` alone on the connection as `role`, and never leaves a transaction open behind it.
   */
  #inSessionOf<Result>(role: string, work: () => Promise<Result>): Promise<Result> {
    return this.#queue.run(() =>
      keepExitCode(async () => {
        if (this.#sessionRole !== role) {
          await this.#connection.driver.exec(
            `set session authorization ${quoteIdentifier(role)}`,
          );
          this.#sessionRole = role;
        }
        try {
          return await work();
        } catch (error) {
          await this.#connection.driver.exec("rollback");
          throw error;
        }
      })
    );
  }
}
