import assert from "node:assert/strict";
import { Problem } from "../../http/problem.ts";
import type { Job, JobResult } from "../job.ts";
import { WorkStopped } from "../outcomes.ts";
import { type FakeTime, holdTime } from "../testing/fake_time.ts";
import { createJob, createMemoryStore, LEASE, type MemoryStore } from "../testing/memory_store.ts";
import { type DrainDeps, drainJobs } from "./drain.ts";
import { createRunTime } from "./run_time.ts";

const jobs = (count: number) =>
  Array.from({ length: count }, (_, index) => createJob({ taskId: `job ${index}` }));
const complete = ({ taskId }: Job): JobResult => ({ taskId, outcome: "completed" });

/** Resolves after so much of the held time. */
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function drain(
  store: MemoryStore,
  { clock }: FakeTime,
  changes: Partial<DrainDeps>,
  first = changes.concurrency ?? 10,
) {
  const logged: string[] = [];
  const deps: DrainDeps = {
    store,
    lease: LEASE,
    lines: { add() {}, flush: () => Promise.resolve() },
    time: createRunTime(clock, 150),
    clock,
    log: (_level, message) => void logged.push(message),
    leaseSeconds: 30,
    concurrency: 10,
    maxJobs: 1_000,
    perform: (job) => Promise.resolve(complete(job)),
    ...changes,
  };
  const claimed = store.waiting.splice(0, first);
  const ended = drainJobs(deps, { jobs: claimed, more: store.waiting.length > 0 });
  let isEnded = false;
  ended.then(() => isEnded = true, () => isEnded = true);
  return { ended, logged, isEnded: () => isEnded };
}

Deno.test("all jobs are done, and quick ones are claimed and saved in large chunks", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(500));
  const { isEnded } = drain(store, time, {
    perform: async (job) => {
      await after(2);
      return complete(job);
    },
  });
  await time.pass(5_000);
  assert.equal(isEnded(), true);
  assert.equal(new Set(store.results.map(({ taskId }) => taskId)).size, 500);
  assert.equal(store.results.length, 500);
  assert.ok(store.chunks.length <= 12, `${store.chunks.length} round trips`);
});

Deno.test("the next chunk is claimed while others are worked on", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(40));
  let working = 0;
  const workingAtClaim: number[] = [];
  const { settleJobs } = store;
  store.settleJobs = (...args) => {
    workingAtClaim.push(working);
    return settleJobs(...args);
  };
  drain(store, time, {
    concurrency: 2,
    perform: async (job) => {
      working += 1;
      await after(20);
      working -= 1;
      return complete(job);
    },
  });
  await time.pass(2_000);
  assert.equal(store.results.length, 40);
  assert.ok(workingAtClaim.slice(1, -1).some((count) => count > 0), workingAtClaim.join());
});

Deno.test("slow jobs are claimed as they are begun, so that none waits behind another run's", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(6));
  drain(store, time, {
    concurrency: 2,
    perform: async (job) => {
      await after(60_000);
      return complete(job);
    },
  }, 2);
  await time.pass(59_000);
  assert.equal(store.waiting.length, 4);
  await time.pass(2_000);
  assert.deepEqual([store.results.length, store.waiting.length], [2, 2]);
});

Deno.test("a slow job holds up no job that comes after it", async () => {
  using time = holdTime();
  const store = createMemoryStore(createJob({ taskId: "slow" }));
  drain(store, time, {
    perform: async (job) => {
      await after(job.taskId === "slow" ? 60_000 : 10);
      return complete(job);
    },
  });
  await time.pass(1_000);
  store.waiting.push(createJob({ taskId: "quick" }));
  await time.pass(8_000);
  assert.deepEqual(store.results.map(({ taskId }) => taskId), ["quick"]);
});

Deno.test("no more jobs run at once than the agent's concurrency", async () => {
  using time = holdTime();
  let working = 0;
  let most = 0;
  drain(createMemoryStore(...jobs(30)), time, {
    concurrency: 3,
    perform: async (job) => {
      most = Math.max(most, working += 1);
      await after(10);
      working -= 1;
      return complete(job);
    },
  });
  await time.pass(1_000);
  assert.equal(most, 3);
});

Deno.test("jobs that keep the CPU busy share their pauses, one in 10 ms at most", async () => {
  using time = holdTime();
  const { postMessage } = MessagePort.prototype;
  let turns = 0;
  MessagePort.prototype.postMessage = function (message: unknown) {
    turns += 1;
    postMessage.call(this, message);
  };
  let computedMs = 0;
  try {
    const { ended } = drain(createMemoryStore(...jobs(200)), time, {
      clock: () => new Date(time.clock().getTime() + computedMs),
      perform: async (job) => {
        await Promise.resolve();
        computedMs += 2;
        return complete(job);
      },
    });
    await ended;
  } finally {
    MessagePort.prototype.postMessage = postMessage;
  }
  assert.equal(computedMs, 400);
  // A pause has a few turns.
  assert.ok(turns >= 40 && turns <= 200, `${turns} turns`);
});

Deno.test("a result is saved within a quarter of a second, also while others go on", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(2));
  drain(store, time, {
    perform: async (job) => {
      await after(job.taskId === "job 0" ? 100 : 60_000);
      return complete(job);
    },
  });
  await time.pass(400);
  assert.deepEqual(store.results.map(({ taskId }) => taskId), ["job 0"]);
});

