import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Sizes of a build in bytes, compressed as a host sends them. */
export interface Sizes {
  /** The scripts that the overview needs. */
  readonly firstPageJs: number;
  readonly allJs: number;
  readonly css: number;
}

/** Measures a folder that `buildDashboard` has written. */
export async function measureSizes(folder: string): Promise<Sizes> {
  const scripts = new Map<string, string>();
  for (const name of await readdir(folder)) {
    // deno-lint-ignore no-await-in-loop -- a few files
    if (name.endsWith(".js")) scripts.set(name, await readFile(join(folder, name), "utf8"));
  }
  const overview = [...scripts.keys()].find((name) => name.startsWith("night-")) ?? "";
  const first = new Set<string>();
  const waiting = ["main.js", overview];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const source = scripts.get(name);
    if (source === undefined || first.has(name)) continue;
    first.add(name);
    waiting.push(...listStaticImports(source));
  }
  const sum = (names: Iterable<string>) =>
    [...names].reduce((bytes, name) => bytes + zip(scripts.get(name) ?? ""), 0);
  return {
    firstPageJs: sum(first),
    allJs: sum(scripts.keys()),
    css: zip(await readFile(join(folder, "style.css"), "utf8")),
  };
}

/** What a script loads before it runs; `import()` is for later. */
function listStaticImports(source: string): string[] {
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w-]+\.js)"/g)].flatMap(([, name]) =>
    name ?? []
  );
}

function zip(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
