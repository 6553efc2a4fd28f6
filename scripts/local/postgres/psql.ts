import { join } from "node:path";
import { takeEnvironment } from "../../lib/own_environment.ts";
import { type ProgramEnd, runProgram } from "../../lib/run_program.ts";

/** What one call of psql runs: files first, then the statements. */
export interface PsqlWork {
  readonly files?: readonly string[];
  readonly sql?: string;
}

const PLAIN_OUTPUT = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"];

/**
 * Runs files, then statements, and stops at the first error; answers what psql printed, unaligned
 * and without headings. Throws with PostgreSQL's words, file and line.
 */
export async function runPsql(binFolder: string, url: string, work: PsqlWork): Promise<string> {
  const files = [...work.files ?? [], ...work.sql === undefined ? [] : ["-"]];
  const args = [...PLAIN_OUTPUT, "--set=ON_ERROR_STOP=1", ...files.map((file) => `--file=${file}`)];
  return await runClient(binFolder, "psql", url, args, work.sql);
}

/**
 * Runs one psql script to its end or its first error, whichever comes first, and throws nothing.
 */
export async function runPsqlScript(
  binFolder: string,
  url: string,
  file: string,
): Promise<ProgramEnd> {
  const onError = ["--set=ON_ERROR_ROLLBACK=1", "--set=ON_ERROR_STOP=1"];
  return await callClient(binFolder, "psql", url, [...PLAIN_OUTPUT, ...onError, `--file=${file}`]);
}

/** Runs a client program such as `pg_dump`; answers its output, throws with its error text. */
export async function runClient(
  binFolder: string,
  program: string,
  url: string,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const { success, stdout, stderr } = await callClient(binFolder, program, url, args, input);
  if (success) return stdout;
  // Statements come by standard input, which is no place that a reader could look up.
  throw new Error(`${program} failed: ${stderr.replaceAll(/^psql:<stdin>:\d+: /gm, "").trim()}`);
}

/**
 * The environment of a client program. Where the server is, and the password, go by it: `ps` shows
 * arguments to everybody.
 */
export function describeConnection(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    ...takeEnvironment(),
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: "disable",
    PGCONNECT_TIMEOUT: "10",
    PGOPTIONS: "-c client_min_messages=warning",
  };
}

function callClient(
  binFolder: string,
  program: string,
  url: string,
  args: readonly string[],
  input = "",
): Promise<ProgramEnd> {
  const env = describeConnection(url);
  return runProgram(join(binFolder, program), args, { clearEnv: true, env, input });
}
