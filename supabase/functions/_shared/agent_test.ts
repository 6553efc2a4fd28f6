import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import * as z from "zod";
import { type AgentTask, buildAgent, createAgent, GiveUp, RetryLater } from "./agent.ts";
import type { AgentWork } from "./agents/agent_task.ts";
import { TEST_ENV } from "./agents/testing/attempt.ts";
import { createJob, createMemoryStore, RUN_ID } from "./agents/testing/memory_store.ts";
import { settleBackground } from "./platform/background.ts";
import { systemClock } from "./platform/clock.ts";

const PAGE = new URL("../../../docs/guides/agents.md", import.meta.url);

function signed(body: string, target = "probe"): Request {
  const [secret = ""] = TEST_ENV.cronSecrets;
  const key = createHmac("sha256", secret).update(`nightshift target ${target}`).digest();
  const at = systemClock();
  const signature = new Webhook(new Uint8Array(key), { format: "raw" }).sign("msg-1", at, body);
  return new Request("http://127.0.0.1/probe", {
    method: "POST",
    body,
    headers: {
      "webhook-id": "msg-1",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": signature,
    },
  });
}

function createProbe(work: AgentWork<never, never>, store = createMemoryStore(createJob())) {
  const logged: string[] = [];
  const agent = buildAgent("probe", {}, work, {
    env: TEST_ENV,
    db: {} as AgentTask["db"],
    store,
    log: (_level, message) => void logged.push(message),
  });
  return { agent, store, logged };
}

const REQUEST = JSON.stringify({ task_id: RUN_ID, name: "Ada" });

Deno.test("an agent answers 202 at once, works on, saves the result and ends its run", async () => {
  const work = Promise.withResolvers<{ output: number }>();
  const { agent, store } = createProbe(() => work.promise);
  const response = await agent.fetch(signed(REQUEST));
  assert.equal(response.status, 202);
  assert.deepEqual(await response.json(), { task_id: RUN_ID });
  assert.deepEqual(store.results, []);
  work.resolve({ output: 7 });
  await settleBackground();
  assert.deepEqual(store.results, [{ taskId: RUN_ID, outcome: "completed", output: 7 }]);
  assert.deepEqual(store.finished, [null]);
});

Deno.test("a second delivery is answered alike and does nothing", async () => {
  const store = createMemoryStore(createJob());
  store.isHeld = false;
  const { agent } = createProbe(() => Promise.reject(new Error("must not run")), store);
  const response = await agent.fetch(signed(REQUEST));
  assert.equal(response.status, 202);
  await response.body?.cancel();
  await settleBackground();
  assert.deepEqual([store.results, store.finished], [[], []]);
});

Deno.test("only the database's signature for this agent opens it", async () => {
  const { agent, store } = createProbe(() => Promise.resolve());
  const requests = [
    signed(REQUEST, "another"),
    new Request("http://127.0.0.1/probe", {
      method: "POST",
      body: REQUEST,
      headers: { authorization: `Bearer ${TEST_ENV.cronSecrets[0]}` },
    }),
  ];
  for (const request of requests) {
    const response = await agent.fetch(request);
    assert.equal(response.status, 401);
    await response.body?.cancel();
  }
  assert.equal(store.waiting.length, 1);
});

Deno.test("a run whose results the database rejects is ended with a sentence, without its words", async () => {
  const { agent, store, logged } = createProbe(() => {
    store.failures.push(new Error("relation nightshift.secret does not exist"));
    return Promise.resolve();
  });
  await (await agent.fetch(signed(REQUEST))).body?.cancel();
  await settleBackground();
  assert.deepEqual(store.finished, [
    "The run broke off with an unexpected error; the log of the function says why.",
  ]);
  assert.ok(logged.includes("run broken off"));
});

Deno.test("an agent works on 1 to 100 jobs at once", () => {
  const parts = {
    env: TEST_ENV,
    db: {} as AgentTask["db"],
    store: createMemoryStore(),
    log: () => {},
  };
  for (const concurrency of [0, 101, 1.5, NaN]) {
    assert.throws(
      () => buildAgent("probe", { concurrency }, () => Promise.resolve(), parts),
      /The concurrency of agent "probe" is .*, not from 1 to 100/,
    );
  }
});

interface Ours {
  public: {
    Tables: {
      contacts: {
        Row: { email: string };
        Insert: { email: string };
        Update: { email?: string };
        Relationships: [];
      };
    };
    Views: Record<never, never>;
    Functions: Record<never, never>;
  };
}

/** Never called: it is the types that are tested, by `deno check`. */
export function showTypes(): unknown[] {
  const payload = z.object({ since: z.iso.date(), limit: z.coerce.number().default(10) });
  return [
    createAgent("plain", ({ payload }) => Promise.resolve({ output: payload["since"] ?? null })),
    createAgent("schema", { payload }, async (task) => {
      const limit: number = task.payload.limit;
      // @ts-expect-error -- the schema has no such field
      task.payload.until;
      const rows = await task.step("rows", () => [{ id: limit }]);
      const nothing: null = await task.step("nothing", () => {});
      const { value } = await task.spend(
        { analyzer: "a", model: "m", usd: 1 },
        () => Promise.resolve({ value: "x", usd: 0.5 }),
      );
      if (task.signal.aborted) throw new RetryLater(60);
      if (rows[0]?.id === 0) throw new GiveUp(`${value} ${nothing}`);
    }),
    createAgent<Ours>()("ours", { payload }, async ({ db }: AgentTask<{ since: string }, Ours>) => {
      const { data } = await db.from("contacts").select("email");
      const email: string | undefined = data?.[0]?.email;
      // @ts-expect-error -- the database has no such table
      await db.from("client_emails").select("id");
      return { output: email ?? null };
    }),
    // @ts-expect-error -- a date is no JSON
    createAgent("date", () => Promise.resolve({ output: new Date() })),
  ];
}

Deno.test("what an agent can use fits on one screen of its page, and the page names all of it", () => {
  const page = Deno.readTextFileSync(PAGE);
  const [, block = ""] = /## Everything an agent can use\n\n```ts[^\n]*\n(.*?)```/s.exec(page) ??
    [];
  assert.ok(block.split("\n").length <= 30, `${block.split("\n").length} lines`);
  // Complete, or it does not compile.
  const members: Record<keyof AgentTask, true> = {
    id: true,
    workspaceId: true,
    payload: true,
    attempt: true,
    maxAttempts: true,
    db: true,
    signal: true,
    step: true,
    log: true,
    spend: true,
    alert: true,
  };
  const missing = Object.keys(members).filter((member) => !block.includes(`task.${member}`));
  assert.deepEqual(missing, []);
});
