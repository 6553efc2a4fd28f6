import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { kill } from "node:process";

const PREFIX = "nightshift-";
const MARKER_FILE = "nightshift-runtime.json";
const PURPOSE = "Temporary folder of a Nightshift process. It is removed when that process has ended.";

/** What the marker file of a temporary folder says. */
interface Marker {
  readonly purpose: typeof PURPOSE;
  /** The folder's own name, so that a copy of it is nobody's. */
  readonly folder: string;
  readonly pid: number;
  /** Tells a process from a later one with the same id; null where the system does not say. */
  readonly startTime: string | null;
}

/** Makes a temporary folder that belongs to this process: the marker file in it says so. */
export function createRuntimeFolder(parent: string = tmpdir()): string {
  const folder = Deno.makeTempDirSync({ prefix: PREFIX, dir: parent });
  const marker: Marker = {
    purpose: PURPOSE,
    folder: basename(folder),
    pid: Deno.pid,
    startTime: readStartTime(Deno.pid),
  };
  Deno.writeTextFileSync(join(folder, MARKER_FILE), `${JSON.stringify(marker)}\n`);
  return folder;
}

/**
 * Removes the temporary folders of processes that have died without tidying up. A folder without our
 * marker is never touched, whatever its name and however old it is.
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

function isAbandoned(folder: string): boolean {
  const marker = readMarker(folder);
  if (marker === undefined) return false;
  if (!isAlive(marker.pid)) return true;
  const startTimeNow = readStartTime(marker.pid);
  return marker.startTime !== null && startTimeNow !== null && marker.startTime !== startTimeNow;
}

/** Undefined where the marker is missing, is not ours, is a link, or names another folder. */
function readMarker(folder: string): Marker | undefined {
  const path = join(folder, MARKER_FILE);
  try {
    if (!Deno.lstatSync(path).isFile) return undefined;
    const marker: Partial<Marker> | null = JSON.parse(Deno.readTextFileSync(path));
    const { purpose, folder: name, pid, startTime } = marker ?? {};
    if (purpose !== PURPOSE || name !== basename(folder)) return undefined;
    if (!Number.isSafeInteger(pid) || pid === undefined || pid < 1) return undefined;
    return { purpose, folder: name, pid, startTime: startTime ?? null };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat tells a process from a later one with the same id. */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
