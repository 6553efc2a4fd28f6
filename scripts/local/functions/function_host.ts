import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { takePreparedText } from "../../lib/prepared.ts";
import { cacheModules, findDenoRuntime, RUNTIME_MAKERS } from "./deno_runtime.ts";
import { FunctionProcess } from "./function_process.ts";
import { type Lifecycle, StackStopping } from "../process/lifecycle.ts";

/** Folder of the project's own functions. */
export const FUNCTIONS_FOLDER = fileURLToPath(
  new URL("../../../supabase/functions", import.meta.url),
);
const IMPORT_MAP = join(FUNCTIONS_FOLDER, "deno.json");
const LEASH = new URL("./leash.ts", import.meta.url).href;

/** Where a request for a function goes. */
export type FunctionTarget =
  | { readonly kind: "running"; readonly url: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "down" };

/** What a host needs to know. */
export interface FunctionHostOptions {
  readonly lifecycle: Lifecycle;
  /** Function names; each is a folder with an `index.ts`. */
  readonly names: readonly string[];
  readonly folder: string;
  /** Their import map; the repository's by default, null where they need none. */
  readonly importMap?: string | null;
  /** The file in a function's folder that is started; `index.ts` by default. */
  readonly entryFile?: string;
  /** What the functions see as their environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Prints what functions print, as it comes. */
  readonly isVerbose: boolean;
  /** Starts functions anew when a file of theirs changes, and takes new folders as functions. */
  readonly reload?: boolean;
}

/** Editors write a file in several steps. */
const QUIET_MS = 150;

/** Names of all functions in a folder: its sub-folders with an `index.ts`. */
export async function listFunctions(folder: string = FUNCTIONS_FOLDER): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (!entry.isDirectory || entry.name.startsWith("_")) continue;
    const index = await Deno.stat(join(folder, entry.name, "index.ts")).catch(() => undefined);
    if (index?.isFile) names.push(entry.name);
  }
  return names.sort();
}

/** Runs every function in a process of its own, under the Deno version of the hosted runtime. */
export class FunctionHost {
  readonly #options: FunctionHostOptions;
  readonly #names: Set<string>;
  readonly #processes = new Map<string, FunctionProcess>();
  readonly #killed = new Set<string>();
  /** Set while functions are started anew. */
  #reloading: Promise<void> | null = null;
  #denoPath = "";

  private constructor(options: FunctionHostOptions) {
    this.#options = options;
    this.#names = new Set(options.names);
  }

