import assert from "node:assert/strict";
import { CommandError } from "../lib/command.ts";
import { chooseDatabase, DatabaseUnavailable, readDatabaseKind } from "./database_kind.ts";
import { MAJOR_VARIABLE } from "./postgres/postgres_install.ts";

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

Deno.test("a version means a real PostgreSQL, for this process and what it starts", () => {
  const before = Deno.env.get(MAJOR_VARIABLE);
  try {
    assert.equal(chooseDatabase({}), "pglite");
    assert.equal(Deno.env.get(MAJOR_VARIABLE), before);
    assert.equal(chooseDatabase({ postgres: "17" }), "postgres");
    assert.equal(Deno.env.get(MAJOR_VARIABLE), "17");
    assert.equal(chooseDatabase({ database: "postgres", postgres: "16" }), "postgres");
    assert.throws(
      () => chooseDatabase({ postgres: "14" }),
      new CommandError('--postgres must be 15, 16, 17, 18, not "14".', 2),
    );
    assert.throws(
      () => chooseDatabase({ database: "pglite", postgres: "18" }),
      new DatabaseUnavailable("--postgres=18 and --database=pglite differ."),
    );
  } finally {
    if (before === undefined) Deno.env.delete(MAJOR_VARIABLE);
    else Deno.env.set(MAJOR_VARIABLE, before);
  }
});
