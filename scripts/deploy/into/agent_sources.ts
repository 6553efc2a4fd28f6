import { posix } from "node:path";
import { markGenerated } from "../functions/generated_mark.ts";

/** Reads a file by its path from the functions' folder. */
export type ReadModule = (path: string) => Promise<string>;

/** Where shared modules of ours are in a folder that is not ours. */
const COPIED_SHARED = "_nightshift";

/** For agents of the user's own, which no function of ours imports. */
const FOR_AGENTS = ["_shared/agent.ts", "_shared/with_task.ts"];

/**
 * What an agent of the user's own imports: our shared modules as sources, with types, in a folder
 * of their own. Packages are named with their versions, so that no import map is needed.
 * @param imports packages by the names that the modules use
 * @returns text by path from the functions' folder
 */
export async function readAgentSources(
  read: ReadModule,
  imports: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const modules = await collectModules(FOR_AGENTS, read);
  return new Map([...modules].map(([path, text]) => [
    path.replace(/^_shared\//, `${COPIED_SHARED}/`),
    markGenerated(namePackages(text, imports)),
  ]));
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
    const text = await read(path);
    found.set(path, text);
    const folder = posix.dirname(path);
    const relative = listImports(text).filter((specifier) => /^\.\.?\//.test(specifier));
    waiting.push(...relative.map((specifier) => posix.join(folder, specifier)));
  }
  return new Map([...found].sort(([one], [other]) => one < other ? -1 : 1));
}

/** What a module of ours imports, static or dynamic, by literal specifiers. */
export function listImports(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, , specifier]) => specifier ?? []);
}

const IMPORT = /(\b(?:from|import)\s*\(?\s*)"([^"\n]+)"/g;

function namePackages(text: string, imports: Readonly<Record<string, string>>): string {
  return text.replaceAll(IMPORT, (whole: string, before: string, specifier: string) => {
    const name = Object.keys(imports)
      .find((known) => specifier === known || specifier.startsWith(`${known}/`));
    if (name === undefined) return whole;
    return `${before}"${imports[name]}${specifier.slice(name.length)}"`;
  });
}
