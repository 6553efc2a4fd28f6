import { type Check, describeFinding } from "../check/check.ts";
import { runChecks } from "../check/run_checks.ts";
import type { Outcome } from "./outcome.ts";

/** Runs checks of the gate; each is one outcome. */
export async function runGate(
  checks: readonly Check[],
  print: (line: string) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const { check, findings, skipped } of runChecks(checks)) {
    const common = { part: "ok", file: `ok ${check.name}`, name: check.promise };
    if (skipped !== undefined) {
      outcomes.push({ ...common, state: "skipped", detail: skipped });
    } else if (findings.length > 0) {
      const detail = findings.map(describeFinding).join("\n");
      outcomes.push({ ...common, state: "failed", detail });
    } else {
      outcomes.push({ ...common, state: "passed" });
    }
    const state = skipped !== undefined ? "skipped" : findings.length > 0 ? "FAILED" : "ok";
    print(`${check.promise} ... ${state}`);
  }
  return outcomes;
}
