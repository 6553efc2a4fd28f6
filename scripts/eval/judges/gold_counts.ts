/** Prints what the halves of the gold set hold, as the tables of `examples/gold/README.md`. */
import process from "node:process";
import { INTENTS, URGENCY_LEVELS } from "../../../supabase/functions/_email/reading.ts";
import { type GoldMail, readGoldSet } from "../corpora/gold_set.ts";
import { readRealGoldLines } from "../real_gold/real_gold.ts";
import { describeRealCounts } from "../real_gold/real_gold_counts.ts";
import { countTraits, describeTraits, type TraitCount } from "./trait_table.ts";

type Trait = (mail: GoldMail) => boolean;

/** Budget, decision maker or opportunity; a date alone makes no lead. */
const hasLeadSignal: Trait = ({ labels }) =>
  labels.budget_mentioned || labels.decision_maker || labels.business_opportunity !== null;

const OLDER_TEXT = /^>|^(?:From|Von|De): |wrote:|schrieb|escribió:/m;

/** What is counted, by the name the table shows. */
const GOLD_TRAITS: ReadonlyMap<string, Trait> = new Map<string, Trait>([
  ["emails", () => true],
  ...INTENTS.map((intent): [string, Trait] => [
    `intent ${intent}`,
    ({ labels }) => labels.primary_intent === intent,
  ]),
  ...URGENCY_LEVELS.map((level): [string, Trait] => [
    `urgency ${level}`,
    ({ labels }) => labels.urgency_level === level,
  ]),
  ["sentiment positive", ({ labels }) => labels.sentiment === "positive"],
  ["sentiment negative", ({ labels }) => labels.sentiment === "negative"],
  ["English", ({ labels }) => labels.language === "en"],
  ["German", ({ labels }) => labels.language === "de"],
  ["Spanish", ({ labels }) => labels.language === "es"],
  ["French", ({ labels }) => labels.language === "fr"],
  ["Italian", ({ labels }) => labels.language === "it"],
  ["Dutch", ({ labels }) => labels.language === "nl"],
  ["Portuguese", ({ labels }) => labels.language === "pt"],
  ["reply expected", ({ labels }) => labels.needs_reply],
  ["bulk", ({ labels }) => labels.is_bulk],
  ["automated", ({ labels }) => labels.is_automated],
  ["budget, decision maker or opportunity", hasLeadSignal],
  ["timeline", ({ labels }) => labels.timeline_mentioned],
  ["questions", ({ labels }) => labels.questions_asked.length > 0],
  ["action items", ({ labels }) => labels.action_items.length > 0],
  ["pain points", ({ labels }) => labels.pain_points.length > 0],
  ["dates", ({ labels }) => labels.dates.length > 0],
  ["money", ({ labels }) => labels.money.length > 0],
  ["contact in the signature", ({ labels }) => labels.contact.name !== null],
  ["quoted older text", ({ bodyText }) => OLDER_TEXT.test(bodyText ?? "")],
]);

/** Counts every trait of the invented emails in both halves. */
export function countGoldSet(dev: readonly GoldMail[], test: readonly GoldMail[]): TraitCount[] {
  return countTraits(GOLD_TRAITS, { dev, test });
}

/** The counts as a table. */
export function describeGoldCounts(counts: readonly TraitCount[]): string {
  return describeTraits("invented emails that show", counts);
}

if (import.meta.main) {
  const [dev, test] = await Promise.all([readGoldSet("dev"), readGoldSet("test")]);
  const real = { dev: await readRealGoldLines("dev"), test: await readRealGoldLines("test") };
  process.stdout.write(
    `${describeGoldCounts(countGoldSet(dev, test))}\n\n${describeRealCounts(real)}\n`,
  );
}
