import { LOADED_TABLES, writeLoadedTables } from "../train/modules/write_loaded_tables.ts";
import type { Check } from "./check.ts";
import { findOutdated, type GeneratedFiles, writeGenerated } from "./generated_files.ts";

/** The word tables of the email reader, without their examples and with an index. */
export const wordsCheck: Check = {
  name: "words",
  promise: `${LOADED_TABLES} has the phrases of the word tables`,
  run: async () => await findOutdated(generate(), { command: "deno task ok --write" }),
  write: async () => await writeGenerated(generate()),
};

function generate(): GeneratedFiles {
  return new Map([[LOADED_TABLES, writeLoadedTables()]]);
}
