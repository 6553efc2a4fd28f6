import { join } from "node:path";
import { readRunningStacks, type StackFacts } from "../../start/stack_files.ts";

/** A local project that a person has started. */
export interface StartedProject {
  readonly facts: StackFacts;
  /** The longest time in which the command printed nothing before the project was ready. */
  readonly silentSeconds: number;
  stop(): Promise<void>;
}

/** Runs the page's command, on free ports, until it says that the project is ready. */
export async function startProject(
  command: string,
  clone: string,
  env: Readonly<Record<string, string>>,
): Promise<StartedProject> {
  const child = new Deno.Command("bash", {
    args: ["-c", `exec ${command.trim()} --port 0 --alias-port 0 2>&1`],
    cwd: clone,
    clearEnv: true,
    env: { ...env },
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let output = "";
  let silentSeconds = 0;
  let lastAt = performance.now();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  while (!output.includes("Dashboard: ")) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The project did not start:\n${output}`);
    output += value;
    silentSeconds = Math.max(silentSeconds, (performance.now() - lastAt) / 1_000);
    lastAt = performance.now();
  }
  const [facts] = await readRunningStacks(join(clone, ".nightshift", "stacks"));
  if (facts === undefined) throw new Error(`The project left no facts:\n${output}`);
  return {
    facts,
    silentSeconds,
    stop: async () => {
      child.kill("SIGTERM");
      await reader.cancel();
      await child.status;
    },
  };
}
