import { join } from "node:path";
import { describeTestApi } from "../../supabase/functions/autonomous-tasks/test_app.ts";
import { type Check, ROOT } from "./check.ts";
import { renderHttpApi } from "./http_api_page.ts";
import { runDeno } from "./run_deno.ts";

const PAGE = "docs/http_api.md";

/** The page for people says what the OpenAPI document says. */
export const httpApiCheck: Check = {
  name: "http-api",
  promise: `${PAGE} shows the task-logging API as its OpenAPI document has it`,
  run: async () => {
    const found = await Deno.readTextFile(join(ROOT, PAGE)).catch(() => "");
    if (found === await render()) return [];
    return [{ file: PAGE, message: "out of date; run `deno task ok --write`" }];
  },
  write: async () => await Deno.writeTextFile(join(ROOT, PAGE), await render()),
};

async function render(): Promise<string> {
  const page = renderHttpApi(JSON.parse(JSON.stringify(describeTestApi())));
  const { success, stdout, stderr } = await runDeno(["fmt", "--ext", "md", "-"], page);
  if (!success) throw new Error(`deno fmt failed on ${PAGE}: ${stderr.trim()}`);
  return stdout;
}
