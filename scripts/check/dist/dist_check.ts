import { readMigrations, readRollbacks } from "../../deploy/database/migrations.ts";
import type { Check } from "../check.ts";
import { findOutdated, type GeneratedFiles, writeGenerated } from "../generated_files.ts";
import { buildDistFiles, DIST_FOLDER } from "./dist_files.ts";

/** The files to paste say what the migrations say. */
export const distCheck: Check = {
  name: "dist",
  promise: `${DIST_FOLDER}/*.sql are the migrations and their undo, each to be run as one query`,
  run: async () =>
    await findOutdated(await build(), {
      folder: DIST_FOLDER,
      command: "deno task ok --write dist",
    }),
  write: async () => await writeGenerated(await build(), DIST_FOLDER),
};

async function build(): Promise<GeneratedFiles> {
  const files = buildDistFiles(await readMigrations(), await readRollbacks());
  return new Map([...files].map(([name, text]) => [`${DIST_FOLDER}/${name}`, text]));
}
