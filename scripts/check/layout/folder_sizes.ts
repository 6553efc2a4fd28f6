import { dirname } from "node:path";
import { listFiles } from "../../lib/list_files.ts";
import type { Check, Finding } from "../check.ts";
import { isProduct } from "./product_files.ts";

const MOST_FILES = 15;

/** A folder that answers one question needs no more files than one screen lists. */
export const foldersCheck: Check = {
  name: "folders",
  promise: `no folder holds more than ${MOST_FILES} product files`,
  run: async () => findLargeFolders(await listFiles()),
};

/** One finding for each folder with too many product files. */
export function findLargeFolders(files: readonly string[]): Finding[] {
  return [...Map.groupBy(files.filter(isProduct), dirname)]
    .filter(([, { length }]) => length > MOST_FILES)
    .map(([file, { length }]) => ({
      file,
      message: `has ${length} product files, more than ${MOST_FILES}; divide it by question`,
    }));
}
