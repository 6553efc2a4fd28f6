import { join } from "node:path";
import type { z } from "zod";
import { readTextLines } from "../../lib/json_lines.ts";

/**
 * The lines of a corpus file (`.jsonl` or `.jsonl.gz`) as their schema gives them.
 * @throws {Error} naming file and line where a line is not what the schema says.
 */
export async function readCorpusLines<Schema extends z.ZodType>(
  dataFolder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const items: z.output<Schema>[] = [];
  for await (const { lineNumber, text } of readTextLines(join(dataFolder, file))) {
    const parsed = schema.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`${file}:${lineNumber}: ${parsed.error.message}`);
    items.push(parsed.data);
  }
  return items;
}
