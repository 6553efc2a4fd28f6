import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { readMigrations, readRollbacks } from "../../deploy/database/migrations.ts";
import { buildDistFiles } from "./dist_files.ts";
import { splitEvenly } from "./split_evenly.ts";

/** What the SQL editor of the dashboard sends at most, and its server takes. */
const EDITOR_LIMIT_BYTES = 0.98 * 1024 * 1024;

const migrations = await readMigrations();
const rollbacks = await readRollbacks();
const files = buildDistFiles(migrations, rollbacks);

Deno.test("every file but the whole fits into the SQL editor of the dashboard", () => {
  for (const [name, text] of files) {
    if (name === "nightshift.sql") continue;
    const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
    ok(bytes < EDITOR_LIMIT_BYTES, `${name} has ${bytes} bytes`);
  }
});

Deno.test("the parts have every migration once, in order", () => {
  const parts = [...files].filter(([name]) => name.startsWith("nightshift_part_"));
  const texts = parts.map(([, text]) => text).join("");
  const places = migrations.map(({ sql }) => texts.indexOf(sql.trimEnd()));
  ok(!places.includes(-1));
  deepEqual(places, places.toSorted((one, other) => one - other));
});

Deno.test("the log has nothing that schedules, sends or keeps secrets", () => {
  const log = files.get("nightshift_log.sql") ?? "";
  const code = log.replaceAll(/^ *--.*\n/gm, "");
  deepEqual(code.match(/\b(cron\.|net\.|vault\.|create extension|list_public_names)/g), null);
  match(log, /installed_objects/);
});

Deno.test("a log whose migration is gone, or marks nothing, is not built", () => {
  const others = migrations.filter(({ name }) => name !== "quotas");
  throws(() => buildDistFiles(others, rollbacks), /no migration quotas/);
  const bare = migrations.map((each) => ({ ...each, sql: each.sql.replaceAll(" too, from", "") }));
  throws(() => buildDistFiles(bare, rollbacks), /marks nothing/);
});

Deno.test("a list is split into as few parts as possible, in order and about equal", () => {
  deepEqual(splitEvenly([3, 3, 3], (size) => size, 9), [[3, 3, 3]]);
  deepEqual(splitEvenly([3, 3, 3, 3], (size) => size, 9), [[3, 3], [3, 3]]);
  equal(splitEvenly(Array.from({ length: 50 }, () => 1), (size) => size, 9).length, 6);
});
