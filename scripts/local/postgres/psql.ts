import { join } from "node:path";

/** What one call of psql runs: files first, then the statements. */
export interface PsqlWork {
  readonly files?: readonly string[];
  readonly sql?: string;
}

/**
 * Runs files and statements in one transaction each, stopping at the first error; answers what psql
 * printed, unaligned and without headings. Throws with PostgreSQL's words, file and line.
 */
export async function runPsql(binFolder: string, url: string, work: PsqlWork): Promise<string> {
  const args = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"];
  args.push("--set", "ON_ERROR_STOP=1");
  for (const file of work.files ?? []) args.push("--file", file);
  if (work.sql !== undefined) args.push("--command", work.sql);
  return await runClient(binFolder, "psql", [...args, "--dbname", url]);
}

/** Runs a client program such as `pg_dump`; answers its output, throws with its error text. */
export async function runClient(
  binFolder: string,
  program: string,
  args: readonly string[],
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(join(binFolder, program), {
    args: [...args],
    env: { PGCONNECT_TIMEOUT: "10", PGOPTIONS: "-c client_min_messages=warning" },
    stdin: "null",
  }).output();
  if (success) return new TextDecoder().decode(stdout);
  throw new Error(`${program} failed: ${new TextDecoder().decode(stderr).trim()}`);
}
