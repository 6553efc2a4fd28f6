import {
  chmod,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { CONFIG, type FolderPlan } from "./folder_plan.ts";

/** Undoes one change. */
type Undo = () => Promise<unknown>;

/**
 * Does to a user's folder what the plan says, as a whole or not at all: when something fails, what
 * was done before it is undone. Runs in Node too. If the process is killed, every file is whole,
 * and the next run completes what is missing.
 * @param signal when it aborts, what was done is undone
 * @throws {Error} of the file system, or the reason of the signal
 */
export async function applyPlan(
  into: string,
  plan: FolderPlan,
  signal?: AbortSignal,
): Promise<void> {
  const undo: Undo[] = [];
  try {
    await removeLeftovers(join(into, "supabase/migrations"));
    for (const path of plan.removals) {
      const file = join(into, path);
      const before = await readFile(file);
      undo.push(() => writeFile(file, before));
      await rm(file);
    }
    // In the order of the migrations.
    for (const { path, text } of plan.writes) {
      signal?.throwIfAborted();
      await replaceFile(join(into, path), text, undo);
    }
    signal?.throwIfAborted();
    if (plan.addition !== "") {
      const file = join(into, CONFIG);
      const config = await readFile(file, "utf8");
      const addition = config.includes("\r\n")
        ? plan.addition.replaceAll("\n", "\r\n")
        : plan.addition;
      await replaceFile(file, config + addition, undo);
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

/** What a run that was killed has written beside a migration, whose version nobody takes again. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => /^\d{14}_nightshift(_\w+)?\.sql\.nightshift-new$/.test(name));
  for (const name of left) await rm(join(folder, name));
}

/**
 * Writes beside the file first, so that it is never there by half. A link stays a link, and a file
 * that was there keeps its permissions.
 */
async function replaceFile(path: string, text: string, undo: Undo[]): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true });
  if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
  const file = await realpath(path).catch(() => path);
  const before = await readFile(file).catch(() => undefined);
  const fresh = `${file}.nightshift-new`;
  undo.push(() => rm(fresh, { force: true }));
  await writeFile(fresh, text);
  if (before !== undefined) await chmod(fresh, (await stat(file)).mode);
  undo.push(() => before === undefined ? rm(file, { force: true }) : writeFile(file, before));
  await rename(fresh, file);
}
