// deno-lint-ignore-file no-console -- a command prints
import { startProgressBar } from "./import/progress_bar.ts";
import { runImport } from "./import/run_import.ts";
import { ownEnvironment } from "./lib/own_environment.ts";
import { STACKS_FOLDER } from "./start/stack_files.ts";

ownEnvironment();
Deno.exitCode = await runImport(Deno.args, {
  stacksFolder: STACKS_FOLDER,
  variables: Deno.env.toObject(),
  print: console.log,
  printError: console.error,
  startProgressBar: Deno.stderr.isTerminal() ? startProgressBar : null,
});
