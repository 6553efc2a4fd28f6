// deno-lint-ignore-file no-console -- a command prints
/** `deno task pictures`: every page of the dashboard in light, in dark and on a phone. */
import { join } from "node:path";
import { buildDashboard } from "./dashboard/build.ts";
import { findBrowser } from "./dashboard/browser_install.ts";
import { CommandError, runCommand } from "./lib/command.ts";
import { ROOT } from "./lib/list_files.ts";
import { type Stack, startStack } from "./local/stack.ts";
import { takePictures } from "./pictures/take_pictures.ts";
import { DEMO_ACCOUNTS } from "./start/demo/accounts.ts";
import { fillDemo } from "./start/demo/fill_demo.ts";

/** The report of the latest 12 hours, as the operator gets it. */
async function readNight({ database }: Stack): Promise<string> {
  const [row] = await database.query<{ html: string }>(
    "select public.report_night(now() - interval '12 hours', now()) ->> 'html' as html",
  );
  if (row === undefined) throw new Error("The database did not answer with a report.");
  return row.html;
}

const USAGE = `Usage: deno task pictures [--out FOLDER]
  --out FOLDER  where the pictures go; default docs/guides/images/dashboard`;

await runCommand({
  usage: USAGE,
  options: { out: { type: "string", default: join(ROOT, "docs/guides/images/dashboard") } },
}, async ({ out }) => {
  const search = await findBrowser();
  if (!search.found) throw new CommandError(search.problem);
  const folder = await Deno.makeTempDir({ prefix: "nightshift-pictures-" });
  try {
    await buildDashboard(folder);
    console.error("Starting the demo …");
    await using stack = await startStack({
      dashboardFolder: folder,
      demoAccounts: DEMO_ACCOUNTS,
    });
    await fillDemo(stack);
    const bytes = await takePictures(stack.url, search.program, out, await readNight(stack));
    console.log(`${Math.round(bytes / 1_000)} kB of pictures in ${out}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return 0;
});
