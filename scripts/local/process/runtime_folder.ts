import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";

const PREFIX = "nightshift-";
const PID_FILE = "pid";

/** Makes a temporary folder that belongs to this process: its file `pid` says so. */
export function createRuntimeFolder(parent: string = tmpdir()): string {
  const folder = Deno.makeTempDirSync({ prefix: PREFIX, dir: parent });
  Deno.writeTextFileSync(join(folder, PID_FILE), `${Deno.pid}\n${readStartTime(Deno.pid) ?? ""}\n`);
  return folder;
}

/**
 * Removes the temporary folders of processes that have died without tidying up, and only those.
 * @returns the paths that were removed
 */
export function removeLeftoverFolders(parent: string = tmpdir()): string[] {
  const removed: string[] = [];
  for (const entry of Deno.readDirSync(parent)) {
    if (!entry.isDirectory || !entry.name.startsWith(PREFIX)) continue;
    const folder = join(parent, entry.name);
    try {
      if (!isAbandoned(folder)) continue;
      Deno.removeSync(folder, { recursive: true });
      removed.push(folder);
    } catch {
      // Another user's folder, or another start was faster.
    }
  }
  return removed;
}

/** A folder without a pid file may be a moment old; its owner writes the file at once. */
const GRACE_MS = 60_000;

function isAbandoned(folder: string): boolean {
  let text: string;
  try {
    text = Deno.readTextFileSync(join(folder, PID_FILE));
  } catch {
    const { mtime } = Deno.statSync(folder);
    return mtime !== null && Date.now() - mtime.getTime() > GRACE_MS;
  }
  const [pidText = "", startTime = ""] = text.split("\n");
  const pid = Number(pidText);
  if (!isAlive(pid)) return true;
  const startTimeNow = readStartTime(pid);
  return startTime !== "" && startTimeNow !== undefined && startTime !== startTimeNow;
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat tells a process from a later one with the same id. */
function readStartTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
