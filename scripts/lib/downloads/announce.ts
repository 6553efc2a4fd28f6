// deno-lint-ignore-file no-console -- a command prints
import { showProgress } from "../progress.ts";
import { describeMissing, listMissing } from "./downloads.ts";
import { findCaches } from "./find_caches.ts";

/**
 * Loads the module that is a command, and says first what has to be downloaded for it. This file
 * and what it imports need no package themselves, so that the sentence comes before the downloads.
 * @param module URL of the module; not a literal in the code, because Deno would load that at once
 */
export async function runAnnounced(module: string): Promise<void> {
  const sentence = describeMissing(listMissing(await findCaches()));
  if (sentence !== undefined) console.error(sentence);
  await showProgress(import(module), "still working", console.error);
}
