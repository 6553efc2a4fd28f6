import { runProgram } from "../lib/run_program.ts";

/**
 * Says in a few words why nothing may be installed here (`not Debian or Ubuntu`, `not root`);
 * undefined when it may.
 */
export async function explainNoInstall(): Promise<string | undefined> {
  if (!await exists("/etc/debian_version")) return "this is not Debian or Ubuntu";
  if (Deno.uid() !== 0) return "packages can be installed by root only";
  return undefined;
}

let updating: Promise<string | undefined> | undefined;

/**
 * Reads the package lists, once for all that is installed by one command; answers undefined or one
 * sentence on what failed.
 */
export function updatePackageLists(): Promise<string | undefined> {
  return updating ??= runApt(["update"]);
}

/**
 * Installs packages of the distribution; answers undefined or one sentence on what failed. Files of
 * settings that exist stay as they are.
 */
export function installPackages(packages: readonly string[]): Promise<string | undefined> {
  return runApt([
    "install",
    "--yes",
    "--no-install-recommends",
    "-o",
    "Dpkg::Options::=--force-confold",
    ...packages,
  ]);
}

async function runApt(args: string[]): Promise<string | undefined> {
  const { success, stdout, stderr } = await runProgram("apt-get", ["-q", ...args], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
  if (success) return undefined;
  const text = stderr || stdout;
  return `apt-get ${args[0]} failed: ${text.trim().split("\n").slice(-3).join(" / ")}`;
}

/** Whether there is something at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch {
    return false;
  }
}
