import { fileURLToPath } from "node:url";
import { RUNTIME_VERSION } from "../../lib/downloads/downloads.ts";
import { takePreparedText } from "../../lib/prepared.ts";
import type { Lifecycle } from "../process/lifecycle.ts";

/** Names the version, and how its path is asked for. */
export const RUNTIME_MAKERS = ["../../lib/downloads/downloads.ts", "./deno_runtime.ts"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)));

let knownPath: string | undefined;

/**
 * Path of the Deno that runs functions, from npm's cache or downloaded into it; asked of npm once,
 * in a test run once for all of its processes.
 * @throws {Error} with npm's words when it cannot be had.
 */
export async function findDenoRuntime(lifecycle: Lifecycle): Promise<string> {
  return knownPath ??= await takePreparedText(
    "deno-runtime",
    { paths: RUNTIME_MAKERS },
    () => askNpm(lifecycle),
  );
}

async function askNpm(lifecycle: Lifecycle): Promise<string> {
  const { success, output } = await runToEnd(lifecycle, "npx", [
    // Without it npm asks the registry each time, and waits for minutes where there is no network.
    "--prefer-offline",
    "-y",
    `deno@${RUNTIME_VERSION}`,
    "eval",
    "console.log(Deno.execPath())",
  ]);
  const path = output.trim().split("\n").findLast((line) => line.startsWith("/"));
  if (success && path) return path;
  throw new Error(
    `Deno ${RUNTIME_VERSION}, which runs the functions, could not be started through npx. ` +
      `Check that npm reaches its registry. npm said:\n${output.trim()}`,
  );
}

/**
 * Downloads whatever the modules import, so that no function has to at its first start.
 * @throws {Error} with Deno's words when something cannot be resolved.
 */
export async function cacheModules(
  lifecycle: Lifecycle,
  denoPath: string,
  importMapArguments: readonly string[],
  modules: readonly string[],
): Promise<void> {
  const args = ["cache", "--no-lock", "--no-config", "--quiet", ...importMapArguments, ...modules];
  const { success, output } = await runToEnd(lifecycle, denoPath, args);
  if (!success) throw new Error(`The functions' packages could not be loaded:\n${output.trim()}`);
}

/** Runs a command in a process group of its own, so that ending it also ends what it started. */
async function runToEnd(
  lifecycle: Lifecycle,
  command: string,
  args: readonly string[],
): Promise<{ success: boolean; output: string }> {
  lifecycle.throwIfStopping();
  const child = spawnDetached(command, args, lifecycle.folder);
  let hasEnded = false;
  child.status.then(() => {
    hasEnded = true;
  });
  lifecycle.onStop(async () => {
    if (!hasEnded) killGroup(child.pid);
    await child.status;
  });
  const { success, stdout, stderr } = await child.output();
  lifecycle.throwIfStopping();
  const decoder = new TextDecoder();
  return { success, output: decoder.decode(success ? stdout : stderr) };
}

function spawnDetached(
  command: string,
  args: readonly string[],
  cwd: string,
): Deno.ChildProcess {
  try {
    return new Deno.Command(command, {
      args: [...args],
      // Away from the project, whose lock file this older Deno does not understand.
      cwd,
      env: { DENO_TLS_CA_STORE: "system", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      detached: true,
    }).spawn();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Error(`${command} was not found. Install Node.js, which brings it, and try again.`);
  }
}

function killGroup(leaderPid: number): void {
  try {
    Deno.kill(-leaderPid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
