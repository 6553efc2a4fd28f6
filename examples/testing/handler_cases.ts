import assert from "node:assert/strict";
import process from "node:process";
import type { Place } from "../../packages/tests/testing/place.ts";
import { makeAgent } from "../../packages/tests/testing/surface_cases.ts";
import worker from "../cloudflare-worker/worker.ts";
import { GET } from "../nextjs/app/api/nightly/route.ts";

/** A page that works, and one that does not. */
function startPages() {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const isBroken = new URL(request.url).pathname === "/broken";
    return new Response("page", { status: isBroken ? 500 : 200 });
  });
  const url = `http://127.0.0.1:${server.addr.port}`;
  return {
    good: `${url}/`,
    broken: `${url}/broken`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** The handlers of Next.js and of the Cloudflare Worker, called as their platforms call them. */
export function registerHandlerCases(place: Place): void {
  const call = (secret: string) =>
    GET(
      new Request("https://app.example.com/api/nightly", {
        headers: { authorization: `Bearer ${secret}` },
      }),
    );

  Deno.test("the route of Next.js checks the page and logs it, for whoever knows the secret", async () => {
    await using pages = startPages();
    const { url, token } = await place.target();
    const variables = { CRON_SECRET: "s3", NIGHTSHIFT_URL: url, NIGHTSHIFT_TOKEN: token };
    Object.assign(process.env, { ...variables, SITE_URL: pages.good });
    try {
      assert.equal((await call("wrong")).status, 401);
      const response = await call("s3");
      const { status, milliseconds } = await response.json();
      assert.deepEqual([response.status, status, typeof milliseconds], [200, 200, "number"]);
      process.env["SITE_URL"] = pages.broken;
      assert.equal((await call("s3")).status, 500);
      process.env["NIGHTSHIFT_TOKEN"] = `nst_${"0".repeat(64)}`;
      const rejected = await call("s3");
      assert.deepEqual([rejected.status, await rejected.json()], [502, { error: "unauthorized" }]);
      delete process.env["CRON_SECRET"];
      assert.equal((await call("undefined")).status, 401);
    } finally {
      for (const name of [...Object.keys(variables), "SITE_URL"]) delete process.env[name];
    }
    const rows = await place.readTasks("nextjs-nightly");
    assert.deepEqual(rows.map(({ status, error_message }) => [status, error_message]), [
      ["failed", "The page answered 500."],
      ["completed", null],
    ]);
  });

  Deno.test("the Cloudflare Worker logs its schedule, and makes a webhook a job once", async () => {
    await using pages = startPages();
    const { url, token } = await place.target();
    const agent = await makeAgent(place);
    const env = {
      NIGHTSHIFT_URL: url,
      NIGHTSHIFT_TOKEN: token,
      WEBHOOK_SECRET: "s4",
      AGENT: agent,
      PAGE_URL: pages.good,
    };
    await worker.scheduled({ cron: "0 3 * * *" }, env);
    await assert.rejects(
      worker.scheduled({ cron: "0 3 * * *" }, { ...env, PAGE_URL: pages.broken }),
      /^Error: The page answered 500\.$/,
    );
    const rows = await place.readTasks("worker");
    assert.deepEqual(rows.map(({ status, input_data }) => [status, input_data]), [
      ["failed", { cron: "0 3 * * *" }],
      ["completed", { cron: "0 3 * * *" }],
    ]);

    const post = async (body: string, secret = "s4", target = env) => {
      const response = await worker.fetch(
        new Request("https://worker.example.com/", {
          method: "POST",
          headers: { "authorization": `Bearer ${secret}`, "idempotency-key": "order-7" },
          body,
        }),
        target,
      );
      return [response.status, await response.json()];
    };
    const [status, job] = await post('{"order": 7}');
    assert.deepEqual([status, job.outcome], [202, "created"]);
    assert.deepEqual(await post('{"order": 7}'), [202, { ...job, status: 200, outcome: "exists" }]);
    assert.deepEqual(await post("{"), [400, { error: "send JSON" }]);
    assert.deepEqual(await post("{}", "wrong"), [401, { error: "unauthorized" }]);
    // A secret that nobody has set lets nobody in.
    const { WEBHOOK_SECRET: _, ...unset } = env;
    assert.deepEqual((await post("{}", "undefined", unset as typeof env))[0], 401);
    assert.deepEqual(await post("{}", "s4", { ...env, AGENT: "nobody" }), [502, {
      error: "agent_not_found",
    }]);
    const read = await worker.fetch(new Request("https://worker.example.com/"), env);
    assert.equal(read.status, 405);
    await read.body?.cancel();
  });
}
