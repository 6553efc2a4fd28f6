// deno-lint-ignore-file no-console -- says how long each step took
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { readAll } from "../deploy/testing/own_folder.ts";
import { type RemoteProject, startRemoteProject } from "../deploy/testing/remote_project.ts";
import { buildInstaller } from "./installer.ts";
import { pushMigrations, runSupabase } from "../lib/supabase_cli.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { REPOSITORY } from "../deploy/project.ts";

const search = await findPostgres();
const PACKAGE = join(REPOSITORY, "packages/nightshift-supabase");
const WORKSPACE = "5d9a3c1e-0000-4000-8000-000000000002";
const SECRET = "a-secret-of-the-installers-test";
const EMAIL = `From: Ada <ada@harbour.example>
To: team@example.com
Subject: Delivery on Friday
Message-ID: <first@harbour.example>
Date: Thu, 26 Nov 2026 10:00:00 +0000

Could you call me at +44 20 7946 0958 about the order of 120 EUR?
`;

Deno.test({
  name: "from an empty folder with Node alone to the first email read",
  ignore: !search.found && Deno.env.get("CI") !== "true",
  async fn(test) {
    const folder = await Deno.makeTempDir({ prefix: "nightshift-installer-" });
    const own = join(folder, "own");
    await Deno.mkdir(own);
    const starting = startRemoteProject();
    await using project = await starting;
    const seconds: string[] = [];
    const step = (name: string, work: () => Promise<unknown>) =>
      test.step(name, async () => {
        const started = performance.now();
        await work();
        seconds.push(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
      });
    let tarball = "";
    try {
      await step("the package is packed", async () => {
        tarball = await packInstaller(folder);
      });
      await step("supabase init makes a project", () => runSupabase(["init"], { folder: own }));
      const before = await readAll(own);

      await step("a dry run lists every file and writes none", async () => {
        const dry = await runPacked(own, folder, "init", "--dry-run", "--single-migration");
        match(dry, /\+ supabase\/migrations\/\d{14}_nightshift\.sql\n/);
        match(dry, /\+ supabase\/functions\/inbound-email\/index\.js\n/);
        match(dry, /config\.toml {2}functions\.autonomous-tasks, /);
        deepEqual(await readAll(own), before);
      });

      await step("init adds what is missing, and nothing when it runs again", async () => {
        const text = await runInstaller(own, tarball, "init", "--single-migration");
        match(text, /Done\. Nothing of yours was overwritten\.[\s\S]*npx supabase db push/);
        const after = await readAll(own);
        for (const [path, old] of before) ok(after.get(path)?.startsWith(old), path);
        match(await runPacked(own, folder, "init"), /is in .* already\. Nothing was changed/);
        deepEqual(await readAll(own), after);
      });

      await step("the CLI pushes the migration, functions and secret", async () => {
        const { env } = project;
        await pushMigrations(project.databaseUrl, own);
        const secrets = join(folder, "secrets.env");
        await Deno.writeTextFile(secrets, `CRON_SECRET=${SECRET}\n`);
        const target = [`--remote=${project.ref}`, "--yes"];
        await runSupabase(["secrets", "set", "--env-file", secrets, ...target], { env });
        const names = ["continuous-intelligence", "inbound-email"];
        await runSupabase(["functions", "deploy", ...names, "--use-api", ...target], {
          folder: own,
          env,
        });
        deepEqual([...project.api.functions.keys()].sort(), names);
      });

      await step("the first email is read", async () => {
        await readFirstEmail(project);
      });
      console.log(seconds.join("\n"));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

async function readFirstEmail({ database, url }: RemoteProject): Promise<void> {
  await database.query("insert into public.workspaces (id, name) values ($1, 'First')", [
    WORKSPACE,
  ]);
  const functions = `${url}/functions/v1`;
  const authorization = `Bearer ${SECRET}`;
  const stored = await fetch(`${functions}/inbound-email?workspace_id=${WORKSPACE}`, {
    method: "POST",
    headers: { authorization, "content-type": "message/rfc822" },
    body: EMAIL,
  });
  equal(stored.status, 201, await stored.text());
  const run = await fetch(`${functions}/continuous-intelligence`, {
    method: "POST",
    headers: { authorization },
  });
  equal((await run.json()).total_emails_processed, 1);
  const records = await database.query(
    `select e.subject, i.needs_reply from public.email_intelligence i
     join public.client_emails e on e.id = i.email_id`,
  );
  deepEqual(records, [{ subject: "Delivery on Friday", needs_reply: true }]);
}

/** Makes the file that npm would publish, without writing into the repository. */
async function packInstaller(folder: string): Promise<string> {
  const copy = join(folder, "package");
  await Deno.mkdir(join(copy, "bin"), { recursive: true });
  for (const path of ["package.json", "README.md", "bin/nightshift-supabase.js"]) {
    await Deno.copyFile(join(PACKAGE, path), join(copy, path));
  }
  await buildInstaller(copy);
  const { stdout } = await run("npm", copy, "pack", "--ignore-scripts", "--silent");
  // npx takes a path that begins with a slash for a program.
  return `../package/${stdout.trim()}`;
}

/** As a person would: npx, with nothing but the file. */
async function runInstaller(folder: string, tarball: string, ...args: string[]): Promise<string> {
  const { stdout } = await run("npx", folder, "--yes", "--offline", tarball, ...args);
  return stdout;
}

/** The same program without npx, which takes a second. */
async function runPacked(own: string, folder: string, ...args: string[]): Promise<string> {
  const program = join(folder, "package/bin/nightshift-supabase.js");
  return (await run("node", own, program, ...args)).stdout;
}

async function run(program: string, cwd: string, ...args: string[]): Promise<{ stdout: string }> {
  return await promisify(execFile)(program, args, { cwd, maxBuffer: 2 ** 24 });
}
