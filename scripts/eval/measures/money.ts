import { findMoney } from "../../../supabase/functions/_email/facts/money.ts";
import { splitSentences } from "../../../supabase/functions/_email/text/sentences.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { describeScore } from "../judges/describe_score.ts";
import { judgeMoney, type MoneyJudgement } from "../judges/judge_money.ts";
import type { Measure } from "../measure.ts";
import { hasSpecimens, LANGUAGES, readSpecimens, RECOGNIZERS } from "../corpora/recognizers.ts";
import { scoreCounts } from "../judges/score.ts";

/** Amounts found, and their amounts, against the labels of recognizers-specs. */
export const money: Measure = {
  name: "money",
  summary: "amounts against recognizers-specs, names of currencies without an amount included",
  corpora: [RECOGNIZERS],
  async run({ dataFolder }) {
    const figures: Record<string, Figures> = {};
    let english: MoneyJudgement[] = [];
    for (const [name, language] of LANGUAGES) {
      if (!await hasSpecimens(dataFolder ?? "", `${name}.CurrencyModel`)) continue;
      const specimens = await readSpecimens(dataFolder ?? "", `${name}.CurrencyModel`);
      const judged = specimens.map((specimen) => ({
        isHeldOut: specimen.isHeldOut,
        judgement: judgeMoney(
          findMoney(splitSentences(specimen.text), language),
          specimen.expressions,
        ),
      }));
      const all = judged.map(({ judgement }) => judgement);
      figures[name.toLowerCase()] = {
        all: describe(all),
        held_out_half: describe(
          judged.filter(({ isHeldOut }) => isHeldOut).map(({ judgement }) => judgement),
        ),
      };
      if (language === "en") english = all;
    }
    const { precision, recall } = scoreCounts(english.map(({ counts }) => counts));
    return {
      figures,
      goals: [reach("money_precision", precision, 0.98), reach("money_recall", recall, 0.85)],
      n: english.length,
    };
  },
};

function describe(judgements: readonly MoneyJudgement[]): Figures {
  const amounts = judgements.flatMap((judgement) => judgement.amounts);
  return {
    ...describeScore(judgements.map(({ counts }) => counts)),
    right_amount: amounts.filter(Boolean).length / Math.max(amounts.length, 1),
    n_amounts: amounts.length,
  };
}
