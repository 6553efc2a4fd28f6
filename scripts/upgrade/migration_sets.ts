import { join } from "node:path";
import { CommandError } from "../lib/command.ts";
import { ROOT } from "../lib/list_files.ts";
import { runProgram } from "../lib/run_program.ts";

/** One migration. */
export interface Migration {
  /** File name, which begins with its version. */
  readonly name: string;
  readonly sql: string;
}

const FOLDER = "supabase/migrations";

/** The migrations of a folder, in order. */
export async function readFolder(folder: string): Promise<Migration[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith(".sql")).sort();
  if (names.length === 0) throw new CommandError(`${folder} has no migrations.`, 2);
  return await Promise.all(
    names.map(async (name) => ({ name, sql: await Deno.readTextFile(join(folder, name)) })),
  );
}

/**
 * The migrations of a release, from git.
 * @throws {CommandError} when there is no such tag or commit
 */
export async function readRelease(tag: string): Promise<Migration[]> {
  const list = await runGit(["ls-tree", "--name-only", tag, `${FOLDER}/`]);
  const paths = list?.split("\n").filter((path) => path.endsWith(".sql")).sort() ?? [];
  if (paths.length === 0) {
    throw new CommandError(`git knows no release "${tag}" with migrations. Fetch its tag.`, 2);
  }
  return await Promise.all(paths.map(async (path) => ({
    name: path.slice(FOLDER.length + 1),
    sql: await runGit(["show", `${tag}:${path}`]) ?? "",
  })));
}

/** The latest tag `v…` before the present commit; undefined before the first release. */
export async function findLatestRelease(): Promise<string | undefined> {
  return (await runGit(["describe", "--tags", "--abbrev=0", "--match=v[0-9]*"]))?.trim();
}

/** Undefined when git fails. */
async function runGit(args: readonly string[]): Promise<string | undefined> {
  const { success, stdout } = await runProgram("git", args, { cwd: ROOT });
  return success ? stdout : undefined;
}
