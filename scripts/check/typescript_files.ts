import { ROOT } from "./check.ts";
import { join } from "node:path";

/**
 * The TypeScript files in and below folders of the repository, as paths from its root. `deno lint
 * --config` passes over a folder that contains the configuration itself, so it gets files.
 */
export async function listTypeScriptFiles(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(folders.map(async (folder) => {
    const files: string[] = [];
    for await (const { name, isDirectory } of Deno.readDir(join(ROOT, folder))) {
      const path = `${folder}/${name}`;
      if (isDirectory) files.push(...await listTypeScriptFiles([path]));
      else if (name.endsWith(".ts")) files.push(path);
    }
    return files;
  }));
  return lists.flat().sort();
}
