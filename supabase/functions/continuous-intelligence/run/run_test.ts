import assert from "node:assert/strict";
import { Problem } from "../../_shared/http/problem.ts";
import type { ClaimedEmail } from "../analyzers/analyzer.ts";
import type { AnalysisContext, Analyzer } from "../analyzers/analyzer.ts";
import { performRun } from "./run.ts";
import { createMemoryStore, type MemoryStore } from "../testing/store_in_memory.ts";
import {
  analyzeWell,
  createEmails,
  createTestAnalyzer,
  createTestDeps,
  TEST_WORKSPACES,
  type TestDeps,
} from "../testing/test_deps.ts";

const REQUEST = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };

async function start(deps: TestDeps) {
  const { runId, lease } = await deps.store.startRun({
    taskId: null,
    request: REQUEST,
    leaseSeconds: 30,
  });
  if (lease === null) throw new Error("The run did not start.");
  return { runId, report: performRun(deps, lease, REQUEST) };
}

/** A queue of `count` emails, with parts of the store replaced. */
function createQueue(count: number, replaced: Partial<MemoryStore> = {}): MemoryStore {
  return { ...createMemoryStore({ emails: createEmails(count) }), ...replaced };
}

Deno.test("an empty queue gives a report of zeros, in the seed's keys and order", async () => {
  const deps = createTestDeps();
  const { report } = await start(deps);
  assert.equal(
    JSON.stringify(await report),
    '{"success":true,"workspaces_processed":0,"total_emails_processed":0,' +
      '"total_emails_failed":0,"results":[],"timestamp":"2026-11-12T08:00:00.000Z"}',
  );
  assert.equal(deps.store.claims.length, 1);
  assert.deepEqual(deps.store.runs.map(({ isFinished, error }) => [isFinished, error]), [
    [true, null],
  ]);
});

Deno.test("a run works in chunks of 50 until the queue is empty and counts by workspace", async () => {
  const deps = createTestDeps({ store: createQueue(121) });
  const { report } = await start(deps);
  assert.deepEqual(await report, {
    success: true,
    workspaces_processed: 2,
    total_emails_processed: 121,
    total_emails_failed: 0,
    results: [
      { workspace_id: TEST_WORKSPACES[0], emails_processed: 61, emails_failed: 0 },
      { workspace_id: TEST_WORKSPACES[1], emails_processed: 60, emails_failed: 0 },
    ],
    timestamp: "2026-11-12T08:00:00.000Z",
  });
  assert.deepEqual(
    deps.store.claims,
    Array(4).fill({ ...REQUEST, limit: 50, leaseSeconds: 30, prices: [] }),
  );
});

Deno.test("where a provider is configured, prices are quoted for every claim, as a model may be chosen meanwhile", async () => {
  const models = [{ analyzer: "anthropic", model: "a-model" }] as const;
  const overrides = [{
    model: "a-model",
    inputUsdPerMillion: 1,
    cachedInputUsdPerMillion: 1,
    outputUsdPerMillion: 5,
  }];
  let setupsRead = 0;
  const store = createQueue(60, {
    readAnalyzerSetup: () => {
      setupsRead++;
      return Promise.resolve({ models, overrides });
    },
  });
  const seen: AnalysisContext[] = [];
  const analyzer: Analyzer = {
    quote: (setup) =>
      Promise.resolve(setup.models.map((chosen) => ({
        ...chosen,
        usdPerMail: 0.02,
        problem: null,
      }))),
    analyze: (emails, context) => {
      seen.push(context);
      return Promise.resolve({ analyses: emails.map(analyzeWell), calls: [] });
    },
  };
  const { report } = await start(createTestDeps({ store, analyzer }));
  await report;
  assert.equal(setupsRead, 3);
  const prices = [{ analyzer: "anthropic", model: "a-model", usdPerMail: 0.02, problem: null }];
  assert.deepEqual(store.claims.map((claim) => claim.prices), [prices, prices, prices]);
  assert.deepEqual(seen.map(({ priceOverrides }) => priceOverrides), [overrides, overrides]);
});

Deno.test("without a provider nothing about prices is read", async () => {
  const readAnalyzerSetup = () => Promise.reject(new Error("was asked"));
  const { report } = await start(createTestDeps({ store: createQueue(1, { readAnalyzerSetup }) }));
  assert.equal((await report).total_emails_processed, 1);
});

