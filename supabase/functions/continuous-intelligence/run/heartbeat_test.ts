import assert from "node:assert/strict";
import { keepAlive } from "./heartbeat.ts";
import { createMemoryStore, type MemoryStore } from "../testing/store_in_memory.ts";
import { createTestDeps } from "../testing/test_deps.ts";

const LEASE = {
  runId: "00000000-0000-4000-8000-000000000001",
  token: "00000000-0000-4000-8000-000000000002",
};

interface Timer {
  readonly beat: () => void;
  readonly everyMs: number;
  isCleared: boolean;
}

/** Takes the global timers over for the length of a test, so that time passes when it says so. */
function holdTimers(): { timers: Timer[] } & Disposable {
  const timers: Timer[] = [];
  const { setInterval, clearInterval } = globalThis;
  Object.assign(globalThis, {
    setInterval: (beat: () => void, everyMs: number) =>
      timers.push({ beat, everyMs, isCleared: false }),
    clearInterval: (id: number) => {
      const timer = timers[id - 1];
      if (timer) timer.isCleared = true;
    },
  });
  return {
    timers,
    [Symbol.dispose]: () => void Object.assign(globalThis, { setInterval, clearInterval }),
  };
}

function createDeps(beatRun: MemoryStore["beatRun"], leaseSeconds: string) {
  const store = { ...createMemoryStore(), beatRun };
  return createTestDeps({ store }, { RUN_LEASE_SECONDS: leaseSeconds });
}

Deno.test("a run beats four times in the length of its lease, with its own token, until it is stopped", () => {
  using held = holdTimers();
  const beats: unknown[][] = [];
  const deps = createDeps((...args) => Promise.resolve(beats.push(args) > 0), "30");
  const { stop, superseded } = keepAlive(deps, LEASE);
  const [timer, ...others] = held.timers;
  assert.ok(timer);
  assert.equal(others.length, 0);
  assert.equal(timer.everyMs, 7_500);
  assert.equal(beats.length, 0);
  timer.beat();
  timer.beat();
  assert.deepEqual(beats, [[LEASE, 30], [LEASE, 30]]);
  stop();
  assert.equal(timer.isCleared, true);
  assert.equal(superseded.aborted, false);
});

Deno.test("a run that was superseded says so at its next heartbeat, once, and beats no more", async () => {
  using held = holdTimers();
  const beats: Promise<boolean>[] = [];
  const deps = createDeps(
    () => beats[beats.push(Promise.resolve(false)) - 1] ?? assert.fail(),
    "30",
  );
  const { superseded } = keepAlive(deps, LEASE);
  const [timer] = held.timers;
  timer?.beat();
  timer?.beat();
  await Promise.all(beats);
  await Promise.resolve();
  assert.equal(superseded.aborted, true);
  assert.equal(timer?.isCleared, true);
  assert.deepEqual(deps.lines, [{
    level: "warn",
    message: "run superseded",
    run_id: LEASE.runId,
  }]);
});

Deno.test("the shortest lease of two seconds still has four heartbeats", () => {
  using held = holdTimers();
  keepAlive(createDeps(() => Promise.resolve(true), "2"), LEASE);
  assert.deepEqual(held.timers.map(({ everyMs }) => everyMs), [500]);
});

Deno.test("a heartbeat that fails is logged and the next one comes all the same", async () => {
  using held = holdTimers();
  const outcomes = [Promise.reject(new Error("connection reset")), Promise.resolve(true)];
  let beats = 0;
  const deps = createDeps(() => outcomes[beats++] ?? assert.fail("one beat too many"), "30");
  keepAlive(deps, LEASE);
  const [timer] = held.timers;
  timer?.beat();
  await Promise.allSettled(outcomes);
  assert.deepEqual(deps.lines, [{
    level: "warn",
    message: "heartbeat failed",
    run_id: LEASE.runId,
    problem: "Error: connection reset",
  }]);
  assert.equal(timer?.isCleared, false);
  timer?.beat();
  assert.equal(beats, 2);
  assert.equal(deps.lines.length, 1);
});
