import { createPageHandler, type OfferedAccount } from "../dashboard/serve.ts";
import { ownEnvironment } from "../lib/own_environment.ts";
import { createCronByHand } from "./pglite/cron_by_hand.ts";
import { type CronWorker, startCronWorker } from "./pglite/cron_worker.ts";
import type { LocalDatabase, RestHandler } from "./database.ts";
import type { DatabaseKind } from "./database_kind.ts";
import { FunctionHost, FUNCTIONS_FOLDER, listFunctions } from "./functions/function_host.ts";
import { type GatewayTargets, type Listener, startAlias, startGateway } from "./gateway.ts";
import { openKept } from "./kept.ts";
import { createKeys, type StackKeys } from "./keys.ts";
import { endProcess, Lifecycle } from "./process/lifecycle.ts";
import { watchLaunchers } from "./process/launcher_watch.ts";
import { applyMigrations, MIGRATIONS_FOLDER } from "./migrations.ts";
import { type NetWorker, startNetWorker } from "./net/net_worker.ts";
import { startPglite } from "./pglite/pglite.ts";
import { startPreparedPglite } from "./pglite/prepared_pglite.ts";
import { describePlatform } from "./functions/platform_env.ts";
import { startPostgres } from "./postgres/postgres.ts";
import { createSqlHandler, type SqlHandler } from "./sql_endpoint.ts";

/** How a local stack is started. Everything has a default. */
export interface StackOptions {
  /** Default `pglite`, the embedded one; `postgres` is a cluster of the stack's own. */
  readonly database?: DatabaseKind;
  /** Port of the gateway on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Port that also serves the seed's path; none by default. */
  readonly aliasPort?: number;
  /** Names of the functions to run; default all of `functionsFolder`. */
  readonly functions?: readonly string[];
  readonly functionsFolder?: string;
  readonly migrationsFolder?: string;
  /** Further variables that the functions see; they win over those of the platform. */
  readonly env?: Readonly<Record<string, string>>;
  /** Prints what the functions print, to standard error. */
  readonly verbose?: boolean;
  /** Runs due cron jobs at every minute; by default only `cron.tick` runs them. */
  readonly cron?: boolean;
  /** Starts functions anew when files of `functionsFolder` change. */
  readonly reload?: boolean;
  /** Serves the dashboard at `/`, as `buildDashboard` has written it here; by default nothing. */
  readonly dashboardFolder?: string;
  /** Accounts that the dashboard's sign-in page offers by one click; by default none. */
  readonly demoAccounts?: readonly OfferedAccount[];
  /** Keeps data and keys of the embedded database here; by default they end with the stack. */
  readonly keptFolder?: string;
}

