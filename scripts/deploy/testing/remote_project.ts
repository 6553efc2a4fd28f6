import { basename, dirname, join } from "node:path";
import postgres from "postgres";
import type { LocalDatabase, RestHandler } from "../../local/database.ts";
import { FunctionHost, type FunctionTarget } from "../../local/functions/function_host.ts";
import { startGateway } from "../../local/gateway.ts";
import { createKeys } from "../../local/keys.ts";
import { Lifecycle } from "../../local/process/lifecycle.ts";
import { startNetWorker } from "../../local/net/net_worker.ts";
import { describePlatform } from "../../local/functions/platform_env.ts";
import { startPostgres } from "../../local/postgres/postgres.ts";
import { type ManagementApi, startManagementApi, type UploadedFunction } from "./management_api.ts";

/** A project as the platform would run it: what was uploaded, on a real PostgreSQL. */
export interface RemoteProject extends AsyncDisposable {
  readonly ref: string;
  /** Its own address, with `/functions/v1` and `/rest/v1`. */
  readonly url: string;
  readonly api: ManagementApi;
  readonly database: LocalDatabase;
  readonly databaseUrl: string;
  /** What the CLI needs to take this for Supabase. */
  readonly env: Readonly<Record<string, string>>;
}

/** Ref of every such project. */
const REF = "abcdefghijklmnopqrst";

/**
 * Starts an empty project: no schema of ours, no functions, no secrets. Functions are started from
 * the uploaded files alone, each in a folder of its own, and see the project's secrets.
 */
export async function startRemoteProject(): Promise<RemoteProject> {
  const lifecycle = new Lifecycle();
  try {
    return await start(lifecycle);
  } catch (error) {
    return await lifecycle.failStart(error);
  }
}

async function start(lifecycle: Lifecycle): Promise<RemoteProject> {
  const keys = createKeys();
  const running = new Map<string, RunningFunction>();
  const up: { rest?: RestHandler; api?: ManagementApi } = {};

  /** As the platform, a function starts when it is called, with the secrets of that moment. */
  const resolveFunction = async (name: string): Promise<FunctionTarget> => {
    const uploaded = up.api?.functions.get(name);
    if (up.api === undefined || uploaded === undefined) return { kind: "unknown" };
    const secrets = JSON.stringify([...up.api.secrets]);
    const current = running.get(name);
    const isSame = current?.uploaded === uploaded;
    if (isSame && current.secrets === secrets) return (await current.ready).resolve(name);
    const env = isSame ? current.env : {};
    for (const key of Object.keys(env)) delete env[key];
    Object.assign(env, describePlatform(gateway.url, keys), Object.fromEntries(up.api.secrets));
    const ready = isSame
      ? restart(await current.ready, name)
      : startUploaded(lifecycle, uploaded, env);
    running.set(name, { uploaded, secrets, env, ready });
    // The schema is read when the REST layer starts: the migrations are in by now.
    up.rest ??= await database.serveRest(keys);
    return (await ready).resolve(name);
  };
  const gateway = startGateway(0, {
    rest: () => up.rest,
    sql: () => undefined,
    resolveFunction,
  });
  lifecycle.onStop(() => gateway.stop());

  const database = await startPostgres({ lifecycle, runsCronJobs: false, print: () => {} });
  const { url: databaseUrl } = database;
  if (databaseUrl === undefined) throw new Error("The database of the test has no URL.");
  await database.adminExec("grant supabase_read_only_user to postgres");
  const editor = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  lifecycle.onStop(() => editor.end({ timeout: 1 }));
  const net = await startNetWorker(database);
  lifecycle.onStop(() => net.stop());

  const api = startManagementApi({
    ref: REF,
    status: "ACTIVE_HEALTHY",
    runSql: (sql, readOnly) => runSql(editor, sql, readOnly),
  });
  up.api = api;
  lifecycle.onStop(() => api.stop());
  const profile = join(lifecycle.folder, "profile.yaml");
  await Deno.writeTextFile(
    profile,
    `name: loopback\napi_url: ${api.url}\ndashboard_url: ${api.url}\nproject_host: 127.0.0.1\n`,
  );
  return {
    ref: REF,
    url: gateway.url,
    api,
    database,
    databaseUrl,
    env: {
      SUPABASE_PROFILE: profile,
      SUPABASE_ACCESS_TOKEN: `sbp_${"0".repeat(40)}`,
    },
    [Symbol.asyncDispose]: () => lifecycle.stop(),
  };
}

interface RunningFunction {
  readonly uploaded: UploadedFunction;
  /** The secrets that it was started with. */
  readonly secrets: string;
  /** What a process of it sees when it starts. */
  readonly env: Record<string, string>;
  readonly ready: Promise<FunctionHost>;
}

async function restart(host: FunctionHost, name: string): Promise<FunctionHost> {
  await host.restart(name);
  return host;
}

/** Puts the uploaded files, and nothing else, into a new folder and starts the function there. */
async function startUploaded(
  lifecycle: Lifecycle,
  { slug, version, files, metadata }: UploadedFunction,
  env: Readonly<Record<string, string>>,
): Promise<FunctionHost> {
  const folder = await Deno.makeTempDir({ dir: lifecycle.folder, prefix: `${slug}-${version}-` });
  for (const [path, text] of files) {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  }
  const importMap = metadata["import_map_path"];
  return await FunctionHost.start({
    lifecycle,
    names: [slug],
    folder: join(folder, "supabase/functions"),
    importMap: typeof importMap === "string" && importMap !== "" ? join(folder, importMap) : null,
    entryFile: basename(String(metadata["entrypoint_path"])),
    env,
    isVerbose: false,
  });
}

/** As the platform: one request, one simple query; readers have a role of their own. */
async function runSql(
  editor: postgres.Sql,
  sql: string,
  readOnly: boolean,
): Promise<readonly unknown[]> {
  if (!readOnly) return [...await editor.unsafe(sql)];
  return await editor.begin("read only", async (reader) => {
    await reader`set local role supabase_read_only_user`;
    return [...await reader.unsafe(sql)];
  });
}