Deno.test("a run takes no more emails than its budget, to the email", async () => {
  const deps = createTestDeps({ store: createQueue(80) }, { RUN_MAX_EMAILS: "60" });
  const { report } = await start(deps);
  assert.equal((await report).total_emails_processed, 60);
  assert.deepEqual(deps.store.claims.map(({ limit }) => limit), [50, 10]);
});

Deno.test("a run claims nothing more once its time is over, and settles what it has", async () => {
  let now = Date.parse("2026-11-12T08:00:00Z");
  const analyzer = createTestAnalyzer((emails) => {
    now += 10_000;
    return emails.map(analyzeWell);
  });
  const deps = createTestDeps(
    { store: createQueue(300), analyzer, clock: () => new Date(now) },
    { RUN_BUDGET_SECONDS: "20", RUN_MAX_EMAILS: "300" },
  );
  const { report } = await start(deps);
  assert.equal((await report).total_emails_processed, 100);
  assert.equal(deps.store.claims.length, 2);
});

Deno.test("an analyzer that throws fails its emails with a sentence, not the run", async () => {
  const analyzer = createTestAnalyzer(() => {
    throw new Error("key sk-12345 was refused");
  });
  const deps = createTestDeps({ store: createQueue(3), analyzer });
  const { report } = await start(deps);
  const { success, total_emails_processed: processed, total_emails_failed: failed } = await report;
  assert.deepEqual({ success, processed, failed }, { success: true, processed: 0, failed: 3 });
  assert.deepEqual(
    deps.store.settled,
    ["mail-1", "mail-2", "mail-3"].map((emailId) => ({
      emailId,
      ok: false,
      error: "The analyzer failed; the function's log says why.",
      isRetryable: true,
    })),
  );
  assert.equal(deps.lines[0]?.["problem"], "Error: key sk-12345 was refused");
  assert.equal(deps.store.runs[0]?.error, null);
});

Deno.test("an email that the analyzer forgets has failed; one that it reads twice counts once", async () => {
  const analyzer = createTestAnalyzer(([first, second]) =>
    first && second ? [analyzeWell(first), analyzeWell(first)] : []
  );
  const deps = createTestDeps({ store: createQueue(2), analyzer });
  const { report } = await start(deps);
  assert.equal((await report).total_emails_processed, 1);
  assert.deepEqual(deps.store.settled.map(({ emailId, ok }) => [emailId, ok]), [
    ["mail-1", true],
    ["mail-2", false],
  ]);
});

Deno.test("email that fails does not keep a run going for ever", async () => {
  const analyzer = createTestAnalyzer((emails) =>
    emails.map(({ emailId }) => ({
      emailId,
      ok: false,
      error: "It cannot be read.",
      isRetryable: true,
    }))
  );
  const deps = createTestDeps({ store: createQueue(60), analyzer });
  const { report } = await start(deps);
  assert.equal((await report).total_emails_failed, 60);
  assert.equal(deps.store.claims.length, 3);
});

const unavailable = new Problem("store_unavailable", "The database did not answer.", {
  cause: new Error("57014 canceling statement"),
});

const BREAKS: readonly (readonly [what: string, thrown: Error, sentence: string])[] = [
  ["a problem of the store", unavailable, "The database did not answer."],
  [
    "anything else",
    new TypeError("cannot read lease_token of undefined"),
    "The run broke off with an unexpected error; the log of the function says why.",
  ],
];

for (const [what, thrown, sentence] of BREAKS) {
  for (const step of ["claimEmails", "settleEmails"] as const) {
    Deno.test(`${what} in ${step} half-way finishes the rows with a sentence and is thrown on`, async () => {
      const queue = createMemoryStore({ emails: createEmails(100) });
      let calls = 0;
      const failFromSecond =
        <Args extends unknown[], Result>(real: (...args: Args) => Promise<Result>) =>
        (...args: Args) => ++calls >= 2 ? Promise.reject(thrown) : real(...args);
      const deps = createTestDeps({
        store: step === "claimEmails"
          ? { ...queue, claimEmails: failFromSecond(queue.claimEmails) }
          : { ...queue, settleEmails: failFromSecond(queue.settleEmails) },
      });
      const { report } = await start(deps);
      await assert.rejects(report, thrown);
      assert.deepEqual(queue.runs.map(({ isFinished, error }) => [isFinished, error]), [
        [true, sentence],
      ]);
      assert.equal(queue.settled.length, 50);
    });
  }
}

