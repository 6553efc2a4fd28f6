import assert from "node:assert/strict";
import * as z from "zod/mini";
import { createRpc } from "./rpc.ts";

const CONFIG = { url: "https://project.example", publishableKey: "sb_publishable_x" };
const schema = z.object({ answer: z.number() });

function ask(response: () => Promise<Response>, token: string | null = "a.b.c") {
  const seen: Request[] = [];
  const rpc = createRpc(CONFIG, { readToken: () => Promise.resolve(token) }, (input, init) => {
    seen.push(new Request(input, init));
    return response();
  });
  return { seen, answer: () => rpc("get_it", { p_id: 1 }, schema) };
}

Deno.test("a function is called with the key and the user's token", async () => {
  const { seen, answer } = ask(() => Promise.resolve(Response.json({ answer: 42 })));
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
    await assert.rejects(ask(response).answer(), { name: "RequestError", message, status });
  });
}

Deno.test("nobody signed in asks nothing", async () => {
  const { seen, answer } = ask(() => Promise.resolve(Response.json({ answer: 1 })), null);
  await assert.rejects(answer(), { status: 401 });
  assert.deepEqual(seen, []);
});
