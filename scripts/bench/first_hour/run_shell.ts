import { runProgram } from "../../lib/run_program.ts";

/**
 * Runs commands as a person would paste them; the first that fails ends them.
 * @returns what they print
 * @throws {Error} with what they said
 */
export async function runShell(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  // curl alone would call a rejection a success.
  const functions = 'curl() { command curl --fail-with-body --silent --show-error "$@"; }\n';
  const { success, stdout, stderr } = await runProgram(
    "bash",
    ["-euo", "pipefail", "-c", functions + script],
    { cwd, clearEnv: true, env: { ...env } },
  );
  if (success) return stdout;
  throw new Error(`${script.trim()}\n${stdout}\n${stderr}`);
}
