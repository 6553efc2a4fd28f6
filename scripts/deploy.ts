// deno-lint-ignore-file no-console -- a command prints
/** `deno task deploy`: from an empty Supabase project to the first logged run, and back. */
import process from "node:process";
import { DeployError } from "./deploy/deploy_error.ts";
import { parseFlags, USAGE } from "./deploy/flags.ts";
import { runDeploy } from "./deploy/run_deploy.ts";

try {
  const flags = parseFlags(Deno.args);
  if (flags.help) console.log(USAGE);
  else {
    await runDeploy(flags, {
      print: console.log,
      cronSecret: Deno.env.get("CRON_SECRET") || undefined,
      ask: Deno.stdin.isTerminal() ? prompt : null,
    });
  }
} catch (error) {
  if (!(error instanceof DeployError)) throw error;
  console.error(`\n${error.code}: ${error.message}`);
  process.exitCode = error.code === "deploy_usage_invalid" ? 2 : 1;
}
