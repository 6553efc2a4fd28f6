import assert from "node:assert/strict";
import type { FunctionTarget } from "./functions/function_host.ts";
import { type GatewayTargets, type Listener, startAlias, startGateway } from "./gateway.ts";

Deno.test("the gateway hands requests on as the hosted platform does", async (t) => {
  const fn = startFunction();
  const targets: GatewayTargets = {
    rest: () => (request, peerAddress) =>
      Promise.resolve(Response.json({ rest: new URL(request.url).pathname, peerAddress })),
    sql: () => undefined,
    resolveFunction: (name) => Promise.resolve(places[name] ?? { kind: "unknown" }),
  };
  const places: Record<string, FunctionTarget> = {
    probe: { kind: "running", url: fn.url },
    "continuous-intelligence": { kind: "running", url: fn.url },
    crashed: { kind: "down" },
    vanished: { kind: "running", url: await closedUrl() },
  };
  const gateway = startGateway(0, targets);
  const alias = startAlias(0, targets);
  try {
    await t.step("REST and auth paths reach the REST layer whole", async () => {
      for (const path of ["/rest/v1/notes", "/auth/v1/signup"]) {
        assert.deepEqual(await (await fetch(gateway.url + path)).json(), {
          rest: path,
          peerAddress: "127.0.0.1",
        });
      }
    });

    await t.step(
      "a function gets its name in the path, the body, and where the caller was",
      async () => {
        const response = await fetch(`${gateway.url}/functions/v1/probe/deep/path?q=1`, {
          method: "PUT",
          headers: { "x-probe": "yes", "x-forwarded-for": "203.0.113.9" },
          body: "hello",
        });
        assert.equal(response.status, 207);
        const seen = await response.json();
        assert.equal(seen.path, "/probe/deep/path?q=1");
        assert.equal(seen.method, "PUT");
        assert.equal(seen.body, "hello");
        assert.equal(seen.headers["x-probe"], "yes");
        assert.equal(seen.headers["x-forwarded-for"], "203.0.113.9, 127.0.0.1");
        assert.equal(`http://${seen.headers["x-forwarded-host"]}`, gateway.url);
        assert.equal(seen.headers["x-forwarded-proto"], "http");
      },
    );

    await t.step("a preflight is answered by the function, not by the gateway", async () => {
      const response = await fetch(`${gateway.url}/functions/v1/probe`, { method: "OPTIONS" });
      assert.equal((await response.json()).method, "OPTIONS");
    });

    await t.step("a redirect is handed to the caller", async () => {
      const response = await fetch(`${gateway.url}/functions/v1/probe/redirect`, {
        redirect: "manual",
      });
      assert.equal(response.status, 302);
      await response.body?.cancel();
    });

    await t.step("an answer streams while the function still writes it", async () => {
      const response = await fetch(`${gateway.url}/functions/v1/probe/stream`);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      assert.equal((await reader?.read())?.value, "first");
      fn.finishStream();
      assert.equal((await reader?.read())?.value, "last");
      assert.equal((await reader?.read())?.done, true);
    });

    await t.step("unknown, failed and dying functions get the platform's answers", async () => {
      assert.deepEqual(await refusal(gateway, "/functions/v1/nobody"), [404, "NOT_FOUND"]);
      assert.deepEqual(await refusal(gateway, "/functions/v1/crashed"), [503, "BOOT_ERROR"]);
      assert.deepEqual(await refusal(gateway, "/functions/v1/vanished"), [500, "WORKER_ERROR"]);
    });

    await t.step("other paths, and parts that are not up yet, are rejected", async () => {
      assert.deepEqual(await refusal(gateway, "/storage/v1/object"), [404, "NOT_FOUND"]);
      assert.deepEqual(await refusal(gateway, "/pg/query"), [503, "NOT_READY"]);
    });

    await t.step("the alias port serves the seed's path and nothing else", async () => {
      const path = "/api/agents/continuous-intelligence";
      const answers = ["", "/health", "?x=1"].map(async (rest) =>
        (await (await fetch(alias.url + path + rest)).json()).path
      );
      assert.deepEqual(await Promise.all(answers), [
        "/continuous-intelligence",
        "/continuous-intelligence/health",
        "/continuous-intelligence?x=1",
      ]);
      assert.deepEqual(await refusal(alias, `${path}-other`), [404, "NOT_FOUND"]);
      assert.deepEqual(await refusal(alias, "/functions/v1/probe"), [404, "NOT_FOUND"]);
    });

    await t.step("a taken port is rejected by name", () => {
      const port = Number(new URL(gateway.url).port);
      assert.throws(() => startGateway(port, targets), Deno.errors.AddrInUse);
    });
  } finally {
    await alias.stop();
    await gateway.stop();
    await fn.stop();
  }
});

async function refusal(listener: Listener, path: string): Promise<[number, string | null]> {
  const response = await fetch(listener.url + path);
  const { code } = await response.json();
  assert.equal(code, response.headers.get("sb-error-code"));
  return [response.status, code];
}

function startFunction() {
  const gate = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      if (pathname.endsWith("/redirect")) return Response.redirect("https://example.com/", 302);
      if (pathname.endsWith("/stream")) return new Response(streamTwice(gate.promise));
      return Response.json({
        path: pathname + search,
        method: request.method,
        body: await request.text(),
        headers: Object.fromEntries(request.headers),
      }, { status: 207 });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    finishStream: gate.resolve,
    stop: (): Promise<void> => server.shutdown(),
  };
}

function streamTwice(between: Promise<void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode("first"));
      await between;
      controller.enqueue(encoder.encode("last"));
      controller.close();
    },
  });
}

async function closedUrl(): Promise<string> {
  const fn = startFunction();
  await fn.stop();
  return fn.url;
}
