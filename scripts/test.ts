// deno-lint-ignore-file no-console -- a command's output is for its user
import { CHECKS } from "./check/run_checks.ts";
import { watchLaunchers } from "./local/launcher_watch.ts";
import { ensurePostgres } from "./local/postgres_install.ts";
import { runDenoTests } from "./test/deno_part.ts";
import { runGate } from "./test/gate_part.ts";
import {
  countOutcomes,
  describeTrouble,
  formatTally,
  isGood,
  type Outcome,
} from "./test/outcome.ts";
import { runPgtap } from "./test/pgtap_part.ts";
import { findTestFiles, select } from "./test/selection.ts";

/**
 * `deno task test [FILTER…]`: the gate, Deno tests, pgTAP. The last line is
 * `N passed, N failed, N skipped`; exit code 1 when something failed or nothing ran.
 */
async function main(filters: readonly string[]): Promise<number> {
  watchLaunchers(() => Deno.exit(143));
  const files = await findTestFiles();
  const { checks, denoFiles, pgtapFiles } = select({ checks: CHECKS, ...files }, filters);
  // Many tests look for PostgreSQL by themselves, so it is there before the first.
  const search = await ensurePostgres(console.log);
  const isRequired = Deno.env.get("CI") === "true";

  const outcomes: Outcome[] = [];
  if (checks.length > 0) console.log(`Gate: ${checks.length} checks`);
  outcomes.push(...await runGate(checks, console.log));
  if (denoFiles.length > 0) console.log(`\nDeno: ${denoFiles.length} files`);
  outcomes.push(...await runDenoTests(denoFiles));
  if (pgtapFiles.length > 0) console.log(`\npgTAP: ${pgtapFiles.length} files`);
  outcomes.push(...await runPgtap(pgtapFiles, search, isRequired, console.log));

  const tally = countOutcomes(outcomes);
  if (outcomes.length === 0) console.log(`Nothing matches ${filters.join(", ")}.`);
  for (const line of describeTrouble(outcomes)) console.log(line);
  console.log(`\n${formatTally(tally)}`);
  return isGood(tally) ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
