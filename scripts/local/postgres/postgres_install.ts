import { delimiter, join } from "node:path";
import { explainNoInstall } from "../debian_packages.ts";
import { installOnDebian } from "./postgres_debian.ts";

/** PostgreSQL major versions the migrations are written for, oldest first. */
export const SUPPORTED_MAJORS: readonly number[] = [15, 16, 17, 18];

/** The extensions a test cluster needs, by the name of their control file. */
export const NEEDED_EXTENSIONS: readonly string[] = ["pg_cron", "pgtap", "plpgsql_check"];

/** A PostgreSQL that has everything the tests need. */
export interface PostgresInstallation {
  /** Major version, 15–18. */
  readonly major: number;
  /** Folder of `postgres`, `initdb`, `psql` and `pg_dump`. */
  readonly binFolder: string;
}

/** Either an installation or one sentence that says what is missing and how to get it. */
export type PostgresSearch =
  | { readonly found: true; readonly installation: PostgresInstallation }
  | { readonly found: false; readonly problem: string };

/** Where to look for programs. */
export interface PostgresPlaces {
  /** Folders of programs, in order. */
  readonly path: readonly string[];
  /** Folders in which packages put one folder per version, with `bin` inside. */
  readonly packageRoots: readonly string[];
}

/** PATH, and the roots of Debian, Homebrew on ARM and Homebrew on Intel. */
function findUsualPlaces(): PostgresPlaces {
  return {
    path: (Deno.env.get("PATH") ?? "").split(delimiter).filter((folder) => folder !== ""),
    packageRoots: ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"],
  };
}

/** Looks for PostgreSQL with all needed extensions, newest first; changes nothing. */
export async function findPostgres(places = findUsualPlaces()): Promise<PostgresSearch> {
  const missing = new Set<string>();
  let seen = "There is no PostgreSQL 15–18";
  for (const binFolder of await listBinFolders(places)) {
    const major = await readMajor(binFolder);
    if (major === undefined || !SUPPORTED_MAJORS.includes(major)) continue;
    const gaps = await listMissingExtensions(binFolder);
    if (gaps.length === 0) return { found: true, installation: { major, binFolder } };
    seen = `PostgreSQL ${major} is in ${binFolder}`;
    for (const gap of gaps) missing.add(gap);
  }
  const lacks = missing.size === 0 ? "" : ` without ${[...missing].join(", ")}`;
  return { found: false, problem: `${seen}${lacks}; ${await adviseInstall()}.` };
}

/**
 * Finds PostgreSQL and, on Debian and Ubuntu as root, installs what is missing. A failed
 * installation throws nothing: the sentence tells it.
 * @param print gets one line for each thing done
 */
export async function ensurePostgres(print: (line: string) => void): Promise<PostgresSearch> {
  const first = await findPostgres();
  if (first.found || (await explainNoInstall()) !== undefined) return first;
  const failure = await installOnDebian(print);
  if (failure !== undefined) return { found: false, problem: failure };
  return await findPostgres();
}

async function adviseInstall(): Promise<string> {
  const obstacle = await explainNoInstall();
  if (obstacle === undefined) return "`npx -y deno@2.9.6 task test` installs what is missing";
  return `${obstacle}, so install PostgreSQL 15 or newer with pg_cron, pgTAP and plpgsql_check ` +
    "yourself (Debian: postgresql-15 postgresql-15-cron postgresql-15-pgtap " +
    "postgresql-15-plpgsql-check)";
}

async function listBinFolders({ path, packageRoots }: PostgresPlaces): Promise<string[]> {
  const folders: string[] = [];
  for (const root of packageRoots) {
    const names = (await listFolder(root)).sort().reverse();
    folders.push(...names.map((name) => join(root, name, "bin")));
  }
  folders.push(...path);
  const usable: string[] = [];
  for (const folder of new Set(folders)) {
    const isServer = await isFile(join(folder, "postgres")) && await isFile(join(folder, "initdb"));
    if (isServer) usable.push(folder);
  }
  return usable;
}

async function readMajor(binFolder: string): Promise<number | undefined> {
  const text = await readOutput(join(binFolder, "postgres"), ["--version"]);
  const digits = /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function listMissingExtensions(binFolder: string): Promise<string[]> {
  const share = (await readOutput(join(binFolder, "pg_config"), ["--sharedir"])).trim();
  const missing: string[] = [];
  for (const name of NEEDED_EXTENSIONS) {
    if (!await isFile(join(share, "extension", `${name}.control`))) missing.push(name);
  }
  return missing;
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder), (entry) => entry.name);
  } catch {
    return [];
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

async function readOutput(program: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await new Deno.Command(program, { args, stderr: "null" }).output();
    return new TextDecoder().decode(stdout);
  } catch {
    return "";
  }
}
