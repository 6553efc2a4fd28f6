import { fileURLToPath } from "node:url";

const PAGE = new URL("../../../docs/verification.md", import.meta.url);

/**
 * The SQL of `docs/verification.md` by the name that stands in the block's first line.
 * @throws {Error} when the page has no such block, so that a renamed one cannot go untested.
 */
export async function readSeedBlocks(): Promise<(name: string) => string> {
  const page = await Deno.readTextFile(PAGE);
  const blocks = new Map(
    Array.from(
      page.matchAll(/^```sql name=(\S+)\n(.*?)^```$/gms),
      ([, name = "", sql = ""]) => [name, sql],
    ),
  );
  return (name) => {
    const sql = blocks.get(name);
    if (sql === undefined) throw new Error(`docs/verification.md has no SQL block "${name}".`);
    blocks.delete(name);
    return sql;
  };
}

/** The chapters, or with `rollback` their undo in reverse order, as absolute paths. */
export function listChapters(folder: "migrations" | "rollback"): string[] {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const names = Array.from(Deno.readDirSync(url), ({ name }) => name).filter((name) =>
    name.endsWith(".sql")
  ).sort();
  if (folder === "rollback") names.reverse();
  return names.map((name) => fileURLToPath(new URL(name, url)));
}

/** The chapter of `autonomous_tasks`, which people paste into an SQL editor. */
export function readTasksChapter(): string {
  const path = listChapters("migrations").find((file) => file.endsWith("_autonomous_tasks.sql"));
  return Deno.readTextFileSync(path ?? "");
}

/** The lines that the seed expects from its migration. */
export const SUCCESS_LINES = [
  "✅ Migration 043 Complete!",
  "📊 autonomous_tasks table: CREATED",
  "📊 Indexes created: 8",
  "📊 RLS policies created: 3",
  "📊 Helper function: CREATED",
  "✨ SUCCESS: Autonomous tasks infrastructure ready!",
];
