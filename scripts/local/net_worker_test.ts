import assert from "node:assert/strict";
import type { LocalDatabase } from "./database.ts";
import { withFixtureDatabase } from "./fixtures/databases.ts";
import { startNetWorker } from "./net_worker.ts";

Deno.test("the net stand-in behaves as pg_net does", async (t) => {
  await withFixtureDatabase(async (database) => {
    const server = startServer();
    const worker = await startNetWorker(database);
    try {
      await t.step(
        "a request is sent after commit, with its body, parameters and headers",
        async () => {
          await database.exec(`select net.http_post(
          '${server.url}/echo', '{"b": 1, "a": "ä"}', '{"q": "x y"}', '{"x-probe": "1"}'
        )`);
          await worker.idle();
          const [request] = server.takeRequests();
          assert.equal(request?.path, "/echo?q=x%20y");
          assert.equal(request?.method, "POST");
          assert.deepEqual(JSON.parse(request?.body ?? ""), { a: "ä", b: 1 });
          assert.equal(request?.headers.get("x-probe"), "1");
          assert.equal(request?.headers.get("content-type"), "application/json");
          assert.match(request?.headers.get("user-agent") ?? "", /^pg_net\//);
          const [response] = await readResponses(database);
          assert.equal(response?.status_code, 200);
          assert.equal(response?.content, "answer");
          assert.equal(response?.timed_out, false);
          assert.equal(await countQueued(database), 0);
        },
      );

      await t.step("a request of a transaction that is rolled back is never sent", async () => {
        await assert.rejects(
          database.exec(`begin; select net.http_get('${server.url}/never'); select 1 / 0; commit`),
        );
        await worker.idle();
        assert.deepEqual(server.takeRequests(), []);
        assert.equal(await countQueued(database), 0);
      });

      await t.step("a direct insert waits until something else wakes the worker", async () => {
        await database.exec(`insert into net.http_request_queue
          (method, url, headers, timeout_milliseconds) values ('GET', '${server.url}/quiet', '{}', 500)`);
        await worker.idle();
        assert.deepEqual(server.takeRequests(), []);
        await database.exec("select net.wake()");
        await worker.idle();
        assert.deepEqual(server.takeRequests().map(({ path }) => path), ["/quiet"]);
      });

      await t.step(
        "responses of a batch show up together, when its slowest has ended",
        async () => {
          await clearResponses(database);
          const held = server.holdNext("/slow");
          await database.exec(
            `select net.http_get('${server.url}/fast'), net.http_get('${server.url}/slow')`,
          );
          await server.hasSeen("/slow");
          await server.hasSeen("/fast");
          assert.deepEqual(await readResponses(database), []);
          assert.equal(await countQueued(database), 2);
          held.resolve();
          await worker.idle();
          assert.equal((await readResponses(database)).length, 2);
          server.takeRequests();
        },
      );

      await t.step("a timeout is recorded in pg_net's words and is not an answer", async () => {
        await clearResponses(database);
        const held = server.holdNext("/stuck");
        await database.exec(
          `select net.http_get('${server.url}/stuck', timeout_milliseconds := 50)`,
        );
        await worker.idle();
        held.resolve();
        const [response] = await readResponses(database);
        assert.equal(response?.timed_out, true);
        assert.equal(response?.status_code, null);
        assert.match(
          response?.error_msg ?? "",
          /^Timeout of 50 ms reached\. Total time: [\d.]+ ms \(DNS time: [\d.]+ ms, TCP\/SSL handshake time: [\d.]+ ms, HTTP Request\/Response time: [\d.]+ ms\)$/,
        );
      });

      await t.step("a closed port and a URL that is none are failures, not timeouts", async () => {
        await clearResponses(database);
        await database.exec(
          `select net.http_get('${closedUrl()}'), net.http_get('no url'), net.http_get('ftp://x')`,
        );
        await worker.idle();
        const responses = await readResponses(database);
        assert.deepEqual(responses.map(({ timed_out, error_msg }) => [timed_out, error_msg]), [
          [false, "Couldn't connect to server"],
          [false, "URL using bad/illegal format or missing URL"],
          [false, "Unsupported protocol"],
        ]);
      });

      await t.step("another content type than JSON is refused, as by pg_net", () =>
        assert.rejects(
          database.exec(
            `select net.http_post('${server.url}', headers := '{"content-type": "text/plain"}')`,
          ),
          /Content-Type header must be "application\/json"/,
        ));

      await t.step("responses older than six hours go with the next wake", async () => {
        await clearResponses(database);
        await database.adminExec(`insert into net._http_response (id, created)
          values (1, now() - interval '361 minutes'), (2, now() - interval '359 minutes')`);
        await database.exec("select net.wake()");
        await worker.idle();
        assert.deepEqual((await readResponses(database)).map(({ id }) => id), [2]);
      });

      await t.step("stopping cancels a request under way and leaves it queued", async () => {
        const held = server.holdNext("/interrupted");
        await database.exec(`select net.http_get('${server.url}/interrupted')`);
        await server.hasSeen("/interrupted");
        await worker.stop();
        held.resolve();
        assert.equal(await countQueued(database), 1);
      });
    } finally {
      await worker.stop();
      await server.stop();
    }
  });
});

type ResponseRow = {
  id: number;
  status_code: number | null;
  content: string | null;
  timed_out: boolean;
  error_msg: string | null;
};

function readResponses(database: LocalDatabase): Promise<ResponseRow[]> {
  return database.query<ResponseRow>("select * from net._http_response order by id");
}

async function countQueued(database: LocalDatabase): Promise<number | undefined> {
  const [row] = await database.query<{ count: number }>(
    "select count(*) as count from net.http_request_queue",
  );
  return row?.count;
}

function clearResponses(database: LocalDatabase): Promise<void> {
  return database.adminExec("delete from net._http_response where true");
}

/** A URL at which nobody listens any more. */
function closedUrl(): string {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return `http://127.0.0.1:${port}/`;
}

interface SeenRequest {
  readonly path: string;
  readonly method: string;
  readonly body: string;
  readonly headers: Headers;
}

function startServer() {
  const requests: SeenRequest[] = [];
  const held = new Map<string, Promise<void>>();
  const seen = new Map<string, PromiseWithResolvers<void>>();
  const seenOf = (path: string) => {
    const known = seen.get(path) ?? Promise.withResolvers<void>();
    seen.set(path, known);
    return known;
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      requests.push({
        path: pathname + search,
        method: request.method,
        body: await request.text(),
        headers: request.headers,
      });
      seenOf(pathname).resolve();
      await held.get(pathname);
      return new Response("answer");
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    /** Answers the next request for `path` only when resolved. */
    holdNext(path: string): PromiseWithResolvers<void> {
      const gate = Promise.withResolvers<void>();
      held.set(path, gate.promise);
      return gate;
    },
    hasSeen: (path: string): Promise<void> => seenOf(path).promise,
    takeRequests: (): SeenRequest[] => requests.splice(0),
    stop: (): Promise<void> => server.shutdown(),
  };
}
