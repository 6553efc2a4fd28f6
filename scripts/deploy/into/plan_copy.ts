import { COPIED_PREFIX, type Migration, parseFileName } from "../database/migrations.ts";
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
export function planCopy(source: CopySource, target: CopyTarget, now: Date): CopyPlan {
  const migrations = planMigrations(source.migrations, target.migrations, now);
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
  return {
    writes: differing.filter(([path]) => !present.has(path) || isReplaceable(path))
      .map(([path, text]) => ({ path: `${FUNCTIONS}/${path}`, text })),
    removals: [...present.keys()].filter((path) => !wanted.has(path) && isReplaceable(path))
      .map((path) => `${FUNCTIONS}/${path}`),
    conflicts: differing.filter(([path]) => present.has(path) && !isReplaceable(path))
      .map(([path]) => `${FUNCTIONS}/${path}`),
  };
}

function planMigrations(
  ours: readonly Migration[],
  migrations: ReadonlyMap<string, string>,
  now: Date,
): Omit<CopyPlan, "removals"> {
  const present = new Map<string, readonly [file: string, text: string]>();
  const versions: string[] = [];
  for (const [file, text] of migrations) {
    const parsed = parseFileName(file);
    if (parsed === undefined) continue;
    versions.push(parsed.version);
    present.set(parsed.name, [file, text]);
  }
  const missing = ours.filter(({ name }) => !present.has(COPIED_PREFIX + name));
  const fresh = chooseVersions(missing.length, versions, now);
  return {
    writes: missing.map(({ name, sql }, index) => ({
      path: `${MIGRATIONS}/${fresh[index]}_${COPIED_PREFIX}${name}.sql`,
      text: sql,
    })),
    conflicts: ours.flatMap(({ name, sql }) => {
      const [file, text] = present.get(COPIED_PREFIX + name) ?? [];
      return file === undefined || text === sql ? [] : [`${MIGRATIONS}/${file}`];
    }),
  };
}
