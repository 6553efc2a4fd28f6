import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, with a slash at its end. */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Folders with nothing of ours, or with what a command made of it. */
const PASSED_OVER = [".git", ".nightshift", "node_modules", "built"];

/** The files below a folder of the repository, as paths from its root with slashes, sorted. */
export async function listFiles(folder = ""): Promise<string[]> {
  const files: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for await (const entry of Deno.readDir(path)) {
      const child = join(path, entry.name);
      if (entry.isFile) files.push(relative(ROOT, child).replaceAll("\\", "/"));
      else if (entry.isDirectory && !PASSED_OVER.includes(entry.name)) await visit(child);
    }
  };
  await visit(join(ROOT, folder));
  return files.sort();
}

/** The TypeScript files below folders of the repository. */
export async function listTypeScriptFiles(folders: readonly string[]): Promise<string[]> {
  const files = (await Promise.all(folders.map(listFiles))).flat();
  return files.filter((file) => /\.tsx?$/.test(file));
}

/** The Markdown pages below a folder of the repository. */
export async function listMarkdownPages(folder = ""): Promise<string[]> {
  return (await listFiles(folder)).filter((file) => file.endsWith(".md"));
}
