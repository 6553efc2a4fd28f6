import { type Chapter, COPIED_PREFIX, parseFileName } from "../chapters.ts";
import { COPIED_SHARED } from "../project.ts";
import { listImports } from "../bundle.ts";
import { chooseVersions } from "./versions.ts";

/** A file to be written, from the user's folder. */
export interface CopiedFile {
  readonly path: string;
  readonly text: string;
}

/** What is brought into the user's folder. */
export interface CopySource {
  readonly chapters: readonly Chapter[];
  /** Text by path from `supabase/functions`. */
  readonly modules: ReadonlyMap<string, string>;
  /** Packages by the names that the modules use. */
  readonly imports: Readonly<Record<string, string>>;
}

/** What there is in the user's folder. */
export interface CopyTarget {
  /** File names in `supabase/migrations`, and the text of each that could be ours. */
  readonly migrations: ReadonlyMap<string, string>;
  /** Text by path, of files that stand where ours would. */
  readonly files: ReadonlyMap<string, string>;
}

/** What would be written, and what stands in the way. */
export interface CopyPlan {
  readonly writes: readonly CopiedFile[];
  /** Paths whose content is another one. */
  readonly conflicts: readonly string[];
}

const MIGRATIONS = "supabase/migrations";
const FUNCTIONS = "supabase/functions";

/** Our files as they stand in somebody else's folder: shared modules have a folder of their own. */
export function arrangeFunctions({ modules, imports }: CopySource): CopiedFile[] {
  const files = [...modules].map(([path, text]) => ({
    path: `${FUNCTIONS}/${path.replace(/^_shared\//, `${COPIED_SHARED}/`)}`,
    text: text.replaceAll(
      /(\b(?:from|import)\s*\(?\s*"(?:\.\.\/)+)_shared\//g,
      `$1${COPIED_SHARED}/`,
    ),
  }));
  const used = [...modules.values()].flatMap(listImports);
  const needed = Object.entries(imports).filter(([name]) =>
    used.some((specifier) => specifier === name || specifier.startsWith(`${name}/`))
  );
  const importMap = JSON.stringify({ imports: Object.fromEntries(needed) }, null, 2);
  return [...files, { path: `${FUNCTIONS}/${COPIED_SHARED}/deno.json`, text: `${importMap}\n` }];
}

/** Decides what to write; a file that is there already with the same content is left alone. */
export function planCopy(source: CopySource, target: CopyTarget, now: Date): CopyPlan {
  const chapters = planChapters(source.chapters, target.migrations, now);
  const functions = arrangeFunctions(source);
  return {
    writes: [
      ...chapters.writes,
      ...functions.filter(({ path }) => !target.files.has(path)),
    ],
    conflicts: [
      ...chapters.conflicts,
      ...functions.filter(({ path, text }) => (target.files.get(path) ?? text) !== text)
        .map(({ path }) => path),
    ],
  };
}

function planChapters(
  chapters: readonly Chapter[],
  migrations: ReadonlyMap<string, string>,
  now: Date,
): CopyPlan {
  const present = new Map<string, readonly [file: string, text: string]>();
  const versions: string[] = [];
  for (const [file, text] of migrations) {
    const parsed = parseFileName(file);
    if (parsed === undefined) continue;
    versions.push(parsed.version);
    present.set(parsed.name, [file, text]);
  }
  const missing = chapters.filter(({ name }) => !present.has(COPIED_PREFIX + name));
  const fresh = chooseVersions(missing.length, versions, now);
  return {
    writes: missing.map(({ name, sql }, index) => ({
      path: `${MIGRATIONS}/${fresh[index]}_${COPIED_PREFIX}${name}.sql`,
      text: sql,
    })),
    conflicts: chapters.flatMap(({ name, sql }) => {
      const [file, text] = present.get(COPIED_PREFIX + name) ?? [];
      return file === undefined || text === sql ? [] : [`${MIGRATIONS}/${file}`];
    }),
  };
}
