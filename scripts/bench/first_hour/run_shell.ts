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
  const { success, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-euo", "pipefail", "-c", functions + script],
    cwd,
    clearEnv: true,
    env: { ...env },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  throw new Error(`${script.trim()}\n${decoder.decode(stdout)}\n${decoder.decode(stderr)}`);
}
