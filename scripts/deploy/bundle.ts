import { createHash } from "node:crypto";
import { join, posix } from "node:path";

/** A function with everything that its entry point reaches. */
export interface FunctionBundle {
  readonly name: string;
  /** Text by path from the functions' folder, such as `_shared/db.ts`, sorted. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 of paths and texts, hex. */
  readonly digest: string;
  readonly sizeBytes: number;
}

/** Reads a file by its path from the functions' folder. */
export type ReadModule = (path: string) => Promise<string>;

/**
 * Reads a function's entry point and all modules that it reaches by relative imports.
 * @param importMap its text; where it changes, the function changes
 */
export async function readBundle(
  functionsFolder: string,
  name: string,
  importMap: string,
): Promise<FunctionBundle> {
  const read = (path: string) => Deno.readTextFile(join(functionsFolder, path));
  const files = await collectModules([`${name}/index.ts`], read);
  const hash = createHash("sha256").update(importMap);
  for (const [path, text] of files) hash.update(`\0${path}\0${text}`);
  const sizes = [...files.values(), importMap].map((text) => new TextEncoder().encode(text).length);
  return {
    name,
    files,
    digest: hash.digest("hex"),
    sizeBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** The given modules and all that they import from each other, sorted by path. */
export async function collectModules(
  entries: readonly string[],
  read: ReadModule,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    // deno-lint-ignore no-await-in-loop -- a module names the next ones
    const text = await read(path);
    found.set(path, text);
    const folder = posix.dirname(path);
    const relative = listImports(text).filter((specifier) => /^\.\.?\//.test(specifier));
    waiting.push(...relative.map((specifier) => posix.join(folder, specifier)));
  }
  return new Map([...found].sort(([one], [other]) => one < other ? -1 : 1));
}

/** What a module imports, static or dynamic, by literal specifiers. */
export function listImports(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*"([^"\n]+)"/g)]
    .flatMap(([, specifier]) => specifier ?? []);
}
