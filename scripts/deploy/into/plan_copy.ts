import {
  COPIED_PREFIX,
  type Migration,
  parseFileName,
  SINGLE_NAME,
} from "../database/migrations.ts";
import { joinMigrations, readSections } from "../database/single_migration.ts";
import { isGenerated } from "../functions/generated_mark.ts";
import { chooseVersions } from "./versions.ts";

/** A file to be written, from the user's folder. */
export interface CopiedFile {
  readonly path: string;
  readonly text: string;
}

/** What is brought into the user's folder. */
export interface CopySource {
  readonly migrations: readonly Migration[];
  /** Text by path from `supabase/functions`: bundles, and what agents import. */
  readonly functions: ReadonlyMap<string, string>;
}

/** How it is brought there. */
export interface CopyOptions {
  /** Puts migrations that are not there yet into one file. */
  readonly single?: boolean;
}

/** What there is in the user's folder. */
export interface CopyTarget {
  /** File names in `supabase/migrations`, and the text of each that could be ours. */
  readonly migrations: ReadonlyMap<string, string>;
  /** Text by path from `supabase/functions`, of every file in the folders that ours go to. */
  readonly functions: ReadonlyMap<string, string>;
}

/** What would be written and removed, and what is in the way. */
export interface CopyPlan {
  readonly writes: readonly CopiedFile[];
  /** Paths of files that an earlier release generated and this one does not need. */
  readonly removals: readonly string[];
  /** Paths whose content is not ours. */
  readonly conflicts: readonly string[];
}

const MIGRATIONS = "supabase/migrations";
const FUNCTIONS = "supabase/functions";

/**
 * Decides what to write. A file with the same content is left alone; one that an earlier release
 * generated and nobody changed is replaced; one that somebody changed is a conflict. A migration is
 * never replaced.
 */
export function planCopy(
  source: CopySource,
  target: CopyTarget,
  now: Date,
  { single = false }: CopyOptions = {},
): CopyPlan {
  const migrations = planMigrations(source.migrations, target.migrations, now, single);
  const functions = planFunctions(source.functions, target.functions);
  return {
    writes: [...migrations.writes, ...functions.writes],
    removals: functions.removals,
    conflicts: [...migrations.conflicts, ...functions.conflicts],
  };
}

function planFunctions(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): CopyPlan {
  const differing = [...wanted].filter(([path, text]) => present.get(path) !== text);
  const isReplaceable = (path: string) => isGenerated(present.get(path) ?? "");
  const taken = listTakenFolders(wanted, present);
  return {
    writes: differing.filter(([path]) => !present.has(path) || isReplaceable(path))
      .map(([path, text]) => ({ path: `${FUNCTIONS}/${path}`, text })),
    removals: [...present.keys()].filter((path) => !wanted.has(path) && isReplaceable(path))
      .map((path) => `${FUNCTIONS}/${path}`),
    conflicts: [
      ...taken,
      ...differing.map(([path]) => path)
        .filter((path) => present.has(path) && !isReplaceable(path))
        .filter((path) => !taken.includes(folderOf(path))),
    ].map((path) => `${FUNCTIONS}/${path}`),
  };
}

/**
 * Folders of the user's own where ours would go: a function of theirs has the name of one of ours.
 * Next to files of ours, theirs are in nobody's way.
 */
function listTakenFolders(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): string[] {
  const ours = new Set([...wanted.keys()].map(folderOf));
  const found = new Set([...present.keys()].map(folderOf).filter((folder) => ours.has(folder)));
  for (const [path, text] of present) {
    if (wanted.has(path) || isGenerated(text)) found.delete(folderOf(path));
  }
  return [...found];
}

/** The folder of a file, from `supabase/functions`. */
export function folderOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function planMigrations(
  ours: readonly Migration[],
  migrations: ReadonlyMap<string, string>,
  now: Date,
  single: boolean,
): Omit<CopyPlan, "removals"> {
  const present = findPresent(migrations);
  const versions = [...migrations.keys()].flatMap((file) => parseFileName(file)?.version ?? []);
  const missing = ours.filter(({ name }) => !present.has(name));
  const names = single
    ? missing.length === 0 ? [] : [[SINGLE_NAME, joinMigrations(missing)] as const]
    : missing.map(({ name, sql }) => [COPIED_PREFIX + name, sql] as const);
  const fresh = chooseVersions(names.length, versions, now);
  const conflicts = ours.flatMap(({ name, sql }) => {
    const found = present.get(name);
    return found === undefined || found.text === sql.trimEnd() ? [] : [found.file];
  });
  return {
    writes: names.map(([name, text], index) => ({
      path: `${MIGRATIONS}/${fresh[index]}_${name}.sql`,
      text,
    })),
    conflicts: [...new Set(conflicts)].map((file) => `${MIGRATIONS}/${file}`),
  };
}

/**
 * Our migrations among those of a folder, by their names here: each a file, or part of one.
 * @param migrations text by file name
 */
export function findPresent(
  migrations: ReadonlyMap<string, string>,
): Map<string, { readonly file: string; readonly text: string }> {
  const present = new Map<string, { file: string; text: string }>();
  for (const [file, text] of migrations) {
    const name = parseFileName(file)?.name;
    if (name === SINGLE_NAME) {
      for (const [section, sql] of readSections(text)) present.set(section, { file, text: sql });
    } else if (name?.startsWith(COPIED_PREFIX)) {
      present.set(name.slice(COPIED_PREFIX.length), { file, text: text.trimEnd() });
    }
  }
  return present;
}
