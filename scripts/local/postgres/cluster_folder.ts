import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";

/** Names the folder for clusters where that is not the one for all temporary files. */
export const CLUSTERS_FOLDER_VARIABLE = "NIGHTSHIFT_CLUSTERS_FOLDER";

/** Where Linux keeps files in memory. */
const MEMORY_FOLDER = "/dev/shm";
/** Clusters of tests have some 100 MB each, and three run at once. */
const NEEDED_BYTES = 3 * 1024 ** 3;

/**
 * The folder in which clusters get folders of their own. The path of a Unix socket has about 100
 * characters at most, and some temporary folders are long.
 */
export function findClustersFolder(): string {
  const chosen = Deno.env.get(CLUSTERS_FOLDER_VARIABLE);
  if (chosen !== undefined && chosen !== "") return chosen;
  return tmpdir().length > 60 ? "/tmp" : tmpdir();
}

/**
 * A folder in memory with room for the clusters of a test run: a cluster has thousands of files,
 * and a disk takes ten times as long to make them. Undefined where it is missing, as in most
 * containers.
 */
export async function findMemoryFolder(): Promise<string | undefined> {
  const space = await statfs(MEMORY_FOLDER).catch(() => undefined);
  if (space === undefined || space.bavail * space.bsize < NEEDED_BYTES) return undefined;
  const { success } = await new Deno.Command("test", { args: ["-w", MEMORY_FOLDER] }).output();
  return success ? MEMORY_FOLDER : undefined;
}
