import assert from "node:assert/strict";
import { letRequestsGoOn } from "../../_shared/platform/event_loop.ts";
import { Problem } from "../../_shared/http/problem.ts";
import type { Analyzer, ClaimedEmail } from "../analyzers/analyzer.ts";
import { createMemoryStore, type MemoryStore } from "../testing/store_in_memory.ts";
import {
  analyzeWell,
  createEmails,
  createTestDeps,
  TEST_WORKSPACES,
} from "../testing/test_deps.ts";
import { Pipeline } from "./pipeline.ts";

const REQUEST = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };
const CHOICE = { analyzer: "anthropic", model: "a-model", onFailure: "rules" } as const;

interface World {
  readonly emails: readonly ClaimedEmail[];
  /** Milliseconds that it takes to read the n-th email, from 1. */
  readonly readMs?: (count: number) => number;
  readonly replaced?: (queue: MemoryStore) => Partial<MemoryStore>;
  readonly queue?: MemoryStore;
  readonly env?: Record<string, string>;
  readonly superseded?: AbortSignal;
}

/** What a request takes: a few emails are read meanwhile. */
async function answerLater() {
  for (let pause = 0; pause < 3; pause++) await letRequestsGoOn();
}

/** Lets a run drain a queue and tells in which order it claimed, read and saved. */
async function drain({ emails, readMs = () => 1, replaced, env = {}, ...world }: World) {
  const queue = world.queue ?? createMemoryStore({ emails });
  const events: string[] = [];
  let now = Date.parse("2026-11-12T08:00:00Z");
  let read = 0;
  const analyzer: Analyzer = {
    quote: null,
    async analyze(claimed, { reading }) {
      const analyses = [];
      for (const email of claimed) {
        if (!reading.hasTime()) break;
        analyses.push(reading.spend(() => {
          now += readMs(++read);
          events.push(`read ${email.emailId}`);
          return analyzeWell(email);
        }));
        await reading.pause();
      }
      return { analyses, calls: [] };
    },
  };
  const parts = { ...queue, ...replaced?.(queue) };
  const store: MemoryStore = {
    ...parts,
    async claimEmails(lease, options) {
      events.push("claim");
      await answerLater();
      const claim = await parts.claimEmails(lease, options);
      events.push(`claimed ${claim?.emails.length ?? 0}`);
      return claim;
    },
    async settleEmails(token, analyses, calls, unreadIds = []) {
      events.push(`save ${analyses.length}`);
      await answerLater();
      const settled = await parts.settleEmails(token, analyses, calls, unreadIds);
      events.push(`saved ${settled.processed}, ${unreadIds.length} back`);
      return settled;
    },
  };
  const deps = createTestDeps({ store, analyzer, clock: () => new Date(now) }, env);
  const { lease } = await store.startRun({ taskId: null, request: REQUEST, leaseSeconds: 30 });
  assert.ok(lease);
  const superseded = world.superseded ?? new AbortController().signal;
  const problem = await new Pipeline(deps, { lease, request: REQUEST, superseded }).drain()
    .then(() => null, (error: unknown) => error);
  return { queue, events, problem, deps };
}

/** Where in the events the first of these is, after `from`. */
function find(events: readonly string[], event: string, from = 0): number {
  const at = events.indexOf(event, from);
  assert.notEqual(at, -1, `${event} is not in ${events.join(", ")}`);
  return at;
}

/** The events without the emails that were read. */
function withoutReads(events: readonly string[]): string[] {
  return events.filter((event) => !event.startsWith("read "));
}

Deno.test("the next chunk is claimed and the last one saved while one is analyzed", async () => {
  const { queue, events, problem } = await drain({ emails: createEmails(150) });
  assert.equal(problem, null);
  assert.equal(queue.settled.length, 150);
  const [first, last] = [find(events, "read mail-51"), find(events, "read mail-100")];
  assert.ok(find(events, "claimed 50", 2) < first, "the second chunk was there before");
  assert.ok(first < find(events, "saved 50, 0 back"), "the first one was not saved before");
  assert.ok(find(events, "saved 50, 0 back") < find(events, "claim", first));
  assert.ok(find(events, "claimed 50", first) < last, "the third one is there before it is needed");
});

Deno.test("at most one chunk is claimed ahead, and claims and saves never overlap", async () => {
  const { events } = await drain({ emails: createEmails(230), env: { RUN_MAX_EMAILS: "300" } });
  let [open, held] = [0, 0];
  for (const event of withoutReads(events)) {
    if (event === "claim" || event.startsWith("save ")) assert.equal(++open, 1, event);
    else open--;
    if (event === "claimed 50") assert.ok(++held <= 2, "one is analyzed, one waits");
    if (event.startsWith("saved 50")) held--;
  }
  assert.equal(events.filter((event) => event === "claim").length, 6);
});

Deno.test("the last emails of a run's budget are claimed ahead, and not one more", async () => {
  const { queue } = await drain({ emails: createEmails(90), env: { RUN_MAX_EMAILS: "60" } });
  assert.deepEqual(queue.claims.map(({ limit }) => limit), [50, 10]);
  assert.equal(queue.settled.length, 60);
});

Deno.test("a chunk that no time is left for goes back untried, and the next run reads it", async () => {
  const emails = createEmails(100);
  // The last email of the first chunk takes the time that the second one was to have.
  const { queue, events } = await drain({ emails, readMs: (count) => count === 50 ? 5_000 : 1 });
  assert.deepEqual(withoutReads(events).slice(-4), [
    "save 50",
    "saved 50, 0 back",
    "save 0",
    "saved 0, 50 back",
  ]);
  const next = await drain({ emails, queue });
  assert.equal(find(next.events, "read mail-51"), 2);
  assert.equal(queue.settled.length, 100);
});

