// deno-lint-ignore-file no-console -- a skipped test says why
import { join } from "node:path";
import { ROOT } from "../lib/list_files.ts";
import { pushMigrations } from "../lib/supabase_cli.ts";
import { startCluster } from "../local/postgres/postgres_cluster.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { runPsql } from "../local/postgres/psql.ts";
import { runPgtapFile } from "./testing/pgtap.ts";
import { takeSelectedPgtapFiles } from "./selection.ts";

const files = await takeSelectedPgtapFiles();
const search = await findPostgres();
const ignore = !search.found && Deno.env.get("CI") !== "true";
if (ignore && !search.found) console.warn(`pgTAP files are skipped: ${search.problem}`);

/**
 * They run as `postgres`, which is no superuser, in a copy of the database in which pg_cron runs no
 * job meanwhile. Each assertion is a step, so that the closing line counts it.
 */
Deno.test({
  name: "pgTAP",
  ignore,
  fn: async (t) => {
    if (!search.found) throw new Error(search.problem);
    const { binFolder } = search.installation;
    await using cluster = await startCluster({ installation: search.installation });
    const url = await cluster.createDatabase("pgtap");
    await t.step("the Supabase CLI pushes every migration", () => pushMigrations(url));
    await runPsql(binFolder, cluster.url("supabase_admin", "pgtap"), {
      sql: "create extension pgtap with schema extensions",
    });
    for (const file of files) {
      await t.step(file, async (t) => {
        const { assertions, problem } = await runPgtapFile(binFolder, url, join(ROOT, file));
        for (const { name, isSkipped, failure } of assertions) {
          await t.step({
            name,
            ignore: isSkipped,
            fn: () => {
              if (failure !== undefined) throw new Error(failure);
            },
          });
        }
        if (problem !== undefined) throw new Error(problem);
      });
    }
  },
});
