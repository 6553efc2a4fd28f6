import { join, resolve } from "node:path";
import { listFunctions } from "../local/functions/function_host.ts";
import { type FunctionBundle, readBundle } from "./bundle.ts";
import { type Chapter, COPIED_PREFIX, parseFileName, readChapters } from "./chapters.ts";
import { type Cli, createCli } from "./cli.ts";
import { Facts } from "./facts.ts";
import type { Flags } from "./flags.ts";

/** The repository. */
export const REPOSITORY = resolve(import.meta.dirname ?? ".", "../..");

/** Where the functions of a folder take their packages from, from that folder. */
export const IMPORT_MAP = "deno.json";
export const COPIED_SHARED = "_nightshift";
export const COPIED_IMPORT_MAP = `supabase/functions/${COPIED_SHARED}/deno.json`;

/** A project and the folder that is deployed to it. */
export interface Project {
  readonly ref: string;
  /** Where its functions are reached, without a slash at the end. */
  readonly url: string;
  readonly cli: Cli;
  readonly facts: Facts;
  /** The folder that holds `supabase/`. */
  readonly folder: string;
  /** The user's own folder; undefined when it is ours. */
  readonly into: string | undefined;
  /** Names of our functions. */
  readonly functions: readonly string[];
  readonly chapters: readonly Chapter[];
}

/** Puts a project together; asks nobody. */
export async function openProject(ref: string, flags: Flags): Promise<Project> {
  const into = flags.into === undefined ? undefined : resolve(flags.into);
  const folder = into ?? REPOSITORY;
  const { databaseUrl } = flags;
  const cli = createCli({ ref, folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  return {
    ref,
    url: flags.projectUrl ?? `https://${ref}.supabase.co`,
    cli,
    facts: new Facts(cli),
    folder,
    into,
    functions: await listFunctions(join(REPOSITORY, "supabase/functions")),
    chapters: await readChapters(),
  };
}

/** What is deployed: our functions as they stand in the project's folder. */
export async function readBundles(project: Project): Promise<FunctionBundle[]> {
  const { folder, into, functions } = project;
  const importMap = await Deno.readTextFile(
    join(folder, into === undefined ? IMPORT_MAP : COPIED_IMPORT_MAP),
  );
  const functionsFolder = join(folder, "supabase/functions");
  return await Promise.all(functions.map((name) => readBundle(functionsFolder, name, importMap)));
}

/** Versions of our chapters as the project's folder has them. */
export async function listOurVersions(project: Project): Promise<Set<string>> {
  const { folder, into, chapters } = project;
  if (into === undefined) return new Set(chapters.map(({ version }) => version));
  const names = new Set(chapters.map(({ name }) => COPIED_PREFIX + name));
  const versions = new Set<string>();
  for await (const { name: file } of readFolder(join(folder, "supabase/migrations"))) {
    const parsed = parseFileName(file);
    if (parsed && names.has(parsed.name)) versions.add(parsed.version);
  }
  return versions;
}

/** The entries of a folder; none where it is not there. */
export async function* readFolder(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
