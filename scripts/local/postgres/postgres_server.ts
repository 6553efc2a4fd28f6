import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isTestRun } from "../../lib/prepared.ts";
import { readProgram } from "../../lib/run_program.ts";
import { findServerUser, type ServerUser } from "./postgres_user.ts";

/**
 * How a server stops: `fast` ends sessions, `immediate` and `crash` leave recovery to the next
 * start.
 */
export type StopMode = "fast" | "immediate" | "crash";

/** What a server needs to know before it is made. */
export interface ServerOptions {
  /** Folder of `initdb`, `postgres` and the clients. */
  readonly binFolder: string;
  /** An existing folder that the server may fill; its parents must be open to every user. */
  readonly folder: string;
  /** The superuser's name and password, for the socket and for 127.0.0.1 alike. */
  readonly superuser: string;
  readonly password: string;
  /** Whether commits must survive a crash of the machine; off is about three times as fast. */
  readonly durable: boolean;
  /** Settings beside those that every server has. */
  readonly settings: Readonly<Record<string, string>>;
  /** A data folder of a server that was stopped, to begin with a copy of; initdb makes one else. */
  readonly copyOf?: string;
}

const STOP_SIGNALS = { fast: "SIGINT", immediate: "SIGQUIT", crash: "SIGKILL" } as const;
/** As on the hosted platform, letters beyond ASCII have upper and lower case. */
const LOCALE = Deno.build.os === "linux" ? "C.UTF-8" : "en_US.UTF-8";
/** In the data folder; postgresql.conf includes it. */
const SETTINGS_FILE = "nightshift.conf";
const START_SECONDS = 30;
const START_ATTEMPTS = 10;

/** One data folder and the `postgres` process on it, which runs as a user without privileges. */
export class PostgresServer {
  #port = 0;
  #child: Deno.ChildProcess | undefined;

  private constructor(
    private readonly options: ServerOptions,
    private readonly user: ServerUser | undefined,
  ) {}

  /**
   * Makes the data folder; the server is not started yet. A copy keeps the password of its
   * original. Throws with the words of initdb or cp when it fails.
   */
  static async create(options: ServerOptions): Promise<PostgresServer> {
    const user = await findServerUser();
    if (user !== undefined) await Deno.chown(options.folder, user.uid, user.gid);
    await Deno.chmod(options.folder, 0o700);
    const server = new PostgresServer(options, user);
    if (options.copyOf === undefined) await server.#initialize();
    else await readProgram("cp", ["-Rp", options.copyOf, server.#path("data")]);
    await server.#configure();
    return server;
  }

  /** The TCP port on 127.0.0.1; another one after each start. */
  get port(): number {
    return this.#port;
  }

  /** The process id of the postmaster; undefined while it is stopped. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Starts on a free port and returns once connections are accepted. `overrides` hold for this
   * start.
   */
  async start(overrides: Readonly<Record<string, string>> = {}): Promise<void> {
    for (let attempt = 1;; attempt++) {
      this.#port = takeFreePort();
      const failure = await this.#tryStart(overrides);
      if (failure === undefined) return;
      if (!isPassing(failure) || attempt === START_ATTEMPTS) {
        throw new Error(`PostgreSQL did not start in ${this.options.folder}: ${failure}`);
      }
      await wait(200);
    }
  }

  /** Stops the server and waits for its end; does nothing when it is not running. */
  async stop(mode: StopMode = "fast"): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    child.kill(STOP_SIGNALS[mode]);
    await child.status;
  }

  /** The last lines of the server's log. */
  async readLog(lines = 20): Promise<string> {
    const text = await Deno.readTextFile(this.#path("server.log")).catch(() => "");
    return text.trimEnd().split("\n").slice(-lines).join("\n");
  }

  async #initialize(): Promise<void> {
    const { superuser, password, binFolder } = this.options;
    const passwordFile = this.#path("password");
    await Deno.writeTextFile(passwordFile, password, { mode: 0o600 });
    if (this.user !== undefined) await Deno.chown(passwordFile, this.user.uid, this.user.gid);
    const { success, stderr } = await this.#command(join(binFolder, "initdb"), [
      ...["--pgdata", this.#path("data"), "--username", superuser, "--pwfile", passwordFile],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", LOCALE, "--no-sync"],
    ], "piped").output();
    await Deno.remove(passwordFile);
    if (!success) throw new Error(`initdb failed: ${new TextDecoder().decode(stderr).trim()}`);
    await Deno.writeTextFile(
      this.#path("data", "postgresql.conf"),
      `include '${SETTINGS_FILE}'\n`,
      {
        append: true,
      },
    );
  }

  /** Our settings have a file of their own, so that those of a copy replace the original's. */
  async #configure(): Promise<void> {
    const { durable, settings } = this.options;
    const speed = durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
    const lines = Object.entries({ ...BASE_SETTINGS, ...speed, ...settings })
      .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
    lines.push(`unix_socket_directories = '${this.options.folder}'`);
    const path = this.#path("data", SETTINGS_FILE);
    await Deno.writeTextFile(path, `${lines.join("\n")}\n`);
    if (this.user !== undefined) await Deno.chown(path, this.user.uid, this.user.gid);
  }

  /** Copies the data folder, for `copyOf` of another server. Stops this one first, for good. */
  async copyData(target: string): Promise<void> {
    await this.stop();
    // Owners, rights and times stay.
    await readProgram("cp", ["-Rp", this.#path("data"), target]);
  }

  async #tryStart(overrides: Readonly<Record<string, string>>): Promise<string | undefined> {
    const args = ["-D", this.#path("data"), "-p", String(this.#port)];
    for (const [name, value] of Object.entries(overrides)) args.push("-c", `${name}=${value}`);
    const script = 'log=$1; program=$2; shift 2; exec "$program" "$@" >>"$log" 2>&1 </dev/null';
    const child = this.#command("/bin/sh", [
      ...["-c", script, "sh", this.#path("server.log")],
      ...[join(this.options.binFolder, "postgres"), ...args],
    ]).spawn();
    let ended = false;
    const status = child.status.finally(() => ended = true);
    const deadline = performance.now() + START_SECONDS * 1000;
    while (!ended && performance.now() < deadline) {
      if (await this.#isReady(child.pid)) {
        this.#child = child;
        return undefined;
      }
      await wait(20);
    }
    if (!ended) child.kill("SIGKILL");
    await status;
    return await this.readLog(8);
  }

  async #isReady(pid: number): Promise<boolean> {
    const text = await Deno.readTextFile(this.#path("data", "postmaster.pid")).catch(() => "");
    const lines = text.split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  }

  #command(program: string, args: string[], stderr: "null" | "piped" = "null"): Deno.Command {
    return new Deno.Command(program, {
      args,
      cwd: this.options.folder,
      env: { LC_ALL: LOCALE, TZ: "UTC", PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin" },
      clearEnv: true,
      stdin: "null",
      stdout: "null",
      stderr,
      ...this.user,
    });
  }

  #path(...parts: string[]): string {
    return join(this.options.folder, ...parts);
  }
}

const BASE_SETTINGS = {
  listen_addresses: "127.0.0.1",
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "100",
  shared_buffers: "128MB",
  autovacuum_naptime: "15s",
  log_min_messages: "warning",
  // Compiling a plan takes longer than running it, for all that tests ask.
  ...isTestRun() ? { jit: "off" } : {},
};

/**
 * Another process took our port meanwhile, or the sessions of a killed server have not ended yet.
 */
function isPassing(failure: string): boolean {
  return failure.includes("could not bind") || failure.includes("still in use");
}

function takeFreePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
