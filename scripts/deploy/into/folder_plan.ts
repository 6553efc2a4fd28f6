import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isCopiedName, parseFileName } from "../database/migrations.ts";
import { DeployError } from "../deploy_error.ts";
import { planConfig } from "./config_entries.ts";
import {
  type CopyOptions,
  type CopyPlan,
  type CopySource,
  folderOf,
  planCopy,
} from "./plan_copy.ts";

/** Where the CLI's settings are, from the user's folder. */
export const CONFIG = "supabase/config.toml";

/** What is done to a user's folder. */
export interface FolderPlan extends Omit<CopyPlan, "conflicts"> {
  /** Text to append to `config.toml`. */
  readonly addition: string;
}

/**
 * Refuses a folder that is not of a Supabase project.
 * @throws {DeployError} `deploy_into_conflict`
 */
export async function requireProjectFolder(into: string): Promise<void> {
  const config = await stat(join(into, CONFIG)).catch(() => undefined);
  if (config?.isFile()) return;
  throw new DeployError(
    "deploy_into_conflict",
    `${into} has no ${CONFIG}. Give the folder that holds your supabase/ folder, or make one ` +
      "there with `npx -y supabase@3.1.0 init`. Nothing was changed.",
  );
}

/**
 * Compares a user's folder with what is brought there; changes nothing. Runs in Node too.
 * @param functions names of our functions
 * @throws {DeployError} `deploy_into_conflict` with every file that is in the way
 */
export async function planFolder(
  into: string,
  source: CopySource,
  functions: readonly string[],
  options: CopyOptions = {},
): Promise<FolderPlan> {
  const config = await readText(join(into, CONFIG));
  const root = join(into, "supabase/functions");
  const folders = new Set([...source.functions.keys()].map(folderOf));
  const { conflicts, ...plan } = planCopy(
    source,
    {
      migrations: await readMigrations(into),
      functions: await readFiles(root, [...folders]),
    },
    new Date(),
    options,
  );
  const entries = planEntries(config, functions, into);
  const all = [...conflicts, ...entries.conflicts];
  if (all.length === 0) return { ...plan, addition: entries.addition };
  throw new DeployError(
    "deploy_into_conflict",
    `In ${into} these are yours, or were edited: ${all.join(", ")}. Nothing was changed. Rename ` +
      "or remove each of them, or undo your edits, then run this again.",
  );
}

/** What would be done to the folder; undefined where nothing. */
export function describeCopy({ writes, removals, addition }: FolderPlan): string | undefined {
  const parts = [
    ...(writes.length > 0 ? [`${writes.length} files to write`] : []),
    ...(removals.length > 0 ? [`${removals.length} of an earlier release to remove`] : []),
    ...(addition === "" ? [] : [`${CONFIG} to extend`]),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** The migrations in a user's folder by file name, with the text of each that could be ours. */
export async function readMigrations(into: string): Promise<Map<string, string>> {
  const folder = join(into, "supabase/migrations");
  const migrations = new Map<string, string>();
  for (const name of await listFolder(folder)) {
    const couldBeOurs = isCopiedName(parseFileName(name)?.name ?? "");
    migrations.set(name, couldBeOurs ? await readText(join(folder, name)) : "");
  }
  return migrations;
}

/** Text by path from `root`, of every file in these folders; a file of such a name is one too. */
export async function readFiles(
  root: string,
  folders: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = folders.map((name) => join(root, name));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entry = await stat(path).catch(() => undefined);
    if (entry?.isDirectory()) {
      for (const name of await listFolder(path)) waiting.push(join(path, name));
    } else if (entry?.isFile()) {
      found.set(relative(root, path).split(sep).join("/"), await readText(path));
    }
  }
  return found;
}

function planEntries(config: string, functions: readonly string[], into: string) {
  try {
    return planConfig(config, functions);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new DeployError(
      "deploy_into_conflict",
      `${join(into, CONFIG)} cannot be extended: ${reason}. Correct it. Nothing was changed.`,
      { cause },
    );
  }
}

/** Git on Windows may have written other line ends; they are no change of somebody's. */
async function readText(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
}

/** The names in a folder; none where it is not there. */
async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
