import { join, resolve } from "node:path";
import { listFunctions } from "../local/functions/function_host.ts";
import type { FunctionBundle } from "./functions/bundle.ts";
import { bundleFunctions } from "./functions/prepared_bundles.ts";
import {
  listCopiedNames,
  type Migration,
  parseFileName,
  readMigrations,
} from "./database/migrations.ts";
import { type Cli, createCli } from "./cli.ts";
import { Facts } from "./facts.ts";
import type { Flags } from "./flags.ts";

/** The repository. */
export const REPOSITORY = resolve(import.meta.dirname ?? ".", "../..");

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
  readonly migrations: readonly Migration[];
  /** The functions as they are deployed; made once. */
  bundles(): Promise<readonly FunctionBundle[]>;
}

/** Puts a project together; asks nobody. */
export async function openProject(ref: string, flags: Flags): Promise<Project> {
  const into = flags.into === undefined ? undefined : resolve(flags.into);
  const folder = into ?? REPOSITORY;
  const { databaseUrl } = flags;
  const cli = createCli({ ref, folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const functions = await listFunctions(join(REPOSITORY, "supabase/functions"));
  let bundles: Promise<readonly FunctionBundle[]> | undefined;
  return {
    ref,
    url: flags.projectUrl ?? `https://${ref}.supabase.co`,
    cli,
    facts: new Facts(cli),
    folder,
    into,
    functions,
    migrations: await readMigrations(),
    bundles: () => bundles ??= bundleFunctions(REPOSITORY, functions),
  };
}

/** Versions of our migrations as the project's folder has them. */
export async function listOurVersions(project: Project): Promise<Set<string>> {
  const { into, migrations } = project;
  if (into === undefined) return new Set(migrations.map(({ version }) => version));
  const names = new Set(listCopiedNames(migrations));
  const local = [...await readLocalNames(project)];
  return new Set(local.filter(([, name]) => names.has(name)).map(([version]) => version));
}

/** Names of all migrations in the project's folder, by version. */
export async function readLocalNames({ folder }: Project): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { name: file } of readFolder(join(folder, "supabase/migrations"))) {
    const parsed = parseFileName(file);
    if (parsed) names.set(parsed.version, parsed.name);
  }
  return names;
}

/** The entries of a folder; none where it is not there. */
async function* readFolder(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
