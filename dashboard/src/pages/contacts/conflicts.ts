/** Fields of a contact about which different things are said. */
import type { Fact } from "./shapes.ts";

/** A company that is only the domain of the address contradicts nothing. */
export function findConflicts(
  facts: readonly Pick<Fact, "field" | "value" | "is_derived">[],
): string[] {
  const said = Map.groupBy(facts.filter(({ is_derived }) => !is_derived), ({ field }) => field);
  return [...said].flatMap(([field, values]) =>
    new Set(values.map(({ value }) => value.toLowerCase())).size > 1 ? [field] : []
  );
}
