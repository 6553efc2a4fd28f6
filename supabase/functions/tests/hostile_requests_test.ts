import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { request } from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const FUNCTIONS = ["autonomous-tasks", "continuous-intelligence", "inbound-email"];
const stack = withStack({ functions: FUNCTIONS, env: { CORS_ORIGINS: "https://app.example.com" } });

/**
 * A function answers slow senders after one second, or two, as the tests of its guard show; here
 * a busy machine comes on top. Bodies with a credential may take 10 or 30 s.
 */
const PROMPT_MS = 8_000;

/** Sends a byte every 0.3 s of a body without an end; gives the status and how long it took. */
async function sendSlowly(path: string, headers: string) {
  const { hostname, port } = new URL(stack().url);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const send = (text: string) => connection.write(new TextEncoder().encode(text));
  const startedAt = performance.now();
  await send(`POST /functions/v1/${path} HTTP/1.1\r\nHost: ${hostname}\r\n${headers}\r\n\r\n`);
  const isChunked = headers.includes("chunked");
  const timer = setInterval(
    () => void send(isChunked ? "1\r\nx\r\n" : "x").catch(() => clearInterval(timer)),
    300,
  );
  try {
    const answer = new Uint8Array(1_024);
    const late = Promise.withResolvers<null>();
    setTimeout(() => late.resolve(null), 20_000);
    const length = await Promise.race([connection.read(answer), late.promise]) ?? 0;
    const [, status] = new TextDecoder().decode(answer.subarray(0, length)).split(" ");
    return { status: Number(status), ms: performance.now() - startedAt };
  } finally {
    clearInterval(timer);
  }
}

Deno.test("slow senders without a credential are answered with 401 long before their bodies' time is over", async () => {
  const paths = [...FUNCTIONS, "autonomous-tasks/tasks", "autonomous-tasks/other"];
  // The first request starts each function.
  for (const path of paths) {
    await request(`${stack().url}/functions/v1/${path}`, { method: "POST" });
  }
  const bodies = ["content-length: 1000", "transfer-encoding: chunked"];
  const answers = await Promise.all(
    bodies.flatMap((headers) => paths.map((path) => sendSlowly(path, headers))),
  );
  assert.deepEqual(answers.map(({ status }) => status), answers.map(() => 401));
  assert.ok(Math.max(...answers.map(({ ms }) => ms)) < PROMPT_MS, JSON.stringify(answers));
});

Deno.test("slow senders with a forged token are answered with 401 long before their bodies' time is over", async () => {
  const tokens = [`nst_${"0".repeat(64)}`, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"];
  const answers = await Promise.all(
    tokens.map((token) =>
      sendSlowly("autonomous-tasks/tasks", `authorization: Bearer ${token}\r\ncontent-length: 1000`)
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status), [401, 401]);
  assert.ok(Math.max(...answers.map(({ ms }) => ms)) < PROMPT_MS, JSON.stringify(answers));
});

Deno.test("a slow sender with a forged signature is answered with 408 after the time of its body", async () => {
  const headers = "webhook-id: a\r\nwebhook-timestamp: 1\r\nwebhook-signature: v1,AAAA\r\n" +
    "content-length: 1000";
  const { status, ms } = await sendSlowly("continuous-intelligence", headers);
  assert.equal(status, 408);
  assert.ok(ms < PROMPT_MS, `${ms} ms`);
});

Deno.test("a number with more digits than JavaScript has is read as it is stored", async () => {
  const [row] = await stack().database.query<{ id: string }>(
    `insert into public.autonomous_tasks (task_type, input_data)
     values ('email_sync', '{"id": 9007199254740993, "list": [1e-40, 0.12345678901234567890]}')
     returning id`,
  );
  const { status, text } = await request(
    `${stack().url}/functions/v1/autonomous-tasks/tasks/${row?.id}`,
    { headers: { apikey: stack().secretKey } },
  );
  assert.equal(status, 200, text);
  assert.match(text, /"id":9007199254740993[,}]/);
  assert.match(text, /0\.1234567890123456789/);
});

Deno.test("a secret key beside a user's token acts as the user", async () => {
  const answer = await fetch(`${stack().url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: stack().publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email: "eve@example.com", password: "correct horse battery 1" }),
  });
  const { access_token: jwt } = await answer.json();
  const list = async (headers: Record<string, string>) => {
    const { status, text } = await request(
      `${stack().url}/functions/v1/autonomous-tasks/tasks`,
      { headers: { apikey: stack().secretKey, ...headers } },
    );
    assert.equal(status, 200, text);
    return JSON.parse(text).tasks.length;
  };
  assert.ok(await list({}) > 0, "the project sees the tasks without a workspace");
  assert.equal(await list({ authorization: `Bearer ${jwt}` }), 0);
});

Deno.test("supabase.functions.invoke() is allowed to send its headers from a page", async () => {
  const sent: Request[] = [];
  const supabase = createClient(stack().url, stack().publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: (input, init) => {
        sent.push(new Request(input, init));
        return fetch(input, init);
      },
    },
  });
  const { error } = await supabase.functions.invoke("autonomous-tasks/tasks", {
    body: { task_type: "email_sync" },
  });
  assert.equal(error?.context.status, 401, "nobody is signed in");
  const [invoked] = sent;
  assert.ok(invoked);
  const headers = [...invoked.headers.keys()];
  assert.ok(headers.includes("apikey") && headers.includes("x-client-info"), headers.join());
  const preflight = await fetch(invoked.url, {
    method: "OPTIONS",
    headers: {
      "origin": "https://app.example.com",
      "access-control-request-method": "POST",
      "access-control-request-headers": headers.join(),
    },
  });
  await preflight.body?.cancel();
  assert.equal(preflight.status, 204);
  const allowed = preflight.headers.get("access-control-allow-headers")?.split(",") ?? [];
  assert.deepEqual(headers.filter((name) => !allowed.includes(name)), []);
});

const ODD_EMAILS: readonly (readonly [what: string, fields: object])[] = [
  ["a NUL", { text: "a\0b", subject: "a\0b" }],
  ["half a surrogate pair", { text: "\ud83d", subject: "x\ud83d", html: "<p>\ud83d</p>" }],
  ["a NUL in a header", { headers: { "list-id": "a\0b" } }],
  ["__proto__ among its headers", { headers: JSON.parse('{"__proto__": "x"}') }],
];

for (const [what, fields] of ODD_EMAILS) {
  Deno.test(`an email with ${what} is stored or refused, and never a failure of ours`, async () => {
    const [workspace] = await stack().database.query<{ id: string }>(
      "insert into public.workspaces (name) values ('W') returning id",
    );
    const { status, text } = await request(`${stack().url}/functions/v1/inbound-email`, {
      method: "POST",
      headers: { apikey: stack().secretKey, "content-type": "application/json" },
      body: JSON.stringify({ workspace_id: workspace?.id, from: "ada@example.com", ...fields }),
    });
    assert.ok(status === 201 || status === 400, `${status}: ${text}`);
  });
}
