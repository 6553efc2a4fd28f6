import type { GoldSplit } from "../corpora/gold_set.ts";

/** Emails of each half that show a trait. */
export interface TraitCount {
  readonly trait: string;
  readonly dev: number;
  readonly test: number;
}

/** Counts every trait in both halves. @param traits by the name that the table shows */
export function countTraits<Labeled>(
  traits: ReadonlyMap<string, (one: Labeled) => boolean>,
  { dev, test }: Readonly<Record<GoldSplit, readonly Labeled[]>>,
): TraitCount[] {
  return Array.from(traits, ([trait, shows]) => ({
    trait,
    dev: dev.filter(shows).length,
    test: test.filter(shows).length,
  }));
}

/** Counts as lines of a Markdown table, formatted as `deno fmt` would. */
export function describeTraits(title: string, counts: readonly TraitCount[]): string {
  const width = Math.max(...counts.map(({ trait }) => trait.length));
  const row = (trait: string, dev: string, test: string) =>
    `| ${trait.padEnd(width)} | ${dev.padStart(3)} | ${test.padStart(4)} |`;
  return [
    row(title, "dev", "test"),
    `| ${"-".repeat(width)} | --: | ---: |`,
    ...counts.map(({ trait, dev, test }) => row(trait, `${dev}`, `${test}`)),
  ].join("\n");
}
