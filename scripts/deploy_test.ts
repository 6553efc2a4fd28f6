import { deepEqual, doesNotMatch, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { readDeno } from "./lib/run_program.ts";
import { offerExtensions } from "../supabase/tests/_helpers/hosted_extensions.ts";
import { readNamedBlocks } from "../supabase/tests/documents/document_blocks.ts";
import { createOwnFolder } from "./deploy/testing/own_folder.ts";
import { type RemoteProject, startRemoteProject } from "./deploy/testing/remote_project.ts";
import { normalizeDump } from "./deploy/testing/normalized_dump.ts";
import { dumpAndRestore } from "./deploy/testing/restored_project.ts";
import { runDeployCommand } from "./deploy/testing/run_command.ts";
import { listUploadedModules } from "./deploy/testing/uploaded_modules.ts";
import { REPOSITORY } from "./deploy/project.ts";
import { runSupabase } from "./lib/supabase_cli.ts";
import { findPostgres } from "./local/postgres/postgres_install.ts";
import { runClient } from "./local/postgres/psql.ts";

const search = await findPostgres();
const ignore = !search.found && Deno.env.get("CI") !== "true";

/**
 * What a project may have before: a table that is adopted, and things that are none of our
 * business.
 */
const BEFORE = `
  create table public.workspaces (id uuid primary key default gen_random_uuid(), name text, plan text);
  insert into public.workspaces (name, plan) values ('Mine', 'gold');
  create table public.notes (body text);
  insert into public.notes values ('a note');
`;

const FUNCTIONS = [
  "autonomous-tasks",
  "continuous-intelligence",
  "email-sync",
  "inbound-email",
  "mailboxes",
  "send-alert",
];

/** A person, and a workspace of theirs. */
const MEMBER = `
  insert into auth.users (id) values ('5d9a3c1e-0000-4000-8000-000000000001');
  insert into public.workspaces (id, name) values ('5d9a3c1e-0000-4000-8000-000000000002', 'Restored');
  insert into public.workspace_members (workspace_id, user_id, role) values
    ('5d9a3c1e-0000-4000-8000-000000000002', '5d9a3c1e-0000-4000-8000-000000000001', 'owner')
  on conflict do nothing`;

/** A setting that needs quoting on its way through the CLI. */
const NOTE = `it's "here" \\ $HOME`;

Deno.test({
  name: "deploy, again, rotate with a crash, undo, deploy from the user's own folder",
  ignore,
  fn: async (test) => {
    await using project = await startRemoteProject();
    await project.database.exec(BEFORE);
    await project.database.query("select vault.create_secret('theirs', 'my_key')");
    await project.database.query("select cron.schedule('mine', '0 0 * * *', 'select 1')");
    const schemaBefore = await dumpSchema(project);

    await test.step("deploy calls the CLI in order, and its summary follows a completed run", async () => {
      const settings = await Deno.makeTempFile({ suffix: ".env" });
      await Deno.writeTextFile(settings, `RUN_MAX_EMAILS=50\nCORS_ORIGINS=\nNOTE=${NOTE}\n`);
      const result = await runDeployCommand(project, ["--yes", "--settings", settings]);
      await Deno.remove(settings);
      equal(result.code, 0, result.text);
      const calls = result.cliCalls.filter((call) => !call.startsWith("db query"));
      // These are asked at the same time.
      deepEqual(calls.splice(1, 3).sort(), [
        "functions list",
        "migration list --remote=URL",
        "secrets list",
      ]);
      deepEqual(calls, [
        "projects list",
        "db push --remote=URL --include-all --skip-vault",
        "secrets set --env-file FILE",
        "functions deploy autonomous-tasks continuous-intelligence email-sync inbound-email mailboxes send-alert --use-api",
        "functions list",
      ]);
      match(result.text, /✅ Migration 043 Complete![\s\S]*Indexes created: 8[\s\S]*SUCCESS/);
      match(result.text, /task: completed in \d+ ms, 0 emails read\n\nDeployed\./);
      deepEqual(listChanges(project), [
        "POST /secrets",
        "POST /functions/deploy?slug=autonomous-tasks&bundleOnly=true",
        "POST /functions/deploy?slug=continuous-intelligence&bundleOnly=true",
        "POST /functions/deploy?slug=email-sync&bundleOnly=true",
        "POST /functions/deploy?slug=inbound-email&bundleOnly=true",
        "POST /functions/deploy?slug=mailboxes&bundleOnly=true",
        "POST /functions/deploy?slug=send-alert&bundleOnly=true",
        "PUT /functions",
      ]);
      const tasks = await project.database.query(
        "select workspace_id, task_type, status, triggered_by from autonomous_tasks",
      );
      deepEqual(tasks, [{
        workspace_id: null,
        task_type: "continuous_intelligence_update",
        status: "completed",
        triggered_by: "user",
      }]);
      const names = [...project.api.secrets.keys()].sort();
      deepEqual(names, ["CRON_SECRET", "NOTE", "RUN_MAX_EMAILS"]);
      equal(project.api.secrets.get("NOTE"), NOTE);
      const secret = project.api.secrets.get("CRON_SECRET") ?? "";
      equal(secret, await readVaultSecret(project));
      match(secret, /^[0-9a-f]{64}$/);
      ok(!result.text.includes(secret), "the secret was printed");
      ok(!result.processes.includes(secret), "the secret was an argument of a process");
      const password = new URL(project.databaseUrl).password;
      ok(!result.processes.includes(password), "the password was an argument of a process");
    });

    await test.step("the upload holds what runs and nothing else, and no package is left to be found", async () => {
      deepEqual([...project.api.functions.keys()].sort(), FUNCTIONS);
      for (const uploaded of project.api.functions.values()) {
        const { slug, files, metadata } = uploaded;
        equal(metadata["verify_jwt"], false);
        equal(metadata["entrypoint_path"], `supabase/functions/${slug}/index.js`);
        equal(metadata["import_map_path"] || undefined, undefined);
        // Deno itself says what is imported, so a file that the CLI left out is found.
        deepEqual(await listUploadedModules(uploaded), {
          files: [...files.keys()].sort(),
          others: [],
        });
        const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
        ok(size > 10_000 && size < 5_000_000, `${slug} has ${size} bytes`);
      }
      const lazy = [...project.api.functions.get("continuous-intelligence")?.files.keys() ?? []]
        .map((path) => path.split("/").at(-1)?.replace(/_[0-9a-f]{8}\.js$/, ""));
      ok(lazy.includes("ask_model") && lazy.includes("price_list"), lazy.join(", "));
    });

    await test.step("every upload starts by itself, and the runner answers the main POST", async () => {
      const response = await postRun(project, project.api.secrets.get("CRON_SECRET") ?? "");
      equal(response.status, 200);
      const { timestamp, ...report } = await response.json();
      match(timestamp, /^\d{4}-/);
      deepEqual(report, {
        success: true,
        workspaces_processed: 0,
        total_emails_processed: 0,
        total_emails_failed: 0,
        results: [],
      });
      deepEqual(await askOthers(project), [200, 401, 401]);
    });

    await test.step("one changed function is deployed alone, and after it nothing is left to do", async () => {
      await project.database.exec(
        `update nightshift.deployed_functions set files_sha256 = repeat('0', 64) where name = 'inbound-email'`,
      );
      project.api.takeCalls();
      const one = await runDeployCommand(project, ["--yes"]);
      equal(one.code, 0, one.text);
      match(one.text, /inbound-email \(\d+ files?, \d+ kB\)/);
      deepEqual(listChanges(project), ["POST /functions/deploy?slug=inbound-email"]);

      const none = await runDeployCommand(project, ["--yes"]);
      equal(none.code, 0, none.text);
      match(none.text, /Everything was there already; nothing was changed\./);
      equal(none.text.match(/nothing to do/g)?.length, 7, none.text);
      deepEqual(listChanges(project), []);
    });

    await test.step("a rotation that crashes goes on with the same secret, and one that waits is finished", async () => {
      const former = project.api.secrets.get("CRON_SECRET") ?? "";
      project.api.failNext(/vault\.update_secret/);
      const crashed = await runDeployCommand(project, ["--rotate-secret", "--yes"]);
      equal(crashed.code, 1);
      match(
        crashed.text,
        /deploy_step_failed: Vault: from now on the next secret: [\s\S]*on purpose/,
      );
      match(crashed.text, /The steps before it stay as they are\. .* run the same command again/);
      equal(project.api.secrets.get("CRON_SECRET_PREVIOUS"), former);
      equal(await readVaultSecret(project), former);
      equal((await postRun(project, former)).status, 200);
      const next = project.api.secrets.get("CRON_SECRET") ?? "";
      notEqual(next, former);

      const again = await runDeployCommand(project, [
        "--rotate-secret",
        "--keep-previous",
        "--yes",
      ]);
      equal(again.code, 0, again.text);
      match(again.text, /The previous secret stays valid until --rotate-secret runs again/);
      equal(project.api.secrets.get("CRON_SECRET"), next);
      equal(await readVaultSecret(project), next);
      equal((await postRun(project, former)).status, 200);

      const last = await runDeployCommand(project, ["--rotate-secret", "--yes"]);
      equal(last.code, 0, last.text);
      equal(project.api.secrets.get("CRON_SECRET"), next);
      equal(project.api.secrets.has("CRON_SECRET_PREVIOUS"), false);
      equal((await postRun(project, former)).status, 401);
      equal((await postRun(project, next)).status, 200);
      for (const { text, processes } of [crashed, again, last]) {
        ok(
          ![former, next].some((secret) => (text + processes).includes(secret)),
          "a secret leaked",
        );
      }
    });

    await test.step("undo leaves the schema as it was, and what others own", async () => {
      const result = await runDeployCommand(project, ["--undo", "--yes"]);
      equal(result.code, 0, result.text);
      match(result.text, /public\.workspaces stay: they were there before/);
      equal(await dumpSchema(project), schemaBefore);
      equal(project.api.functions.size, 0);
      deepEqual([...project.api.secrets.keys()].sort(), ["NOTE", "RUN_MAX_EMAILS"]);
      deepEqual(await project.database.query("select name, plan from public.workspaces"), [
        { name: "Mine", plan: "gold" },
      ]);
      deepEqual(await project.database.query("select name from vault.secrets"), [{
        name: "my_key",
      }]);
      deepEqual(await project.database.query("select jobname from cron.job"), [{
        jobname: "mine",
      }]);
      deepEqual(
        await project.database.query("select version from supabase_migrations.schema_migrations"),
        [],
      );
    });

    await project.database.exec(
      "insert into supabase_migrations.schema_migrations values ('20250101000000', '{}', 'notes')",
    );
    await test.step("a history with versions of the user stops before anything is changed", async () => {
      project.api.takeCalls();
      const result = await runDeployCommand(project, ["--yes"]);
      equal(result.code, 1);
      match(result.text, /deploy_history_unknown: .*20250101000000.*--into PATH/);
      const changes = result.cliCalls.filter((call) => !/ list|^db query/.test(call));
      deepEqual(changes, []);
      deepEqual(
        project.api.takeCalls().filter((call) => /^(?!GET|POST \/database)/.test(call)),
        [],
      );
      equal(
        (await project.database.query("select from pg_namespace where nspname = 'nightshift'"))
          .length,
        0,
      );
    });

    await using own = await createOwnFolder();
    await test.step("--into adds to the user's folder, overwrites nothing, and deploys to a project without any extension", async () => {
      await offerExtensions((sql) => project.database.adminExec(sql));
      const theirs = await own.readAll();
      const result = await runDeployCommand(project, ["--into", own.folder, "--yes"]);
      equal(result.code, 0, result.text);
      match(result.text, /task: completed/);

      const files = await own.readAll();
      for (const [path, text] of theirs) ok(files.get(path)?.startsWith(text), path);
      const migrations = [...files.keys()].filter((path) => path.includes("_nightshift_"));
      equal(migrations.length, (await own.listMigrations()).length);
      const { files: uploaded } = project.api.functions.get("continuous-intelligence") ?? {};
      for (const [path, text] of uploaded ?? []) equal(files.get(path), text, path);
      const history = await project.database.query<{ name: string }>(
        "select name from supabase_migrations.schema_migrations order by version",
      );
      equal(history[0]?.name, "notes");
      equal(history.length, migrations.length + 1);
      deepEqual(
        await project.database.query(`select extname from pg_extension
          where extname in ('pg_cron', 'pgcrypto') order by extname`),
        [{ extname: "pg_cron" }, { extname: "pgcrypto" }],
      );
    });

    await test.step("an agent of the user's own needs nothing but what --into brought", async () => {
      await readDeno(["check", "--quiet", "--no-lock", "supabase/functions/_nightshift/agent.ts"], {
        cwd: own.folder,
      });
    });

    await test.step("`supabase functions deploy` from the checkout deploys sources that start", async () => {
      await runSupabase(
        ["functions", "deploy", "--use-api", `--remote=${project.ref}`, "--yes"],
        { folder: REPOSITORY, env: project.env },
      );
      deepEqual([...project.api.functions.keys()].sort(), FUNCTIONS);
      for (const { slug, files, metadata } of project.api.functions.values()) {
        equal(metadata["entrypoint_path"], `supabase/functions/${slug}/index.ts`);
        equal(metadata["import_map_path"], "supabase/functions/deno.json");
        for (const path of files.keys()) {
          match(path, new RegExp(`^supabase/functions/(deno\\.json|(_email|_shared|${slug})/.+)$`));
          doesNotMatch(path, /_test\.ts$|\/tests\/|\/testing\//);
        }
      }
      const secret = project.api.secrets.get("CRON_SECRET") ?? "";
      const response = await postRun(project, secret);
      equal(response.status, 200, await response.text());
      deepEqual(await askOthers(project), [200, 401, 401]);
    });

    await test.step("a restored backup works again after one deploy, whatever its new project grants to anon", async () => {
      if (!search.found) throw new Error(search.problem);
      await project.database.exec(MEMBER);
      await dumpAndRestore(project, search.installation.binFolder);
      ok((await listCallable(project)).length > 20, "the default privileges open every function");
      await rejects(callAsAnon(project, "select public.start_run()"), /service_only/);
      await rejects(project.database.query("select from cron.job"), /does not exist/);

      const result = await runDeployCommand(project, ["--into", own.folder, "--yes"]);
      equal(result.code, 0, result.text);
      match(result.text, /create pg_cron/);
      match(result.text, /correct \d+ rights/);
      match(result.text, /task: completed/);
      deepEqual(await listCallable(project), []);
      const check = readNamedBlocks("docs/guides/restore-backup.md")("check").split(";")
        .filter((statement) => /^\s*(--.*\n)?\s*select/.test(statement));
      equal(check.length, 2);
      for (const statement of check) {
        deepEqual(await project.database.query(statement), []);
      }
      deepEqual(await project.database.query("select name from public.workspaces order by name"), [
        { name: "Mine" },
        { name: "Restored" },
      ]);
      const [job] = await project.database.query<{ command: string }>(
        "select command from cron.job where jobname = 'continuous-intelligence'",
      );
      const [tick] = await project.database.query<{ dispatch: { task_id: string } }>(
        job?.command ?? "",
      );
      equal(await awaitEnd(project, tick?.dispatch.task_id ?? ""), "completed");
    });
  },
});

async function postRun({ url }: RemoteProject, secret: string): Promise<Response> {
  const response = await fetch(`${url}/functions/v1/continuous-intelligence`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}` },
  });
  return new Response(await response.text(), { status: response.status });
}

/** What the other functions answer without a secret: health to everybody, the rest to nobody. */
function askOthers({ url }: RemoteProject): Promise<number[]> {
  const paths = ["autonomous-tasks/health", "inbound-email", "send-alert"];
  return Promise.all(paths.map(async (path) => {
    const answer = await fetch(`${url}/functions/v1/${path}`);
    await answer.body?.cancel();
    return answer.status;
  }));
}

/** Calls that changed functions or secrets, since this was last asked. */
function listChanges({ api }: RemoteProject): string[] {
  return api.takeCalls().filter((call) => /^(POST|PUT|DELETE) \/[fs]/.test(call));
}

/** Functions of public and nightshift that anon may execute. */
async function listCallable({ database }: RemoteProject): Promise<string[]> {
  const rows = await database.query<{ signature: string }>(`
    select p.oid::regprocedure::text as signature
    from pg_proc p
    where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'nightshift'))
      and has_function_privilege('anon', p.oid, 'execute')
    order by 1`);
  return rows.map(({ signature }) => signature);
}

async function callAsAnon({ database }: RemoteProject, statement: string): Promise<void> {
  await database.runInTransaction(["set local role anon", statement]);
}

/** The status with which a task ends, within 30 seconds. */
async function awaitEnd({ database }: RemoteProject, id: string): Promise<string | undefined> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const [task] = await database.query<{ status: string }>(
      "select status from public.autonomous_tasks where id = $1",
      [id],
    );
    const isOpen = task?.status === "pending" || task?.status === "running";
    if (!isOpen || Date.now() > deadline) return task?.status;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function readVaultSecret({ database }: RemoteProject): Promise<string> {
  const [row] = await database.query<{ secret: string }>(
    "select decrypted_secret as secret from vault.decrypted_secrets where name = 'cron_secret'",
  );
  return row?.secret ?? "";
}

/** Everything but the history that the CLI keeps, which an undo only empties of ours. */
async function dumpSchema({ databaseUrl }: RemoteProject): Promise<string> {
  if (!search.found) throw new Error(search.problem);
  const dump = await runClient(search.installation.binFolder, "pg_dump", databaseUrl, [
    ...["--schema-only", "--exclude-schema=supabase_migrations"],
  ]);
  return normalizeDump(dump);
}
