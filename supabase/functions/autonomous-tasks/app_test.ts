import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { Caller } from "../_shared/http/caller.ts";
import { hashText } from "../_shared/http/credentials.ts";
import { Problem } from "../_shared/http/problem.ts";
import type { TaskStore } from "./deps.ts";
import { createTestApp, describeTestApi } from "./testing/test_app.ts";

const ID = "00000000-0000-4000-8000-00000000000a";

interface Sent {
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

const WITH_SECRET = { authorization: "Bearer a-secret-for-these-tests" };

async function send(sent: Sent, store?: TaskStore) {
  const response = await createTestApp(store).request(`/autonomous-tasks${sent.path}`, {
    method: sent.method ?? (sent.body === undefined ? "GET" : "POST"),
    headers: sent.headers ?? {
      "authorization": "Bearer a-secret-for-these-tests",
      "content-type": "application/json",
    },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  return { response, body: await response.json() };
}

Deno.test("the OpenAPI document is valid 3.1 and has every route", async () => {
  const { response, body } = await send({ path: "/openapi.json", headers: {} });
  assert.equal(response.status, 200);
  const result = await new Validator().validate(body);
  assert.deepEqual([result.valid, result.errors], [true, undefined]);
  assert.equal(body.openapi, "3.1.0");
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${path}`)
  );
  assert.deepEqual(
    new Set(routes),
    new Set([
      "post /tasks",
      "post /tasks/{id}/start",
      "post /tasks/{id}/progress",
      "post /tasks/{id}/complete",
      "post /tasks/{id}/fail",
      "post /tasks/{id}/cancel",
      "post /tasks/{id}/retry",
      "get /tasks",
      "get /tasks/{id}",
      "get /tasks/{id}/lines",
      "post /jobs",
      "get /jobs",
      "post /jobs/requeue",
      "get /jobs/{id}",
      "post /jobs/{id}/cancel",
      "post /jobs/{id}/retry",
      "get /failures",
      "get /summary",
      "get /costs",
      "get /timeline",
      "get /why",
      "get /watches",
      "post /ping/{token}/{event}",
      "get /ping/{token}/{event}",
      "post /ping/{token}",
      "get /ping/{token}",
      "get /health",
      "get /metrics",
    ]),
  );
});

Deno.test("every operation documents its errors as problems", () => {
  for (const [path, methods] of Object.entries(describeTestApi().paths ?? {})) {
    for (const operation of Object.values(methods as Record<string, { responses: object }>)) {
      const statuses = Object.keys(operation.responses);
      assert.ok(statuses.includes("500") && statuses.includes("503"), path);
      if (path !== "/health") assert.ok(statuses.includes("401") && statuses.includes("429"), path);
    }
  }
});

const task = (fields: object) => JSON.stringify({ task_type: "email_sync", ...fields });
const deep = (depth: number) =>
  `{"task_type":"email_sync","input_data":${"[".repeat(depth)}${"]".repeat(depth)}}`;

const jobs = (fields: object) => JSON.stringify({ agent: "importer", jobs: [{}], ...fields });

const REFUSED: readonly (readonly [what: string, sent: Sent, status: number, code: string])[] = [
  ["malformed JSON", { path: "/tasks", body: "{" }, 400, "malformed_json"],
  ["an empty body", { path: "/tasks", body: "" }, 400, "invalid_request"],
  ["a JSON list", { path: "/tasks", body: "[]" }, 400, "invalid_request"],
  ["an unknown field", { path: "/tasks", body: task({ extra: 1 }) }, 400, "invalid_request"],
  ["an unknown type", { path: "/tasks", body: task({ task_type: "x" }) }, 400, "invalid_request"],
  [
    "an end without status",
    { path: "/tasks", body: task({ completed_at: "2026-01-01T00:00:00Z" }) },
    400,
    "invalid_request",
  ],
  [
    "the year 1999",
    { path: "/tasks", body: task({ executed_at: "1999-12-31T00:00:00Z" }) },
    400,
    "invalid_request",
  ],
  ["a NUL", { path: "/tasks", body: task({ input_data: { a: ["\0"] } }) }, 400, "invalid_request"],
  [
    "a NUL in a key",
    { path: "/tasks", body: task({ input_data: { "\0": 1 } }) },
    400,
    "invalid_request",
  ],
  [
    "half a surrogate pair",
    { path: "/tasks", body: task({ agent_name: "\ud800" }) },
    400,
    "invalid_request",
  ],
  [
    "1e999",
    { path: "/tasks", body: '{"task_type":"email_sync","input_data":1e999}' },
    400,
    "invalid_request",
  ],
  ["33 levels", { path: "/tasks", body: deep(32) }, 400, "invalid_request"],
  ["a batch of none", { path: "/tasks", body: '{"tasks":[]}' }, 400, "invalid_request"],
  [
    "a batch of 501",
    { path: "/tasks", body: JSON.stringify({ tasks: Array(501).fill(1) }) },
    400,
    "invalid_request",
  ],
  [
    "a body over 1 MB",
    { path: "/tasks", body: task({ input_data: "x".repeat(1_048_576) }) },
    413,
    "body_too_large",
  ],
  [
    "plain text",
    { path: "/tasks", body: "hello", headers: { ...WITH_SECRET, "content-type": "text/plain" } },
    415,
    "unsupported_media_type",
  ],
  [
    "jobs without an agent",
    { path: "/jobs", body: jobs({ agent: undefined }) },
    400,
    "invalid_request",
  ],
  [
    "an agent that is no name",
    { path: "/jobs", body: jobs({ agent: "A b" }) },
    400,
    "invalid_request",
  ],
  ["no jobs", { path: "/jobs", body: jobs({ jobs: [] }) }, 400, "invalid_request"],
  [
    "501 jobs",
    { path: "/jobs", body: jobs({ jobs: Array(501).fill({}) }) },
    400,
    "invalid_request",
  ],
  ["jobs of an object", { path: "/jobs", body: jobs({ jobs: {} }) }, 400, "invalid_request"],
  ["an unknown filter of jobs", { path: "/jobs?agents=a" }, 400, "invalid_request"],
  ["a made-up cursor of jobs", { path: "/jobs?cursor=abc" }, 400, "invalid_request"],
  ["a job id that is not a UUID", { path: "/jobs/7" }, 400, "invalid_request"],
  ["no credential with bad jobs", { path: "/jobs", body: "[", headers: {} }, 401, "unauthorized"],
  ["a requeue of no agent", { path: "/jobs/requeue", body: "{}" }, 400, "invalid_request"],
  ["a failure without words", { path: `/tasks/${ID}/fail`, body: "" }, 400, "invalid_request"],
  ["an id that is not a UUID", { path: "/tasks/7" }, 400, "invalid_request"],
  ["an unknown filter", { path: "/tasks?statuss=failed" }, 400, "invalid_request"],
  ["a filter twice", { path: "/tasks?status=failed&status=running" }, 400, "invalid_request"],
  ["a NUL in a filter", { path: "/tasks?agent_name=%00" }, 400, "invalid_request"],
  ["a limit of 201", { path: "/tasks?limit=201" }, 400, "invalid_request"],
  ["a made-up cursor", { path: "/tasks?cursor=abc" }, 400, "invalid_request"],
  [
    "no credential with malformed JSON",
    { path: "/tasks", body: "{", headers: {} },
    401,
    "unauthorized",
  ],
  [
    "no credential with a bad id",
    { path: "/tasks/7/start", body: "[", headers: {} },
    401,
    "unauthorized",
  ],
  [
    "no credential with a bad filter",
    { path: "/tasks?limit=0", headers: {} },
    401,
    "unauthorized",
  ],
  [
    "no credential at an unknown path",
    { path: "/other", body: "x", headers: {} },
    401,
    "unauthorized",
  ],
  [
    "no credential with another method",
    { path: `/tasks/${ID}`, method: "DELETE", headers: {} },
    401,
    "unauthorized",
  ],
  [
    "9007199254740993",
    { path: "/tasks", body: '{"task_type":"email_sync","input_data":{"id":9007199254740993}}' },
    400,
    "invalid_request",
  ],
  [
    "1e-400 far inside",
    { path: "/tasks", body: '{"task_type":"email_sync","output_data":[{"a":[1e-400]}]}' },
    400,
    "invalid_request",
  ],
  [
    "a number that is rounded, of a step",
    { path: `/tasks/${ID}/progress`, body: '{"output_data":{"id":9007199254740993}}' },
    400,
    "invalid_request",
  ],
  [
    "__proto__ as a field",
    { path: "/tasks", body: '{"task_type":"email_sync","__proto__":{"status":"failed"}}' },
    400,
    "invalid_request",
  ],
  [
    "bytes that are not UTF-8",
    { path: "/tasks", body: new Uint8Array([0x22, 0xff, 0x22]) },
    400,
    "malformed_json",
  ],
  [
    "another charset",
    {
      path: "/tasks",
      body: task({}),
      headers: { ...WITH_SECRET, "content-type": "application/json; charset=iso-8859-1" },
    },
    415,
    "unsupported_media_type",
  ],
  ["no credential", { path: "/tasks", headers: {} }, 401, "unauthorized"],
  [
    "a wrong secret",
    { path: "/tasks", headers: { authorization: "Bearer wrong" } },
    401,
    "unauthorized",
  ],
  ["DELETE", { path: `/tasks/${ID}`, method: "DELETE" }, 405, "method_not_allowed"],
  ["another path", { path: "/other" }, 404, "route_not_found"],
];

for (const [what, sent, status, code] of REFUSED) {
  Deno.test(`${what} is rejected with ${status} ${code} before the database is asked`, async () => {
    const { response, body } = await send(sent);
    assert.deepEqual([response.status, body.code], [status, code], JSON.stringify(body));
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.ok(response.headers.get("x-request-id"));
    if (status === 400 && code === "invalid_request") assert.ok(body.errors.length > 0);
  });
}

Deno.test("a bad field is pointed at", async () => {
  const { body } = await send({
    path: "/tasks",
    body: task({ cost_estimate_usd: -1, agent_name: "" }),
  });
  assert.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(),
    ["/agent_name", "/cost_estimate_usd"],
  );
});

for (
  const [what, sent, sentence] of [
    ["query", { path: "/tasks?statuss=failed" }, /^query: .*statuss/],
    ["body", { path: "/tasks", body: task({ extra: 1 }) }, /^body: .*extra/],
    ["id", { path: "/tasks/7" }, /^\/id: must be a UUID$/],
  ] as const
) {
  Deno.test(`what is wrong with the ${what} of a request is said to be there`, async () => {
    const { body } = await send(sent);
    assert.match(body.detail, sentence);
  });
}

Deno.test("a refusal of the database keeps its Retry-After, its words stay inside", async () => {
  const limited = await send({ path: "/failures" }, {
    ask: () =>
      Promise.reject(new Problem("rate_limited", "Wait.", { headers: { "retry-after": "7" } })),
    admit: () => Promise.resolve(),
    reach: () => Promise.resolve(),
    readMetrics: () => Promise.reject(new Error("no test asks for metrics")),
  });
  assert.equal(limited.response.headers.get("retry-after"), "7");
  const broken = await send({ path: "/failures" }, {
    ask: () => Promise.reject(new Error("relation secret_table does not exist")),
    admit: () => Promise.resolve(),
    reach: () => Promise.resolve(),
    readMetrics: () => Promise.reject(new Error("no test asks for metrics")),
  });
  assert.deepEqual([broken.response.status, broken.body.code], [500, "internal_error"]);
  assert.ok(!JSON.stringify(broken.body).includes("secret_table"));
});

/** What supabase-js sends from a browser. */
const SENT_BY_SUPABASE_JS = [
  "authorization",
  "x-client-info",
  "apikey",
  "content-type",
  "x-retry-count",
  "traceparent",
  "tracestate",
  "baggage",
];

Deno.test("pages of named origins may call, also into an error; others get no permission", async () => {
  const app = createTestApp(undefined, ["https://app.example.com"]);
  const ask = (method: string, origin: string) =>
    app.request("/autonomous-tasks/tasks", {
      method,
      headers: { origin, "access-control-request-method": "POST" },
    });
  const preflight = await ask("OPTIONS", "https://app.example.com");
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /idempotency-key/);
  const allowed = new Set(preflight.headers.get("access-control-allow-headers")?.split(","));
  for (const name of SENT_BY_SUPABASE_JS) assert.ok(allowed.has(name), name);
  for (
    const [origin, isAllowed] of [["https://app.example.com", true], [
      "https://example.org",
      false,
    ]] as const
  ) {
    const refused = await ask("GET", origin);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get("access-control-allow-origin"), isAllowed ? origin : null);
  }
});

/** A store that remembers what it was asked, and answers with the given document. */
function recordingStore(answer: object) {
  const asked: { readonly caller: Caller; readonly name: string; readonly given: unknown }[] = [];
  const store: TaskStore = {
    ask: <Answer>(caller: Caller, name: string, given: unknown) => {
      asked.push({ caller, name, given });
      return Promise.resolve(answer as Answer);
    },
    admit: () => Promise.resolve(),
    reach: () => Promise.resolve(),
    readMetrics: () => Promise.reject(new Error("no test asks for metrics")),
  };
  return { asked, store };
}

Deno.test("in a batch a task that cannot be stored is rejected alone, whatever is wrong with it", async () => {
  const bad = [
    '"input_data":"\\u0000"',
    '"agent_name":"\\ud800"',
    `"input_data":${"[".repeat(32)}${"]".repeat(32)}`,
    '"input_data":1e999',
    '"input_data":[9007199254740993]',
    '"output_data":{"\\u0000":1}',
    '"__proto__":{}',
  ];
  const tasks = ["", ...bad.map((field) => `,${field}`), ""]
    .map((field) => `{"task_type":"email_sync"${field}}`);
  const row = { id: ID };
  const { asked, store } = recordingStore({
    results: [{ outcome: "created", task: row }, { outcome: "created", task: row }],
  });
  const { response, body } = await send(
    { path: "/tasks", body: `{"tasks":[${tasks.concat("7", "null").join()}]}` },
    store,
  );
  assert.equal(response.status, 200, JSON.stringify(body));
  assert.deepEqual(
    body.results.map(({ status }: { status: number }) => status),
    [201, ...bad.map(() => 400), 201, 400, 400],
  );
  assert.match(body.results[5].problem.detail, /9007199254740993.*string/);
  assert.deepEqual(asked[0]?.given, {
    p_tasks: [{ task_type: "email_sync" }, { task_type: "email_sync" }],
  });
});

Deno.test("of many jobs one that cannot be stored is rejected alone, the others reach the database", async () => {
  const bad = [
    '{"payload":"\\u0000"}',
    '{"key":"\\ud800"}',
    `{"payload":${"[".repeat(33)}${"]".repeat(33)}}`,
    '{"payload":[9007199254740993]}',
    '{"priority":1.5}',
    '{"run_at":"1999-12-31T00:00:00Z"}',
    '{"status":"completed"}',
    "7",
  ];
  const good = '{"key":"a","payload":{"__proto__":1},"run_at":"2026-11-12T08:00:00+01:00"}';
  const { asked, store } = recordingStore({
    results: [
      { outcome: "created", task_id: ID },
      { outcome: "exists", task_id: ID },
      { outcome: "agent_not_open" },
      { outcome: "rejected", error: "payload has at most 64 kB." },
    ],
  });
  const { response, body } = await send(
    {
      path: "/jobs",
      body: `{"agent":"importer","jobs":[${[...bad, good, "{}", "{}", "{}"].join()}]}`,
    },
    store,
  );
  assert.equal(response.status, 200, JSON.stringify(body));
  assert.deepEqual(
    body.results.map(({ status }: { status: number }) => status),
    [...bad.map(() => 400), 201, 200, 403, 422],
  );
  assert.deepEqual(body.results[8], { status: 201, outcome: "created", id: ID });
  assert.equal(body.results[11].problem.detail, "payload has at most 64 kB.");
  assert.equal(asked[0]?.name, "request_jobs");
  assert.deepEqual(JSON.parse(JSON.stringify(asked[0]?.given)), {
    p_agent: "importer",
    p_jobs: [
      JSON.parse('{"payload":{"__proto__":1},"run_at":"2026-11-12T07:00:00.000Z","key":"a"}'),
      {},
      {},
      {},
    ],
  });
});

Deno.test("every part of a document reaches the database, __proto__ and floats included", async () => {
  const document = '{"__proto__":{"a":1},"constructor":2,"f":[0.1,1e-7,5e-324]}';
  const { asked, store } = recordingStore({ results: [{ outcome: "created", task: { id: ID } }] });
  await send(
    { path: "/tasks", body: `{"task_type":"email_sync","input_data":${document}}` },
    store,
  );
  const { p_tasks: [stored] } = asked[0]?.given as { p_tasks: { input_data: unknown }[] };
  assert.deepEqual(JSON.stringify(stored?.input_data), JSON.stringify(JSON.parse(document)));
});

Deno.test("the OpenAPI document is the same text for everybody, made once", async () => {
  const app = createTestApp();
  const read = async () => await (await app.request("/autonomous-tasks/openapi.json")).text();
  const first = await read();
  const startedAt = performance.now();
  for (let asked = 0; asked < 100; asked += 1) {
    assert.equal(await read(), first);
  }
  assert.ok(performance.now() - startedAt < 1_000);
});

const TOKEN = `nst_${"0a".repeat(32)}`;

const PINGS: readonly (readonly [
  what: string,
  method: string,
  path: string,
  body: string | null,
  parameters: object,
])[] = [
  ["a success", "GET", "", null, { p_event: "success", p_report: {} }],
  ["a start", "HEAD", "/start", null, { p_event: "start", p_report: {} }],
  ["a failure", "POST", "/fail", null, {
    p_event: "fail",
    p_report: { error_message: "The job reported that it failed." },
  }],
  ["exit code 0", "GET", "/0", null, {
    p_event: "success",
    p_report: { output_data: { exit_code: 0 } },
  }],
  ["exit code 1", "GET", "/1", null, {
    p_event: "fail",
    p_report: {
      output_data: { exit_code: 1 },
      error_message: "The job ended with exit code 1.",
    },
  }],
  ["a text of a success", "POST", "", "12 files copied\n", {
    p_event: "success",
    p_report: { output_data: { message: "12 files copied" }, lines: ["12 files copied"] },
  }],
  ["a text of a failure", "POST", "/2", "disk \0full", {
    p_event: "fail",
    p_report: {
      output_data: { message: "disk \uFFFDfull", exit_code: 2 },
      error_message: "disk \uFFFDfull",
      lines: ["disk \uFFFDfull"],
    },
  }],
  [
    "the columns of a task",
    "POST",
    "/fail",
    '{"error_message":"no","cost_estimate_usd":1.5,"output_data":[1]}',
    {
      p_event: "fail",
      p_report: { output_data: [1], error_message: "no", cost_estimate_usd: 1.5 },
    },
  ],
  ["other fields", "POST", "", '{"files":3,"output_data":{"a":1}}', {
    p_event: "success",
    p_report: { output_data: { files: 3, output_data: { a: 1 } } },
  }],
  ["JSON with a field of another kind", "POST", "", '{"error_message":7}', {
    p_event: "success",
    p_report: { output_data: { message: '{"error_message":7}' }, lines: ['{"error_message":7}'] },
  }],
];

for (const [what, method, path, body, parameters] of PINGS) {
  Deno.test(`a ping by ${method} tells ${what}, whatever content type it has`, async () => {
    const { asked, store } = recordingStore({ task: { id: ID, status: "completed" } });
    const response = await createTestApp(store).request(`/autonomous-tasks/ping/${TOKEN}${path}`, {
      method,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    assert.equal(response.status, 200);
    assert.deepEqual(asked[0]?.given, parameters);
    assert.deepEqual(asked[0]?.caller, { kind: "ingest_token", tokenHash: hashText(TOKEN) });
  });
}

Deno.test("a ping with more than 100 kB is noted with the beginning of it", async () => {
  const { asked, store } = recordingStore({ task: { id: ID, status: "completed" } });
  const response = await createTestApp(store).request(`/autonomous-tasks/ping/${TOKEN}`, {
    method: "POST",
    body: "x".repeat(3_000_000),
  });
  assert.equal(response.status, 200);
  assert.equal(JSON.stringify(asked[0]?.given).length > 100_000, true);
});

for (const event of ["dance", "256", "-1"]) {
  Deno.test(`a ping with the event ${event} is told once which events there are`, async () => {
    const response = await createTestApp().request(`/autonomous-tasks/ping/${TOKEN}/${event}`);
    const { errors } = await response.json();
    assert.deepEqual(errors, [{
      pointer: "/event",
      message: "must be start, success, fail or an exit code from 0 to 255",
    }]);
  });
}

const BAD_PINGS: readonly (readonly [path: string, status: number])[] = [
  [`/ping/${TOKEN}/dance`, 400],
  [`/ping/${TOKEN}/256`, 400],
  [`/ping/${TOKEN}/-1`, 400],
  [`/ping/${TOKEN}/start/x`, 404],
  [`/ping/${TOKEN.slice(1)}`, 401],
  ["/ping", 404],
  [`/tasks/${TOKEN}`, 401],
  [`/${TOKEN}?${TOKEN}=1`, 401],
];

for (const [path, status] of BAD_PINGS) {
  Deno.test(`${path.replaceAll(TOKEN, "TOKEN")} is answered with ${status} and without its token`, async () => {
    const response = await createTestApp().request(`/autonomous-tasks${path}`, {
      method: "POST",
      headers: { "x-request-id": TOKEN },
    });
    assert.equal(response.status, status);
    const told = `${JSON.stringify([...response.headers])} ${await response.text()}`;
    assert.ok(!told.includes(TOKEN.slice(5)), told);
  });
}
