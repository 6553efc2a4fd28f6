import assert from "node:assert/strict";
import { createFunctionApp } from "./app.ts";
import { receiveBody } from "./body.ts";
import { guard } from "./guard.ts";

const SECRET = "the-current-secret-of-the-tests";
const WITH_SECRET = { authorization: `Bearer ${SECRET}` };

/** Answers the length of the body, when it has at most 10 bytes. */
function createProbe() {
  const app = createFunctionApp("probe", () => {});
  const secrets = { cronSecrets: [SECRET], secretKeys: {} };
  const limits = { maxBytes: 10, withinMs: 30_000 };
  app.use(guard({ secrets, kinds: ["cron_secret"], target: "probe", ...limits }));
  app.post("/", (c) => c.text(String(c.get("body").length)));
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
    const headers = { ...init.headers, ...WITH_SECRET };
    const response = await createProbe().request("/probe", { method: "POST", ...init, headers });
    assert.equal(response.status, status);
    if (status !== 413) return;
    const problem = await response.json();
    assert.equal(problem.code, "body_too_large");
    assert.equal(problem.detail, "The body may have at most 10 bytes.");
  });
}

for (
  const [what, headers, status] of [["too large", WITH_SECRET, 413], ["nobody's", {}, 401]] as const
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
    const response = await createProbe().request("/probe", { method: "POST", headers, body });
    assert.equal(response.status, status);
    assert.equal(sent, 1_048_576);
  });
}

Deno.test("a body without an end is given up after 64 MiB", async () => {
  const mebibyte = new Uint8Array(1_048_576);
  let sentMebibytes = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sentMebibytes += 1;
      controller.enqueue(mebibyte);
    },
  });
  const response = await createProbe().request("/probe", {
    method: "POST",
    headers: WITH_SECRET,
    body,
  });
  assert.equal(response.status, 413);
  assert.ok(sentMebibytes >= 64 && sentMebibytes < 70, `${sentMebibytes} MiB were read`);
});

Deno.test("a caller who breaks off while sending is answered, and takes nothing down", async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: () => Promise.reject(new Error("connection reset")),
  });
  const response = await createProbe().request("/probe/nowhere", {
    method: "POST",
    headers: WITH_SECRET,
    body,
  });
  assert.equal(response.status, 408);
});

Deno.test("a body is kept up to its limits, with what ended it", async () => {
  const receive = async (body: BodyInit, limits = { maxBytes: 10, withinMs: 30_000 }) => {
    const { bytes, end } = await receiveBody(
      new Request("http://x.example", { method: "POST", body }),
      limits,
    );
    return [new TextDecoder().decode(bytes), end];
  };
  assert.deepEqual(await receive("1234567890"), ["1234567890", "complete"]);
  assert.deepEqual(await receive("12345678901"), ["1234567890", "too_large"]);
  const endless = new ReadableStream({ start: (of) => of.enqueue(new Uint8Array([49, 50])) });
  assert.deepEqual(await receive(endless, { maxBytes: 10, withinMs: 10 }), ["12", "too_slow"]);
});
