import assert from "node:assert/strict";
import { z } from "zod";
import { createUserClient } from "../_shared/database/db.ts";
import type { TaskCaller } from "./callers.ts";
import { createTaskStore } from "./store.ts";

const realFetch = globalThis.fetch;

/** Asks once, with a database that answers so; returns the requests it saw. */
async function ask(caller: TaskCaller, status: number, answer: unknown) {
  const requests: Request[] = [];
  globalThis.fetch = (input, init) => {
    requests.push(new Request(input, init));
    return Promise.resolve(Response.json(answer, { status }));
  };
  const env = { supabaseUrl: "http://db.example", publishableKey: "sb_publishable_test" };
  const store = createTaskStore({
    service: createUserClient({ ...env, publishableKey: "sb_secret_test" }, "service"),
    asUser: (jwt) => createUserClient(env, jwt),
  });
  try {
    const value = await store.ask(
      caller,
      "get_task",
      { p_task_id: "1" },
      z.object({ task: z.string() }),
    );
    return { requests, value };
  } finally {
    globalThis.fetch = realFetch;
  }
}

const GOOD = { outcome: "ok", task: "t" };

Deno.test("every question is one request, and a token travels as its hash", async () => {
  const { requests, value } = await ask({ kind: "token", tokenHash: "abc" }, 200, GOOD);
  assert.equal(value.task, "t");
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.url, "http://db.example/rest/v1/rpc/get_task");
  assert.equal(requests[0]?.headers.get("apikey"), "sb_secret_test");
  assert.deepEqual(await requests[0]?.json(), { p_task_id: "1", p_token_hash: "abc" });
});

Deno.test("a user's token goes on with the publishable key, and nothing secret with it", async () => {
  const { requests } = await ask({ kind: "user", jwt: "a.b.c" }, 200, GOOD);
  assert.equal(requests[0]?.headers.get("apikey"), "sb_publishable_test");
  assert.equal(requests[0]?.headers.get("authorization"), "Bearer a.b.c");
  assert.deepEqual(await requests[0]?.json(), { p_task_id: "1" });
});

const REFUSED: readonly (readonly [what: string, status: number, answer: unknown, code: string])[] =
  [
    [
      "a token that PostgREST does not believe",
      401,
      { code: "PGRST301", message: "no" },
      "unauthorized",
    ],
    ["a role without the right to ask", 403, { code: "42501", message: "no" }, "unauthorized"],
    ["a refusal", 200, { outcome: "task_not_found" }, "task_not_found"],
    ["a wait", 200, { outcome: "rate_limited", retry_after_seconds: 3 }, "rate_limited"],
    ["an outcome nobody knows", 200, { outcome: "surprise" }, "internal_error"],
    ["a database that is down", 503, { code: "57P03", message: "starting" }, "store_unavailable"],
  ];

for (const [what, status, answer, code] of REFUSED) {
  Deno.test(`${what} is ${code}`, async () => {
    await assert.rejects(ask({ kind: "user", jwt: "a.b.c" }, status, answer), { code });
  });
}
