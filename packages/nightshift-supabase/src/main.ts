// deno-lint-ignore-file no-console -- a command prints
/** `npx nightshift-supabase`, in Node. */
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { DeployError } from "../../../scripts/deploy/deploy_error.ts";
import { readContent } from "./content.ts";
import { parseFlags, USAGE } from "./flags.ts";
import { init } from "./init.ts";

async function main(args: readonly string[]): Promise<void> {
  const flags = parseFlags(args);
  if (flags.help) return console.log(USAGE);
  // This file is in `built`.
  const content = await readContent(fileURLToPath(new URL("..", import.meta.url)));
  if (flags.version) return console.log(content.version);
  const signal = listenForSignals();
  await init(flags, content, {
    print: console.log,
    ask: process.stdin.isTTY ? (question) => ask(question, signal) : undefined,
    signal,
  });
}

/** Ctrl-C is no reason to leave half of the files. */
function listenForSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => controller.abort(new Error(`Stopped by ${name}.`)));
  }
  return controller.signal;
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question, { signal });
  } finally {
    terminal.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof DeployError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(isExpected ? `${error.code}: ${message}` : `${message}\nNothing was changed.`);
  process.exitCode = isExpected && error.code === "deploy_usage_invalid" ? 2 : 1;
}
