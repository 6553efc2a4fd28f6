// deno-lint-ignore-file no-console -- a command prints
/** `deno task models`: what each chosen model still lacks on the running local stack. */
import { CommandError, runCommand } from "./lib/command.ts";
import { describeModels, listModelGaps } from "./models/list_gaps.ts";
import { readRunningStacks, STACKS_FOLDER } from "./start/stack_files.ts";

const USAGE = `Usage: deno task models [--json]
Lists what each chosen model still lacks on the stack that was started last: key, price, budget.
  --json  print one line of JSON
Exit code: 0 when nothing is missing, else 1.`;

await runCommand({
  usage: USAGE,
  options: { json: { type: "boolean", default: false } },
}, async ({ json }) => {
  const [stack] = await readRunningStacks(STACKS_FOLDER);
  if (stack === undefined) {
    throw new CommandError("No local stack is running. Start one: npx -y deno@2.9.6 task start.");
  }
  const reports = await listModelGaps(async (query) => {
    const response = await fetch(`${stack.url}/pg/query`, {
      method: "POST",
      headers: { apikey: stack.secretKey },
      body: JSON.stringify({ query }),
    });
    return await response.json();
  }, stack.providers);
  console.log(json ? JSON.stringify(reports) : describeModels(reports));
  return reports.some(({ gaps }) => gaps.length > 0) ? 1 : 0;
});
