import type { Migration } from "./migrations.ts";

/** What is in front of each migration where several are one file. */
const SECTION = /^-- (\d{14})_(\w+)\.sql\n\n/gm;

/** A migration as a section of a file that has several. */
export function showSection({ version, name, sql }: Migration): string {
  return `-- ${version}_${name}.sql\n\n${sql.trimEnd()}`;
}

/** Several migrations as one, in their order. */
export function joinMigrations(migrations: readonly Migration[]): string {
  const head = `-- Nightshift: ${migrations.length} migrations in one. Do not edit.`;
  return `${[head, ...migrations.map(showSection)].join("\n\n")}\n`;
}

/**
 * The migrations of a text that {@link joinMigrations} made, by their names, without blank ends.
 * @example readSections(joinMigrations([first])).get(first.name) === first.sql.trimEnd()
 */
export function readSections(text: string): Map<string, string> {
  const heads = [...text.matchAll(SECTION)];
  return new Map(heads.map((head, index) => {
    const end = heads[index + 1]?.index ?? text.length;
    return [head[2] ?? "", text.slice(head.index + head[0].length, end).trimEnd()];
  }));
}