/** A running local stack. */
export interface Stack extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`: the project's URL. */
  readonly url: string;
  /** The base URL of the alias port, when it was asked for and free. */
  readonly aliasUrl: string | undefined;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly cronSecret: string;
  readonly database: LocalDatabase;
  readonly cron: Pick<CronWorker, "tick">;
  readonly net: Pick<NetWorker, "idle">;
  readonly functions: Pick<FunctionHost, "names" | "logs" | "kill" | "restart">;
  /** Has `end` called before the stack's own parts end, also when a signal ends them. */
  onStop(end: () => void | Promise<void>): void;
  /** Ends everything and removes the temporary folder. */
  stop(): Promise<void>;
}

/**
 * Starts a Supabase project without Docker: database with migrations, REST and auth, functions,
 * gateway, the workers behind `net` and `cron`, and the Vault entries `project_url` and
 * `cron_secret`. Keys are fresh unless they are kept. Signals end it in order, also half-way
 * through.
 * @throws {Error} when a part does not start; everything started before has ended by then.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  ownEnvironment();
  const lifecycle = new Lifecycle();
  lifecycle.onStop(watchLaunchers(() => void endProcess(143)));
  try {
    return await start(lifecycle, options);
  } catch (error) {
    return await lifecycle.failStart(error);
  }
}

async function start(lifecycle: Lifecycle, options: StackOptions): Promise<Stack> {
  const kept = options.keptFolder === undefined
    ? undefined
    : await openKept(lifecycle, options.keptFolder);
  const keys = kept?.keys ?? createKeys();
  const up: { rest?: RestHandler; sql?: SqlHandler; host?: FunctionHost } = {};
  const targets: GatewayTargets = {
    rest: () => up.rest,
    sql: () => up.sql,
    resolveFunction: async (name) => await up.host?.resolve(name) ?? { kind: "down" },
    ...options.dashboardFolder === undefined ? {} : {
      page: createPageHandler({
        folder: options.dashboardFolder,
        publishableKey: keys.publishableKey,
        accounts: options.demoAccounts ?? [],
      }),
    },
  };
  // The gateway comes first because everything else needs its address.
  const gateway = startGateway(options.port ?? 0, targets);
  lifecycle.onStop(() => gateway.stop());
  const alias = openAlias(lifecycle, options.aliasPort, targets);

  const runsCronJobs = options.cron ?? false;
  // Functions are told the URL of a real database, so that it comes before them; the embedded one,
  // which takes longer to start, has none and starts beside them.
  const postgres = options.database === "postgres"
    ? await startPostgres({
      lifecycle,
      runsCronJobs,
      print: printLine,
      migrationsFolder: options.migrationsFolder ?? MIGRATIONS_FOLDER,
    })
    : undefined;
  const folder = options.functionsFolder ?? FUNCTIONS_FOLDER;
  const startingHost = FunctionHost.start({
    lifecycle,
    folder,
    names: options.functions ?? await listFunctions(folder),
    env: {
      ...describePlatform(gateway.url, keys, postgres?.url),
      CRON_SECRET: keys.cronSecret,
      ...options.env,
    },
    isVerbose: options.verbose ?? false,
    reload: options.reload ?? false,
  });
  const openingDatabase = postgres
    ? Promise.resolve(postgres)
    : openPglite(lifecycle, options, kept?.databaseFolder);
  const preparingDatabase = openingDatabase.then((database) =>
    prepareDatabase(database, options, gateway.url, keys)
  );
  const [database, host] = await Promise.all([preparingDatabase, startingHost]);
  up.host = host;
  up.rest = await database.serveRest(keys);
  up.sql = createSqlHandler(database, keys.secretKey);
  const net = await startNetWorker(database, { onError: report("net") });
  lifecycle.onStop(() => net.stop());
  const cron = database.hasPgCron ? createCronByHand(database) : startCronWorker(database, {
    isRealTime: runsCronJobs,
    onError: report("cron"),
  });
  lifecycle.onStop(() => cron.stop());

  const stop = () => lifecycle.stop();
  return {
    url: gateway.url,
    aliasUrl: alias?.url,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    cronSecret: keys.cronSecret,
    database,
    cron,
    net,
    functions: host,
    onStop: (end) => lifecycle.onStop(end),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function openPglite(
  lifecycle: Lifecycle,
  { migrationsFolder = MIGRATIONS_FOLDER }: StackOptions,
  folder?: string,
): Promise<LocalDatabase> {
  const database = folder === undefined
    ? await startPreparedPglite(migrationsFolder)
    : await startPglite({ folder });
  lifecycle.onStop(() => database.close());
  return database;
}

async function prepareDatabase(
  database: LocalDatabase,
  options: StackOptions,
  projectUrl: string,
  keys: StackKeys,
): Promise<LocalDatabase> {
  await applyMigrations(database, options.migrationsFolder ?? MIGRATIONS_FOLDER);
  await setSecret(database, "project_url", projectUrl);
  await setSecret(database, "cron_secret", keys.cronSecret);
  return database;
}

/** A kept database has the secret of its last start. */
async function setSecret(database: LocalDatabase, name: string, secret: string): Promise<void> {
  const [known] = await database.query<{ id: string }>(
    "select id from vault.secrets where name = $1",
    [name],
  );
  if (known === undefined) {
    await database.query("select vault.create_secret($1, $2)", [secret, name]);
  } else {
    await database.query("select vault.update_secret($1, $2)", [known.id, secret]);
  }
}

/** A taken alias port costs the alias, not the stack. */
function openAlias(
  lifecycle: Lifecycle,
  port: number | undefined,
  targets: GatewayTargets,
): Listener | undefined {
  if (port === undefined) return undefined;
  try {
    const alias = startAlias(port, targets);
    lifecycle.onStop(() => alias.stop());
    return alias;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return undefined;
    throw error;
  }
}

/** Prints what went wrong in a worker, to which no caller is there to listen. */
function report(worker: string): (error: unknown) => void {
  return (error) => {
    const text = error instanceof Error ? error.message : String(error);
    printLine(`The ${worker} worker failed: ${text}`);
  };
}

function printLine(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}
