import { createRuntimeFolder, removeLeftoverFolders } from "./runtime_folder.ts";

/**
 * How long an orderly end may take before the process ends anyway: PGlite's start blocks everything
 * else for seconds on a busy machine. The leash then ends the children.
 */
const SHUTDOWN_LIMIT_MS = 5_000;

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type EndSignal = keyof typeof EXIT_CODES;

const running = new Set<Lifecycle>();
let isEnding = false;

/** Thrown to whoever still starts things while the stack is being taken down. */
export class StackStopping extends Error {
  override readonly name = "StackStopping";
  constructor() {
    super("The stack is being stopped.");
  }
}

/**
 * What a stack has started, and how to end it: in reverse order, once, at `stop()` or when the
 * process gets SIGINT, SIGTERM or SIGHUP, also half-way through the start. Its temporary folder
 * goes last. Leftovers of processes that were killed are removed when a lifecycle begins.
 */
export class Lifecycle {
  readonly folder: string;
  readonly #endings: (() => void | Promise<void>)[] = [];
  #stopped: Promise<void> | undefined;

  constructor() {
    if (running.size === 0) listenToSignals();
    running.add(this);
    removeLeftoverFolders();
    this.folder = createRuntimeFolder();
  }

  /**
   * Remembers how to end something; call it in the same turn in which that thing begins.
   * @throws {StackStopping} after ending it at once, when the stack is already being stopped.
   */
  onStop(end: () => void | Promise<void>): void {
    if (this.#stopped === undefined) {
      this.#endings.push(end);
      return;
    }
    Promise.resolve(end()).catch(() => {});
    throw new StackStopping();
  }

  /** @throws {StackStopping} when nothing may be started any more. */
  throwIfStopping(): void {
    if (this.#stopped !== undefined) throw new StackStopping();
  }

  /**
   * Ends everything after a failed start, then throws what made it fail; but while a signal ends
   * the process, the failure is a mere consequence and goes unreported.
   */
  async failStart(error: unknown): Promise<never> {
    await this.stop().catch(() => {});
    if (isEnding) await new Promise(() => {});
    throw error;
  }

  /** Ends everything. Later calls await the first. A part that fails to end holds up no other. */
  stop(): Promise<void> {
    return this.#stopped ??= this.#endAll();
  }

  /** Removes the temporary folder if it is still there. */
  removeFolder(): void {
    try {
      Deno.removeSync(this.folder, { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }

  async #endAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.#endings.reverse()) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
    try {
      this.removeFolder();
    } catch (error) {
      failures.push(error);
    }
    running.delete(this);
    if (running.size === 0) ignoreSignals();
    if (failures.length > 0) {
      throw new AggregateError(failures, "Parts of the stack failed to stop.");
    }
  }
}

/** Ends all stacks of this process in order, then the process with `exitCode`. */
export async function endProcess(exitCode: number): Promise<never> {
  if (isEnding) await new Promise(() => {});
  isEnding = true;
  setTimeout(() => {
    for (const lifecycle of running) lifecycle.removeFolder();
    Deno.exit(exitCode);
  }, SHUTDOWN_LIMIT_MS);
  await Promise.allSettled([...running].map((lifecycle) => lifecycle.stop()));
  Deno.exit(exitCode);
}

const handlers = new Map<EndSignal, () => void>(
  (Object.keys(EXIT_CODES) as EndSignal[]).map((signal) => [
    signal,
    () => void endProcess(EXIT_CODES[signal]),
  ]),
);

function listenToSignals(): void {
  for (const [signal, handler] of handlers) Deno.addSignalListener(signal, handler);
}

function ignoreSignals(): void {
  // While the process ends, the default action of a second signal would cut the ending short.
  if (isEnding) return;
  for (const [signal, handler] of handlers) Deno.removeSignalListener(signal, handler);
}
