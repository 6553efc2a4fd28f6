import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { readDeno, runDeno } from "../lib/run_program.ts";
import { PREPARED_FOLDER_VARIABLE } from "../lib/prepared.ts";
import { createOwnFolder } from "./testing/own_folder.ts";

/** Runs the command where nobody has credentials: no HOME with a login, and a PATH without npx. */
async function dryRun(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const { denoDir } = JSON.parse(await readDeno(["info", "--json"]));
  const run = ["run", "--allow-all", "scripts/deploy.ts", "--dry-run", ...args];
  const { code, stdout, stderr } = await runDeno(run, {
    clearEnv: true,
    env: {
      NO_COLOR: "1",
      DENO_DIR: denoDir,
      DENO_NO_PACKAGE_JSON: "1",
      PATH: "/nonexistent",
      [PREPARED_FOLDER_VARIABLE]: Deno.env.get(PREPARED_FOLDER_VARIABLE) ?? "",
    },
  });
  return { code, out: stdout, errors: stderr };
}

Deno.test("a dry run without any credentials explains the whole plan", async () => {
  const { code, out, errors } = await dryRun();
  equal(code, 0, errors);
  for (
    const line of [
      /\[1\/7\] Database: the migrations\n +npx -y supabase@\S+ db push --remote=<project-ref>/,
      /\[4\/7\] Functions: secrets\n +npx .* secrets set/,
      /functions deploy autonomous-tasks continuous-intelligence email-sync inbound-email mailboxes send-alert --use-api/,
      /\[7\/7\] Smoke check/,
      /Functions: autonomous-tasks \(1 file, \d+ kB\), continuous-intelligence \(\d+ files, \d+ kB\)/,
      /Nothing was asked and nothing was changed\. .*SUPABASE_ACCESS_TOKEN/,
    ]
  ) match(out, line);
});

Deno.test("a dry run checks the folder of --into and the settings without any credentials", async () => {
  await using own = await createOwnFolder();
  const before = await own.readAll();
  const settings = join(own.folder, "settings.env");
  await Deno.writeTextFile(settings, "RUN_MAX_EMAILS=50\nMY_OWN=1\n");
  const fine = await dryRun("--into", own.folder, "--settings", settings);
  equal(fine.code, 0, fine.errors);
  match(fine.out, /Settings: RUN_MAX_EMAILS, MY_OWN\n/);
  match(fine.out, /: \d+ files to write, supabase\/config\.toml to extend\n/);

  await Deno.writeTextFile(settings, "RUN_MAX_EMAILS=many\nCRON_SECRET=short\nSUPABASE_URL=x\n");
  await Deno.writeTextFile(
    join(own.folder, "supabase/config.toml"),
    "[functions.inbound-email]\nverify_jwt = true\n",
  );
  const wrong = await dryRun("--into", own.folder, "--settings", settings);
  equal(wrong.code, 2);
  for (
    const problem of [
      /CRON_SECRET needs at least 16 characters/,
      /RUN_MAX_EMAILS must be a whole number from 1 to 10000, not "many"/,
      /SUPABASE_URL: the platform sets these itself/,
      /these are yours, or were edited: supabase\/config\.toml \[functions\.inbound-email\]/,
    ]
  ) match(wrong.errors, problem);
  const after = await own.readAll();
  deepEqual(
    [...after.keys()].sort(),
    [...before.keys(), "settings.env"].sort(),
    "a dry run writes nothing",
  );
});
