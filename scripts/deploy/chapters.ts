import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../supabase/migrations", import.meta.url));
const ROLLBACK_FOLDER = fileURLToPath(new URL("../../supabase/rollback", import.meta.url));

/** What the names of our chapters begin with in somebody else's folder of migrations. */
export const COPIED_PREFIX = "nightshift_";

/** A chapter of ours. */
export interface Chapter {
  /** Its version here; in another folder it has another. */
  readonly version: string;
  /** Such as `autonomous_tasks`. */
  readonly name: string;
  readonly sql: string;
}

/** Our chapters in their order. */
export function readChapters(): Promise<Chapter[]> {
  return readFolder(MIGRATIONS_FOLDER);
}

/** The undoing of our chapters, in the order in which it runs. */
export async function readRollbacks(): Promise<Chapter[]> {
  return (await readFolder(ROLLBACK_FOLDER)).reverse();
}

/** The statement in which a chapter reports what it made: its last one. */
export function readReportStatement(chapters: readonly Chapter[]): string {
  const chapter = chapters.find(({ name }) => name === "autonomous_tasks");
  const [statement] = /^select (?!.*^select )[\s\S]+$/ms.exec(chapter?.sql ?? "") ?? [];
  if (statement === undefined) throw new Error("The chapter autonomous_tasks reports nothing.");
  return statement;
}

/** Splits a migration's file name; undefined when it is none. */
export function parseFileName(file: string): { version: string; name: string } | undefined {
  const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(basename(file)) ?? [];
  return version && name ? { version, name } : undefined;
}

async function readFolder(folder: string): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  for await (const { name: file } of Deno.readDir(folder)) {
    const parsed = parseFileName(file);
    if (parsed) chapters.push({ ...parsed, sql: await Deno.readTextFile(join(folder, file)) });
  }
  return chapters.sort((one, other) => one.version < other.version ? -1 : 1);
}
