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

/** The lines that the seed expects from its migration. */
export const SUCCESS_LINES = [
  "✅ Migration 043 Complete!",
  "📊 autonomous_tasks table: CREATED",
  "📊 Indexes created: 8",
  "📊 RLS policies created: 3",
  "📊 Helper function: CREATED",
  "✨ SUCCESS: Autonomous tasks infrastructure ready!",
];
