import assert from "node:assert/strict";
import { Problem } from "../http/problem.ts";
import type { AgentTask } from "./agent_task.ts";
import type { KeptStep } from "./job.ts";
import { WorkStopped } from "./outcomes.ts";
import { holdTime } from "./testing/fake_time.ts";
import { attempt } from "./testing/attempt.ts";
import { createJob, createMemoryStore, RUN_ID } from "./testing/memory_store.ts";

const kept = (...steps: KeptStep[]) => createJob({ attempt: 2, steps });

Deno.test("a finished step is saved in one round trip, a kept one is not done again", async () => {
  const done: string[] = [];
  const work = async ({ step }: AgentTask) => {
    const a = await step("a", () => {
      done.push("a");
      return { n: 1 };
    });
    const b = await step("b", () => {
      done.push("b");
      return Promise.resolve([a.n + 1]);
    });
    return { output: [a, b] };
  };
  const first = await attempt(createJob(), work);
  assert.deepEqual(first.store.steps, [
    { taskId: RUN_ID, step: { name: "a", position: 1, result: { n: 1 } } },
    { taskId: RUN_ID, step: { name: "b", position: 2, result: [2] } },
  ]);
  const second = await attempt(kept({ name: "a", position: 1, result: { n: 1 } }), work);
  assert.deepEqual(done, ["a", "b", "b"]);
  assert.deepEqual(second.result?.outcome === "completed" && second.result.output, [{ n: 1 }, [2]]);
  assert.equal(second.store.steps.length, 1);
});

Deno.test("steps at the same time keep their positions, whichever ends first", async () => {
  const { store } = await attempt(createJob(), async ({ step }) => {
    const slow = Promise.withResolvers<number>();
    const both = Promise.all([step("slow", () => slow.promise), step("quick", () => 2)]);
    await Promise.resolve();
    slow.resolve(1);
    await both;
  });
  assert.deepEqual(store.steps.map(({ step }) => [step.name, step.position]).sort(), [
    ["quick", 2],
    ["slow", 1],
  ]);
});

Deno.test("a step that returns nothing gives null in every attempt", async () => {
  const work = async ({ step }: AgentTask) => ({ output: [await step("a", () => {})] });
  const first = await attempt(createJob(), work);
  assert.deepEqual(first.store.steps[0]?.step.result, null);
  const second = await attempt(kept({ name: "a", position: 1, result: null }), work);
  for (const { result } of [first, second]) {
    assert.deepEqual(result?.outcome === "completed" && result.output, [null]);
  }
});

class Box {
  readonly size = 1;
}

const NOT_KEPT: readonly (readonly [what: string, result: unknown, obstacle: RegExp])[] = [
  ["a date", { at: new Date(0) }, /it has at \/at a Date, which comes back as something else/],
  ["a map", new Map(), /a Map, which/],
  ["an object of a class", [new Box()], /at \/0 a Box, which/],
  ["a function", { run: () => 1 }, /at \/run a function; JSON values are allowed/],
  ["a hole in a list", [1, undefined], /at \/1 undefined, which comes back as null/],
  ["NaN", NaN, /the number NaN/],
  ["a NUL", "\0", /a NUL/],
  ["300 kB", "x".repeat(300_000), /takes 300,00\d bytes; at most 262,144/],
];

for (const [what, returned, obstacle] of NOT_KEPT) {
  Deno.test(`a step that returns ${what} fails the task once, because it would come back changed`, async () => {
    const { result, store } = await attempt(createJob(), async ({ step }) => {
      await step("a", () => returned);
    });
    assert.equal(result?.outcome, "failed");
    const error = result.outcome === "failed" ? result.error : "";
    assert.match(error, /^The result of step "a" cannot be kept: /);
    assert.match(error, obstacle);
    assert.equal(store.steps.length, 0);
  });
}

