import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseFileName } from "../../../scripts/deploy/database/migrations.ts";
import { readFiles } from "../../../scripts/deploy/into/folder_plan.ts";
import { type CopySource, folderOf } from "../../../scripts/deploy/into/plan_copy.ts";

/** What the package brings. */
export interface Content extends CopySource {
  /** Names of the functions. */
  readonly names: readonly string[];
  readonly version: string;
}

/**
 * Reads what `deno task installer` put into the package.
 * @param folder the package's own
 * @throws {Error} when it has no migrations, because it was not built
 */
export async function readContent(folder: string): Promise<Content> {
  const built = join(folder, "built");
  const files = await readFiles(join(built, "migrations"), ["."]);
  const migrations = [...files].flatMap(([file, sql]) => {
    const parsed = parseFileName(file);
    return parsed === undefined ? [] : [{ ...parsed, sql }];
  }).sort((one, other) => one.version < other.version ? -1 : 1);
  if (migrations.length === 0) throw new Error(`${built} has no migrations: it was not built.`);
  const functions = await readFiles(join(built, "functions"), ["."]);
  const folders = new Set([...functions.keys()].map(folderOf));
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return {
    migrations,
    functions: new Map([...functions].sort(([one], [other]) => one < other ? -1 : 1)),
    names: [...folders].filter((name) => !name.startsWith("_")).sort(),
    version: String(version),
  };
}
