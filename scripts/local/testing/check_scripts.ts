import assert from "node:assert/strict";
import type { LocalDatabase } from "../database.ts";

/** Checks what a local database promises about blocks of several statements. */
export async function checkScripts(database: LocalDatabase): Promise<void> {
  const rows = await database.runScript(`
    create table public.scripted (id integer);
    insert into public.scripted values (1), (2);
    select sum(id) as total, current_user as me from public.scripted;
    update public.scripted set id = 3 where id = 2;
  `);
  assert.deepEqual(rows, [{ total: 3, me: "postgres" }]);

  await database.runScript("begin; insert into public.scripted values (9)");
  await database.runScript(`
    set search_path = nowhere;
    set timezone = 'Asia/Tokyo';
    set role service_role;
  `);
  const traces = await database.runScript(`
    select current_user as me, current_setting('timezone') as zone,
      (select count(*) from public.scripted where id = 9) as open_rows
  `);
  assert.deepEqual(traces, [{ me: "postgres", zone: "UTC", open_rows: 0 }]);
  const path = "select current_setting('search_path') as path";
  assert.match(String((await database.query(path))[0]?.["path"]), /public, extensions/);

  await assert.rejects(
    database.runScript("insert into public.scripted values (7); select 1 / 0"),
    /division by zero/,
  );
  assert.deepEqual(await database.runScript("select id from public.scripted where id = 7"), []);
  assert.deepEqual(await database.runScript("-- nothing"), []);
}
