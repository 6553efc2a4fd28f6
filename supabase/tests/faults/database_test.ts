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

testFault(
  "a database that restarts under a working run is waited for or another run goes on",
  async (world) => {
    await world.addMails(60);
    const hold = world.control.hold("analysed");
    await world.dispatch();
    await world.arrive(hold);
    const crash = world.crashDatabase();
    hold.release();
    await crash;
    await world.drain();
    // The settle may have met the crash: then the run says so, and what it held waits for the next one.
    const roots = await world.roots();
    for (const { status, error_message: message } of roots) {
      assert.ok(
        status === "completed" || /database|stopped without/.test(message ?? ""),
        message ?? "",
      );
    }
    if ((await world.waitingMails()).length === 0) return;
    assert.ok(roots.some(({ status }) => status !== "completed"), await world.describe());
    await world.runNow();
    await world.drain();
  },
);
