import assert from "node:assert/strict";
import { createFunctionApp, refuseOtherMethods } from "./app.ts";
import type { Log, LogFields } from "../platform/log.ts";
import { Problem } from "./problem.ts";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

function setUp() {
  const lines: Line[] = [];
  const log: Log = (level, message, fields = {}) => lines.push({ level, message, fields });
  const app = createFunctionApp("probe", log);
  app.get("/", (c) => c.text("fine"));
  app.get("/refused", () => {
    throw new Problem("unauthorized", "Send a key.", { headers: { "www-authenticate": "Bearer" } });
  });
  app.get("/broken", () => {
    throw new Error("password of the database is hunter2");
  });
  app.post("/", (c) => c.text("posted"));
  refuseOtherMethods(app, "probe");
  return { app, lines };
}

Deno.test("a request gets an id, its answer carries it, and one line of log tells of both", async () => {
  const { app, lines } = setUp();
  const response = await app.request("/probe");
  const requestId = response.headers.get("x-request-id");
  assert.match(requestId ?? "", /^[0-9a-f-]{36}$/);
  assert.equal(lines.length, 1);
  const { duration_ms: durationMs, ...fields } = lines[0]?.fields ?? {};
  assert.equal(typeof durationMs, "number");
  assert.equal(lines[0]?.level, "info");
  assert.deepEqual(fields, {
    function: "probe",
    request_id: requestId,
    method: "GET",
    status: 200,
    code: undefined,
    problem: undefined,
  });
});

Deno.test("a caller's own request id is kept", async () => {
  const { app } = setUp();
  const response = await app.request("/probe/refused", {
    headers: { "x-request-id": "from-n8n-7" },
  });
  assert.equal(response.headers.get("x-request-id"), "from-n8n-7");
  assert.equal((await response.json()).instance, "urn:nightshift:request:from-n8n-7");
});

Deno.test("a problem is answered as it is, with its headers, and logged by its code alone", async () => {
  const { app, lines } = setUp();
  const response = await app.request("/probe/refused");
  assert.equal(response.status, 401);
  assert.equal(response.headers.get("www-authenticate"), "Bearer");
  assert.equal((await response.json()).code, "unauthorized");
  assert.equal(lines[0]?.level, "info");
  assert.equal(lines[0]?.fields["code"], "unauthorized");
  assert.equal(lines[0]?.fields["problem"], undefined);
});

Deno.test("an unexpected error is a 500 that tells nothing; its log line tells all", async () => {
  const { app, lines } = setUp();
  const response = await app.request("/probe/broken");
  assert.equal(response.status, 500);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const text = await response.text();
  assert.equal(JSON.parse(text).code, "internal_error");
  assert.doesNotMatch(text, /hunter2/);
  assert.equal(lines[0]?.level, "error");
  assert.match(String(lines[0]?.fields["problem"]), /hunter2/);
  assert.equal(lines[0]?.fields["request_id"], response.headers.get("x-request-id"));
});

Deno.test("an unknown path is a 404 problem", async () => {
  for (const path of ["/probe/nowhere", "/elsewhere", "/"]) {
    const response = await setUp().app.request(path);
    assert.equal(response.status, 404);
    assert.equal((await response.json()).code, "route_not_found");
  }
});

Deno.test("another method is a 405 problem that names the allowed ones", async () => {
  const response = await setUp().app.request("/probe", { method: "DELETE" });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "GET, POST");
  assert.equal((await response.json()).detail, "DELETE is not supported here; use GET, POST.");
});

const TOKEN = `nst_${"0a".repeat(32)}`;

Deno.test("an ingest token is repeated nowhere: not from a path, a query or a request id", async () => {
  const { app, lines } = setUp();
  for (const path of [`/probe/ping/${TOKEN}/x`, `/probe/refused?${TOKEN}`, `/${TOKEN}`]) {
    const response = await app.request(path, { headers: { "x-request-id": TOKEN } });
    const told = `${JSON.stringify([...response.headers])} ${await response.text()}`;
    assert.ok(!told.includes(TOKEN), told);
  }
  assert.ok(!JSON.stringify(lines).includes(TOKEN));
});
