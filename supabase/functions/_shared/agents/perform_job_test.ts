import assert from "node:assert/strict";
import * as z from "zod";
import type { AgentWork } from "./agent_task.ts";
import { GiveUp, RetryLater, WorkStopped } from "./outcomes.ts";
import { attempt, SECRET_KEY } from "./testing/attempt.ts";
import { createJob, createMemoryStore, RUN_ID } from "./testing/memory_store.ts";

const circle: Record<string, unknown> = {};
circle["self"] = circle;
const unreadable = {
  get rows() {
    throw new Error("not now");
  },
};

const BAD_RESULTS: readonly (readonly [what: string, result: unknown, error: RegExp])[] = [
  ["a NUL", { output: { rows: [{ "a/b": "x\0" }] } }, /has at \/rows\/0\/a~1b a NUL/],
  ["a NUL in a key", { output: { "\0": 1 } }, /has at \/\uFFFD a NUL/],
  ["half of an emoji", { output: "\ud83d" }, /a NUL or half of a surrogate pair; other text/],
  ["a circle", { output: circle }, /has at \/self a reference to an object around it/],
  ["400 kB", { output: "x".repeat(400_000) }, /takes 400,004 bytes; at most 262,144/],
  ["60,000 numbers", { output: Array(60_000).fill(1) }, /takes .* bytes; at most 262,144/],
  ["4,000 numbers of 309 digits", { output: Array(4_000).fill(1e308) }, /takes .* bytes/],
  ["33 levels", { output: JSON.parse("[".repeat(33) + "]".repeat(33)) }, /level 33; at most 32/],
  ["NaN", { output: { rate: NaN } }, /at \/rate the number NaN; finite/],
  ["a bigint", { output: [1n] }, /at \/0 the bigint 1;/],
  ["a getter that throws", { output: unreadable }, /cannot be read: Error: not now/],
  ["a promise", { output: { rows: Promise.resolve([1]) } }, /at \/rows a Promise, of which/],
  ["a map", { output: new Map([[1, 2]]) }, /^The output cannot be stored: it has a Map, of which/],
  ["an error", { output: [new Error("x")] }, /at \/0 a Error, of which nothing would be kept/],
  ["bytes", { output: new Uint8Array(3) }, /a Uint8Array, of which/],
  ["a function", { output: { run: () => 1 } }, /at \/run a function; JSON values/],
  ["an invalid date", { output: { at: new Date(NaN) } }, /at \/at an invalid Date/],
  ["a result that cannot be read", {
    get output() {
      throw new Error("closed");
    },
  }, /^What the agent returned cannot be read: Error: closed/],
  ["200,000 values", { output: [Array(200_000).fill(null)] }, /more than 100,000 values/],
  ["a cost below zero", { output: 1, costUsd: -0.01 }, /costUsd is -0\.01; 0 up to a billion/],
  ["a cost of 1e12", { costUsd: 1e12 }, /costUsd is 1000000000000;/],
  ["a cost of NaN", { costUsd: NaN }, /costUsd is NaN;/],
  ["a cost as text", { costUsd: "1" }, /costUsd is 1;/],
  ["text", "done", /returned a string; \{ output, costUsd \} or nothing is allowed/],
  ["an array", [1], /returned an array;/],
];

for (const [what, returned, error] of BAD_RESULTS) {
  Deno.test(`work that returns ${what} fails once, with the reason and what is allowed`, async () => {
    const { result } = await attempt(createJob(), () => Promise.resolve(returned as never));
    assert.equal(result?.outcome, "failed");
    assert.match(result.outcome === "failed" ? result.error : "", error);
  });
}

const GOOD_RESULTS: readonly (readonly [what: string, result: unknown, stored: object])[] = [
  ["undefined", undefined, {}],
  ["null", null, {}],
  ["nothing in an object", {}, {}],
  ["an output of null", { output: null, costUsd: undefined }, {}],
  ["a date", { output: { at: new Date(0) } }, { output: { at: "1970-01-01T00:00:00.000Z" } }],
  ["what JSON leaves out", { output: { a: undefined, b: [undefined] } }, { output: { b: [null] } }],
  ["250 kB", { output: "x".repeat(250_000) }, { output: "x".repeat(250_000) }],
  ["a cost", { output: 1, costUsd: 0.25 }, { output: 1, costUsd: 0.25 }],
];

