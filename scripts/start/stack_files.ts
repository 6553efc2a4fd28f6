import { join } from "node:path";
import { z } from "zod";
import { CommandError } from "../lib/command.ts";
import { ROOT } from "../lib/list_files.ts";
import { identifyProcess, isRunning } from "../local/process/process_identity.ts";

/** What other commands need to reach a running local stack. */
const factsSchema = z.object({
  /** Project URL, `http://127.0.0.1:PORT`. */
  url: z.string(),
  /** Base URL of the port that serves the path of the contract; null when that port was taken. */
  aliasUrl: z.string().nullable(),
  publishableKey: z.string(),
  secretKey: z.string(),
  cronSecret: z.string(),
  /** For psql; null with the embedded database, which has no port. */
  databaseUrl: z.string().nullable(),
  workspaces: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Signs in to the dashboard. */
  account: z.object({ email: z.string(), password: z.string() }),
  /** Base URLs of the providers of models that the functions know; null without. */
  providers: z.object({
    anthropic: z.string().nullable(),
    openaiCompatible: z.string().nullable(),
  }),
  /** The Gmail stand-in; missing where the functions know Google itself. */
  mailbox: z.object({ url: z.string(), address: z.string() }).optional(),
});

export type StackFacts = z.output<typeof factsSchema>;

const fileSchema = z.object({
  process: z.object({ pid: z.int().positive(), startTime: z.string().nullable() }),
  startedAt: z.string(),
  facts: factsSchema,
});

/** Where each `deno task start` leaves the facts of its stack, in a file of its own. */
export const STACKS_FOLDER = join(ROOT, ".nightshift", "stacks");

/** Makes the folder and tries to write there. @throws {CommandError} where that is impossible */
export async function prepareStacksFolder(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    await Deno.remove(await Deno.makeTempFile({ dir: folder, suffix: ".draft" }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The stack keeps its keys in ${folder}, which cannot be written: ${reason}. ` +
        "Run the command in a copy of the repository that you may write to.",
    );
  }
}

/**
 * Writes the facts of this process' stack, readable by this user only.
 * @returns removes the file
 */
export async function writeStackFile(facts: StackFacts, folder: string): Promise<() => void> {
  const file = join(folder, `${Deno.pid}.json`);
  const content: z.output<typeof fileSchema> = {
    process: identifyProcess(),
    startedAt: new Date().toISOString(),
    facts,
  };
  const draft = `${file}.draft`;
  await Deno.writeTextFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await Deno.rename(draft, file);
  return () => Deno.removeSync(file);
}

/**
 * The stacks that run now, the latest first; files of stacks that were killed do not count.
 * @throws {CommandError} names a file that is damaged
 */
export async function readRunningStacks(folder: string): Promise<StackFacts[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name).catch(() => []);
  const files = await Promise.all(
    names.filter((name) => name.endsWith(".json")).map((name) => readFile(join(folder, name))),
  );
  return files.flatMap((file) => file !== null && isRunning(file.process) ? [file] : [])
    .sort((a, b) => a.startedAt < b.startedAt ? 1 : -1)
    .map(({ facts }) => facts);
}

/** Null where the stack has ended meanwhile. */
async function readFile(path: string): Promise<z.output<typeof fileSchema> | null> {
  try {
    return fileSchema.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new CommandError(
      `${path} is damaged. Remove it, and start the local stack again: ` +
        "npx -y deno@2.9.6 task start.",
      2,
    );
  }
}
