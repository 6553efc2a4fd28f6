import assert from "node:assert/strict";
import type { LocalDatabase } from "../database.ts";
import { withFixtureDatabase } from "../testing/databases.ts";
import { startProbeServer } from "../testing/probe_server.ts";
import { startNetWorker } from "./net_worker.ts";

Deno.test("the worker behind the net stand-in sends, wakes, prunes and stops as pg_net's does", async (t) => {
  await withFixtureDatabase(async (database) => {
    const server = startProbeServer();
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

      await t.step(
        "a redirect is followed with a GET, but for 307 and 308, and leaves its own headers",
        async () => {
          for (
            const [status, method] of [[301, "GET"], [302, "GET"], [307, "POST"], [308, "POST"]]
          ) {
            await clearResponses(database);
            await database.exec(
              `select net.http_post('${server.url}/redirect/${status}', '{"b": 1}')`,
            );
            await worker.idle();
            const [, final] = server.takeRequests();
            assert.deepEqual([final?.path, final?.method], ["/echo", method]);
            assert.equal(final?.body, method === "POST" ? '{"b": 1}' : "");
            const [response] = await readResponses(database);
            assert.deepEqual([response?.status_code, response?.content], [200, "answer"]);
            assert.equal(response?.headers["location"], "/echo");
          }
          await clearResponses(database);
        },
      );

      await t.step("a direct insert waits until something else wakes the worker", async () => {
        await database.exec(`insert into net.http_request_queue
          (method, url, headers, timeout_milliseconds) values ('GET', '${server.url}/quiet', '{}', 500)`);
        await worker.idle();
        assert.deepEqual(server.takeRequests(), []);
        await database.exec("select net.wake()");
        await worker.idle();
        assert.deepEqual(server.takeRequests().map(({ path }) => path), ["/quiet"]);
      });

      await t.step("responses older than six hours go with the next wake", async () => {
        await clearResponses(database);
        await database.adminExec(`insert into net._http_response (id, created)
          values (1, now() - interval '361 minutes'), (2, now() - interval '359 minutes')`);
        await database.exec("select net.wake()");
        await worker.idle();
        assert.deepEqual((await readResponses(database)).map(({ id }) => id), [2]);
      });

      await t.step(
        "a wake that found no database is told once, and made good by the next",
        async () => {
          await database.adminExec("alter table net._http_response rename to away");
          await database.exec("select net.wake()");
          await assert.rejects(worker.idle(), /_http_response/);
          await database.adminExec("alter table net.away rename to _http_response");
          await database.exec("select net.wake()");
          await worker.idle();
        },
      );

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
  headers: Record<string, string>;
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
