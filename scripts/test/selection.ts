import { join, relative } from "node:path";
import { type Check, ROOT } from "../check/check.ts";

/** What one run does. */
export interface Selection {
  readonly checks: readonly Check[];
  /** Files for `deno test`, from the repository's root. */
  readonly denoFiles: readonly string[];
  /** Files for `pg_prove`, from the repository's root. */
  readonly pgtapFiles: readonly string[];
}

/**
 * Takes what matches any of the filters: the name of a part (`ok`, `deno`, `pgtap`) is all of it, the
 * name of a check is that check, anything else is a piece of a path. No filter takes everything.
 */
export function select(everything: Selection, filters: readonly string[]): Selection {
  const takes = (part: string, name: string) =>
    filters.length === 0 ||
    filters.some((filter) =>
      filter === part || (part === "ok" ? filter === name : name.includes(filter))
    );
  return {
    checks: everything.checks.filter(({ name }) => takes("ok", name)),
    denoFiles: everything.denoFiles.filter((file) => takes("deno", file)),
    pgtapFiles: everything.pgtapFiles.filter((file) => takes("pgtap", file)),
  };
}

/** Folders without tests of ours. */
const PASSED_OVER = [".git", ".nightshift", "node_modules"];

/** Finds every test file of the repository. */
export async function findTestFiles(): Promise<Pick<Selection, "denoFiles" | "pgtapFiles">> {
  const files = await listFiles(ROOT);
  return {
    denoFiles: files.filter((file) => file.endsWith("_test.ts")).sort(),
    pgtapFiles: files.filter((file) => /^supabase\/tests\/.+\.test\.sql$/.test(file)).sort(),
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile) files.push(relative(ROOT, path));
    else if (entry.isDirectory && !PASSED_OVER.includes(entry.name)) {
      files.push(...await listFiles(path));
    }
  }
  return files;
}
