import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkspaceFacts } from "./ensure_workspace.ts";

/** What other commands need to reach the running local stack. */
export interface StackFacts {
  /** Project URL, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Base URL of the port that serves the seed's path; null when that port was taken. */
  readonly aliasUrl: string | null;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly cronSecret: string;
  /** For psql; null with the embedded database, which has no port. */
  readonly databaseUrl: string | null;
  readonly workspaces: readonly WorkspaceFacts[];
}

/** Where `deno task start` leaves the facts of the running stack. */
export const STACK_FILE = fileURLToPath(new URL("../../.nightshift/stack.json", import.meta.url));

/**
 * Writes the facts, readable by this user only.
 * @returns removes the file, unless a later stack has written its own there
 */
export async function writeStackFile(
  facts: StackFacts,
  file: string = STACK_FILE,
): Promise<() => void> {
  await Deno.mkdir(dirname(file), { recursive: true });
  const text = JSON.stringify(facts, null, 2) + "\n";
  const draft = `${file}.${Deno.pid}`;
  await Deno.writeTextFile(draft, text, { mode: 0o600 });
  await Deno.rename(draft, file);
  return () => {
    try {
      if (Deno.readTextFileSync(file) === text) Deno.removeSync(file);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  };
}
