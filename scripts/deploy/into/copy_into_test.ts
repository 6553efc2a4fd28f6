import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { joinMigrations } from "../database/single_migration.ts";
import { readMigrations } from "../database/migrations.ts";
import { listOurVersions, type Project } from "../project.ts";
import { createOwnFolder } from "../testing/own_folder.ts";
import { countMissing } from "./copy_into.ts";

Deno.test("a deploy knows its migrations in one file, and what a later release adds", async () => {
  await using own = await createOwnFolder();
  const migrations = await readMigrations();
  // Only these are looked at.
  const project = { into: own.folder, folder: own.folder, migrations } as unknown as Project;
  equal(await countMissing(project), migrations.length);
  deepEqual([...await listOurVersions(project)], []);

  await Deno.writeTextFile(
    join(own.folder, "supabase/migrations/20270101000000_nightshift.sql"),
    joinMigrations(migrations.slice(0, -2)),
  );
  equal(await countMissing(project), 2);
  deepEqual([...await listOurVersions(project)], ["20270101000000"]);
});
