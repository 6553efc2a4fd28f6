import assert from "node:assert/strict";
import * as z from "zod/mini";
import { createRequests } from "./rpc.ts";

const CONFIG = { url: "https://project.example", publishableKey: "sb_publishable_x" };
const schema = z.object({ answer: z.number() });

interface Answers {
  readonly response: () => Promise<Response>;
  readonly token?: string | null;
  readonly renewed?: string | null;
}

function ask({ response, token = "a.b.c", renewed = null }: Answers) {
  const seen: Request[] = [];
  let signedOut = 0;
  const { rpc, call } = createRequests(CONFIG, {
    readToken: () => Promise.resolve(token),
    renew: () => Promise.resolve(renewed),
    signOut: () => {
      signedOut++;
      return Promise.resolve();
    },
  }, (input, init) => {
    seen.push(new Request(input, init));
    return response();
  });
  return {
    seen,
    answer: () => rpc("get_it", { p_id: 1 }, schema),
    call,
    countSignOuts: () => signedOut,
  };
}

Deno.test("a function is called with the key and the user's token", async () => {
  const { seen, answer } = ask({
    response: () => Promise.resolve(Response.json({ answer: 42 })),
  });
  assert.deepEqual(await answer(), { answer: 42 });
  const [request] = seen;
  assert.equal(request?.url, "https://project.example/rest/v1/rpc/get_it");
  assert.equal(request?.headers.get("authorization"), "Bearer a.b.c");
  assert.deepEqual(await request?.json(), { p_id: 1 });
});

const FAILURES: readonly (readonly [string, () => Promise<Response>, RegExp, number])[] = [
  [
    "an error of the catalogue is told without its code",
    () => Promise.resolve(Response.json({ message: "range_invalid: too long." }, { status: 400 })),
    /^too long\.$/,
    400,
  ],
  [
    "another error is told by its status",
    () => Promise.resolve(new Response("<html>", { status: 502 })),
    /status 502/,
    502,
  ],
  ["a broken line is told", () => Promise.reject(new TypeError("x")), /did not answer/, 0],
  [
    "an answer of another form is told",
    () => Promise.resolve(Response.json({ answer: "x" })),
    /another form/,
    200,
  ],
];
for (const [what, response, message, status] of FAILURES) {
  Deno.test(what, async () => {
    await assert.rejects(ask({ response }).answer(), { name: "RequestError", message, status });
  });
}

Deno.test("nobody signed in asks nothing", async () => {
  const { seen, answer } = ask({
    response: () => Promise.resolve(Response.json({ answer: 1 })),
    token: null,
  });
  await assert.rejects(answer(), { status: 401 });
  assert.deepEqual(seen, []);
});

Deno.test("an error has the code of the catalogue and the id of the request", async () => {
  const { answer } = ask({
    response: () =>
      Promise.resolve(Response.json({ message: "range_invalid: too long." }, {
        status: 400,
        headers: { "x-request-id": "r-1" },
      })),
  });
  await assert.rejects(answer(), { code: "range_invalid", requestId: "r-1" });
});

Deno.test("a problem of a function is told by its detail", async () => {
  const { call } = ask({
    response: () =>
      Promise.resolve(Response.json({ code: "quota", title: "Too many", detail: "Remove one." }, {
        status: 409,
      })),
  });
  await assert.rejects(call("POST", "mailboxes", {}, schema), {
    message: "Remove one.",
    code: "quota",
  });
});

Deno.test("too many requests say how long to wait", async () => {
  const { answer } = ask({
    response: () =>
      Promise.resolve(Response.json({ message: "rate_limited: Slow down." }, {
        status: 429,
        headers: { "retry-after": "7" },
      })),
  });
  await assert.rejects(answer(), {
    message: "Slow down. Wait 7 s, then try again.",
    retryAfterMs: 7_000,
    isPassing: true,
  });
});

Deno.test("a token that ended early is renewed once", async () => {
  const responses = [new Response(null, { status: 401 }), Response.json({ answer: 42 })];
  const { seen, answer, countSignOuts } = ask({
    response: () => Promise.resolve(responses.shift() ?? Response.error()),
    renewed: "d.e.f",
  });
  assert.deepEqual(await answer(), { answer: 42 });
  assert.equal(seen[1]?.headers.get("authorization"), "Bearer d.e.f");
  assert.equal(countSignOuts(), 0);
});

Deno.test("a session that is over is signed out", async () => {
  const { answer, countSignOuts } = ask({
    response: () => Promise.resolve(new Response(null, { status: 401 })),
  });
  await assert.rejects(answer(), { status: 401 });
  assert.equal(countSignOuts(), 1);
});
