import { join } from "node:path";
import { listFiles, ROOT } from "../lib/list_files.ts";

/** A file of SQL, with its path from the repository's root. */
export interface SqlFile {
  readonly file: string;
  readonly text: string;
}

/** Reads the `.sql` and `.psql` files in and below folders of the repository, by path. */
export async function readSqlFiles(folders: readonly string[]): Promise<SqlFile[]> {
  const files = (await Promise.all(folders.map(listFiles))).flat();
  return await Promise.all(
    files.filter((file) => /\.p?sql$/.test(file))
      .map(async (file) => ({ file, text: await Deno.readTextFile(join(ROOT, file)) })),
  );
}
