import { envCheck, errorsCheck } from "./catalogue_checks.ts";
import type { Check, Finding } from "./check.ts";
import { boundariesCheck, formatCheck, lintCheck, typesCheck } from "./deno_checks.ts";
import { generatedCheck } from "./generated_checks.ts";
import { distCheck } from "./dist/dist_check.ts";
import { httpApiCheck } from "./http_api_check.ts";
import { circlesCheck } from "./layout/circles.ts";
import { foldersCheck } from "./layout/folder_sizes.ts";
import { linesCheck } from "./layout/line_lengths.ts";
import { lockCheck } from "./lock/lock_check.ts";
import { proseCheck } from "./prose/prose_check.ts";
import { sqlCheck } from "./sql/sql_checks.ts";
import { versionCheck } from "./version_check.ts";
import { wordsCheck } from "./words_check.ts";

/** Every check of the gate, in the order in which they are reported. */
export const CHECKS: readonly Check[] = [
  formatCheck,
  lintCheck,
  boundariesCheck,
  circlesCheck,
  foldersCheck,
  linesCheck,
  typesCheck,
  sqlCheck,
  proseCheck,
  errorsCheck,
  envCheck,
  versionCheck,
  httpApiCheck,
  distCheck,
  lockCheck,
  wordsCheck,
  generatedCheck,
];

/** How one check went. */
export interface CheckReport {
  readonly check: Check;
  readonly findings: readonly Finding[];
  /** Why it could not run; there are no findings then. */
  readonly skipped?: string;
}

/** Runs one check. A check that breaks is a finding too. */
export async function runCheck(check: Check): Promise<CheckReport> {
  try {
    const skipped = await check.findObstacle?.();
    if (skipped !== undefined) return { check, findings: [], skipped };
    return { check, findings: await check.run() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { check, findings: [{ file: ".", message: `the check itself failed: ${message}` }] };
  }
}

/** Runs checks side by side and reports each as soon as those before it are reported. */
export async function* runChecks(checks: readonly Check[]): AsyncGenerator<CheckReport> {
  for (const report of checks.map(runCheck)) yield await report;
}