for (const [what, returned, stored] of GOOD_RESULTS) {
  Deno.test(`work that returns ${what} is completed with it`, async () => {
    const { result } = await attempt(createJob(), () => Promise.resolve(returned as never));
    assert.equal(
      JSON.stringify(result),
      JSON.stringify({
        taskId: RUN_ID,
        outcome: "completed",
        ...stored,
      }),
    );
  });
}

const THROWN: readonly (readonly [what: string, thrown: unknown, message: string])[] = [
  ["an error", new Error("The printer is out of paper."), "The printer is out of paper."],
  ["an error without a message", new Error(""), "The work failed without a message."],
  ["an error of blanks", new Error("  "), "The work failed without a message."],
  ["an object with an empty message", { message: "" }, '{"message":""}'],
  ["an empty text", "", "The work failed without a message."],
  ["an error with a NUL", new Error("a\0b"), "a\uFFFDb"],
  ["a message of 20,000 characters", new Error("x".repeat(20_000)), "x".repeat(10_000)],
  [
    "an emoji at the end of what fits",
    new Error(`${"x".repeat(9_999)}😀`),
    `${"x".repeat(9_999)}\uFFFD`,
  ],
  [
    "an error object of supabase-js",
    { message: "permission denied", code: "42501", hint: "Grant it.", details: null },
    "permission denied 42501 Grant it.",
  ],
  [
    "an error of supabase-js with a class",
    Object.assign(new Error("permission denied"), { code: "42501", hint: "Grant it." }),
    "permission denied 42501 Grant it.",
  ],
  [
    "an error that names its code itself",
    Object.assign(new Error("ENOENT: no file"), {
      code: "ENOENT",
    }),
    "ENOENT: no file",
  ],
  ["another object", { reason: "late" }, '{"reason":"late"}'],
  ["undefined", undefined, "undefined"],
  [
    "an object that throws when it is read",
    {
      get message() {
        throw new Error("closed");
      },
    },
    "The work threw something that cannot be read.",
  ],
  ["an object without a prototype", Object.create(null), "{}"],
  ["our secret", new Error(`401 for ${SECRET_KEY}`), "401 for [secret]"],
];

for (const [what, thrown, message] of THROWN) {
  Deno.test(`work that throws ${what} is tried again, and its row says why`, async () => {
    const { result } = await attempt(createJob(), () => Promise.reject(thrown));
    assert.deepEqual(result, {
      taskId: RUN_ID,
      outcome: "retry",
      error: message,
      afterSeconds: null,
    });
  });
}

Deno.test("work that throws before its first await is tried again too", async () => {
  const { result, logged } = await attempt(createJob(), () => {
    throw new Error("At once.");
  });
  assert.equal(result?.outcome, "retry");
  assert.deepEqual(logged, ["task failed"]);
});

Deno.test("RetryLater says when, and GiveUp fails at once", async () => {
  const later = await attempt(createJob(), () => Promise.reject(new RetryLater(60, "Busy.")));
  assert.deepEqual(later.result, {
    taskId: RUN_ID,
    outcome: "retry",
    error: "Busy.",
    afterSeconds: 60,
  });
  const never = await attempt(createJob(), () => Promise.reject(new GiveUp("It is no CSV.")));
  assert.deepEqual(never.result, { taskId: RUN_ID, outcome: "failed", error: "It is no CSV." });
});

Deno.test("RetryLater takes 0 seconds to 30 days", () => {
  assert.equal(new RetryLater(0).seconds, 0);
  assert.equal(new RetryLater(2_592_000).seconds, 2_592_000);
  for (const seconds of [-1, NaN, Infinity, 2_592_001]) {
    assert.throws(() => new RetryLater(seconds), RangeError);
  }
});

