import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryActs } from "../../../scripts/bench/adversary/acts.ts";
import { Stage } from "../../../scripts/bench/adversary/play.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { MUTATIONS } from "./mutations.ts";

const SEED = 20_261_126;
const SEQUENCES = 200;
const ACTS = 10;

/** The report of a failure: the seed, the smallest sequence and what it violated; or nothing. */
async function attack(stage: Stage, endOnFailure: boolean): Promise<string> {
  let found = "";
  const result = await fc.check(
    fc.asyncProperty(arbitraryActs(ACTS), async (acts) => {
      const { violations } = await stage.play(acts);
      if (violations.length === 0) return;
      found = violations.map(({ kind, what }) => `${kind}: ${what}`).join("\n");
      throw new Error("The adversary reached something.");
    }),
    { seed: SEED, numRuns: SEQUENCES, endOnFailure },
  );
  return result.failed ? `${found}\n${fc.defaultReportMessage(result) ?? ""}` : "";
}

testOnPostgres(
  `in ${SEQUENCES} sequences no caller stops, reads, changes or charges another`,
  async ({ connect }) => {
    await using stage = await Stage.open(() => connect());
    assert.equal(await attack(stage, false), "");
  },
);

for (const { what, statement, found } of MUTATIONS) {
  testOnPostgres(`the adversary finds out when ${what}`, async ({ connect }) => {
    await using stage = await Stage.open(() => connect(), statement);
    assert.match(await attack(stage, true), found);
  });
}
