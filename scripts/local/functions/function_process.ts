import { listProviderHosts } from "./provider_env.ts";

/** How a function's process is started. */
export interface FunctionCommand {
  readonly name: string;
  readonly denoPath: string;
  /** `--import-map` with its file, or nothing. */
  readonly importMapArguments: readonly string[];
  /** Module whose default export has `fetch`. */
  readonly entryPath: string;
  /** The whole environment that the function sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Called with every line that the function prints. */
  readonly onLine: (line: string) => void;
}

/** Whatever a function prints beyond this many lines is forgotten, oldest first. */
const KEPT_LINES = 400;

/** What a server prints when it answers. */
const LISTENING = /Listening on (http:\/\/\S+?)\/?$/;

/** Time to load and compile a function's modules on a busy machine. */
const START_LIMIT_MS = 60_000;

/**
 * One function in one Deno process, with the rights of the hosted platform minus those it has no
 * use for here: it reaches 127.0.0.1 and the providers that its environment names, sees that
 * environment only, and reads, writes and runs nothing.
 */
export class FunctionProcess {
  readonly #child: Deno.ChildProcess;
  readonly #command: FunctionCommand;
  readonly #lines: string[] = [];
  readonly #listening = Promise.withResolvers<string>();
  #url: string | null = null;
  #hasExited = false;

  /** Starts the process at once; `ready` tells when it answers. */
  constructor(command: FunctionCommand) {
    this.#command = command;
    this.#child = new Deno.Command(command.denoPath, {
      args: [
        "serve",
        "--no-lock",
        "--no-prompt",
        // As hosted: an import map is all that is known of the packages.
        "--no-config",
        ...command.importMapArguments,
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        `--allow-net=${["127.0.0.1", ...listProviderHosts(command.env)].join(",")}`,
        // The process is born with nothing but these variables, and hosted functions may list them.
        "--allow-env",
        // As hosted; a part of the AI SDK asks for it while it is loaded.
        "--allow-sys=hostname",
        command.entryPath,
      ],
      clearEnv: true,
      env: { ...command.env },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#listening.promise.catch(() => {});
    const output = [this.#readLines(this.#child.stdout), this.#readLines(this.#child.stderr)];
    this.#child.status.then(async ({ code }) => {
      this.#hasExited = true;
      await Promise.allSettled(output);
      this.#listening.reject(
        new Error(`Function ${command.name} ended with code ${code}:\n${this.#tail()}`),
      );
    });
  }

  /** The last lines that the function printed, oldest first. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /**
   * The base URL, such as `http://127.0.0.1:41234`, when the function answers there.
   * @throws {Error} with its last lines when it ends first or takes longer than a minute.
   */
  async ready(): Promise<string> {
    if (this.#url !== null) return this.#url;
    const { name } = this.#command;
    const timer = setTimeout(() => {
      const seconds = START_LIMIT_MS / 1000;
      this.#listening.reject(
        new Error(`Function ${name} did not start within ${seconds} s:\n${this.#tail()}`),
      );
    }, START_LIMIT_MS);
    try {
      return await this.#listening.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the process without asking it and resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.#hasExited) {
      try {
        this.#child.kill("SIGKILL");
      } catch {
        // It has ended by itself in this very moment.
      }
    }
    await this.#child.status;
    await this.#child.stdin.close().catch(() => {});
  }

  async #readLines(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const bytes of stream) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#take(line);
    }
    if (rest) this.#take(rest);
  }

  #take(line: string): void {
    const url = this.#url === null ? LISTENING.exec(line)?.[1] : undefined;
    if (url) {
      this.#url = url;
      this.#listening.resolve(url);
      return;
    }
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    this.#command.onLine(line);
  }

  #tail(): string {
    return this.#lines.slice(-20).join("\n");
  }
}
