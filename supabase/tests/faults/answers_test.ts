import assert from "node:assert/strict";
import { testFault } from "./harness.ts";
import { type Behaviour, startGarbage, startTarget } from "./target_server.ts";
import { RUNNER } from "./world.ts";

const MAILS = 3;

interface PassingFault {
  readonly what: string;
  readonly behaviour: Behaviour;
  readonly verdict: string;
  readonly detail: RegExp;
}

const PASSING: readonly PassingFault[] = [
  {
    what: "500",
    behaviour: { kind: "answer", status: 500 },
    verdict: "server_error",
    detail: /^The function answered 500\. Its log says why\.$/,
  },
  {
    what: "503 while it boots",
    behaviour: { kind: "answer", status: 503, headers: { "sb-error-code": "BOOT_ERROR" } },
    verdict: "server_error",
    detail: /^The function answered 503 \(BOOT_ERROR\)/,
  },
  {
    what: "546 because it ran out of resources",
    behaviour: { kind: "answer", status: 546, headers: { "sb-error-code": "WORKER_LIMIT" } },
    verdict: "resource_limit",
    detail: /546 \(WORKER_LIMIT\): it ran out of CPU or memory\. Lower RUN_MAX_EMAILS/,
  },
  {
    what: "never",
    behaviour: { kind: "silence" },
    verdict: "timed_out",
    detail: /^No answer in time: Timeout of 1000 ms reached/,
  },
];

for (const { what, behaviour, verdict, detail } of PASSING) {
  testFault(
    `a function that answers ${what} once is asked again and does its work`,
    async (world) => {
      await world.addMails(MAILS);
      await using target = startTarget(world.functionUrl, [behaviour]);
      await world.sendThrough(target.url);
      await world.setSchedule(`timeout_ms = 1000`);
      await world.dispatch();
      await world.drain();
      assert.deepEqual(await world.story(), [`tick ${verdict}`, "retry accepted"]);
      assert.match((await world.dispatches())[0]?.detail ?? "", detail);
      assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
      assert.equal(target.requests(), 2);
    },
  );
}

testFault(
  "a function that answers 500 every time is given up after three attempts; its email waits",
  async (world) => {
    await world.addMails(MAILS);
    const plan = Array.from({ length: 3 }, (): Behaviour => ({ kind: "answer", status: 500 }));
    await using target = startTarget(world.functionUrl, plan);
    await world.sendThrough(target.url);
    await world.dispatch();
    await world.drain();
    assert.deepEqual(await world.story(), [
      "tick server_error",
      "retry server_error",
      "retry server_error",
    ]);
    const [root] = await world.roots();
    assert.equal(root?.status, "failed");
    assert.equal(
      root?.error_message,
      "The function answered 500. Its log says why. Given up after 3 attempts.",
    );
    assert.equal(target.requests(), 3);
    assert.deepEqual(await world.waitingMails(), [{ attempts: 0, mails: MAILS }]);
  },
  { waiting: MAILS },
);

const FINAL: readonly (readonly [status: number, sentence: RegExp])[] = [
  [401, /401: cron_secret in Vault and CRON_SECRET of the functions differ\. Set both/],
  [404, /404: there is no such function\. Deploy it, or correct the target of the schedule\./],
];

for (const [status, sentence] of FINAL) {
  testFault(
    `a function that answers ${status} is not asked again, the task says what to do, and the next run takes the email`,
    async (world) => {
      await world.addMails(MAILS);
      await using target = startTarget(world.functionUrl, [{ kind: "answer", status }]);
      await world.sendThrough(target.url);
      await world.dispatch();
      await world.drain();
      assert.deepEqual(await world.story(), ["tick refused"]);
      const [root] = await world.roots();
      assert.equal(root?.status, "failed");
      assert.match(root?.error_message ?? "", sentence);
      assert.deepEqual(await world.waitingMails(), [{ attempts: 0, mails: MAILS }]);

      await world.sendThrough(world.stack.url);
      await world.runNow();
      await world.drain();
      assert.deepEqual(await world.story(), ["tick refused", "manual accepted"]);
    },
  );
}

testFault("a target that answers with bytes that are no HTTP is asked again", async (world) => {
  await world.addMails(MAILS);
  await using garbage = startGarbage();
  await world.sendThrough(garbage.url);
  await world.dispatch();
  await world.deliver();
  await world.sendThrough(world.stack.url);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick unreachable", "retry accepted"]);
  assert.match((await world.dispatches())[0]?.detail ?? "", /could not be reached/);
});

testFault(
  "a target that answers 200 with rubbish and starts nothing is found out; its email waits",
  async (world) => {
    await world.addMails(MAILS);
    const rubbish = "<html>\u0000\uffff It works!";
    await using target = startTarget(world.functionUrl, [
      { kind: "answer", status: 200, body: rubbish },
    ]);
    await world.sendThrough(target.url);
    await world.dispatch();
    await world.drain();
    assert.deepEqual(await world.story(), ["tick ignored"]);
    const [root] = await world.roots();
    assert.equal(root?.status, "failed");
    assert.match(root?.error_message ?? "", /answered 200 but did not start its task/);
    assert.equal(target.requests(), 1);
  },
  { waiting: MAILS },
);

testFault("a function that is down is asked again when it is back", async (world) => {
  await world.addMails(MAILS);
  await world.stack.functions.kill(RUNNER);
  await world.dispatch();
  await world.deliver();
  await world.stack.functions.restart(RUNNER);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick server_error", "retry accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});