Deno.test("a settle without an answer is told once more, and what was read is kept", async () => {
  const queue = createMemoryStore({ emails: createEmails(60) });
  let settles = 0;
  const deps = createTestDeps({
    store: {
      ...queue,
      settleEmails: (...args) =>
        ++settles === 1 ? Promise.reject(unavailable) : queue.settleEmails(...args),
    },
  });
  const { report } = await start(deps);
  assert.equal((await report).total_emails_processed, 60);
  assert.equal(settles, 3);
  assert.deepEqual(deps.lines.map(({ level, message }) => [level, message]), [
    ["warn", "settle repeated"],
    ["info", "chunk settled"],
    ["info", "chunk settled"],
  ]);
});

Deno.test("when even the rows cannot be finished, the first failure is thrown and both are told", async () => {
  const finishRun = () => Promise.reject(new Error("connection refused"));
  const deps = createTestDeps({
    store: createQueue(1, { settleEmails: () => Promise.reject(unavailable), finishRun }),
  });
  const { report } = await start(deps);
  await assert.rejects(report, unavailable);
  assert.deepEqual(deps.lines.map(({ message, problem }) => [message, problem]), [
    [
      "settle repeated",
      "Problem: store_unavailable: The database did not answer. <- Error: 57014 canceling statement",
    ],
    ["run not finished", "Error: connection refused"],
  ]);
});

Deno.test("a superseded run keeps nothing it has analysed, claims no more and still ends in order", async () => {
  const queue = createMemoryStore({ emails: createEmails(100) });
  let isSuperseded = false;
  const deps = createTestDeps({
    store: {
      ...queue,
      claimEmails: (lease, options) =>
        isSuperseded ? Promise.resolve(null) : queue.claimEmails(lease, options),
      settleEmails: (_leaseToken, analyses) => {
        isSuperseded = true;
        return Promise.resolve({ processed: 0, failed: 0, stale: analyses.length });
      },
    },
  });
  const { runId, report } = await start(deps);
  assert.equal((await report).total_emails_processed, 0);
  assert.equal(queue.claims.length, 1);
  assert.equal(queue.settled.length, 0);
  assert.deepEqual(queue.runs.map(({ isFinished, error }) => [isFinished, error]), [[true, null]]);
  assert.deepEqual(deps.lines, [{
    level: "info",
    message: "chunk settled",
    run_id: runId,
    processed: 0,
    failed: 0,
    stale: 50,
  }]);
});

Deno.test("the heart beats through a long analysis and stops with the run, however that ends", async () => {
  for (const ending of ["settled", "broken off"]) {
    const beaten = Promise.withResolvers<void>();
    let beatsOfLease = 0;
    const queue = createQueue(1, {
      beatRun: () => {
        if (++beatsOfLease === 3) beaten.resolve();
        return Promise.resolve(true);
      },
      ...(ending === "settled" ? {} : { settleEmails: () => Promise.reject(unavailable) }),
    });
    const analyzer = {
      ...createTestAnalyzer(() => []),
      analyze: async (emails: readonly ClaimedEmail[]) => {
        await beaten.promise;
        return { analyses: emails.map(analyzeWell), calls: [] };
      },
    };
    const deps = createTestDeps({ store: queue, analyzer });
    const { report } = await start({ ...deps, env: { ...deps.env, runLeaseSeconds: 0.02 } });
    await report.catch((error) => assert.equal(error, unavailable));
    assert.ok(beatsOfLease >= 3, ending);
  }
});

Deno.test("a run that another holder took over breaks its analysis off, so that nothing is paid twice", async () => {
  const beatenTwice = Promise.withResolvers<void>();
  let beats = 0;
  const queue = createQueue(1, {
    beatRun: () => {
      if (++beats === 2) beatenTwice.resolve();
      return Promise.resolve(false);
    },
  });
  let isBrokenOff = false;
  const analyzer: Analyzer = {
    quote: null,
    analyze: async (emails, { signal }) => {
      const stop = new Promise((resolve) => signal.addEventListener("abort", resolve));
      await Promise.race([stop, beatenTwice.promise]);
      isBrokenOff = signal.aborted;
      return { analyses: emails.map(analyzeWell), calls: [] };
    },
  };
  const deps = createTestDeps({ store: queue, analyzer });
  const { report } = await start({ ...deps, env: { ...deps.env, runLeaseSeconds: 0.02 } });
  await report;
  assert.ok(isBrokenOff);
});
