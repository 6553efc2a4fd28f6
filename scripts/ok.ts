// deno-lint-ignore-file no-console -- a command's output is for its user
import { type Check, describeFinding } from "./check/check.ts";
import { CHECKS, runChecks } from "./check/run_checks.ts";

const USAGE = `Usage: deno task ok [--write] [NAME…]
  NAME     checks to run, all without one: ${CHECKS.map(({ name }) => name).join(", ")}
  --write  first format, and write what is generated anew`;

/**
 * `deno task ok [--write] [NAME…]`: the gate, in seconds. Exit code 1 when something is to correct.
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const names = args.filter((argument) => argument !== "--write");
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(`No check is called ${unknown.join(", ")}.\n\n${USAGE}`);
    return 2;
  }
  const checks = CHECKS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (args.includes("--write")) await rewrite(checks);
  let failed = 0;
  for await (const { check, findings, skipped } of runChecks(checks)) {
    const state = skipped !== undefined ? "skipped" : findings.length > 0 ? "FAILED" : "ok";
    console.log(`${state.padEnd(8)}${check.name.padEnd(12)}${skipped ?? check.promise}`);
    for (const finding of findings) console.log(`  ${describeFinding(finding)}`);
    if (findings.length > 0) failed += 1;
  }
  return failed > 0 ? 1 : 0;
}

/** One after the other: the formatter comes last, over what the others wrote. */
async function rewrite(checks: readonly Check[]): Promise<void> {
  for (const check of checks.toReversed()) {
    try {
      await check.write?.();
    } catch (error) {
      console.error(
        `${check.name} could not write: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
