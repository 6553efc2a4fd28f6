import { deepEqual, rejects } from "node:assert/strict";
import { startCluster } from "../local/postgres/postgres_cluster.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { checkUpgrade } from "./check_upgrade.ts";
import { findLatestRelease, readFolder, readRelease } from "./migration_sets.ts";

const search = await findPostgres();

const FIRST = {
  name: "1_first.sql",
  sql:
    "create schema nightshift; create table nightshift.things (id integer primary key, size integer)",
};
const SECOND = {
  name: "2_second.sql",
  sql: "alter table nightshift.things add column color text not null default 'red'",
};

Deno.test({
  name: "later migrations over data come to what a fresh install makes, or are told",
  ignore: !search.found && Deno.env.get("CI") !== "true",
  fn: async (t) => {
    if (!search.found) throw new Error(search.problem);
    await using cluster = await startCluster({ installation: search.installation });
    const data = "insert into nightshift.things values (1, 2)";

    await t.step("nothing is said where all is equal", async () => {
      const upgrade = { from: [FIRST], to: [FIRST, SECOND], data };
      deepEqual(await checkUpgrade(cluster, upgrade), []);
    });

    await t.step(
      "a migration of the release that was edited is told, and what came of it",
      async () => {
        const edited = { ...FIRST, sql: `${FIRST.sql}; comment on schema nightshift is 'ours'` };
        const upgrade = { from: [FIRST], to: [edited, SECOND], data };
        deepEqual(await checkUpgrade(cluster, upgrade), [
          "1_first.sql: was edited after the release",
          'schema nightshift: "comment ours" after a fresh install, nothing after the upgrade',
        ]);
      },
    );

    await t.step("a migration that the data is in the way of fails by its name", async () => {
      const strict = { ...SECOND, sql: "alter table nightshift.things add check (size < 2)" };
      const upgrade = { from: [FIRST], to: [FIRST, strict], data };
      await rejects(
        checkUpgrade(cluster, upgrade),
        /^Error: 2_second\.sql failed: check constraint/,
      );
    });
  },
});

Deno.test("the migrations of a release come from git, and an unknown release is said to be one", async () => {
  const folder = await readFolder(new URL("../../supabase/migrations", import.meta.url).pathname);
  deepEqual(folder.map(({ name }) => name).slice(0, 1), ["20261122000100_extensions.sql"]);
  await rejects(readRelease("v999.0.0"), /git knows no release "v999\.0\.0"/);
  const latest = await findLatestRelease();
  if (latest !== undefined) deepEqual(/^v\d/.test(latest), true);
});
