// deno-lint-ignore-file no-console -- a skipped test says why
/** The newest PostgreSQL that we support, from npm. All tests on it: `test --postgres=18`. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import postgres from "postgres";
import { startCluster } from "../../../scripts/local/postgres/postgres_cluster.ts";
import {
  ensurePostgres,
  SUPPORTED_MAJORS,
} from "../../../scripts/local/postgres/postgres_install.ts";
import { runMigrations } from "../_helpers/migrations.ts";
import { readFingerprint } from "../_helpers/fingerprint.ts";
import { assertVerificationQueries } from "../seed/verification_queries.ts";

const NEWEST = Math.max(...SUPPORTED_MAJORS);
const search = await ensurePostgres(console.log, NEWEST);
const ignore = !search.found && Deno.env.get("CI") !== "true";
if (ignore && !search.found) console.warn(`PostgreSQL ${NEWEST} is not tried: ${search.problem}`);

Deno.test({
  name: `on PostgreSQL ${NEWEST} the migrations install, answer as the contract says, and undo all`,
  ignore,
  async fn() {
    if (!search.found) throw new Error(search.problem);
    await using cluster = await startCluster({
      installation: search.installation,
      // No other file begins with this server, so nothing is kept for others.
      migrate: () => Promise.resolve(),
    });
    const sql = postgres(cluster.url(), { max: 1, onnotice: () => {} });
    try {
      const [server] = await sql`select current_setting('server_version_num')::integer as version`;
      strictEqual(Math.floor(server?.["version"] / 10_000), NEWEST);
      const before = await readFingerprint(sql);

      await runMigrations(sql, "migrations");
      await assertVerificationQueries((text) =>
        sql.unsafe(text).then((rows) => rows.map((row) => ({ ...row })))
      );
      await runMigrations(sql, "rollback");
      deepStrictEqual(await readFingerprint(sql), before);
    } finally {
      await sql.end();
    }
  },
});
