import assert from "node:assert/strict";
import { createServiceClient, unwrap } from "./db.ts";
import { Problem } from "../http/problem.ts";

const answered = (status: number, code: string, message = "words of the database") => ({
  data: null,
  error: { code, message },
  status,
});

Deno.test("data is handed on, also when it is falsy", () => {
  for (const data of [{ id: 1 }, [], 0, false, ""]) {
    assert.equal(unwrap({ data, error: null, status: 200 }), data);
  }
});

const UNAVAILABLE = [
  ["nobody answered", answered(0, "")],
  ["a gateway says 502", answered(502, "")],
  ["a gateway says 503", answered(503, "PGRST000")],
  ["a gateway says 504", answered(504, "")],
  ["the statement was cancelled", answered(500, "57014")],
  ["there are too many connections", answered(500, "53300")],
  ["the connection broke", answered(500, "08006")],
] as const;

for (const [what, answer] of UNAVAILABLE) {
  Deno.test(`when ${what}, the problem is store_unavailable with a time to retry`, () => {
    assert.throws(() => unwrap(answer), (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.code, "store_unavailable");
      assert.equal(error.headers["retry-after"], "5");
      return true;
    });
  });
}

const REFUSED = [
  ["a constraint is violated", answered(409, "23505")],
  ["a right is missing", answered(403, "42501")],
  ["a function of ours raises", answered(400, "PT400")],
  ["the answer is empty", { data: null, error: null, status: 204 }],
] as const;

for (const [what, answer] of REFUSED) {
  Deno.test(`when ${what}, the problem is internal_error and only its cause says why`, () => {
    assert.throws(() => unwrap(answer), (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.code, "internal_error");
      assert.doesNotMatch(error.message, /words of the database/);
      const words = answer.error ? `${answer.error.code} words of the database` : "empty answer";
      assert.deepEqual(error.cause, new Error(words));
      return true;
    });
  });
}

Deno.test("a database that nobody serves is store_unavailable, by way of the real client", async () => {
  // Port 1 of the loopback is reserved and refuses.
  const client = createServiceClient({
    supabaseUrl: "http://127.0.0.1:1",
    secretKey: "sb_secret_x",
  });
  const answer = await client.rpc("start_run", {});
  assert.throws(() => unwrap(answer), { code: "store_unavailable" });
});

Deno.test("the client presents the secret key to the public schema of the project's REST layer", async () => {
  const seen: (readonly (string | null)[])[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const names = ["apikey", "authorization", "content-profile"];
      seen.push([
        new URL(request.url).pathname,
        ...names.map((name) => request.headers.get(name)),
      ]);
      return Response.json({ outcome: "started" });
    },
  );
  const client = createServiceClient({
    supabaseUrl: `http://127.0.0.1:${server.addr.port}`,
    secretKey: "sb_secret_x",
  });
  assert.deepEqual(unwrap(await client.rpc("start_run", {})), { outcome: "started" });
  assert.deepEqual(seen, [
    ["/rest/v1/rpc/start_run", "sb_secret_x", "Bearer sb_secret_x", "public"],
  ]);
});

Deno.test("every request of the client has a signal that ends it", async () => {
  const signals: unknown[] = [];
  const client = createServiceClient(
    { supabaseUrl: "http://db.example", secretKey: "sb_secret_x" },
    (_input, init) => {
      signals.push(init?.signal);
      return Promise.resolve(Response.json({}));
    },
  );
  await client.rpc("start_run", {});
  assert.ok(signals.length === 1 && signals[0] instanceof AbortSignal);
});
