import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Sizes of a build in bytes, compressed as a host sends them. */
export interface Sizes {
  /** All scripts that a signed-in browser fetches for the overview. */
  readonly firstPageJs: number;
  /** The same for who has to sign in first. */
  readonly signInJs: number;
  readonly allJs: number;
  readonly css: number;
}

/** Measures a folder that `buildDashboard` has written. */
export async function measureSizes(folder: string): Promise<Sizes> {
  const scripts = new Map<string, string>();
  for (const name of await readdir(folder)) {
    if (name.endsWith(".js")) scripts.set(name, await readFile(join(folder, name), "utf8"));
  }
  const findScript = (name: string) =>
    [...scripts.keys()].find((script) => script.startsWith(name)) ?? "";
  const first = followImports(scripts, ["main.js", findScript("night-")]);
  const sum = (names: Iterable<string>) =>
    [...names].reduce((bytes, name) => bytes + zip(scripts.get(name) ?? ""), 0);
  return {
    firstPageJs: sum(first),
    signInJs: sum(followImports(scripts, [...first, findScript("auth_client-")])),
    allJs: sum(scripts.keys()),
    css: zip(await readFile(join(folder, "style.css"), "utf8")),
  };
}

/** These scripts and all that they load before they run. */
function followImports(
  scripts: ReadonlyMap<string, string>,
  names: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const source = scripts.get(name);
    if (source === undefined || found.has(name)) continue;
    found.add(name);
    waiting.push(...listStaticImports(source));
  }
  return found;
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
