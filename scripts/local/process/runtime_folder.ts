import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import { identifyProcess, isRunning } from "./process_identity.ts";

const PREFIX = "nightshift-";
const MARKER_FILE = "nightshift-runtime.json";
const PURPOSE =
  "Temporary folder of a Nightshift process. It is removed when that process has ended.";

/** What the marker file of a temporary folder says. */
const markerSchema = z.object({
  purpose: z.literal(PURPOSE),
  /** The folder's own name, so that a copy of it is nobody's. */
  folder: z.string(),
  pid: z.int().positive(),
  startTime: z.string().nullable(),
});

/** Makes a temporary folder that belongs to this process: the marker file in it says so. */
export function createRuntimeFolder(parent: string = tmpdir()): string {
  const folder = Deno.makeTempDirSync({ prefix: PREFIX, dir: parent });
  const marker: z.output<typeof markerSchema> = {
    purpose: PURPOSE,
    folder: basename(folder),
    ...identifyProcess(),
  };
  Deno.writeTextFileSync(join(folder, MARKER_FILE), `${JSON.stringify(marker)}\n`);
  return folder;
}

/**
 * Removes the temporary folders of processes that have died without tidying up. A folder without
 * our marker is never touched, whatever its name and however old it is.
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
      // Without a marker of ours, or another user's, or another start was faster.
    }
  }
  return removed;
}

/** False where the marker is missing, is not ours, is a link, or names another folder. */
function isAbandoned(folder: string): boolean {
  const path = join(folder, MARKER_FILE);
  if (!Deno.lstatSync(path).isFile) return false;
  const marker = markerSchema.parse(JSON.parse(Deno.readTextFileSync(path)));
  return marker.folder === basename(folder) && !isRunning(marker);
}
