import assert from "node:assert/strict";
import { type PollState, startPoll } from "./poll.ts";

/** A browser whose time moves by hand. */
function createWorld(answers: readonly (boolean | Error)[]) {
  const waits: number[] = [];
  const states: PollState[] = [];
  let due = () => {};
  let watched = () => {};
  let isVisible = true;
  let asked = 0;
  const poll = startPoll({
    ask: () => {
      const answer = answers[asked++] ?? false;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    changed: (state) => void states.push(state),
    readWait: (error) => error.message === "busy" ? 60_000 : null,
    surroundings: {
      now: () => 42,
      isVisible: () => isVisible,
      wait: (ms, act) => {
        waits.push(ms);
        due = act;
        return () => {
          due = () => {};
        };
      },
      watch: (changed) => {
        watched = changed;
        return () => {};
      },
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    poll,
    waits,
    states,
    settle,
    count: () => asked,
    pass: async () => {
      due();
      await settle();
    },
    show: async (visible: boolean) => {
      isVisible = visible;
      watched();
      await settle();
    },
  };
}

Deno.test("it asks every 3 s while something runs, every 15 s otherwise", async () => {
  const { waits, pass, settle } = createWorld([true, true, false]);
  await settle();
  await pass();
  await pass();
  assert.deepEqual(waits, [3_000, 3_000, 15_000]);
});

Deno.test("failures double the wait up to two minutes, and an answer ends that", async () => {
  const { waits, states, pass, settle } = createWorld([
    ...Array.from({ length: 8 }, () => new Error("down")),
    true,
  ]);
  await settle();
  for (let n = 0; n < 8; n++) await pass();
  assert.deepEqual(waits, [3, 6, 12, 24, 48, 96, 120, 120, 3].map((seconds) => seconds * 1_000));
  assert.deepEqual(states.map(({ failures }) => failures), [1, 2, 3, 4, 5, 6, 7, 8, 0]);
  assert.equal(states.at(-1)?.answeredAt, 42);
});

Deno.test("it waits as long as it was told", async () => {
  const { waits, settle } = createWorld([new Error("busy")]);
  await settle();
  assert.deepEqual(waits, [60_000]);
});

Deno.test("a hidden tab asks nothing, and asks at once when it is shown again", async () => {
  const { count, show, pass, settle } = createWorld([true]);
  await settle();
  await show(false);
  await pass();
  assert.equal(count(), 1);
  await show(true);
  assert.equal(count(), 2);
});

Deno.test("after its end nothing is asked", async () => {
  const { count, poll, pass, settle } = createWorld([true]);
  await settle();
  poll.stop();
  await pass();
  assert.equal(count(), 1);
});
