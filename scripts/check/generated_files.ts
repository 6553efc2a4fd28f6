import { join } from "node:path";
import { type Finding, ROOT } from "./check.ts";

/** Generated texts by their path from the repository's root. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Where generated files are, and how they are made anew. */
export interface GeneratedPlace {
  /** A folder that holds nothing else, from the repository's root; files may lie elsewhere too. */
  readonly folder?: string;
  /** What rewrites them. */
  readonly command: string;
}

/** The files that say something else, or that nothing generates any more. */
export async function findOutdated(
  files: GeneratedFiles,
  { folder, command }: GeneratedPlace,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [file, wanted] of files) {
    const found = await Deno.readTextFile(join(ROOT, file)).catch(() => "");
    if (found === wanted) continue;
    const line = firstDifference(found, wanted);
    findings.push({ file, line, message: `out of date; run \`${command}\`` });
  }
  for (const file of await listStray(files, folder)) {
    findings.push({ file, message: `is not generated any more; run \`${command}\`` });
  }
  return findings;
}

/** Writes the files, and removes what nothing generates any more. */
export async function writeGenerated(files: GeneratedFiles, folder?: string): Promise<void> {
  if (folder !== undefined) await Deno.mkdir(join(ROOT, folder), { recursive: true });
  for (const [file, text] of files) await Deno.writeTextFile(join(ROOT, file), text);
  for (const file of await listStray(files, folder)) await Deno.remove(join(ROOT, file));
}

async function listStray(files: GeneratedFiles, folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return [];
  const stray: string[] = [];
  try {
    for await (const { name } of Deno.readDir(join(ROOT, folder))) {
      if (!files.has(`${folder}/${name}`)) stray.push(`${folder}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return stray.sort();
}

function firstDifference(found: string, wanted: string): number {
  const lines = wanted.split("\n");
  const index = found.split("\n").findIndex((text, at) => text !== lines[at]);
  return (index === -1 ? found.split("\n").length : index) + 1;
}
