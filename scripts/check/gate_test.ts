import { deepEqual } from "node:assert/strict";
import { takeSelectedChecks } from "../test/selection.ts";
import { describeFinding } from "./check.ts";
import { CHECKS, runCheck } from "./run_checks.ts";

const selected = takeSelectedChecks(CHECKS.map(({ name }) => name));

for (const check of CHECKS.filter(({ name }) => selected.includes(name))) {
  const obstacle = await check.findObstacle?.();
  Deno.test({
    name: `ok ${check.name}: ${obstacle ?? check.promise}`,
    ignore: obstacle !== undefined,
    fn: async () => {
      const { findings } = await runCheck(check);
      deepEqual(findings.map(describeFinding), []);
    },
  });
}