  /**
   * Starts all functions and resolves when they answer.
   * @throws {Error} with its last lines when one does not start.
   */
  static async start(options: FunctionHostOptions): Promise<FunctionHost> {
    const host = new FunctionHost(options);
    options.lifecycle.onStop(() => host.#stop());
    host.#denoPath = await findDenoRuntime(options.lifecycle);
    await host.#prepare(options.names);
    if (options.reload) host.#watchFiles();
    await Promise.all(options.names.map((name) => host.#boot(name)));
    return host;
  }

  get #importMapArguments(): readonly string[] {
    const { importMap = IMPORT_MAP } = this.#options;
    return importMap === null ? [] : ["--import-map", importMap];
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  /**
   * Where requests for `name` go now. A function that ended by itself is started again, as hosted.
   */
  async resolve(name: string): Promise<FunctionTarget> {
    if (this.#killed.has(name)) return { kind: "down" };
    try {
      if (!await this.#has(name)) return { kind: "unknown" };
      const url = await this.#boot(name).catch(async (error) => {
        // A change of files has ended the process that was starting.
        if (this.#reloading === null) throw error;
        await this.#reloading;
        return await this.#boot(name);
      });
      return { kind: "running", url };
    } catch {
      return { kind: "down" };
    }
  }

  /** The last lines that a function printed, oldest first. */
  logs(name: string): readonly string[] {
    return this.#processes.get(name)?.lines ?? [];
  }

  /** Ends a function as a crash would; it stays down until `restart`. */
  async kill(name: string): Promise<void> {
    this.#killed.add(name);
    await this.#processes.get(name)?.kill();
  }

  /** Ends a function if it runs, starts it anew and resolves when it answers. */
  async restart(name: string): Promise<void> {
    await this.#processes.get(name)?.kill();
    this.#killed.delete(name);
    await this.#boot(name);
  }

  /** Whether there is such a function; while files are watched, its folder may be a new one. */
  async #has(name: string): Promise<boolean> {
    if (this.#names.has(name)) return true;
    if (!this.#options.reload) return false;
    if (!(await listFunctions(this.#options.folder)).includes(name)) return false;
    await this.#prepare([name]);
    this.#names.add(name);
    printLine(`Loaded ${name}.`);
    return true;
  }

  async #prepare(names: readonly string[]): Promise<void> {
    const entries = await Promise.all(names.map((name) => this.#writeEntry(name)));
    if (entries.length === 0) return;
    const { lifecycle, folder, importMap, entryFile } = this.#options;
    const load = async () => {
      await cacheModules(lifecycle, this.#denoPath, this.#importMapArguments, entries);
      return "loaded";
    };
    const isOurs = folder === FUNCTIONS_FOLDER && (importMap ?? entryFile) === undefined;
    // What our own functions import is the same for all stacks of a test run.
    const name = `modules-${names.join("-")}`;
    if (isOurs) await takePreparedText(name, { paths: [IMPORT_MAP, ...RUNTIME_MAKERS] }, load);
    else await load();
  }

  /** The base URL of the running process of a function; starts one where there is none. */
  async #boot(name: string): Promise<string> {
    const current = this.#processes.get(name);
    const process = current && !current.hasExited ? current : this.#spawn(name);
    return await process.ready();
  }

  #watchFiles(): void {
    const watcher = Deno.watchFs(this.#options.folder);
    this.#options.lifecycle.onStop(() => watcher.close());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = async () => {
      for await (const { kind, paths } of watcher) {
        const isCode = paths.some((path) =>
          /\.(ts|json)$/.test(path) && !path.endsWith("_test.ts")
        );
        if (kind === "access" || !isCode) continue;
        clearTimeout(timer);
        timer = setTimeout(() => {
          const reloading = this.#reload().finally(() => {
            if (this.#reloading === reloading) this.#reloading = null;
          });
          this.#reloading = reloading;
        }, QUIET_MS);
      }
      clearTimeout(timer);
    };
    void watch();
  }

  async #reload(): Promise<void> {
    const names = this.names.filter((name) => !this.#killed.has(name));
    await Promise.all(names.map(async (name) => {
      try {
        await this.#processes.get(name)?.kill();
        await this.#boot(name);
        printLine(`Loaded ${name} anew.`);
      } catch (error) {
        if (error instanceof StackStopping) return;
        printLine(error instanceof Error ? error.message : String(error));
      }
    }));
  }

  #spawn(name: string): FunctionProcess {
    this.#options.lifecycle.throwIfStopping();
    const process = new FunctionProcess({
      name,
      denoPath: this.#denoPath,
      importMapArguments: this.#importMapArguments,
      entryPath: this.#entryPath(name),
      env: { ...runtimeEnv(), ...this.#options.env },
      onLine: (line) => {
        if (this.#options.isVerbose) printLine(`[${name}] ${line}`);
      },
    });
    this.#processes.set(name, process);
    return process;
  }

  #entryPath(name: string): string {
    return join(this.#options.lifecycle.folder, `${name}.ts`);
  }

  async #writeEntry(name: string): Promise<string> {
    const { folder, entryFile = "index.ts" } = this.#options;
    const index = pathToFileURL(join(folder, name, entryFile)).href;
    const path = this.#entryPath(name);
    await Deno.writeTextFile(path, `import "${LEASH}";\nexport { default } from "${index}";\n`);
    return path;
  }

  async #stop(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((process) => process.kill()));
  }
}

/** What Deno itself needs to find its cache and to trust the system's certificates. */
function runtimeEnv(): Record<string, string> {
  const env: Record<string, string> = {
    DENO_TLS_CA_STORE: "system",
    DENO_NO_UPDATE_CHECK: "1",
    NO_COLOR: "1",
  };
  for (const name of ["DENO_DIR", "HOME", "XDG_CACHE_HOME"]) {
    const value = Deno.env.get(name);
    if (value) env[name] = value;
  }
  return env;
}

function printLine(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}
