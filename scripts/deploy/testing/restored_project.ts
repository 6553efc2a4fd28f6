import { delimiter } from "node:path";
import { readProgram } from "../../lib/run_program.ts";
import { readNamedBlocks } from "../../../supabase/tests/documents/document_blocks.ts";
import type { RemoteProject } from "./remote_project.ts";

/**
 * Does what the page on restoring a backup says to a project that becomes a new one in between. Its
 * schemas, jobs, secrets, functions and Vault entries are gone then, and its default privileges
 * grant to `anon` whatever `postgres` makes, as those of projects from before 2026 do.
 */
export async function dumpAndRestore(project: RemoteProject, binFolder: string): Promise<void> {
  const block = readNamedBlocks("docs/guides/restore-backup.md");
  const folder = await Deno.makeTempDir({ prefix: "nightshift-restore-test-" });
  try {
    const run = (script: string) => runShell(script, folder, binFolder, project.databaseUrl);
    await run(block("dump"));
    await becomeNew(project);
    await run(block("restore"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function becomeNew({ api, database }: RemoteProject): Promise<void> {
  await database.adminExec(`
    drop schema nightshift cascade;
    drop schema supabase_migrations cascade;
    drop schema public cascade;
    drop extension if exists pg_cron;
    delete from vault.secrets;
    delete from auth.users;
    create schema public authorization pg_database_owner;
    grant usage on schema public to anon, authenticated, service_role;
    alter default privileges for role postgres in schema public
      grant all on tables to anon, authenticated, service_role;
    alter default privileges for role postgres in schema public
      grant all on functions to anon, authenticated, service_role;
    alter default privileges for role supabase_admin in schema public
      grant all on tables to anon, authenticated, service_role`);
  api.reset();
}

async function runShell(
  script: string,
  cwd: string,
  binFolder: string,
  databaseUrl: string,
): Promise<void> {
  await readProgram("sh", ["-eu", "-c", script], {
    cwd,
    env: {
      PATH: `${binFolder}${delimiter}${Deno.env.get("PATH")}`,
      OLD_DATABASE_URL: databaseUrl,
      NEW_DATABASE_URL: databaseUrl,
    },
  });
}
