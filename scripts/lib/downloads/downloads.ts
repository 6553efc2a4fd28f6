import { join } from "node:path";

/** One part of what the first run of a command downloads. */
export interface Download {
  /** What it is, for a person. */
  readonly what: string;
  /** About how much it is, in millions of bytes; `deno task bench download` measures them all. */
  readonly megabytes: number;
  /** Where it is once it has been downloaded. */
  isThere(caches: Caches): boolean;
}

/** Where Deno and npm keep what they download. */
export interface Caches {
  /** Deno's folder of npm packages. */
  readonly packages: string;
  /** The folder in which npx installs programs. */
  readonly programs: string;
}

/** The Deno that runs functions; the hosted Edge runtime is built on it (image v1.78). */
export const RUNTIME_VERSION = "2.1.4";

/** What `demo` and `start` need beside the Deno that runs them. */
export const DOWNLOADS: readonly Download[] = [
  {
    what: "packages of the local project",
    megabytes: 25,
    isThere: ({ packages }) => isFolder(join(packages, "@supabase/lite")),
  },
  {
    what: "packages of the functions",
    megabytes: 15,
    isThere: ({ packages }) => isFolder(join(packages, "imapflow")),
  },
  {
    what: `Deno ${RUNTIME_VERSION}, which runs the functions as Supabase does`,
    megabytes: 53,
    isThere: ({ programs }) => listFolder(programs).some((name) => isRuntime(programs, name)),
  },
];

/** What of it this machine does not have yet. */
export function listMissing(caches: Caches): readonly Download[] {
  return DOWNLOADS.filter((download) => !download.isThere(caches));
}

/** The sentence that comes before the downloads; undefined when there are none. */
export function describeMissing(missing: readonly Download[]): string | undefined {
  if (missing.length === 0) return undefined;
  const total = missing.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const list = missing.map(({ what, megabytes }) => `  ${megabytes} MB: ${what}`).join("\n");
  return `Downloading about ${total} MB, this time only:\n${list}`;
}

function isRuntime(programs: string, name: string): boolean {
  try {
    const text = Deno.readTextFileSync(join(programs, name, "node_modules/deno/package.json"));
    return JSON.parse(text).version === RUNTIME_VERSION;
  } catch {
    // Another program, or one that is half installed: npx downloads it again.
    return false;
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return Array.from(Deno.readDirSync(path), ({ name }) => name);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return listFolder(path).length > 0;
}
