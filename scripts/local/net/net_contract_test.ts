/**
 * What Nightshift relies on in pg_net, checked against the stand-in, or against a database with the
 * real extension: `deno task test net-contract --database-url URL`. That database must reach
 * 127.0.0.1 of this machine, and the role must be allowed what `postgres` is on the hosted
 * platform.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import postgres from "postgres";
import { withFixtureDatabase } from "../testing/databases.ts";
import { closedUrl, startProbeServer } from "../testing/probe_server.ts";
import { startNetWorker } from "./net_worker.ts";

type Row = Record<string, unknown>;

/** A database with `net`; `idle` resolves when nothing is queued or under way. */
interface NetDatabase {
  exec(sql: string): Promise<unknown>;
  query(sql: string): Promise<Row[]>;
  idle(): Promise<void>;
}

const databaseUrl = Deno.env.get("NET_CONTRACT_DATABASE_URL");

Deno.test(`net keeps its contract, ${databaseUrl ? "at the given URL" : "as our stand-in"}`, async (t) => {
  await withNetDatabase(async (database) => {
    const server = startProbeServer();
    const readAnswer = async (id: unknown): Promise<Row | undefined> =>
      (await database.query(`select * from net._http_response where id = ${id}`))[0];
    const post = async (path: string, options = ""): Promise<unknown> => {
      const [row] = await database.query(
        `select net.http_post('${server.url}${path}'${options}) as id`,
      );
      return row?.["id"];
    };
    try {
      await t.step(
        "what commits is sent once and answered; what is rolled back never happened",
        async () => {
          await fc.assert(
            fc.asyncProperty(
              fc.array(
                fc.record({
                  commits: fc.boolean(),
                  status: fc.constantFrom(200, 202, 404, 500, 546),
                }),
                {
                  minLength: 1,
                  maxLength: 12,
                },
              ),
              async (requests) => {
                server.takeRequests();
                for (const [index, { commits, status }] of requests.entries()) {
                  const call = `select net.http_post('${server.url}/status/${status}?n=${index}')`;
                  await database.exec(`begin; ${call}; ${commits ? "commit" : "rollback"}`);
                }
                await database.idle();
                const expected = requests.flatMap(({ commits, status }, index) =>
                  commits ? [`/status/${status}?n=${index}`] : []
                );
                assert.deepEqual(
                  server.takeRequests().map(({ path }) => path).sort(),
                  expected.sort(),
                );
              },
            ),
            { numRuns: 15 },
          );
        },
      );

      await t.step("an answer is recorded under the request's id, with its status", async () => {
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 200, max: 599 }), async (status) => {
            const id = await post(`/status/${status}`);
            await database.idle();
            const answer = await readAnswer(id);
            assert.deepEqual([
              answer?.["status_code"],
              answer?.["timed_out"],
              answer?.["error_msg"],
            ], [
              status,
              false,
              null,
            ]);
          }),
          { numRuns: 25 },
        );
      });

      await t.step("answers of a batch show up together, when its slowest has ended", async () => {
        const held = server.holdNext("/slow");
        const [row] = await database.query(
          `select net.http_get('${server.url}/fast') as fast, net.http_get('${server.url}/slow') as slow`,
        );
        await server.hasSeen("/slow");
        await server.hasSeen("/fast");
        assert.equal(await readAnswer(row?.["fast"]), undefined);
        held.resolve();
        await database.idle();
        assert.equal((await readAnswer(row?.["fast"]))?.["status_code"], 200);
        assert.equal((await readAnswer(row?.["slow"]))?.["status_code"], 200);
      });

      await t.step("a timeout is recorded as one, in words, without a status", async () => {
        const held = server.holdNext("/stuck");
        const id = await post("/stuck", ", timeout_milliseconds := 200");
        await database.idle();
        held.resolve();
        const answer = await readAnswer(id);
        assert.deepEqual([answer?.["timed_out"], answer?.["status_code"]], [true, null]);
        assert.match(
          String(answer?.["error_msg"]),
          /^Timeout of 200 ms reached\. Total time: [\d.]+ ms/,
        );
      });

      await t.step("a server that is not there is a failure, not a timeout", async () => {
        const [row] = await database.query(`select net.http_get('${closedUrl()}') as id`);
        await database.idle();
        const answer = await readAnswer(row?.["id"]);
        assert.equal(answer?.["timed_out"], false);
        assert.equal(answer?.["status_code"], null);
        assert.match(String(answer?.["error_msg"]), /connect/i);
      });

      await t.step(
        "another content type than JSON is rejected before anything is queued",
        () =>
          assert.rejects(
            database.exec(
              `select net.http_post('${server.url}', headers := '{"content-type": "text/plain"}')`,
            ),
            /Content-Type header must be "application\/json"/,
          ),
      );

      await t.step("both tables are unlogged, so that a crash empties them", async () => {
        const rows = await database.query(
          `select relname, relpersistence from pg_class
           where oid in ('net.http_request_queue'::regclass, 'net._http_response'::regclass) order by relname`,
        );
        assert.deepEqual(rows.map((row) => row["relpersistence"]), ["u", "u"]);
      });

      await t.step("answers live for six hours", async () => {
        const [row] = await database.query(
          "select coalesce(current_setting('pg_net.ttl', true), '6 hours')::interval = interval '6 hours' as holds",
        );
        assert.equal(row?.["holds"], true);
      });
    } finally {
      await server.stop();
    }
  });
});

async function withNetDatabase(test: (database: NetDatabase) => Promise<void>): Promise<void> {
  if (databaseUrl) return await withDatabaseAt(databaseUrl, test);
  await withFixtureDatabase(async (database) => {
    const worker = await startNetWorker(database);
    try {
      await test({
        exec: (sql) => database.exec(sql),
        query: (sql) => database.query(sql),
        idle: () => worker.idle(),
      });
    } finally {
      await worker.stop();
    }
  });
}

async function withDatabaseAt(
  url: string,
  test: (database: NetDatabase) => Promise<void>,
): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const query = async (text: string) => (await sql.unsafe(text)).map((row) => ({ ...row }));
  try {
    await test({
      exec: query,
      query,
      async idle() {
        const isBusy = async () =>
          (await query("select from net.http_request_queue limit 1")).length > 0;
        while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 50));
      },
    });
  } finally {
    await sql.end();
  }
}
