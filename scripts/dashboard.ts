// deno-lint-ignore-file no-console -- a command prints
/** `deno task dashboard`: writes the dashboard of a project for a static host. */
import { resolve } from "node:path";
import { buildDashboard } from "./dashboard/build.ts";
import { refuseKey, writeHostFiles } from "./dashboard/host_files.ts";
import { runCommand, UsageError } from "./lib/command.ts";

const USAGE = `Usage: deno task dashboard --project-ref REF --publishable-key KEY [--out FOLDER]
Writes the dashboard of a project into a folder for any static host (docs/guides/dashboard.md).
  --project-ref REF      the project, as in https://REF.supabase.co
  --project-url URL      instead of it, for a project with a domain of its own
  --publishable-key KEY  the project's publishable key (Settings > API Keys); default
                         SUPABASE_PUBLISHABLE_KEY
  --out FOLDER           where to write it; default dashboard-site`;

await runCommand({
  usage: USAGE,
  options: {
    "project-ref": { type: "string" },
    "project-url": { type: "string" },
    "publishable-key": { type: "string" },
    out: { type: "string", default: "dashboard-site" },
  },
}, async ({ "project-ref": ref, "project-url": url, "publishable-key": given, out }) => {
  if (ref === undefined && url === undefined) throw new UsageError("Give --project-ref REF.");
  if (ref !== undefined && !/^[a-z0-9]{20}$/.test(ref)) {
    throw new UsageError(`A project ref has 20 letters and digits; "${ref}" does not.`);
  }
  const key = given ?? Deno.env.get("SUPABASE_PUBLISHABLE_KEY");
  if (key === undefined) throw new UsageError("Give --publishable-key KEY.");
  const problem = refuseKey(key);
  if (problem !== null) throw new UsageError(problem);
  const folder = resolve(out);
  await buildDashboard(folder);
  await writeHostFiles(folder, {
    url: (url ?? `https://${ref}.supabase.co`).replace(/\/+$/, ""),
    publishableKey: key,
  });
  console.log(`${folder} has the dashboard. Put its files on a static host; the steps for three`);
  console.log("hosts are in docs/guides/dashboard.md.");
  return 0;
});
