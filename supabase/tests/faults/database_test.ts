import assert from "node:assert/strict";
import { testFault } from "./harness.ts";
import type { Step } from "./step_control.ts";

const MOMENTS: readonly (readonly [Step, string])[] = [
  ["started", "right after the start of a run"],
  ["analysed", "while a run holds mail"],
  ["finishing", "before a run could finish"],
];

for (const [step, moment] of MOMENTS) {
  testFault(`a database that is restarted ${moment} loses and repeats nothing`, async (world) => {
    await world.addMails(6);
    const hold = world.control.hold(step);
    await world.dispatch();
    await world.arrive(hold);
    await world.crashDatabase();
    hold.release();
    await world.drain();
    const [root, ...others] = await world.roots();
    assert.equal(others.length, 0);
    assert.equal(root?.status, "completed", await world.describe());
  });
}
