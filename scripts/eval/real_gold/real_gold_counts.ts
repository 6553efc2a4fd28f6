/** What the labeled real emails are, counted from their labels alone. */
import type { GoldSplit } from "../corpora/gold_set.ts";
import { countTraits, describeTraits } from "../judges/trait_table.ts";
import { REAL_KINDS, type RealGoldLine } from "./real_gold_labels.ts";
import { REAL_CORPORA } from "./real_messages.ts";

type Trait = (line: RealGoldLine) => boolean;

/** What is counted, by the name the table shows. */
const REAL_TRAITS: ReadonlyMap<string, Trait> = new Map<string, Trait>([
  ["real emails", () => true],
  ...REAL_CORPORA.map((corpus): [string, Trait] => [
    `from ${corpus}`,
    (line) => line.corpus === corpus,
  ]),
  ...REAL_KINDS.map((kind): [string, Trait] => [`kind ${kind}`, (line) => line.kind === kind]),
  ["reply expected", (line) => line.needs_reply],
  ["urgency medium or above", ({ urgency_level: level }) => level !== "low"],
  ["urgency high or critical", ({ urgency_level: level }) => ["high", "critical"].includes(level)],
  ["questions", (line) => line.questions_asked.length > 0],
  ["action items", (line) => line.action_items.length > 0],
  ["not summarizable", (line) => !line.summarizable],
  ["in no language or not English", ({ language }) => language !== "en"],
]);

/** The counts as lines of a Markdown table, formatted as `deno fmt` would; nothing twice zero. */
export function describeRealCounts(
  lines: Readonly<Record<GoldSplit, readonly RealGoldLine[]>>,
): string {
  const counts = countTraits(REAL_TRAITS, lines).filter(({ dev, test }) => dev + test > 0);
  return describeTraits("real emails that show", counts);
}
