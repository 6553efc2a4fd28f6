// deno-lint-ignore-file no-console -- a command prints
import { join } from "node:path";
import process from "node:process";
import { runImport } from "./import/run_import.ts";
import { startProgressBar } from "./import/progress_bar.ts";

process.exitCode = await runImport(Deno.args, {
  stackFile: join(import.meta.dirname ?? ".", "../.nightshift/stack.json"),
  variables: Deno.env.toObject(),
  print: console.log,
  printError: console.error,
  startProgressBar: Deno.stderr.isTerminal() ? startProgressBar : null,
});
