/** Builds the dashboard: one script, one style sheet, one page. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../lib/list_files.ts";

const SOURCES = join(ROOT, "dashboard", "src");
const COPIED = ["index.html", "style.css"] as const;

/**
 * Writes the files of the dashboard into a folder.
 * @throws {Error} with what the bundler said
 */
export async function buildDashboard(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--platform=browser",
      "--minify",
      `--output=${join(folder, "main.js")}`,
      join(SOURCES, "main.tsx"),
    ],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) {
    throw new Error(`The dashboard was not built: ${new TextDecoder().decode(stderr).trim()}`);
  }
  await Promise.all(COPIED.map((name) => copyFile(join(SOURCES, name), join(folder, name))));
}
