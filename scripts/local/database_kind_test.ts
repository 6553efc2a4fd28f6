import assert from "node:assert/strict";
import { DatabaseUnavailable, readDatabaseKind } from "./database_kind.ts";

Deno.test("both databases can be named", () => {
  assert.equal(readDatabaseKind("pglite"), "pglite");
  assert.equal(readDatabaseKind("postgres"), "postgres");
});

Deno.test("any other name is rejected with the names that are allowed", () => {
  for (const text of ["", "mysql", "Postgres"]) {
    assert.throws(
      () => readDatabaseKind(text),
      new DatabaseUnavailable(`--database must be pglite or postgres, not "${text}".`),
    );
  }
});
