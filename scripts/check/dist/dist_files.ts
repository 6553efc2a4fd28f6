import { type Migration, readReportStatement } from "../../deploy/database/migrations.ts";
import { showSection } from "../../deploy/database/single_migration.ts";
import { listUndoParts, LOCK_TIMEOUT } from "../../deploy/database/undo_statement.ts";
import { splitEvenly } from "./split_evenly.ts";

/** Where the files are, from the repository's root. */
export const DIST_FOLDER = "dist";

/** Migrations that make up the log alone. Of the first one, only the marked statements. */
const LOG_MIGRATIONS = [
  "extensions",
  "workspaces",
  "workspace_access",
  "quotas",
  "autonomous_tasks",
  "task_quotas",
];

/** Statements between these lines are all that the log needs of its first migration. */
const MARKED = /^-- In dist\/nightshift_log\.sql too, from here\n([\s\S]*?)^-- to here\.$/gm;

const GENERATED = "Generated from supabase/migrations by `deno task ok --write`. Do not edit.";
const UNDO_GENERATED = "Generated from supabase/rollback by `deno task ok --write`. Do not edit.";

/**
 * The files that people paste into an SQL editor, by name. Each is run as one query, so it happens
 * as a whole or not at all.
 * @param rollbacks in the order in which they run
 */
export function buildDistFiles(
  migrations: readonly Migration[],
  rollbacks: readonly Migration[],
): Map<string, string> {
  const report = readReportStatement(migrations);
  const log = LOG_MIGRATIONS.map((name) => findMigration(migrations, name));
  return new Map([
    [
      "nightshift.sql",
      joinFile(EVERYTHING, [refuseCandidate(migrations), ...migrations.map(showSection), report]),
    ],
    ...buildParts(migrations, report),
    ["nightshift_log.sql", joinFile(LOG, [...log.map(reduceToLog).map(showSection), report])],
    [
      "nightshift_rollback.sql",
      joinFile(UNDO, [...describeUndo(migrations, rollbacks), reportRemoval("Nightshift")]),
    ],
    [
      "nightshift_log_rollback.sql",
      joinFile(UNDO_LOG, [
        REFUSE_WHOLE,
        ...rollbacks.filter(({ name }) => LOG_MIGRATIONS.includes(name)).map(showSection),
        reportRemoval("The log"),
      ]),
    ],
  ]);
}

const EVERYTHING = `Nightshift: everything it needs in the database, in one file.
${GENERATED}
Run it as one query, as postgres. Running it again changes nothing.
The SQL editor of the Supabase dashboard takes at most 0.98 MB. There, paste nightshift_part_1.sql,
then the other parts. The guide: docs/guides/paste.md.`;

const LOG = `Nightshift: the log alone. The table autonomous_tasks with its policies and its summary
function, and workspaces with their members. No schedules, pg_cron, pg_net or Vault.
${GENERATED}
Paste it into the SQL editor and run it. Running it again changes nothing, and everything else can
follow later. The guide: docs/guides/paste.md.`;

const UNDO = `Nightshift: undoes nightshift.sql. All its rows are lost.
${UNDO_GENERATED}
What was there before stays: adopted tables, extensions, cron jobs and secrets.`;

const UNDO_LOG =
  `Nightshift: undoes nightshift_log.sql. The log is lost, and workspaces if it made them.
${UNDO_GENERATED}`;