Deno.test("no chunk is claimed ahead where emails take so long that there will be no time for it", async () => {
  const { events } = await drain({ emails: createEmails(100), readMs: () => 40 });
  assert.deepEqual(withoutReads(events), ["claim", "claimed 50", "save 25", "saved 25, 25 back"]);
});

Deno.test("money set aside for a chunk is settled before the next one is claimed or begun", async () => {
  const { events } = await drain({
    emails: createEmails(60),
    queue: createMemoryStore({
      emails: createEmails(60),
      choices: new Map([[TEST_WORKSPACES[0], CHOICE]]),
    }),
  });
  assert.deepEqual(withoutReads(events), [
    ...["claim", "claimed 50", "save 50", "saved 50, 0 back"],
    ...["claim", "claimed 10", "save 10", "saved 10, 0 back"],
    ...["claim", "claimed 0"],
  ]);
  assert.ok(find(events, "saved 50, 0 back") < find(events, "read mail-51"));
});

Deno.test("an email that two runners died with is read while nothing else is held", async () => {
  const [first, second, suspect, ...others] = createEmails(8);
  assert.ok(first && second && suspect);
  const waiting = [[first, second], [{ ...suspect, attempt: 3 }], others];
  const { events } = await drain({
    emails: [],
    replaced: () => ({
      claimEmails: () => {
        const emails = waiting.shift();
        return Promise.resolve(emails ? { leaseToken: "t", emails, choices: new Map() } : null);
      },
      settleEmails: (_token, analyses) =>
        Promise.resolve({ processed: analyses.length, failed: 0, stale: 0 }),
    }),
  });
  const at = find(events, "read mail-3");
  assert.deepEqual(withoutReads(events.slice(0, at)).at(-1), "saved 2, 0 back");
  assert.deepEqual(events.slice(at + 1).slice(0, 4), [
    "save 1",
    "saved 1, 0 back",
    "claim",
    "claimed 5",
  ]);
});

Deno.test("beside a chunk with much text no other one is in memory", async () => {
  const emails = createEmails(100).map((email) => ({ ...email, bodyText: "x".repeat(100_000) }));
  const { events } = await drain({ emails });
  const [claims, saves] = ["claim", "saved 50, 0 back"].map((event) =>
    events.flatMap((one, at) => one === event ? [at] : [])
  );
  assert.ok(Number(saves?.[0]) < Number(claims?.[1]));
});

const unavailable = new Problem("store_unavailable", "The database did not answer.");

for (const failures of [1, 2]) {
  const outcome = failures === 1 ? "is made again" : "fails again and ends the run";
  Deno.test(`a claim ahead that fails ${outcome} after the analyzed chunk is saved`, async () => {
    let claims = 0;
    const { queue, events, problem, deps } = await drain({
      emails: createEmails(60),
      replaced: ({ claimEmails }) => ({
        claimEmails: (...args) =>
          ++claims > 1 && claims <= 1 + failures
            ? Promise.reject(unavailable)
            : claimEmails(...args),
      }),
    });
    assert.equal(problem, failures === 1 ? null : unavailable);
    assert.equal(queue.settled.length, failures === 1 ? 60 : 50);
    assert.deepEqual(withoutReads(events).slice(0, 6), [
      ...["claim", "claimed 50", "claim", "save 50", "saved 50, 0 back", "claim"],
    ]);
    assert.equal(deps.lines[0]?.["message"], "claim ahead failed");
  });
}

Deno.test("a save that fails ends the run, and what was claimed ahead goes back untried", async () => {
  const broken = new Error("the table is gone");
  let saves = 0;
  const { queue, events, problem } = await drain({
    emails: createEmails(150),
    replaced: ({ settleEmails }) => ({
      settleEmails: (...args) => ++saves === 1 ? Promise.reject(broken) : settleEmails(...args),
    }),
  });
  assert.equal(problem, broken);
  assert.equal(queue.settled.length, 0);
  assert.equal(queue.claims.length, 2, "the second one was claimed ahead, and no third one");
  assert.equal(events.includes("read mail-101"), false);
});

Deno.test("a run that was superseded puts back what it has claimed ahead", async () => {
  const superseded = new AbortController();
  const { events } = await drain({
    emails: createEmails(150),
    superseded: superseded.signal,
    readMs: (count) => {
      if (count === 30) superseded.abort();
      return 1;
    },
  });
  assert.deepEqual(withoutReads(events), [
    ...["claim", "claimed 50", "claim", "claimed 50"],
    ...["save 50", "saved 50, 0 back", "save 0", "saved 0, 50 back"],
  ]);
});

Deno.test("emails that cannot be put back are told in the log and break nothing", async () => {
  const { problem, deps } = await drain({
    emails: createEmails(100),
    readMs: (count) => count === 50 ? 5_000 : 1,
    replaced: ({ settleEmails }) => ({
      settleEmails: (token, analyses, ...rest) =>
        analyses.length === 0
          ? Promise.reject(new Error("connection reset"))
          : settleEmails(token, analyses, ...rest),
    }),
  });
  assert.equal(problem, null);
  assert.ok(
    deps.lines.some(({ message, problem: told }) =>
      message === "emails not put back" && told === "Error: connection reset"
    ),
  );
});