Deno.test("an invocation takes no more jobs than it may", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(100));
  const { isEnded } = drain(store, time, { maxJobs: 25 });
  await time.pass(1_000);
  assert.equal(isEnded(), true);
  assert.deepEqual([store.results.length, store.waiting.length], [25, 75]);
});

Deno.test("a cancel reaches a sleeping agent within 12 s at the default lease, and the others go on", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(2));
  const aborted: unknown[] = [];
  drain(store, time, {
    perform: (job, signal) =>
      new Promise((resolve) => {
        if (job.taskId === "job 1") return;
        signal.addEventListener("abort", () => {
          aborted.push(signal.reason);
          resolve({ taskId: job.taskId, outcome: "cancelled" });
        });
      }),
  });
  await time.pass(7_600);
  store.cancelled.push("job 0");
  await time.pass(11_000);
  assert.deepEqual(aborted.map((reason) => reason instanceof WorkStopped && reason.kind), [
    "cancelled",
  ]);
  await time.pass(1_000);
  assert.deepEqual(store.results, [{ taskId: "job 0", outcome: "cancelled" }]);
});

Deno.test("a job that is cancelled before it was begun is never begun", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(2));
  const begun: string[] = [];
  drain(store, time, {
    concurrency: 1,
    perform: async (job) => {
      begun.push(job.taskId);
      await after(20_000);
      return complete(job);
    },
  }, 2);
  store.cancelled.push("job 1");
  await time.pass(30_000);
  assert.deepEqual(begun, ["job 0"]);
  assert.deepEqual(store.results, [{ taskId: "job 1", outcome: "cancelled" }, {
    taskId: "job 0",
    outcome: "completed",
  }]);
});

Deno.test("a run that was taken over stops its work and saves nothing", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(1));
  const reasons: unknown[] = [];
  const { isEnded, logged } = drain(store, time, {
    perform: (_job, signal) =>
      new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          reasons.push(signal.reason);
          resolve(null);
        })
      ),
  });
  store.isHeld = false;
  await time.pass(8_000);
  assert.equal(isEnded(), true);
  assert.equal(reasons.length, 1);
  assert.deepEqual([store.results, logged], [[], ["run superseded"]]);
});

Deno.test("a run that was taken over begins none of the jobs that it still holds", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(3));
  const begun: string[] = [];
  drain(store, time, {
    concurrency: 1,
    perform: (job, signal) => {
      begun.push(job.taskId);
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(null)));
    },
  }, 3);
  store.isHeld = false;
  await time.pass(8_000);
  assert.deepEqual(begun, ["job 0"]);
});

Deno.test("a lease that could not be extended for its whole length is lost", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(1));
  store.beatRun = () => Promise.reject(new Error("no answer"));
  let kind: unknown;
  drain(store, time, {
    perform: (_job, signal) =>
      new Promise(() =>
        signal.addEventListener("abort", () => kind = (signal.reason as WorkStopped).kind)
      ),
  });
  await time.pass(29_000);
  assert.equal(kind, undefined);
  await time.pass(1_001);
  assert.equal(kind, "superseded");
});

Deno.test("near the wall clock nothing more is begun, and what is ready goes on elsewhere at once", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(20));
  const { isEnded } = drain(store, time, {
    concurrency: 1,
    perform: async (job) => {
      await after(30_000);
      return complete(job);
    },
  }, 20);
  await time.pass(121_000);
  assert.equal(isEnded(), true);
  const outcomes = Map.groupBy(store.results, ({ outcome }) => outcome);
  assert.deepEqual([outcomes.get("completed")?.length, outcomes.get("continue")?.length], [4, 16]);
});

Deno.test("work that still runs is told to stop at 85 % of the wall clock", async () => {
  using time = holdTime();
  let at = 0;
  const startedAt = time.clock().getTime();
  drain(createMemoryStore(...jobs(1)), time, {
    perform: (job, signal) =>
      new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          at = time.clock().getTime() - startedAt;
          resolve({ taskId: job.taskId, outcome: "continue" });
        })
      ),
  });
  await time.pass(150_000);
  assert.equal(at, 127_500);
});

Deno.test("results that the database does not answer to are sent again", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(3));
  store.failures.push(new Problem("store_unavailable", ""));
  drain(store, time, {});
  await time.pass(1_100);
  assert.equal(store.results.length, 3);
});

Deno.test("results that the database rejects break the run off", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(3));
  store.failures.push(new Problem("internal_error", "no"));
  const { ended } = drain(store, time, {});
  await assert.rejects(ended, /internal_error/);
});

Deno.test("a run with room gets jobs that are enqueued while a long one works", async () => {
  using time = holdTime();
  const store = createMemoryStore(...jobs(1));
  drain(store, time, {
    perform: async (job) => {
      await after(job.taskId === "job 0" ? 60_000 : 10);
      return complete(job);
    },
  });
  await time.pass(500);
  store.waiting.push(createJob({ taskId: "late" }));
  await time.pass(2_000);
  assert.deepEqual(store.results.map(({ taskId }) => taskId), ["late"]);
  const looks = store.claims.length;
  await time.pass(50_000);
  assert.ok(store.claims.length - looks <= 10, `${store.claims.length - looks} looks`);
});