const CHANGED: readonly (readonly [what: string, steps: KeptStep[], error: string])[] = [
  [
    "another step at its place",
    [{ name: "x", position: 1, result: 1 }],
    'Step "a" is now step 1 and replaces step 1, which was "x" in an earlier attempt. The order of ' +
    "steps cannot change.",
  ],
  [
    "a step that was later",
    [{ name: "x", position: 1, result: 1 }, { name: "a", position: 2, result: 1 }],
    'Step "a" is now step 1 and was step 2 in an earlier attempt. The order of steps cannot change.',
  ],
];

for (const [what, steps, error] of CHANGED) {
  Deno.test(`${what} fails the task once with a sentence`, async () => {
    const { result } = await attempt(kept(...steps), async ({ step }) => {
      await step("a", () => 1);
    });
    assert.deepEqual(result, { taskId: RUN_ID, outcome: "failed", error });
  });
}

const WRONG_NAMES: readonly (readonly [name: unknown, error: RegExp])[] = [
  ["", /has 1 to 200 characters/],
  ["x".repeat(201), /has 1 to 200 characters/],
  [undefined, /has 1 to 200 characters/],
  ["a\0", /has a NUL or half of a surrogate pair/],
];

for (const [name, error] of WRONG_NAMES) {
  Deno.test(`a step named ${JSON.stringify(name)?.slice(0, 20)} fails the task once and is not done`, async () => {
    let isDone = false;
    const { result } = await attempt(createJob(), async ({ step }) => {
      await step(name as string, () => isDone = true);
    });
    assert.equal(result?.outcome, "failed");
    assert.match(result.outcome === "failed" ? result.error : "", error);
    assert.equal(isDone, false);
  });
}

Deno.test("a step inside of a step fails the task once, also behind an await", async () => {
  const { result } = await attempt(createJob(), async ({ step }) => {
    await step("outer", async () => {
      await Promise.resolve();
      return await step("inner", () => 1);
    });
  });
  assert.deepEqual(result, {
    taskId: RUN_ID,
    outcome: "failed",
    error: 'Step "inner" was begun inside of step "outer". Steps do not nest.',
  });
});

Deno.test("a task has at most 1,000 steps", async () => {
  const { result, store } = await attempt(createJob(), async ({ step }) => {
    for (let n = 0; n <= 1_000; n++) await step(`${n}`, () => n);
  });
  assert.equal(store.steps.length, 1_000);
  assert.match(result?.outcome === "failed" ? result.error : "", /at most 1000 steps/);
});

Deno.test("a task ends when its last step has, also if nobody awaits it and if it throws", async () => {
  const { result, store } = await attempt(createJob(), ({ step }) => {
    void step("kept", () => Promise.resolve(1));
    void step("thrown", () => Promise.reject(new Error("nobody hears this")));
    return Promise.resolve({ output: 1 });
  });
  assert.equal(result?.outcome, "completed");
  assert.deepEqual(store.steps.map(({ step }) => step.name), ["kept"]);
});

