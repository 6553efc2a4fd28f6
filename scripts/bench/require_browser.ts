import { findBrowser } from "../dashboard/browser_install.ts";
import { BenchmarkUnavailable } from "./benchmark.ts";

/**
 * The program of a Chromium to measure in; nothing is installed.
 * @throws {BenchmarkUnavailable} where there is none, with what to do
 */
export async function requireBrowser(): Promise<string> {
  const search = await findBrowser();
  if (!search.found) throw new BenchmarkUnavailable(search.problem);
  return search.program;
}