Deno.test("a payload that the schema rejects fails the task once, with pointers, and nothing is done", async () => {
  const schema = z.object({ since: z.iso.date(), "a/b": z.array(z.int()) });
  let isDone = false;
  const work: AgentWork = () => {
    isDone = true;
    return Promise.resolve();
  };
  const job = createJob({ payload: { since: "yesterday", "a/b": [1, "x"] } });
  const { result } = await attempt(job, work, { payload: schema });
  assert.equal(result?.outcome, "failed");
  assert.match(
    result.outcome === "failed" ? result.error : "",
    /^The payload is not valid\. \/since: .*; \/a~1b\/1: .*expected number/,
  );
  assert.equal(isDone, false);
});

Deno.test("a payload of another type fails the task with one sentence", async () => {
  const job = createJob({ payload: 3 as never });
  const { result } = await attempt(job, () => Promise.resolve(), { payload: z.object({}) });
  assert.equal(
    result?.outcome === "failed" ? result.error : "",
    "The payload is not valid. Invalid input: expected object, received number",
  );
});

Deno.test("a schema that throws fails the task once", async () => {
  const payload = z.unknown().transform(() => {
    throw new Error("no such zone");
  });
  const { result } = await attempt(createJob(), () => Promise.resolve(), { payload });
  assert.deepEqual(result, {
    taskId: RUN_ID,
    outcome: "failed",
    error: "The payload cannot be checked: Error: no such zone",
  });
});

Deno.test("the work gets what the schema makes of the payload, and its workspace and attempt", async () => {
  const job = createJob({
    workspaceId: "d0000000-0000-4000-8000-000000000003",
    payload: { count: "7" },
    attempt: 2,
    maxAttempts: 5,
  });
  const { result } = await attempt(
    job,
    ({ id, payload, workspaceId, attempt, maxAttempts }) =>
      Promise.resolve({ output: { id, payload, workspaceId, attempt, maxAttempts } }),
    {
      payload: z.object({ count: z.coerce.number(), color: z.string().default("blue") }),
    },
  );
  assert.deepEqual(result?.outcome === "completed" && result.output, {
    id: RUN_ID,
    payload: { count: 7, color: "blue" },
    workspaceId: "d0000000-0000-4000-8000-000000000003",
    attempt: 2,
    maxAttempts: 5,
  });
});

Deno.test("work that was cancelled is cancelled, whether it throws, gives up or returns", async () => {
  const controller = new AbortController();
  controller.abort(new WorkStopped("cancelled"));
  for (
    const work of [
      () => Promise.reject(new Error("aborted")),
      () => Promise.reject(new GiveUp("no")),
      () => Promise.resolve({ output: 1 }),
    ]
  ) {
    const { result } = await attempt(createJob(), work, { signal: controller.signal });
    assert.deepEqual(result, { taskId: RUN_ID, outcome: "cancelled" });
  }
});

Deno.test("work that another run has taken over has no result", async () => {
  const controller = new AbortController();
  controller.abort(new WorkStopped("superseded"));
  for (const work of [() => Promise.reject(new Error("aborted")), () => Promise.resolve()]) {
    const { result } = await attempt(createJob(), work, { signal: controller.signal });
    assert.equal(result, null);
  }
});

Deno.test("an alert is raised and the task goes on", async () => {
  const { result, store } = await attempt(createJob(), async (task) => {
    await task.alert("Fewer rows than yesterday.");
    return { output: "on" };
  });
  assert.deepEqual(store.alerts, ["Fewer rows than yesterday."]);
  assert.equal(result?.outcome, "completed");
});

Deno.test("an alert too many is a line of the task and fails nothing; none has a secret or a NUL", async () => {
  const store = createMemoryStore();
  store.refusal = "A task raises at most 20 alerts.";
  const { result } = await attempt(createJob(), async (task) => {
    await task.alert(`leaked\0 ${SECRET_KEY}`);
  }, { store });
  assert.equal(result?.outcome, "completed");
  assert.deepEqual(store.alerts, ["leaked\uFFFD [secret]"]);
  assert.deepEqual(store.lines.map(({ message, fields }) => [message, fields]), [[
    "This alert was not raised",
    { alert: "leaked\uFFFD [secret]", reason: "A task raises at most 20 alerts." },
  ]]);
});
