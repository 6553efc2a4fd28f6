import assert from "node:assert/strict";
import { testFault } from "./harness.ts";
import { STEPS } from "./step_control.ts";
import { RUNNER } from "./world.ts";

const MOMENTS: Readonly<Record<typeof STEPS[number], string>> = {
  started: "right after its start",
  claimed: "after a claim",
  analysed: "after an analysis",
  settled: "after a settle",
  finishing: "before it could finish",
};

for (const step of STEPS) {
  testFault(
    `a function killed ${MOMENTS[step]} is found stalled, and another goes on where it stopped`,
    async (world) => {
      await world.addMails(6);
      const hold = world.control.hold(step);
      assert.equal((await world.dispatch()).outcome, "dispatched");
      await world.arrive(hold);
      await world.stack.functions.kill(RUNNER);
      hold.release();
      await world.stack.functions.restart(RUNNER);
      await world.drain();
      // One killed before its answer is known to have been reached: its task was running.
      assert.deepEqual(await world.story(), ["tick stalled", "retry accepted"]);
      const [tick] = await world.dispatches();
      assert.match(tick?.detail ?? "", /started but stopped without reporting its end/);
      const [root, ...others] = await world.roots();
      assert.equal(others.length, 0);
      assert.equal(root?.status, "completed");
    },
  );
}

testFault(
  "a runner that dies every time is given up after three attempts, and its email goes on in the next run",
  async (world) => {
    await world.addMails(3);
    for (let attempt = 1; attempt <= 3; attempt++) {
      const hold = world.control.hold("claimed");
      if (attempt === 1) await world.dispatch();
      while ((await world.dispatches()).length < attempt) {
        await world.settleDown();
        await world.reconcile(world.advance(20));
      }
      await world.arrive(hold);
      await world.stack.functions.kill(RUNNER);
      hold.release();
      await world.stack.functions.restart(RUNNER);
    }
    await world.drain();
    const [root] = await world.roots();
    assert.equal(root?.status, "failed");
    assert.match(
      root?.error_message ?? "",
      /stopped without reporting its end.*Given up after 3 attempts\.$/,
    );
    // Two runners died with all three emails, so from then on a suspect travels alone.
    assert.deepEqual(await world.waitingMails(), [
      { attempts: 2, mails: 2 },
      { attempts: 3, mails: 1 },
    ]);

    await world.runNow();
    await world.drain();
    assert.equal((await world.roots()).at(-1)?.status, "completed");
  },
);
