/** What a dump says is what a restored database dumps again, so that `db diff` shows nothing. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { normalizeDump } from "../../../scripts/deploy/testing/normalized_dump.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { runClient, runPsql } from "../../../scripts/local/postgres/psql.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const search = await findPostgres();

testOnPostgres(
  "a dump of a restored database equals the dump that it was restored from",
  async ({ url, sql, connect }) => {
    if (!search.found) throw new Error(search.problem);
    const { binFolder } = search.installation;
    const dump = async () =>
      await runClient(binFolder, "pg_dump", url, [
        ...["--schema-only", "--no-privileges", "--schema=public", "--schema=nightshift"],
      ]);
    const before = await dump();
    const admin = connect({ role: "supabase_admin" });
    await admin.unsafe("drop schema nightshift cascade; drop schema public cascade");
    const file = await Deno.makeTempFile({ suffix: ".sql" });
    try {
      await Deno.writeTextFile(file, before);
      await runPsql(binFolder, url, { files: [file] });
    } finally {
      await Deno.remove(file);
    }
    const lines = (text: string) => normalizeDump(text).split("\n");
    const [expected, actual] = [lines(before), lines(await dump())];
    deepStrictEqual(actual.filter((line) => !expected.includes(line)), []);
    strictEqual(actual.length, expected.length);

    await sql`select nightshift.restore_rights()`;
    deepStrictEqual([...await sql`select * from nightshift.compare_rights()`], []);
  },
  { needs: ["pg_dump"] },
);
