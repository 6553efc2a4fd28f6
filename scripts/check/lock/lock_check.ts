import { join } from "node:path";
import { type Check, ROOT } from "../check.ts";
import { pruneLock } from "./prune_lock.ts";

const LOCK = join(ROOT, "deno.lock");

/** Nobody downloads a package that nothing imports. */
export const lockCheck: Check = {
  name: "lock",
  promise: "deno.lock holds no package that no module of ours can reach",
  run: async () => {
    const text = await Deno.readTextFile(LOCK);
    return text === pruneLock(text)
      ? []
      : [{ file: "deno.lock", message: "holds unused packages; run `deno task ok --write`" }];
  },
  write: async () => await Deno.writeTextFile(LOCK, pruneLock(await Deno.readTextFile(LOCK))),
};
