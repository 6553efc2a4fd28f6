import { join } from "node:path";
import { z } from "zod";
import { CommandError } from "../lib/command.ts";
import { createKeys, type StackKeys } from "./keys.ts";
import type { Lifecycle } from "./process/lifecycle.ts";
import { identifyProcess, isRunning } from "./process/process_identity.ts";

/** What a stack finds again at its next start. */
export interface Kept {
  readonly databaseFolder: string;
  readonly keys: StackKeys;
}

const keysSchema = z.object({
  publishableKey: z.string(),
  secretKey: z.string(),
  jwtSecret: z.string(),
  cronSecret: z.string(),
});
const ownerSchema = z.object({ pid: z.int().positive(), startTime: z.string().nullable() });

/**
 * Opens the folder that keeps the data and the keys of an embedded stack; makes it at the first
 * start. Its keys are readable by this user only.
 * @throws {CommandError} while another stack uses the folder: two would destroy the data
 */
export async function openKept(lifecycle: Lifecycle, folder: string): Promise<Kept> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const ownerFile = join(folder, "owner.json");
  const owner = await readJson(ownerFile, ownerSchema);
  if (owner !== undefined && isRunning(owner)) {
    throw new CommandError(
      `The stack of process ${owner.pid} uses the kept data in ${folder}. ` +
        "Stop it first, or start without --keep.",
    );
  }
  if (owner !== undefined) await Deno.remove(ownerFile);
  await Deno.writeTextFile(ownerFile, JSON.stringify(identifyProcess()), { createNew: true });
  lifecycle.onStop(() => Deno.remove(ownerFile));
  const keysFile = join(folder, "keys.json");
  const known = await readJson(keysFile, keysSchema);
  const keys = known ?? createKeys();
  if (known === undefined) {
    await Deno.writeTextFile(keysFile, JSON.stringify(keys, null, 2), { mode: 0o600 });
  }
  return { databaseFolder: join(folder, "database"), keys };
}

/** Undefined where the file is missing or was not written to its end. */
async function readJson<Output>(
  path: string,
  schema: z.ZodType<Output>,
): Promise<Output | undefined> {
  try {
    return schema.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (error) {
    if (error instanceof Deno.errors.PermissionDenied) throw error;
    return undefined;
  }
}