Deno.test("work that goes on elsewhere waits for the steps that began beside the last one", async () => {
  let now = 0;
  const slow = Promise.withResolvers<number>();
  const running = attempt(createJob(), async ({ step }) => {
    await Promise.all([
      step("quick", () => void (now = 70_000)),
      step("slow", () => slow.promise),
    ]);
  }, { clock: () => new Date(now) });
  let isEnded = false;
  running.then(() => isEnded = true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(isEnded, false);
  slow.resolve(1);
  const { result, store } = await running;
  assert.deepEqual(result, { taskId: RUN_ID, outcome: "continue" });
  assert.deepEqual(store.steps.map(({ step }) => step.name), ["quick", "slow"]);
});

Deno.test("two steps of one name fail the task once, also where the first was kept", async () => {
  const work = async ({ step }: AgentTask) => {
    await step("a", () => 1);
    await step("a", () => 2);
  };
  for (const job of [createJob(), kept({ name: "a", position: 1, result: 1 })]) {
    const { result } = await attempt(job, work);
    assert.deepEqual(result, {
      taskId: RUN_ID,
      outcome: "failed",
      error: 'The task has two steps "a". Names of steps are unique.',
    });
  }
});

Deno.test("what the database says against a step fails the task once", async () => {
  const store = createMemoryStore();
  store.saveStep = () => Promise.resolve({ outcome: "rejected", message: "More than 8 MB." });
  const { result } = await attempt(createJob(), async ({ step }) => {
    await step("a", () => 1);
  }, { store });
  assert.deepEqual(result, { taskId: RUN_ID, outcome: "failed", error: "More than 8 MB." });
});

Deno.test("a step of a run that was taken over leaves no result", async () => {
  const store = createMemoryStore();
  store.isHeld = false;
  const { result } = await attempt(createJob(), async ({ step }) => {
    await step("a", () => 1);
  }, { store });
  assert.equal(result, null);
});

Deno.test("a step is saved again when the database does not answer, and its work is not done again", async () => {
  using time = holdTime();
  const store = createMemoryStore();
  store.failures.push(...[1, 2].map(() => new Problem("store_unavailable", "")));
  let times = 0;
  const running = attempt(createJob(), async ({ step }) => {
    await step("a", () => times += 1);
  }, { store, clock: time.clock });
  await time.pass(2_500);
  const { result } = await running;
  assert.equal(result?.outcome, "completed");
  assert.equal(times, 1);
  assert.equal(store.steps.length, 1);
});

Deno.test("when the time is over, work goes on after its step in a fresh invocation, also if it catches everything", async () => {
  for (const catches of [false, true]) {
    let now = 0;
    const done: string[] = [];
    const { result, store } = await attempt(createJob(), async ({ step }) => {
      try {
        await step("a", () => {
          now = 70_000;
          done.push("a");
        });
        await step("b", () => void done.push("b"));
      } catch (error) {
        if (!catches) throw error;
      }
      return { output: "wrong" };
    }, { clock: () => new Date(now) });
    assert.deepEqual(result, { taskId: RUN_ID, outcome: "continue" });
    assert.deepEqual(done, ["a"]);
    assert.equal(store.steps.length, 1);
  }
});

Deno.test("work without steps that outlasts its function is an attempt, with advice", async () => {
  const controller = new AbortController();
  controller.abort(new WorkStopped("time_over"));
  let now = 0;
  const clock = () => new Date(now);
  const work = async ({ signal }: AgentTask) => {
    now = 86_000;
    await Promise.resolve();
    signal.throwIfAborted();
  };
  const { result } = await attempt(createJob(), work, { signal: controller.signal, clock });
  assert.equal(result?.outcome, "retry");
  assert.match(
    result.outcome === "retry" ? result.error : "",
    /had not finished a step after 85 s.*Divide it into steps/,
  );
});

Deno.test("work that was told to stop after a step goes on in a fresh invocation", async () => {
  using time = holdTime();
  const controller = new AbortController();
  const running = attempt(createJob(), async ({ step, signal }) => {
    await step("a", () => 1);
    await new Promise((_resolve, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason))
    );
  }, { signal: controller.signal, clock: time.clock });
  await time.pass(85_000);
  controller.abort(new WorkStopped("time_over"));
  const { result } = await running;
  assert.deepEqual(result, { taskId: RUN_ID, outcome: "continue" });
});

Deno.test("work that does not stop when it is told to has ended when its function has to", async () => {
  using time = holdTime();
  const controller = new AbortController();
  let result: unknown;
  attempt(createJob(), () => new Promise(() => {}), {
    signal: controller.signal,
    clock: time.clock,
  }).then((ended) => result = ended.result?.outcome);
  await time.pass(85_000);
  controller.abort(new WorkStopped("time_over"));
  await time.pass(9_999);
  assert.equal(result, undefined);
  await time.pass(1);
  assert.equal(result, "retry");
});

Deno.test("cancelled work that listens too late has ended when its function has to", async () => {
  using time = holdTime();
  const controller = new AbortController();
  let result: unknown;
  attempt(createJob(), () => new Promise(() => {}), {
    signal: controller.signal,
    clock: time.clock,
  }).then((ended) => result = ended.result?.outcome);
  controller.abort(new WorkStopped("cancelled"));
  await time.pass(94_999);
  assert.equal(result, undefined);
  await time.pass(1);
  assert.equal(result, "cancelled");
});
