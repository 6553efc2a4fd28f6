import { join } from "node:path";
import { listFiles } from "../lib/list_files.ts";
import { type Check, type Finding, ROOT } from "./check.ts";

/** A place that names the release, and the expression whose only group is the version there. */
interface VersionPlace {
  readonly file: string;
  readonly pattern: RegExp;
  /** Whether `deno task ok --write` may write it; the others are for people to change. */
  readonly isWritten: boolean;
  /** How a version is spelled there; as in deno.json by default. */
  readonly spell?: (version: string) => string;
}

const CHANGELOG: VersionPlace = {
  file: "CHANGELOG.md",
  pattern: /^## (\S+)/m,
  isWritten: false,
};
const FUNCTIONS: VersionPlace = {
  file: "supabase/functions/_shared/platform/version.ts",
  pattern: /^export const VERSION = "([^"]*)";$/m,
  isWritten: true,
};

/** `version` in deno.json is the release, and every other place repeats it. */
export const versionCheck: Check = {
  name: "version",
  promise: "deno.json, functions, packages, the last release migration and CHANGELOG.md agree",
  run: async () => {
    const version = await readVersion();
    const places = await listPlaces();
    const texts = await Promise.all(places.map(({ file }) => readFile(file)));
    const findings = places.flatMap((place, index) => findDifference(version, place, texts[index]));
    const notes = `docs/releases/${version}.md`;
    if (await readFile(notes) === undefined) {
      findings.push({ file: notes, message: "the release has no notes; write them" });
    }
    return findings;
  },
  write: async () => {
    const version = await readVersion();
    for (const { file, pattern, isWritten, spell = keep } of await listPlaces()) {
      if (!isWritten) continue;
      const text = await readFile(file) ?? "";
      const wanted = replaceVersion(text, pattern, spell(version));
      if (wanted !== text) await Deno.writeTextFile(join(ROOT, file), wanted);
    }
  },
};

/** Nothing, or the one thing to correct in a place. */
export function findDifference(
  version: string,
  { file, pattern, isWritten, spell = keep }: VersionPlace,
  text: string | undefined,
): Finding[] {
  const found = pattern.exec(text ?? "");
  const wanted = spell(version);
  if (found?.[1] === wanted) return [];
  const says = found?.[1] === undefined ? "names no version" : `says ${found[1]}`;
  const advice = isWritten ? "; run `deno task ok --write version`" : "";
  const line = found === null ? undefined : (text ?? "").slice(0, found.index).split("\n").length;
  return [{
    file,
    ...line === undefined ? {} : { line },
    message: `${says}, and deno.json says ${wanted}${advice}`,
  }];
}

/** The text with another version where the group of the expression is. */
export function replaceVersion(text: string, pattern: RegExp, version: string): string {
  return text.replace(pattern, (match, found: string) => match.replace(found, () => version));
}

const keep = (version: string): string => version;

/** `0.1.0rc1` for `0.1.0-rc.1`, as PEP 440 has it. */
export function spellForPython(version: string): string {
  return version.replace("-rc.", "rc");
}

async function listPlaces(): Promise<VersionPlace[]> {
  const files = await listFiles();
  const packages = files.filter((file) => /^packages\/[^/]+\/package\.json$/.test(file));
  const modules = files.filter((file) => /^packages\/[^/]+\/[^/]+\.py$/.test(file));
  const versioned: string[] = [];
  for (const file of modules) {
    if (/^__version__ =/m.test(await readFile(file) ?? "")) versioned.push(file);
  }
  const migration = files
    .filter((file) => /^supabase\/migrations\/\d+_release[^/]*\.sql$/.test(file)).sort().at(-1);
  return [
    CHANGELOG,
    FUNCTIONS,
    ...packages.map((file) => ({
      file,
      pattern: /^ {2}"version": "([^"]*)"/m,
      isWritten: true,
    })),
    ...versioned.map((file) => ({
      file,
      pattern: /^__version__ = "([^"]*)"/m,
      isWritten: true,
      spell: spellForPython,
    })),
    {
      file: migration ?? "supabase/migrations",
      pattern: /^select nightshift\.record_version\('([^']*)'\);$/m,
      isWritten: false,
    },
  ];
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  if (/^\d+\.\d+\.\d+(-rc\.\d+)?$/.test(version)) return version;
  throw new Error(`deno.json has no semantic version: ${version}`);
}

async function readFile(file: string): Promise<string | undefined> {
  return await Deno.readTextFile(join(ROOT, file)).catch(() => undefined);
}
