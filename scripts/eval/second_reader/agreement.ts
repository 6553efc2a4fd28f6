import type { Figures } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import { describeScore } from "../judges/describe_score.ts";
import { count, GOLD_SENTENCE_FIELDS } from "../judges/judge_gold.ts";
import type { Measure } from "../measure.ts";
import { readTwice, type TwiceRead } from "./second_labels.ts";

/**
 * How far two readers agree who labeled the same emails by the same guideline. An analyzer that
 * scores above this figure has learned one reader's habits, so it is the ceiling of `gold`.
 */
export const agreement: Measure = {
  name: "agreement",
  summary: "second labels against the first ones, as gold compares records; the ceiling of gold",
  corpora: [],
  async run({ dataFolder, say }) {
    const { emails, missing, lost } = await readTwice(dataFolder);
    if (missing.length > 0) {
      say(`  ${missing.length} real emails are left out: they need --data DIR with their corpora.`);
    }
    if (lost.length > 0) say(`  ${lost.length} labels are not in the text of their email.`);
    const real = emails.filter(({ isReal }) => isReal);
    const invented = emails.filter(({ isReal }) => !isReal);
    return {
      figures: {
        test: describeAgreement(emails),
        test_invented: describeAgreement(invented),
        ...real.length === 0 ? {} : { test_real: describeAgreement(real) },
      },
      goals: [],
      n: emails.length,
    };
  },
};

/** Fields that two readers agree on as a whole, or not. */
const AGREEMENTS: Readonly<Record<string, (email: TwiceRead) => boolean>> = {
  /** As a record is judged: what the first reader accepts is right. */
  primary_intent: ({ first, second }) =>
    [first.primary_intent, ...first.acceptable_primary_intents].includes(second.primary_intent),
  primary_intent_exactly: ({ first, second }) => first.primary_intent === second.primary_intent,
  urgency_level: ({ first, second }) => first.urgency_level === second.urgency_level,
  needs_reply: ({ first, second }) => first.needs_reply === second.needs_reply,
};

const URGENT: ReadonlySet<string> = new Set(["high", "critical"]);

/**
 * Agreement field by field with 95 % intervals: the share of emails with the same label, and F1 of
 * the lists. The first labels are the wanted ones, the second the found ones; F1 is the same the
 * other way round.
 * @throws {RangeError} for no emails.
 * @example describeAgreement((await readTwice("corpora")).emails);
 */
export function describeAgreement(emails: readonly TwiceRead[]): Figures {
  const labels = Object.entries(AGREEMENTS).map(([field, agree]) => {
    const { value, low, high } = bootstrap(
      emails,
      (drawn) => drawn.filter(agree).length / drawn.length,
    );
    return [field, { accuracy: value, low, high, n: emails.length }];
  });
  const lists = GOLD_SENTENCE_FIELDS.map((field) => [
    field,
    describeScore(emails.map(({ first, second }) => count(second[field], first[field]))),
  ]);
  const urgent = ({ urgency_level: level }: TwiceRead["second"]) => URGENT.has(level) ? ["x"] : [];
  const highOrCritical = emails.map(({ first, second }) => count(urgent(second), urgent(first)));
  return {
    ...Object.fromEntries([...labels, ...lists]),
    high_or_critical: describeScore(highOrCritical),
  };
}