function buildParts(migrations: readonly Migration[], report: string): [string, string][] {
  const parts = splitEvenly(migrations, measureRequest);
  const count = parts.length;
  return parts.map((part, index) => {
    const number = index + 1;
    const name = `nightshift_part_${number}.sql`;
    const next = `nightshift_part_${number + 1}.sql`;
    const title =
      `Nightshift: part ${number} of ${count} of nightshift.sql. Each part is small enough
for the SQL editor of the Supabase dashboard.
${GENERATED}`;
    const before = parts[index - 1];
    const statements = [
      before === undefined ? refuseCandidate(migrations) : requirePart(before, number - 1),
      ...part.map(showSection),
    ];
    if (number === count) {
      const end = "This is the last part. The guide: docs/guides/paste.md.";
      return [name, joinFile(`${title}\n${end}`, [...statements, report])];
    }
    const end = `select 'Part ${number} of ${count} is in. Run ${next} next.' as "Result";`;
    const head = `${title}\nRun ${next} next. Until then nothing runs on a schedule.`;
    return [name, joinFile(head, [...statements, end])];
  });
}

/** Bytes of a migration in a request, in which a line break takes two. */
function measureRequest({ sql }: Migration): number {
  return new TextEncoder().encode(JSON.stringify(sql)).length;
}

/** Refuses a part when the one before it has not run. */
function requirePart(before: readonly Migration[], number: number): string {
  const text = before.map(({ sql }) => sql).join("\n");
  const table = [...text.matchAll(/^create table if not exists (\w+\.\w+)/gm)].at(-1)?.[1];
  if (table === undefined) throw new Error(`Part ${number} makes no table to look for.`);
  return `do $$
begin
  if to_regclass('${table}') is null then
    raise exception 'Run nightshift_part_${number}.sql first. Nothing was changed.';
  end if;
end
$$;`;
}

/** Refuses everything where another candidate is, as its functions may have other results. */
function refuseCandidate(migrations: readonly Migration[]): string {
  const text = findMigration(migrations, "release").sql;
  const version = /record_version\('([^']+)'\)/.exec(text)?.[1];
  if (version === undefined) throw new Error("The migration release records no version.");
  return `do $$
declare
  v_candidate text;
begin
  if to_regclass('nightshift.installed') is not null then
    select i.version into v_candidate
    from nightshift.installed i where i.version like '%-rc.%' and i.version <> '${version}' limit 1;
    if v_candidate is not null then
      raise exception 'Nightshift % is here, a candidate that has no upgrade. Nothing was changed.',
        v_candidate
        using hint = 'Remove it first, with its nightshift_rollback.sql. Its rows are lost.';
    end if;
  end if;
end
$$;`;
}

const REFUSE_WHOLE = `do $$
begin
  if to_regclass('nightshift.deployed_functions') is not null then
    raise exception 'More than the log is installed here. Nothing was changed.'
      using hint = 'To remove everything, run nightshift_rollback.sql.';
  end if;
end
$$;`;

function describeUndo(
  migrations: readonly Migration[],
  rollbacks: readonly Migration[],
): string[] {
  const parts = listUndoParts(rollbacks, migrations).map(({ needs, sql }) =>
    needs === undefined ? sql.trimEnd() : `do $$
begin
  if to_regclass('${needs}') is not null then
    ${sql};
  end if;
end
$$;`
  );
  return [`select set_config('lock_timeout', '${LOCK_TIMEOUT}', true);`, ...parts];
}

function reportRemoval(what: string): string {
  return `select '${what} was removed.' as "Result";`;
}

function findMigration(migrations: readonly Migration[], name: string): Migration {
  const found = migrations.find((migration) => migration.name === name);
  if (found === undefined) throw new Error(`There is no migration ${name} for the log.`);
  return found;
}

function reduceToLog(migration: Migration): Migration {
  if (migration.name !== LOG_MIGRATIONS[0]) return migration;
  const marked = [...migration.sql.matchAll(MARKED)].map(([, text = ""]) => text.trim());
  if (marked.length === 0) throw new Error(`${migration.name} marks nothing for the log.`);
  return { ...migration, sql: marked.join("\n\n") };
}

function joinFile(head: string, statements: readonly string[]): string {
  const body = statements.map((text) => text.trimEnd()).join("\n\n");
  return `${head.replaceAll(/^/gm, "-- ")}\n\n${body}\n`;
}
