/** Builds the dashboard: a script for the frame and one for each page, a style sheet and a page. */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../lib/list_files.ts";
import { readDeno } from "../lib/run_program.ts";

const SOURCES = join(ROOT, "dashboard", "src");
const STYLES = join(SOURCES, "style");

/**
 * Writes the files of the dashboard into a folder. Scripts of an earlier build are removed.
 * @throws {Error} with what the bundler said
 */
export async function buildDashboard(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  await Promise.all(old.map((name) => rm(join(folder, name))));
  await readDeno([
    ...["bundle", "--platform=browser", "--minify", "--code-splitting", `--outdir=${folder}`],
    join(SOURCES, "main.tsx"),
  ]);
  await copyFile(join(SOURCES, "index.html"), join(folder, "index.html"));
  await writeFile(join(folder, "style.css"), await joinStyles());
}

/** `base.css` comes first, because it says the order of the layers. */
async function joinStyles(): Promise<string> {
  const names = (await readdir(STYLES)).filter((name) => name !== "base.css").toSorted();
  const sheets = await Promise.all(
    ["base.css", ...names].map((name) => readFile(join(STYLES, name), "utf8")),
  );
  return sheets.join("\n");
}
