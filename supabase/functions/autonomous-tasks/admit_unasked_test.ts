import assert from "node:assert/strict";
import { createUnauthorized } from "../_shared/http/credentials.ts";
import { type AppDeps, KINDS } from "./deps.ts";
import { createTestApp } from "./testing/test_app.ts";

const CLAIMS = [`Bearer nst_${"0".repeat(64)}`, "Bearer a.b.c"];
const REQUESTS: readonly (readonly [what: string, method: string, path: string, body?: string])[] =
  [
    ["a malformed body", "POST", "/tasks", "{bad"],
    ["an unknown field", "POST", "/tasks", '{"nope":1}'],
    ["an id that is not a UUID", "POST", "/tasks/x/start", "{}"],
    ["an unknown path", "GET", "/nope"],
    ["another method", "DELETE", "/tasks"],
    ["an invalid filter", "GET", "/tasks?limit=x"],
  ];

/** Sends a request to a store that knows nobody, or everybody; counts what it is asked. */
async function send(
  isKnown: boolean,
  authorization: string,
  [, method, path, body]: typeof REQUESTS[number],
) {
  let asked = 0;
  const answer = () => {
    asked += 1;
    return isKnown ? Promise.resolve() : Promise.reject(createUnauthorized(KINDS));
  };
  const store: AppDeps["store"] = {
    ask: () => Promise.reject(new Error("this request is rejected before")),
    admit: answer,
    reach: () => Promise.resolve(),
    readMetrics: () => Promise.reject(new Error("no test asks for metrics")),
  };
  const response = await createTestApp(store).request(`/autonomous-tasks${path}`, {
    method,
    headers: { authorization, "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, code: (await response.json()).code, asked };
}

for (const request of REQUESTS) {
  const [what] = request;
  Deno.test(`${what} of a caller whom nobody knows is answered with 401`, async () => {
    for (const claim of CLAIMS) {
      const { status, code, asked } = await send(false, claim, request);
      assert.deepEqual([status, code, asked], [401, "unauthorized", 1]);
    }
  });

  Deno.test(`${what} of a known caller is answered with what is wrong`, async () => {
    const { status, asked } = await send(true, "Bearer a.b.c", request);
    assert.ok([400, 404, 405].includes(status), String(status));
    assert.equal(asked, 1);
  });
}

Deno.test("the project's own secret is never asked about", async () => {
  const malformed = ["", "POST", "/tasks", "{bad"] as const;
  const { status, asked } = await send(false, "Bearer a-secret-for-these-tests", malformed);
  assert.deepEqual([status, asked], [400, 0]);
});
