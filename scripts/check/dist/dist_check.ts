import { join } from "node:path";
import { readMigrations, readRollbacks } from "../../deploy/database/migrations.ts";
import { type Check, type Finding, ROOT } from "../check.ts";
import { buildDistFiles, DIST_FOLDER } from "./dist_files.ts";

/** The files to paste say what the migrations say. */
export const distCheck: Check = {
  name: "dist",
  promise: `${DIST_FOLDER}/*.sql are the migrations and their undo, each to be run as one query`,
  run: async () => {
    const wanted = await build();
    const found = await readDist();
    const names = [...new Set([...wanted.keys(), ...found.keys()])].sort();
    return names.filter((name) => wanted.get(name) !== found.get(name)).map((name): Finding => ({
      file: `${DIST_FOLDER}/${name}`,
      message: wanted.has(name)
        ? "out of date; run `deno task ok --write dist`"
        : "is not generated any more; run `deno task ok --write dist`",
    }));
  },
  write: async () => {
    const wanted = await build();
    for (const name of (await readDist()).keys()) {
      if (!wanted.has(name)) await Deno.remove(join(ROOT, DIST_FOLDER, name));
    }
    await Deno.mkdir(join(ROOT, DIST_FOLDER), { recursive: true });
    for (const [name, text] of wanted) {
      await Deno.writeTextFile(join(ROOT, DIST_FOLDER, name), text);
    }
  },
};

async function build(): Promise<Map<string, string>> {
  return buildDistFiles(await readMigrations(), await readRollbacks());
}

async function readDist(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  try {
    for await (const { name } of Deno.readDir(join(ROOT, DIST_FOLDER))) {
      files.set(name, await Deno.readTextFile(join(ROOT, DIST_FOLDER, name)));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}
