import assert from "node:assert/strict";
import type { LocalDatabase } from "./database.ts";
import { createSqlHandler } from "./sql_endpoint.ts";

const KEY = "sb_secret_of_the_test";

Deno.test("SQL sent with the secret key is answered with its rows", async () => {
  const { handle, queries } = makeHandler();
  const response = await handle(ask({ query: "select 1" }));
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), [{ big: "9007199254740993" }]);
  assert.deepEqual(queries, ["select 1"]);
});

Deno.test("SQL with a wrong, missing or longer key is rejected and never runs", async () => {
  const { handle, queries } = makeHandler();
  for (const key of ["", "sb_secret_of_the_tesT", `${KEY}x`]) {
    assert.equal((await handle(ask({ query: "select 1" }, key))).status, 401);
  }
  assert.deepEqual(queries, []);
});

Deno.test("what is no query, and what the database refuses, is a 400 with a sentence", async () => {
  const { handle } = makeHandler();
  for (const body of [{}, { query: 1 }, null, { query: "broken" }]) {
    const response = await handle(ask(body));
    assert.equal(response.status, 400);
    assert.ok((await response.json()).message);
  }
});

Deno.test("the hint of an error is told beside its sentence", async () => {
  const { handle } = makeHandler();
  const response = await handle(ask({ query: "hinted" }));
  assert.deepEqual(await response.json(), { message: "unknown zone", hint: "See the list." });
});

function makeHandler() {
  const queries: string[] = [];
  const runScript = (sql: string) => {
    queries.push(sql);
    if (sql === "broken") return Promise.reject(new Error("syntax error"));
    return sql === "hinted"
      ? Promise.reject(Object.assign(new Error("unknown zone"), { hint: "See the list." }))
      : Promise.resolve([{ big: 9007199254740993n }]);
  };
  const handle = createSqlHandler({ runScript } as unknown as LocalDatabase, KEY);
  return { handle, queries };
}

function ask(body: unknown, key: string = KEY): Request {
  return new Request("http://127.0.0.1/pg/query", {
    method: "POST",
    headers: { apikey: key },
    body: JSON.stringify(body),
  });
}
