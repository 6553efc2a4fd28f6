import { findBrowser } from "../dashboard/browser_install.ts";
import { ensurePostgres, type PostgresInstallation } from "../local/postgres/postgres_install.ts";
import { BenchmarkUnavailable } from "./benchmark.ts";

/**
 * A real PostgreSQL to measure on, installed where that is possible.
 * @throws {BenchmarkUnavailable} where there is none, with what to do
 */
export async function requirePostgres(say: (line: string) => void): Promise<PostgresInstallation> {
  const search = await ensurePostgres(say);
  if (!search.found) throw new BenchmarkUnavailable(search.problem);
  return search.installation;
}

/**
 * The program of a Chromium to measure in; nothing is installed.
 * @throws {BenchmarkUnavailable} where there is none, with what to do
 */
export async function requireBrowser(): Promise<string> {
  const search = await findBrowser();
  if (!search.found) throw new BenchmarkUnavailable(search.problem);
  return search.program;
}
