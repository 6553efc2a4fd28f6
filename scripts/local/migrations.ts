import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { splitSqlStatements } from "@supabase/lite";
import { type LocalDatabase, StatementError } from "./database.ts";

/** Folder of the project's own migrations. */
export const MIGRATIONS_FOLDER = fileURLToPath(
  new URL("../../supabase/migrations", import.meta.url),
);

/** The history table as the Supabase CLI creates it; it belongs to the role that migrates. */
const CREATE_HISTORY = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text not null primary key
  );
  alter table supabase_migrations.schema_migrations
    add column if not exists statements text[],
    add column if not exists name text;
`;

interface Migration {
  readonly path: string;
  readonly version: string;
  readonly name: string;
}

/**
 * Applies `<version>_<name>.sql` files of a folder in order, as `postgres`, each in a transaction
 * of its own, and records them as the Supabase CLI does. Recorded versions are skipped.
 * @returns the versions that were applied now
 * @throws {Error} names the file, the statement and the database's reason; that file leaves
 * nothing.
 */
export async function applyMigrations(
  database: LocalDatabase,
  folder: string = MIGRATIONS_FOLDER,
): Promise<string[]> {
  await database.exec(CREATE_HISTORY);
  const recorded = await database.query<{ version: string }>(
    "select version from supabase_migrations.schema_migrations",
  );
  const done = new Set(recorded.map(({ version }) => version));
  const pending = (await listMigrations(folder)).filter(({ version }) => !done.has(version));
  for (const migration of pending) await applyMigration(database, migration);
  return pending.map(({ version }) => version);
}

async function listMigrations(folder: string): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for await (const { name: file } of Deno.readDir(folder)) {
    const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
    if (version && name) migrations.push({ path: join(folder, file), version, name });
  }
  return migrations.sort((a, b) => a.version < b.version ? -1 : 1);
}

async function applyMigration(database: LocalDatabase, migration: Migration): Promise<void> {
  const statements = splitSqlStatements(await Deno.readTextFile(migration.path));
  const record = `insert into supabase_migrations.schema_migrations (version, statements, name)
    values (${quote(migration.version)}, array[${statements.map(quote).join(", ")}]::text[],
      ${quote(migration.name)})`;
  try {
    await database.runInTransaction([...statements, record]);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const statement = (statements[error.index] ?? record).replace(/\s+/g, " ").slice(0, 80);
    throw new Error(
      `Migration ${basename(migration.path)}, statement ${error.index + 1} of ` +
        `${statements.length} (${statement} …): ${error.message}. ` +
        "Nothing of this file was applied; correct it and start again.",
      { cause: error },
    );
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
