import { statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../scripts/check/check.ts";

/** A fenced block of a document. */
export interface DocumentBlock {
  /** File and line of the fence, for messages. */
  readonly place: string;
  readonly document: string;
  readonly language: string;
  /** What follows the language: how the block is tested. */
  readonly mark: string;
  readonly text: string;
}

/**
 * How a block that somebody will type may be marked: `run` (run here), `name=…` (run by the test
 * that reads it by that name), `tested=FILE` (what it does is run by that test), `cloud` (needs a
 * project on supabase.com) or `docker` (needs Docker).
 */
export const MARKS = /^(?:run|cloud|docker|name=[a-z_]+|tested=[\w./]+)$/;

/** Languages of commands; other blocks show output, formats or pictures. */
export const COMMAND_LANGUAGES: readonly string[] = ["sh", "sql", "ts", "typescript"];

/** Pages beside what they are about. */
const OTHERS = ["examples/README.md", "packages/client/README.md", "packages/python/README.md"];

/** The pages that people follow, as paths from the project's root. */
export function listDocuments(): string[] {
  return ["CONTRIBUTING.md", "README.md", ...listPages("docs"), ...OTHERS].sort();
}

function listPages(folder: string): string[] {
  return Array.from(Deno.readDirSync(join(ROOT, folder))).flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    if (isDirectory) return listPages(path);
    return path.endsWith(".md") ? [path] : [];
  });
}

/** The fenced blocks of a page, in order; indented ones, as in lists, too. */
export function readBlocks(document: string): DocumentBlock[] {
  const page = Deno.readTextFileSync(join(ROOT, document));
  const fences = page.matchAll(/^( *)```(\w+)(?: ([^\n]+))?\n(.*?)^\1```$/gms);
  return Array.from(
    fences,
    ({ 1: indent = "", 2: language = "", 3: mark = "", 4: text = "", index }) => ({
      place: `${document}:${page.slice(0, index).split("\n").length}`,
      document,
      language,
      mark: mark.trim(),
      text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    }),
  );
}

/**
 * The blocks of a page by the name in their mark, each handed out once.
 * @throws {Error} when the page has no such block, so that a renamed one cannot go untested.
 */
export function readNamedBlocks(document: string): (name: string) => string {
  const blocks = new Map(
    readBlocks(document).flatMap(({ mark, text }) =>
      mark.startsWith("name=") ? [[mark.slice("name=".length), text] as const] : []
    ),
  );
  return (name) => {
    const text = blocks.get(name);
    if (text === undefined) throw new Error(`${document} has no block "${name}".`);
    blocks.delete(name);
    return text;
  };
}

/** True when the file that a `tested=FILE` mark names is there. */
export function isThere(path: string): boolean {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile() ?? false;
}
