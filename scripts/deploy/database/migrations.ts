import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../../supabase/migrations", import.meta.url));
const ROLLBACK_FOLDER = fileURLToPath(new URL("../../../supabase/rollback", import.meta.url));

/** What the names of our migrations begin with in somebody else's folder of migrations. */
export const COPIED_PREFIX = "nightshift_";

/** What all of them are called there when they are one migration. */
export const SINGLE_NAME = "nightshift";

/** Names that our migrations may have in somebody else's folder of migrations. */
export function listCopiedNames(migrations: readonly Migration[]): string[] {
  return [SINGLE_NAME, ...migrations.map(({ name }) => COPIED_PREFIX + name)];
}

/** Whether a migration in somebody else's folder has a name such as we give there. */
export function isCopiedName(name: string): boolean {
  return name === SINGLE_NAME || name.startsWith(COPIED_PREFIX);
}

/** A migration of ours. */
export interface Migration {
  /** Its version here; in another folder it has another. */
  readonly version: string;
  /** Such as `autonomous_tasks`. */
  readonly name: string;
  readonly sql: string;
}

/** Our migrations in their order. */
export function readMigrations(): Promise<Migration[]> {
  return readFolder(MIGRATIONS_FOLDER);
}

/** The undoing of our migrations, in the order in which it runs. */
export async function readRollbacks(): Promise<Migration[]> {
  return (await readFolder(ROLLBACK_FOLDER)).reverse();
}

/** The statement in which a migration reports what it made: its last one. */
export function readReportStatement(migrations: readonly Migration[]): string {
  const migration = migrations.find(({ name }) => name === "autonomous_tasks");
  const [statement] = /^select (?!.*^select )[\s\S]+$/ms.exec(migration?.sql ?? "") ?? [];
  if (statement === undefined) throw new Error("The migration autonomous_tasks reports nothing.");
  return statement;
}

/** Splits a migration's file name; undefined when it is not one. */
export function parseFileName(file: string): { version: string; name: string } | undefined {
  const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(basename(file)) ?? [];
  return version && name ? { version, name } : undefined;
}

async function readFolder(folder: string): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for await (const { name: file } of Deno.readDir(folder)) {
    const parsed = parseFileName(file);
    if (parsed) migrations.push({ ...parsed, sql: await Deno.readTextFile(join(folder, file)) });
  }
  return migrations.sort((one, other) => one.version < other.version ? -1 : 1);
}
