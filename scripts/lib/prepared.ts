import { createHash } from "node:crypto";
import { basename, join, relative, sep } from "node:path";

/** Names the folder in which one test run keeps what many of its processes need. */
export const PREPARED_FOLDER_VARIABLE = "NIGHTSHIFT_PREPARED_FOLDER";

/** Whether this process belongs to a test run. */
export function isTestRun(): boolean {
  return (Deno.env.get(PREPARED_FOLDER_VARIABLE) ?? "") !== "";
}

/** What something is made from. */
export interface Ingredients {
  /** Files, and folders with all that is in them. */
  readonly paths: readonly string[];
  /** Leaves files out by their path; takes all by default. */
  readonly isTaken?: (path: string) => boolean;
}

/**
 * Makes a file or a folder once for all processes of a test run, and returns its path. Others wait
 * while one of them makes it. Whoever takes it copies it and changes nothing there.
 * @param name what it is; one is made for each state of the ingredients
 * @param make writes to the path that it is given; what it leaves when it fails is removed
 * @param folder the run's, which its variable names; empty outside a test run
 * @returns undefined outside a test run: nothing is kept for users
 * @throws {Error} what `make` throws
 * @example await takePrepared("database.tar", { paths: [folder] }, (path) => write(path))
 */
export async function takePrepared(
  name: string,
  ingredients: Ingredients,
  make: (path: string) => Promise<void>,
  folder = Deno.env.get(PREPARED_FOLDER_VARIABLE) ?? "",
): Promise<string | undefined> {
  if (folder === "") return undefined;
  return await makeOnce(join(folder, `${await hashFiles(ingredients)}-${name}`), make);
}

/**
 * Asks for a text once for all processes of a test run; outside one, every time.
 * @param name what it is; one is asked for for each state of the ingredients
 * @throws {Error} what `ask` throws
 * @example await takePreparedText("deno-path", { paths: [file] }, () => askNpm())
 */
export async function takePreparedText(
  name: string,
  ingredients: Ingredients,
  ask: () => Promise<string>,
  folder?: string,
): Promise<string> {
  const path = await takePrepared(
    name,
    ingredients,
    async (path) => await Deno.writeTextFile(path, await ask()),
    folder,
  );
  return path === undefined ? await ask() : await Deno.readTextFile(path);
}

/**
 * Makes a file or a folder where it is missing, once for all processes of this machine: others wait
 * while one of them makes it.
 * @param make writes to the path that it is given; what it leaves when it fails is removed
 * @returns the path
 * @throws {Error} what `make` throws
 * @example await makeOnce("/var/cache/nightshift/postgres-18", (path) => unpack(path))
 */
export async function makeOnce(
  path: string,
  make: (path: string) => Promise<void>,
): Promise<string> {
  if (await exists(path)) return path;
  using lockFile = await Deno.open(`${path}.lock`, { create: true, write: true });
  // The lock ends with the process, so a process that was killed holds nobody up.
  await lockFile.lock(true);
  if (await exists(path)) return path;
  const unfinished = `${path}.unfinished`;
  await removeIfThere(unfinished);
  try {
    await make(unfinished);
  } catch (error) {
    await removeIfThere(unfinished);
    throw error;
  }
  await Deno.rename(unfinished, path);
  return path;
}

/** SHA-256 over names and content, hex; the same wherever the folders are. */
export async function hashFiles({ paths, isTaken = () => true }: Ingredients): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await listFiles(path)) {
      if (!isTaken(file)) continue;
      const content = await Deno.readFile(file);
      const name = relative(path, file) || basename(file);
      hash.update(`${name.split(sep).join("/")}\0${content.length}\0`);
      hash.update(content);
    }
  }
  return hash.digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  if ((await Deno.stat(path)).isFile) return [path];
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    const child = join(path, name);
    if (isDirectory) files.push(...await listFiles(child));
    else files.push(child);
  }
  return files.sort();
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
