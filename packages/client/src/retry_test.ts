import assert from "node:assert/strict";
import { isNightshiftError, NightshiftError } from "./errors.ts";
import { type ClientOptions, createSend } from "./request.ts";
import { createWriteMethods } from "./write_methods.ts";

const ID = "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10";
const TASK = { task_type: "email_sync" } as const;

type Respond = () => Response | Error;

/** A client whose requests get these responses one after the other, the last again and again. */
function prepare(responses: readonly Respond[], options: Partial<ClientOptions> = {}) {
  const requests: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  let now = 0;
  const send = createSend({
    url: "https://ref.supabase.co/functions/v1/autonomous-tasks/",
    token: "nst_1",
    fetch: (url, init) => {
      requests.push({ url, init });
      const given = (responses[requests.length - 1] ?? responses.at(-1))?.();
      return given instanceof Response ? Promise.resolve(given) : Promise.reject(given);
    },
    ...options,
  }, {
    now: () => now,
    random: () => 0.5,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  });
  const keys = () =>
    requests.map(({ init }) => (init.headers as Record<string, string>)["idempotency-key"]);
  return { writes: createWriteMethods(send), requests, waits, keys };
}

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Respond => () =>
    Response.json(body, { status, headers });
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  answer(
    status,
    { code, detail: "So it is.", title: "T", status, type: "t", instance: "i" },
    headers,
  );
const created = answer(201, { id: ID, status: "pending" });
const cut: Respond = () => new TypeError("connection refused");

Deno.test("a create that is cut off, overloaded and limited is sent until it succeeds, with one key", async () => {
  const { writes, waits, keys } = prepare([
    cut,
    problem(503, "store_unavailable"),
    problem(429, "rate_limited", { "retry-after": "3" }),
    created,
  ]);
  assert.equal((await writes.create(TASK)).id, ID);
  assert.equal(keys().length, 4);
  assert.equal(new Set(keys()).size, 1);
  assert.match(keys()[0] ?? "", /^[0-9a-f-]{36}$/);
  assert.deepEqual(waits, [125, 250, 3_125]);
});

Deno.test("two creates have two keys; one with an id or a key of its own keeps that", async () => {
  const { writes, keys, requests } = prepare([created]);
  await writes.create(TASK);
  await writes.create(TASK);
  await writes.create({ ...TASK, id: ID });
  await writes.create(TASK, { idempotencyKey: "mine" });
  const [first, second, withId, mine] = keys();
  assert.notEqual(first, second);
  assert.deepEqual([withId, mine], [undefined, "mine"]);
  assert.equal(requests[0]?.url, "https://ref.supabase.co/functions/v1/autonomous-tasks/tasks");
});

Deno.test("after three repetitions the last error is thrown, with how often it was tried", async () => {
  const { writes, requests } = prepare([problem(500, "internal_error", { "x-request-id": "r7" })]);
  const error = await writes.heartbeat(ID).catch((error) => error);
  assert.ok(isNightshiftError(error, "internal_error"));
  assert.deepEqual([error.attempts, error.status, error.requestId, error.detail], [
    4,
    500,
    "r7",
    "So it is.",
  ]);
  assert.equal(requests.length, 4);
});

Deno.test("what a repetition cannot mend is thrown at once: mistakes, and a quota of the day", async () => {
  for (
    const [status, code] of [
      [400, "invalid_request"],
      [401, "unauthorized"],
      [409, "task_already_finished"],
      [429, "daily_quota_exceeded"],
    ] as const
  ) {
    const { writes, requests } = prepare([problem(status, code)]);
    await assert.rejects(writes.create(TASK), { name: "NightshiftError", code, status });
    assert.equal(requests.length, 1, code);
  }
});

Deno.test("a server that asks for more patience than there is ends the call", async () => {
  const { writes, waits } = prepare([problem(429, "rate_limited", { "retry-after": "60" })]);
  await assert.rejects(writes.create(TASK), { code: "rate_limited", retryAfterSeconds: 60 });
  assert.deepEqual(waits, []);
});

Deno.test("a ping is repeated when its rate was limited, and otherwise never", async () => {
  const limited = prepare([
    problem(429, "rate_limited", { "retry-after": "1" }),
    answer(200, { task_id: ID, status: "running" }),
  ]);
  await limited.writes.ping("nst_2", "start", { body: "a", agentName: "b c" });
  assert.match(limited.requests[1]?.url ?? "", /\/ping\/nst_2\/start\?agent_name=b\+c$/);
  assert.equal(limited.requests[1]?.init.body, "a");
  for (const failure of [cut, problem(503, "store_unavailable")]) {
    const broken = prepare([failure]);
    await assert.rejects(broken.writes.ping("nst_2", 7), NightshiftError);
    assert.equal(broken.requests.length, 1);
  }
});

Deno.test("a proxy's page and a success that is no JSON are unknown responses, without the token", async () => {
  const page = `<html>\n${"x".repeat(5_000)}`;
  for (const status of [502, 200]) {
    const { writes, requests } = prepare([() => new Response(page, { status })]);
    const error = await writes.ping("nst_secret").catch((error) => error);
    assert.deepEqual([error.code, error.status], ["unknown_response", 502]);
    assert.ok(error.message.length < 400 && !error.message.includes("nst_"), error.message);
    assert.equal(requests.length, 1);
  }
});

Deno.test("no response in time is unreachable, and a signal ends the call with its reason", async () => {
  const never = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true })
    );
  const slow = prepare([], { fetch: never, timeoutMs: 5, maxRetries: 0 });
  await assert.rejects(slow.writes.create(TASK), {
    code: "unreachable",
    message: "unreachable: https://ref.supabase.co could not be reached: no response within 5 ms.",
  });
  const controller = new AbortController();
  const stopped = prepare([], { fetch: never, signal: controller.signal });
  const call = stopped.writes.create(TASK);
  controller.abort(new Error("enough"));
  await assert.rejects(call, /^Error: enough$/);
  await assert.rejects(stopped.writes.create(TASK), /^Error: enough$/);
});

Deno.test("the token may come from a function, asked before every request; a secret key is an apikey", async () => {
  let asked = 0;
  const { writes, requests } = prepare([cut, created], {
    token: () => `t${++asked}`,
    secretKey: "sb_secret_1",
  });
  await writes.create(TASK);
  const headers = requests.map(({ init }) => init.headers as Record<string, string>);
  assert.deepEqual(headers.map(({ authorization }) => authorization), ["Bearer t1", "Bearer t2"]);
  assert.equal(headers[0]?.["apikey"], "sb_secret_1");
});
