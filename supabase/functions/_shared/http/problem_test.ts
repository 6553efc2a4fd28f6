import assert from "node:assert/strict";
import { Problem, problemResponse, PROBLEMS } from "./problem.ts";

Deno.test("a problem is answered as problem+json with type, title, status, detail, instance and code", async () => {
  const response = problemResponse(new Problem("malformed_json", "The body must be JSON."), "r-1");
  assert.equal(response.status, 400);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.equal(response.headers.get("x-request-id"), "r-1");
  assert.deepEqual(await response.json(), {
    type: "urn:nightshift:problem:malformed_json",
    title: "The body is not valid JSON",
    status: 400,
    detail: "The body must be JSON.",
    instance: "urn:nightshift:request:r-1",
    code: "malformed_json",
  });
});

Deno.test("bad fields and extra headers go along", async () => {
  const errors = [{ pointer: "/maxWorkspaces", message: "Too small" }];
  const problem = new Problem("invalid_request", "It does not fit.", {
    errors,
    headers: { allow: "GET" },
  });
  const response = problemResponse(problem, "r-2");
  assert.equal(response.headers.get("allow"), "GET");
  assert.deepEqual((await response.json()).errors, errors);
});

Deno.test("the cause stays inside", async () => {
  const cause = new Error("relation nightshift.email_queue does not exist");
  const problem = new Problem("internal_error", "It failed on our side.", { cause });
  assert.equal(problem.cause, cause);
  assert.doesNotMatch(await problemResponse(problem, "r-3").text(), /email_queue/);
});

Deno.test("every code has a snake_case name, an error status and a title", () => {
  for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
    assert.match(code, /^[a-z]+(_[a-z]+)*$/);
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].+[^.]$/, code);
  }
});

Deno.test("an ingest token in a sentence or a pointer is hidden", async () => {
  const token = `nst_${"0a".repeat(32)}`;
  const problem = new Problem("invalid_request", `query: Unrecognized key: "${token}"`, {
    errors: [{ pointer: `/${token}`, message: `"${token.toUpperCase()}" is unknown` }],
  });
  const { detail, errors } = await problemResponse(problem, "r-4").json();
  assert.equal(detail, 'query: Unrecognized key: "nst_…"');
  assert.deepEqual(errors, [{ pointer: "/nst_…", message: '"nst_…" is unknown' }]);
});
