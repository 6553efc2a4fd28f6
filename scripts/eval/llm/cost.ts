/** Tokens and cost of an email with a model, beside the system before this one. */
import { countTokens } from "gpt-tokenizer";
import {
  describeAnswers,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/answer_schema.ts";
import { packBatches } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/batches.ts";
import { makeExcerpt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import {
  INSTRUCTIONS,
  writePrompt,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/prompt.ts";
import { recognizeReadable } from "../../../supabase/functions/_email/take_reading.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { limit } from "../../bench/benchmark.ts";
import { bootstrap, type Interval } from "../judges/bootstrap.ts";
import { type GoldMail, readGoldSet } from "../corpora/gold_set.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { writeGoldAnswer } from "./gold_answer.ts";
import { coverLines } from "./line_coverage.ts";
import { writePriorAnswer, writePriorPrompt } from "./prior_prompt.ts";

/** USD per million tokens in and out, as their makers list them in November 2026. */
const PRICES = {
  /** What the system before reckoned with; Claude Sonnet. */
  at_3_and_15_usd: { tokensIn: 3, tokensOut: 15 },
  /** GPT-5 mini: the dearest answers beside their prompts. */
  at_025_and_2_usd: { tokensIn: 0.25, tokensOut: 2 },
  /** GPT-4.1 mini: the cheapest answers beside their prompts. */
  at_04_and_16_usd: { tokensIn: 0.4, tokensOut: 1.6 },
} as const;

/** Of the wanted quarter. */
const GOAL_RATIO = 0.25;
/** What a chat format puts around two messages and before the answer, by OpenAI's own count. */
const CHAT_TOKENS = 11;

/** Tokens that went in and came out for one email; both 0 where no call was made. */
interface Tokens {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

interface Comparison {
  readonly prior: Tokens;
  readonly priorCompact: Tokens;
  readonly ours: Tokens;
}

/**
 * Counted by the tokenizer of OpenAI's models since 2024 (o200k_base); others differ by some
 * percent.
 */
export const llmCost: Measure = {
  name: "llm-cost",
  summary: "tokens and cost of an email with a model, beside one email a call with 14 fields",
  corpora: [],
  async run(): Promise<Evaluation> {
    const mails = [...await readGoldSet("dev"), ...await readGoldSet("test")];
    const ours = countOurs(mails);
    const compared = mails.map((mail): Comparison => {
      const tokensIn = countTokens(writePriorPrompt(mail)) + CHAT_TOKENS;
      const answer = (layout: "template" | "compact") =>
        countTokens(writePriorAnswer(mail.labels, layout));
      return {
        prior: { tokensIn, tokensOut: answer("template") },
        priorCompact: { tokensIn, tokensOut: answer("compact") },
        ours: ours.get(mail) ?? { tokensIn: 0, tokensOut: 0 },
      };
    });
    const ratios = Object.entries(PRICES).map(([name, price]) => {
      const ratioTo = (shape: "prior" | "priorCompact") => (items: readonly Comparison[]) =>
        sumCost(items, "ours", price) / sumCost(items, shape, price);
      return [name, {
        usd_per_1000_mails: 1_000 * sumCost(compared, "ours", price) / mails.length,
        usd_per_1000_mails_before: 1_000 * sumCost(compared, "prior", price) / mails.length,
        ratio: roundAll(bootstrap(compared, ratioTo("prior"))),
        ratio_if_answers_before_were_compact: roundAll(
          bootstrap(compared, ratioTo("priorCompact")),
        ),
      }] as const;
    });
    return {
      figures: {
        share_of_mails_sent: ours.size / mails.length,
        tokens_in_per_mail: mean(compared, ({ ours }) => ours.tokensIn),
        tokens_out_per_mail: mean(compared, ({ ours }) => ours.tokensOut),
        tokens_in_per_mail_before: mean(compared, ({ prior }) => prior.tokensIn),
        tokens_out_per_mail_before: mean(compared, ({ prior }) => prior.tokensOut),
        tokens_in_shared_by_a_call: TOKENS_AROUND_IN,
        labelled_sentences: { ...coverLines(mails) },
        ...Object.fromEntries(ratios),
      },
      goals: ratios.map(([name, { ratio }]) =>
        limit(`cost_ratio_${name}`, ratio.value, "<=", GOAL_RATIO)
      ),
      n: mails.length,
    };
  },
};

const TOKENS_AROUND_IN = countTokens(INSTRUCTIONS) +
  countTokens(JSON.stringify(describeAnswers())) + countTokens("</mails>") + CHAT_TOKENS;
const TOKENS_AROUND_OUT = countTokens('{"mails":[]}');

/** Emails that are sent, in the calls in which they are sent; what is around a call is shared. */
function countOurs(mails: readonly GoldMail[]): ReadonlyMap<GoldMail, Tokens> {
  const byId = new Map(mails.map((mail) => [mail.name, mail]));
  const excerpts = mails.flatMap((gold) => {
    const mail = { ...gold, emailId: gold.name, workspaceId: "", attempt: 1 };
    const readable = makeReadable(mail);
    const isSent = recognizeReadable(readable) === null;
    const excerpt = isSent ? makeExcerpt(mail, readable) : null;
    return excerpt === null ? [] : [excerpt];
  });
  const tokens = new Map<GoldMail, Tokens>();
  for (const batch of packBatches(excerpts)) {
    const prompt = writePrompt(batch.map(([excerpt]) => excerpt));
    const parts = prompt.text.replace("</mails>", "").split(/(?=<mail>\n)/);
    for (const [at, [excerpt]] of batch.entries()) {
      const gold = byId.get(excerpt.email.emailId);
      if (gold === undefined) continue;
      const firstLine = prompt.lines.findIndex((line) => line.excerpt === excerpt) + 1;
      const answer = writeGoldAnswer(gold.labels, excerpt, firstLine);
      tokens.set(gold, {
        tokensIn: countTokens(parts[at] ?? "") + TOKENS_AROUND_IN / batch.length,
        tokensOut: countTokens(`${JSON.stringify(answer)},`) + TOKENS_AROUND_OUT / batch.length,
      });
    }
  }
  return tokens;
}

function sumCost(
  items: readonly Comparison[],
  shape: keyof Comparison,
  price: Tokens,
): number {
  return items.reduce((sum, item) => {
    const { tokensIn, tokensOut } = item[shape];
    return sum + (tokensIn * price.tokensIn + tokensOut * price.tokensOut) / 1_000_000;
  }, 0);
}

/** Three decimals: the interval is wider than the rest. */
function roundAll({ value, low, high }: Interval): { value: number; low: number; high: number } {
  const round = (ratio: number) => Math.round(ratio * 1_000) / 1_000;
  return { value: round(value), low: round(low), high: round(high) };
}

function mean<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
}
