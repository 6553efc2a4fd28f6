import { deepEqual, equal, match } from "node:assert/strict";
import { runDeno } from "../lib/run_program.ts";
import { createSqlHandler, type SqlHandler } from "../local/sql_endpoint.ts";
import { startPglite } from "../local/pglite/pglite.ts";
import type { LocalDatabase } from "../local/database.ts";
import { describeRows } from "./describe_rows.ts";

const KEY = "sb_secret_test";
let database: LocalDatabase;
let server: Deno.HttpServer<Deno.NetAddr>;

Deno.test.beforeAll(async () => {
  database = await startPglite();
  const answer: SqlHandler = createSqlHandler(database, KEY);
  server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, answer);
});
Deno.test.afterAll(async () => {
  await server.shutdown();
  await database.close();
});

async function sql(args: readonly string[], input?: string) {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "-A", "--no-check", "scripts/sql.ts"],
    ...["--url", `http://127.0.0.1:${server.addr.port}/`, "--secret-key", KEY, ...args],
  ], { input });
  return { code, out: stdout, errors: stderr };
}

Deno.test("one query prints a table, and with --json its rows", async () => {
  const query = "select 1 as one, null as nothing, '{\"a\": 2}'::jsonb as object";
  const { code, out, errors } = await sql([query]);
  equal(code, 0, errors);
  deepEqual(out.split("\n"), [
    "one | nothing | object",
    "----+---------+--------",
    '1   |         | {"a":2}',
    "(1 row)",
    "",
  ]);
  const json = await sql(["--json", query]);
  deepEqual(JSON.parse(json.out), [{ one: 1, nothing: null, object: { a: 2 } }]);
});

Deno.test("statements come by standard input too, over several lines, and \\q ends", async () => {
  const { code, out } = await sql(
    [],
    [
      "create table parts (id int primary key);",
      "select",
      " 41 + 1 as answer;",
      "\\d",
      "\\q",
      "select 'after';",
    ].join("\n"),
  );
  equal(code, 0);
  match(out, /^\(0 rows\)\nanswer\n-+\n42\n\(1 row\)\ntable_name \| table_type\n/);
  match(out, /^parts +\| BASE TABLE$/m);
  equal(out.includes("after"), false);
});

Deno.test("what PostgreSQL rejects is told in its words, and the exit code says so", async () => {
  const { code, errors } = await sql(["select nonsense"]);
  equal(code, 1);
  match(errors, /^column "nonsense" does not exist\n$/);
  const piped = await sql([], "select nonsense;\nselect 'after';\n");
  equal(piped.code, 1);
  match(piped.out, /^Error: column "nonsense" does not exist\n$/);
});

Deno.test("a wrong key and a lone flag are told in a sentence", async () => {
  const wrong = await sql(["--secret-key", "other", "select 1"]);
  equal(wrong.code, 1);
  match(wrong.errors, /^Give the secret key in the header apikey\.\n$/);
  const lone = ["--url", "http://127.0.0.1:1"];
  const { code, stderr } = await runDeno(["run", "-A", "--no-check", "scripts/sql.ts", ...lone]);
  equal(code, 2);
  match(stderr, /^Give --url and --secret-key together\./);
});

Deno.test("a long value is cut, line breaks do not break the table, and no rows are counted", () => {
  const [, , line = ""] = describeRows([{ text: `first\n${"x".repeat(100)}` }]).split("\n");
  match(line, /^first x+…$/);
  equal(line.length, 80);
  equal(describeRows([]), "(0 rows)");
});
