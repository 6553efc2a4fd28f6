import assert from "node:assert/strict";
import { z } from "zod";
import { createFunctionApp } from "./app.ts";
import { limitBody, parseJson, validate } from "./body.ts";
import { Problem } from "./problem.ts";

function catchProblem(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: "nothing was thrown" });
}

/** Answers the length of the body, when it has at most 10 bytes. */
function createProbe() {
  const app = createFunctionApp("probe", () => {});
  app.post("/", limitBody(10), async (c) => c.text(String((await c.req.text()).length)));
  return app;
}

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
}

const BODIES: readonly (readonly [what: string, init: RequestInit, status: number])[] = [
  ["no body", {}, 200],
  ["a body as long as the limit", { body: "1234567890" }, 200],
  ["a stream as long as the limit", { body: streamOf("12345", "67890") }, 200],
  ["a body one byte longer", { body: "12345678901" }, 413],
  ["a body whose bytes, not characters, are too many", { body: "éééééé" }, 413],
  ["a stream one byte longer", { body: streamOf("12345", "67890", "1") }, 413],
  ["an announced body", { body: "1234567890", headers: { "content-length": "10" } }, 200],
  ["a body announced as longer", { body: "1", headers: { "content-length": "11" } }, 413],
  [
    "a body of an unreadable length",
    { body: "12345678901", headers: { "content-length": "x" } },
    413,
  ],
  [
    "a body in chunks, whatever length it announces",
    { body: "12345678901", headers: { "content-length": "1", "transfer-encoding": "chunked" } },
    413,
  ],
];

for (const [what, init, status] of BODIES) {
  Deno.test(`with a limit of 10 bytes, ${what} is answered with ${status}`, async () => {
    const response = await createProbe().request("/probe", { method: "POST", ...init });
    assert.equal(response.status, status);
    if (status !== 413) return;
    const problem = await response.json();
    assert.equal(problem.code, "body_too_large");
    assert.equal(problem.detail, "The body may have at most 10 bytes.");
  });
}

for (
  const [what, path, status] of [["too large", "", 413], ["for nobody", "/nowhere", 404]] as const
) {
  Deno.test(`a body that is ${what} is read to its end, so that the answer arrives`, async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_024;
        controller.enqueue(new Uint8Array(1_024));
        if (sent === 1_048_576) controller.close();
      },
    });
    const response = await createProbe().request(`/probe${path}`, { method: "POST", body });
    assert.equal(response.status, status);
    assert.equal(sent, 1_048_576);
  });
}

Deno.test("a body without an end is given up after 64 MiB", async () => {
  let sentMebibytes = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sentMebibytes += 1;
      controller.enqueue(new Uint8Array(1_048_576));
    },
  });
  const response = await createProbe().request("/probe", { method: "POST", body });
  assert.equal(response.status, 413);
  assert.ok(sentMebibytes >= 64 && sentMebibytes < 70, `${sentMebibytes} MiB were read`);
});

Deno.test("a caller who breaks off while sending takes nothing down", async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: () => Promise.reject(new Error("connection reset")),
  });
  const response = await createProbe().request("/probe/nowhere", { method: "POST", body });
  assert.equal(response.status, 404);
});

Deno.test("JSON is parsed; an empty body is an empty object", () => {
  assert.deepEqual(parseJson('{"a": [1]}'), { a: [1] });
  assert.equal(parseJson("null"), null);
  for (const empty of ["", " \r\n"]) assert.deepEqual(parseJson(empty), {});
});

Deno.test("what is no JSON is malformed_json with the parser's words", () => {
  for (const text of ["{", '{"a": 1,}', "undefined", '{"a": 1}{', "\uFFFD"]) {
    const problem = catchProblem(() => parseJson(text));
    assert.equal(problem.code, "malformed_json");
    assert.match(problem.detail, /^The body must be JSON: .+\.$/);
  }
});

const schema = z.strictObject({
  count: z.int().min(1).default(10),
  "a/b~c": z.array(z.string()).optional(),
});

Deno.test("a value that fits comes back with its defaults", () => {
  assert.deepEqual(validate(schema, {}), { count: 10 });
});

Deno.test("every bad field is named by an RFC 6901 pointer; the first stands in the sentence", () => {
  const problem = catchProblem(() => validate(schema, { count: 0, "a/b~c": ["x", 2] }));
  assert.equal(problem.code, "invalid_request");
  assert.deepEqual(problem.errors.map(({ pointer }) => pointer), ["/count", "/a~1b~0c/1"]);
  assert.match(problem.detail, /^\/count: .*1 \(and 1 more, see errors\)$/);
  const alone = catchProblem(() => validate(schema, { count: 0 }));
  assert.doesNotMatch(alone.detail, /more/);
});

Deno.test("an unknown key and a value of another kind point at the whole body", () => {
  for (const value of [{ batch: 5 }, [], "text", null]) {
    const problem = catchProblem(() => validate(schema, value));
    assert.deepEqual(problem.errors.map(({ pointer }) => pointer), [""]);
    assert.match(problem.detail, /^body: /);
  }
});
