import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Problem } from "../_shared/http/problem.ts";
import type { TaskStore } from "./store.ts";
import { createTestApp, describeTestApi } from "./testing/test_app.ts";

const ID = "00000000-0000-4000-8000-00000000000a";

interface Sent {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

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
      "get /failures",
      "get /summary",
      "get /costs",
      "get /timeline",
      "post /ping/{token}/{event}",
      "get /health",
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
    { path: "/tasks", body: "hello", headers: { "content-type": "text/plain" } },
    415,
    "unsupported_media_type",
  ],
  ["a failure without words", { path: `/tasks/${ID}/fail`, body: "" }, 400, "invalid_request"],
  ["an id that is none", { path: "/tasks/7" }, 400, "invalid_request"],
  ["an unknown filter", { path: "/tasks?statuss=failed" }, 400, "invalid_request"],
  ["a filter twice", { path: "/tasks?status=failed&status=running" }, 400, "invalid_request"],
  ["a NUL in a filter", { path: "/tasks?agent_name=%00" }, 400, "invalid_request"],
  ["a limit of 201", { path: "/tasks?limit=201" }, 400, "invalid_request"],
  ["a made-up cursor", { path: "/tasks?cursor=abc" }, 400, "invalid_request"],
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
  Deno.test(`${what} is refused with ${status} ${code} before the database is asked`, async () => {
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
    reach: () => Promise.resolve(),
  });
  assert.equal(limited.response.headers.get("retry-after"), "7");
  const broken = await send({ path: "/failures" }, {
    ask: () => Promise.reject(new Error("relation secret_table does not exist")),
    reach: () => Promise.resolve(),
  });
  assert.deepEqual([broken.response.status, broken.body.code], [500, "internal_error"]);
  assert.ok(!JSON.stringify(broken.body).includes("secret_table"));
});

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
  for (
    const [origin, allowed] of [["https://app.example.com", true], [
      "https://example.org",
      false,
    ]] as const
  ) {
    // deno-lint-ignore no-await-in-loop -- two
    const refused = await ask("GET", origin);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get("access-control-allow-origin"), allowed ? origin : null);
  }
});
