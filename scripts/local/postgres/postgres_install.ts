import { delimiter, join } from "node:path";
import { runProgram } from "../../lib/run_program.ts";
import { CommandError } from "../../lib/command.ts";
import { explainNoInstall } from "../debian_packages.ts";
import { installOnDebian } from "./postgres_debian.ts";
import { describeNpmServer, installFromNpm, type NpmServer } from "./postgres_npm.ts";

/** PostgreSQL major versions the migrations are written for, oldest first. */
export const SUPPORTED_MAJORS: readonly number[] = [15, 16, 17, 18];

/** The extensions a test cluster needs, by the name of their control file. */
const NEEDED_EXTENSIONS: readonly string[] = ["pg_cron", "pgtap", "plpgsql_check"];

/** What a server from npm may lack; one of the distribution that is taken has all of it. */
export type PostgresPart = "psql" | "pg_dump" | "pg_cron" | "pgtap" | "plpgsql_check";

/** A PostgreSQL that clusters can be made with. */
export interface PostgresInstallation {
  /** Major version, 15–18. */
  readonly major: number;
  /** Folder of `postgres` and `initdb`, and of `psql` and `pg_dump` where they are not lacking. */
  readonly binFolder: string;
  /** Empty unless the server is one from npm. */
  readonly lacks: readonly PostgresPart[];
}

/** Names the major version that a whole test run is for; set by `deno task test --postgres=N`. */
export const MAJOR_VARIABLE = "NIGHTSHIFT_POSTGRES";

/**
 * Reads the value of `--postgres`.
 * @throws {CommandError} when it is no version that we support
 */
export function readMajor(text: string): number {
  const major = SUPPORTED_MAJORS.find((number) => String(number) === text);
  if (major !== undefined) return major;
  throw new CommandError(`--postgres must be ${SUPPORTED_MAJORS.join(", ")}, not "${text}".`, 2);
}

function readChosenMajor(): number | undefined {
  const text = Deno.env.get(MAJOR_VARIABLE) ?? "";
  return text === "" ? undefined : readMajor(text);
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

/**
 * Looks for PostgreSQL with all needed extensions, newest first; changes nothing.
 * @param places where to look; the usual places by default
 * @param major the only version that will do. Where the distribution does not have it complete, the
 * server from npm is taken if it was downloaded. By default it is the version that the test run is
 * for, else any.
 */
export async function findPostgres(
  places?: PostgresPlaces,
  major = places === undefined ? readChosenMajor() : undefined,
): Promise<PostgresSearch> {
  const complete = await findComplete(places ?? findUsualPlaces(), major);
  if (complete.found || major === undefined) return complete;
  const server = describeNpmServer(major);
  if (server === undefined) return complete;
  if (await isFile(join(server.binFolder, "postgres"))) {
    return { found: true, installation: await describeInstallation(major, server) };
  }
  return {
    found: false,
    problem: `PostgreSQL ${major} was not downloaded yet; ` +
      `\`npx -y deno@2.9.6 task test --postgres=${major}\` takes it from npm.`,
  };
}

async function findComplete(
  places: PostgresPlaces,
  wanted: number | undefined,
): Promise<PostgresSearch> {
  const missing = new Set<string>();
  let seen = wanted === undefined
    ? "There is no PostgreSQL 15–18"
    : `There is no PostgreSQL ${wanted}`;
  for (const binFolder of await listBinFolders(places)) {
    const major = await readServerMajor(binFolder);
    if (major === undefined || !SUPPORTED_MAJORS.includes(major)) continue;
    if (wanted !== undefined && major !== wanted) continue;
    const gaps = await listMissingExtensions(binFolder);
    if (gaps.length === 0) return { found: true, installation: { major, binFolder, lacks: [] } };
    seen = `PostgreSQL ${major} is in ${binFolder}`;
    for (const gap of gaps) missing.add(gap);
  }
  const lacks = missing.size === 0 ? "" : ` without ${[...missing].join(", ")}`;
  return { found: false, problem: `${seen}${lacks}; ${await adviseInstall()}.` };
}

async function describeInstallation(
  major: number,
  { binFolder, extensionFolder }: NpmServer,
): Promise<PostgresInstallation> {
  const files: Readonly<Record<PostgresPart, string>> = {
    psql: join(binFolder, "psql"),
    pg_dump: join(binFolder, "pg_dump"),
    pg_cron: join(extensionFolder, "pg_cron.control"),
    pgtap: join(extensionFolder, "pgtap.control"),
    plpgsql_check: join(extensionFolder, "plpgsql_check.control"),
  };
  const lacks: PostgresPart[] = [];
  for (const part of ["psql", "pg_dump", "pg_cron", "pgtap", "plpgsql_check"] as const) {
    if (!await isFile(files[part])) lacks.push(part);
  }
  return { major, binFolder, lacks };
}

/**
 * Finds PostgreSQL and, on Debian and Ubuntu as root, installs what is missing; a version that the
 * distribution does not have comes from npm, for any user. A failed installation throws nothing:
 * the sentence tells it.
 * @param print gets one line for each thing done
 * @param major the only version that will do; by default that of the test run, else any
 */
export async function ensurePostgres(
  print: (line: string) => void,
  major = readChosenMajor(),
): Promise<PostgresSearch> {
  const complete = await findComplete(findUsualPlaces(), major);
  if (complete.found) return complete;
  const server = major === undefined ? undefined : describeNpmServer(major);
  if (server !== undefined) {
    const failure = await installFromNpm(server, await findParts(), print);
    return failure === undefined
      ? await findPostgres(undefined, major)
      : { found: false, problem: `${complete.problem} ${failure}.` };
  }
  if ((await explainNoInstall()) !== undefined) return complete;
  const failure = await installOnDebian(print);
  if (failure !== undefined) return { found: false, problem: failure };
  return await findComplete(findUsualPlaces(), major);
}

/** psql and pgTAP of any complete PostgreSQL, which serve every version. */
async function findParts(): Promise<{ bin?: string; extensions?: string }> {
  const complete = await findComplete(findUsualPlaces(), undefined);
  if (!complete.found) return {};
  const { binFolder: bin } = complete.installation;
  return { bin, extensions: join(await readShareFolder(bin), "extension") };
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

async function readServerMajor(binFolder: string): Promise<number | undefined> {
  const text = await readOutput(join(binFolder, "postgres"), ["--version"]);
  const digits = /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

async function listMissingExtensions(binFolder: string): Promise<string[]> {
  const share = await readShareFolder(binFolder);
  const missing: string[] = [];
  for (const name of NEEDED_EXTENSIONS) {
    if (!await isFile(join(share, "extension", `${name}.control`))) missing.push(name);
  }
  return missing;
}

async function readShareFolder(binFolder: string): Promise<string> {
  return (await readOutput(join(binFolder, "pg_config"), ["--sharedir"])).trim();
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
    return (await runProgram(program, args)).stdout;
  } catch {
    return "";
  }
}
