import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CONFIG, type FolderPlan } from "./folder_plan.ts";

/** Undoes one change. */
type Undo = () => Promise<unknown>;

/**
 * Does to a user's folder what the plan says, as a whole or not at all: when something fails, what
 * was done before it is undone. Runs in Node too. If the process is killed, every file is whole,
 * and the next run completes what is missing.
 * @throws {Error} of the file system
 */
export async function applyPlan(into: string, plan: FolderPlan): Promise<void> {
  const undo: Undo[] = [];
  try {
    for (const path of plan.removals) {
      const file = join(into, path);
      const before = await readFile(file);
      undo.push(() => writeFile(file, before));
      await rm(file);
    }
    // In the order of the migrations.
    for (const { path, text } of plan.writes) await replaceFile(join(into, path), text, undo);
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

/** Writes beside the file first, so that it is never there by half. */
async function replaceFile(file: string, text: string, undo: Undo[]): Promise<void> {
  const made = await mkdir(dirname(file), { recursive: true });
  if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
  const before = await readFile(file).catch(() => undefined);
  const fresh = `${file}.nightshift-new`;
  undo.push(() => rm(fresh, { force: true }));
  await writeFile(fresh, text);
  undo.push(() => before === undefined ? rm(file, { force: true }) : writeFile(file, before));
  await rename(fresh, file);
}
