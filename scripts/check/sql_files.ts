import { join, relative } from "node:path";
import { ROOT } from "./check.ts";

/** A file of SQL, with its path from the repository's root. */
export interface SqlFile {
  readonly file: string;
  readonly text: string;
}

/** Reads the `.sql` and `.psql` files in and below folders of the repository, by path. */
export async function readSqlFiles(folders: readonly string[]): Promise<SqlFile[]> {
  const paths = (await Promise.all(folders.map((folder) => listSqlPaths(join(ROOT, folder)))))
    .flat();
  return await Promise.all(
    paths.sort().map(async (path) => ({
      file: relative(ROOT, path),
      text: await Deno.readTextFile(path),
    })),
  );
}

async function listSqlPaths(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) paths.push(...await listSqlPaths(path));
    else if (/\.p?sql$/.test(entry.name)) paths.push(path);
  }
  return paths;
}
