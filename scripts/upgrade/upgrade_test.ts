import { deepEqual, equal } from "node:assert/strict";
import type postgres from "postgres";
import { testOnPostgres } from "../local/testing/test_database.ts";
import { type Catalog, compareCatalogs, readCatalog } from "./catalog.ts";
import { readAnnounced } from "./check_upgrade.ts";
import { findLosses, findMissingRows, readRows, type Rows } from "./rows.ts";

const read = (path: string) => Deno.readTextFile(new URL(path, import.meta.url));
const later = await read("./testing/later_migration.sql");
const data = await read("./sample_data.sql");
const announced = readAnnounced([{ name: "later", sql: later }]);

/** What is broken on purpose in the upgraded database, by what the comparison must name. */
const BROKEN: Readonly<Record<string, string>> = {
  "column public.recipes.title": "alter table public.recipes alter column title set default 'None'",
  "column public.stray.one": "create view public.stray as select 1 as one",
  "column public.workspaces.motto": "comment on column public.workspaces.motto is null",
  "constraint title_is_short on public.recipes":
    "alter table public.recipes drop constraint title_is_short, " +
    "add constraint title_is_short check (length(title) <= 100)",
  "cron job bake of postgres": "select cron.schedule('bake', '0 5 * * *', 'select 1')",
  "function nightshift.count_recipes()":
    "revoke execute on function nightshift.count_recipes() from service_role",
  "function nightshift.refuse_recipe()":
    "create or replace function nightshift.refuse_recipe() returns trigger language plpgsql " +
    "set search_path = '' as $$ begin return null; end $$",
  "function public.get_autonomous_task_summary(uuid,text,integer)":
    "alter function public.get_autonomous_task_summary(uuid, text, integer) reset search_path",
  "index public.recipes_by_workspace": "drop index public.recipes_by_workspace",
  'policy "Members read recipes" on public.recipes':
    'alter policy "Members read recipes" on public.recipes using (false)',
  "table public.client_emails": "grant select on public.client_emails to anon",
  "table public.recipes": "alter table public.recipes disable row level security",
  "trigger recipes_are_checked on public.recipes":
    "alter table public.recipes disable trigger recipes_are_checked",
  "view public.stray": "",
  "public.task_schedules": "delete from public.task_schedules where name = 'bake'",
  "nightshift.email_queue": "",
  "public.client_emails":
    "delete from public.client_emails where provider_message_id = 'waiting@example.com'",
  "public.workspace_budgets.daily_usd":
    "update public.workspace_budgets set daily_usd = 500 where daily_usd = 5",
};

interface State {
  readonly catalog: Catalog;
  readonly rows: Rows;
}

/** What `statements` leave, one after the other; the database itself stays as it was. */
async function tryOut(
  sql: postgres.Sql,
  ...statements: readonly string[]
): Promise<readonly State[]> {
  const states: State[] = [];
  const undo = new Error("undone on purpose");
  await sql.begin(async (transaction) => {
    for (const statement of statements) {
      await transaction.unsafe(statement);
      states.push({ catalog: await readCatalog(transaction), rows: await readRows(transaction) });
      await transaction.unsafe("reset search_path");
    }
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
  return states;
}

function compare(fresh: State, before: State, upgraded: State): string[] {
  return [
    ...compareCatalogs(fresh.catalog, upgraded.catalog),
    ...findMissingRows(fresh.rows, upgraded.rows),
    ...findLosses(before.rows, upgraded.rows, announced),
  ];
}

testOnPostgres(
  "an upgrade in which anything is lost or differs is told, and one in which nothing is, is not",
  async ({ sql }) => {
    const [fresh] = await tryOut(sql, later);
    const [before, upgraded, broken] = await tryOut(
      sql,
      data,
      later,
      Object.values(BROKEN).filter((statement) => statement !== "").join(";\n"),
    );
    if (!fresh || !before || !upgraded || !broken) throw new Error("A state is missing.");

    deepEqual(compare(fresh, before, upgraded), []);
    deepEqual(findLosses(before.rows, upgraded.rows), [
      "public.workspaces.name: the upgrade changed it in 1 of 1 rows",
    ]);

    const findings = compare(fresh, before, broken);
    deepEqual(findings.map((line) => line.split(": ")[0]), Object.keys(BROKEN));
    for (
      const line of [
        "function nightshift.refuse_recipe(): " +
        '"AS $function$ begin return new; end $function$" after a fresh install, ' +
        '"AS $function$ begin return null; end $function$" after the upgrade',
        "index public.recipes_by_workspace: missing after the upgrade",
        "view public.stray: only there after the upgrade",
        "public.client_emails: the upgrade lost 1 of 2 rows",
        "public.workspace_budgets.daily_usd: the upgrade changed it in 1 of 1 rows",
      ]
    ) equal(findings.includes(line), true, line);
  },
);
