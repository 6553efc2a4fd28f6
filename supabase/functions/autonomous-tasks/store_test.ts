import assert from "node:assert/strict";
import type { Caller } from "../_shared/http/caller.ts";
import { createTaskStore } from "./store.ts";

/** Asks once, with a database that answers so; returns the requests it saw. */
async function ask(caller: Caller, status: number, answer: unknown) {
  const requests: Request[] = [];
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  const store = createTaskStore(
    {
      supabaseUrl: "http://db.example",
      publishableKey: "sb_publishable_test",
      secretKey: "sb_secret_test",
    },
    (input, init) => {
      requests.push(new Request(input, init));
      return Promise.resolve(new Response(text, { status }));
    },
  );
  const value = await store.ask<{ task: unknown }>(caller, "get_task", { p_task_id: "1" });
  return { requests, value };
}

const GOOD = { outcome: "ok", task: "t" };

Deno.test("every question is one request, and a token travels as its hash", async () => {
  const { requests, value } = await ask({ kind: "ingest_token", tokenHash: "abc" }, 200, GOOD);
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

Deno.test("an odd row is handed on as it is, and numbers keep every digit", async () => {
  const odd = '{"outcome":"ok","task":{"executed_at":"+294276-01-01","n":9007199254740993}}';
  const { value } = await ask({ kind: "secret_key" }, 200, odd);
  assert.equal(JSON.stringify(value), odd);
});

Deno.test("an answer without an outcome is an error, never a success", async () => {
  await assert.rejects(ask({ kind: "secret_key" }, 200, { task: "t" }));
});

Deno.test("a page in place of JSON is internal_error, from a gateway store_unavailable", async () => {
  const page = "<html>no</html>";
  await assert.rejects(ask({ kind: "secret_key" }, 200, page), { code: "internal_error" });
  await assert.rejects(ask({ kind: "secret_key" }, 502, page), { code: "store_unavailable" });
});
