import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { ownEnvironment } from "../../lib/own_environment.ts";
import { findClustersFolder } from "./cluster_folder.ts";
import type { PostgresInstallation } from "./postgres_install.ts";
import { type PreparedData, takePreparedData } from "./prepared_data.ts";
import { PostgresServer, type StopMode } from "./postgres_server.ts";
import { startWatchdog } from "./postgres_watchdog.ts";
import { createRuntimeFolder, removeLeftoverFolders } from "../process/runtime_folder.ts";

/** Names of the roles that may log in. */
export const LOGIN_ROLES = [
  "postgres",
  "supabase_admin",
  "supabase_auth_admin",
  "authenticator",
] as const;

/** One of them; they all have the cluster's one password. */
export type LoginRole = typeof LOGIN_ROLES[number];

/** What a cluster is made with. */
export interface ClusterOptions {
  readonly installation: PostgresInstallation;
  /** Puts a schema into the database at this URL, as `postgres`; every new database then has it. */
  readonly migrate?: (databaseUrl: string, cluster: Cluster) => Promise<void>;
  /**
   * The files and folders that decide what `migrate` does. A test run then does it once, and
   * further clusters begin with a copy. Without it, and outside a test run, every cluster is made
   * anew.
   */
  readonly migrations?: readonly string[];
  /** Whether commits survive a crash of the server; default false, which is faster. */
  readonly durable?: boolean;
  /** Further lines for postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own in a temporary folder, set up like a hosted project. */
export interface Cluster extends AsyncDisposable {
  readonly installation: PostgresInstallation;
  /** The folder that goes when the cluster or this process ends, however it ends. */
  readonly folder: string;
  /** The process id of the postmaster; undefined while it is stopped. */
  readonly pid: number | undefined;
  /**
   * A URL on 127.0.0.1, valid until the next restart. Without arguments: role `postgres`, which is
   * no superuser, in the database `postgres`, the one that pg_cron works in.
   */
  url(role?: LoginRole, database?: string): string;
  /**
   * Makes a database with all that the first one had after its migrations, in a quarter of a
   * second. It has `cron.job` too, but pg_cron runs nothing there.
   * @returns its URL for `postgres`
   */
  createDatabase(name: string): Promise<string>;
  /** Stops the server, keeps its data and starts it again on another port. */
  restart(mode?: StopMode): Promise<void>;
  /** Stops the server and removes the folder. */
  stop(mode?: StopMode): Promise<void>;
}

const MAIN_DATABASE = "postgres";
const TEMPLATE_DATABASE = "nightshift_template";

const CRON_SETTINGS = {
  "shared_preload_libraries": "pg_cron",
  "cron.database_name": MAIN_DATABASE,
  "cron.use_background_workers": "on",
  "cron.timezone": "GMT",
};

/**
 * What a hosted project has before any migration, in this order; pg_cron's stand-in where the
 * server has no pg_cron.
 */
function listPlatformFiles({ lacks }: PostgresInstallation): string[] {
  const cron = lacks.includes("pg_cron") ? "cron" : "pg_cron";
  return ["roles", cron, "net", "vault", "auth"]
    .map((name) => fileURLToPath(new URL(`../sql/${name}.sql`, import.meta.url)));
}

/**
 * Starts a cluster in about a second, plus the time that `migrate` takes; in a test run, mostly in
 * a third of a second.
 * @throws {Error} with the failing part's own words; nothing is left behind then
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  ownEnvironment();
  const prepared = await findPreparedData(options);
  return await openCluster(options, prepared, async (cluster, server) => {
    if (prepared === undefined) {
      await fillCluster(cluster, server, options.migrate);
      await cluster.restart();
    } else {
      await server.start();
      await setPasswords(cluster, prepared.password);
    }
    return cluster;
  });
}

/** Undefined where clusters are made anew. */
async function findPreparedData(options: ClusterOptions): Promise<PreparedData | undefined> {
  const { installation, migrate, migrations = migrate === undefined ? [] : undefined } = options;
  if (migrations === undefined) return undefined;
  return await takePreparedData(
    installation,
    migrations,
    (dataFolder) =>
      openCluster({ installation }, undefined, async (cluster, server) => {
        await fillCluster(cluster, server, migrate);
        await server.copyData(dataFolder);
        await cluster.stop();
        return new URL(cluster.url()).password;
      }),
  );
}

/**
 * Makes a cluster that is not started yet, in a folder that goes when this process ends, and at
 * once when `open` fails.
 */
async function openCluster<Result>(
  { installation, durable = false, settings }: ClusterOptions,
  prepared: PreparedData | undefined,
  open: (cluster: Cluster, server: PostgresServer) => Promise<Result>,
): Promise<Result> {
  const parent = findClustersFolder();
  removeLeftoverFolders(parent);
  const folder = createRuntimeFolder(parent);
  const watchdog = startWatchdog(folder);
  try {
    // The server's own user must be able to pass through to its folder inside, and no more than
    // that.
    await Deno.chmod(folder, 0o711);
    await Deno.mkdir(join(folder, "server"));
    const password = randomBytes(18).toString("hex");
    const server = await PostgresServer.create({
      binFolder: installation.binFolder,
      folder: join(folder, "server"),
      superuser: "supabase_admin",
      password,
      durable,
      settings: {
        ...installation.lacks.includes("pg_cron") ? {} : CRON_SETTINGS,
        "max_worker_processes": "24",
        ...settings,
      },
      ...prepared === undefined ? {} : { copyOf: prepared.dataFolder },
    });
    return await open(
      buildCluster(installation, folder, server, password, watchdog.release),
      server,
    );
  } catch (cause) {
    await watchdog.release();
    throw cause;
  }
}

function buildCluster(
  installation: PostgresInstallation,
  folder: string,
  server: PostgresServer,
  password: string,
  removeFolder: () => Promise<void>,
): Cluster {
  const url = (role: LoginRole = "postgres", database = MAIN_DATABASE) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const stop = async (mode?: StopMode) => {
    await server.stop(mode);
    await removeFolder();
  };
  return {
    installation,
    folder,
    get pid() {
      return server.pid;
    },
    url,
    createDatabase: async (name) => {
      const sql = `create database "${name}" template ${TEMPLATE_DATABASE} owner postgres`;
      await runStatements(url("supabase_admin"), [sql]);
      return url("postgres", name);
    },
    restart: async (mode) => {
      await server.stop(mode);
      await server.start();
    },
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
}

/** Starts the cluster's server with all that its databases begin with. */
async function fillCluster(
  cluster: Cluster,
  server: PostgresServer,
  migrate: ClusterOptions["migrate"],
): Promise<void> {
  // Without workers pg_cron's launcher holds no session in the database that is being copied.
  await server.start({ max_worker_processes: "0" });
  const admin = cluster.url("supabase_admin");
  const files = listPlatformFiles(cluster.installation);
  await runStatements(admin, await Promise.all(files.map((file) => Deno.readTextFile(file))));
  await setPasswords(cluster);
  await migrate?.(cluster.url(), cluster);
  await runStatements(admin, [
    `create database ${TEMPLATE_DATABASE} template ${MAIN_DATABASE} is_template true`,
  ]);
}

/** @param former the superuser's password until now; the cluster's own by default */
async function setPasswords({ url }: Cluster, former?: string): Promise<void> {
  const admin = new URL(url("supabase_admin"));
  const { password } = admin;
  admin.password = former ?? password;
  await runStatements(admin.href, [
    LOGIN_ROLES.map((role) => `alter role ${role} password '${password}';`).join("\n"),
  ]);
}

/** In one session, by the driver: a server from npm comes without psql. */
async function runStatements(url: string, texts: readonly string[]): Promise<void> {
  const session = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    for (const text of texts) await session.unsafe(text);
  } finally {
    await session.end({ timeout: 5 });
  }
}
