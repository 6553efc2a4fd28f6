import { createHash } from "node:crypto";
import { join } from "node:path";
import { listFiles, ROOT } from "../lib/list_files.ts";
import { buildDashboard } from "./build.ts";

/** Beside the built files; a page handler serves no such name. */
const STAMP = ".sources";

/**
 * Builds the dashboard unless the folder has a build of the same sources.
 * @returns whether it did
 */
export async function buildIfChanged(folder: string): Promise<boolean> {
  const sources = await hashSources();
  const stamp = join(folder, STAMP);
  if (await Deno.readTextFile(stamp).catch(() => "") === sources) return false;
  await Deno.remove(stamp).catch(() => {});
  await buildDashboard(folder);
  await Deno.writeTextFile(stamp, sources);
  return true;
}

/** Of everything that a build depends on: sources, versions, and how it is built. */
async function hashSources(): Promise<string> {
  const files = (await listFiles()).filter((file) =>
    file === "deno.lock" || file === "scripts/dashboard/build.ts" ||
    file === "dashboard/deno.json" ||
    file.startsWith("dashboard/src/") && !file.endsWith("_test.ts")
  );
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    hash.update(file).update("\0").update(await Deno.readFile(join(ROOT, file))).update("\0");
  }
  return hash.digest("hex");
}
