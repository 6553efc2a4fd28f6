import { findDates } from "../../../supabase/functions/_email/facts/dates.ts";
import { NO_SIGNALS } from "../../../supabase/functions/_email/facts/dates/signs/date_order.ts";
import { splitSentences } from "../../../supabase/functions/_email/text/sentences.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import {
  type DateJudgement,
  isTimeOfDay,
  judgeDates,
  shareOfRightValues,
} from "../judges/judge_dates.ts";
import type { Measure } from "../measure.ts";
import {
  hasSpecimens,
  LANGUAGES,
  readSpecimens,
  RECOGNIZERS,
  type Specimen,
} from "../corpora/recognizers.ts";
import { describeScore } from "../judges/describe_score.ts";
import { scoreCounts } from "../judges/score.ts";

/** The English of the corpus is that of the United States, where the month comes first. */
const AMERICAN = { ...NO_SIGNALS, dateField: "Mon, 7 Nov 2016 00:00:00 -0800" };

/** Dates found, and what they come to, against the labels of recognizers-specs. */
export const dates: Measure = {
  name: "dates",
  summary: "dates, times and periods against recognizers-specs (lengths and recurrences left out)",
  corpora: [RECOGNIZERS],
  async run({ dataFolder }) {
    const figures: Record<string, Figures> = {};
    let held: DateJudgement[] = [];
    for (const [name, language] of LANGUAGES) {
      if (!await hasSpecimens(dataFolder ?? "", `${name}.DateTimeModel`)) continue;
      const specimens = await readSpecimens(dataFolder ?? "", `${name}.DateTimeModel`);
      const judged = specimens.map((specimen) => ({
        specimen,
        judgement: judge(specimen, language),
      }));
      const all = judged.map(({ judgement }) => judgement);
      const heldOut = judged.filter(({ specimen }) => specimen.isHeldOut)
        .map(({ judgement }) => judgement);
      if (language === "en") held = heldOut;
      figures[name.toLowerCase()] = {
        all: describe(all),
        held_out_half: describe(heldOut),
        with_lengths_and_recurrences: describeScore(all.map(({ everything }) => everything)),
      };
      if (language === "en") figures["english_expressions"] = countTypes(specimens);
    }
    const { f1 } = scoreCounts(held.map(({ counts }) => counts));
    return {
      figures,
      goals: [
        reach("dates_overlap_f1", f1, 0.8),
        reach("dates_right_value", shareOfRightValues(held), 0.8),
      ],
      n: held.length,
    };
  },
};

function judge(specimen: Specimen, language: string): DateJudgement {
  const { text, receivedAt, expressions } = specimen;
  const found = findDates(
    splitSentences(text),
    language,
    receivedAt ?? "2016-11-07T00:00:00Z",
    language === "en" ? AMERICAN : NO_SIGNALS,
  );
  return judgeDates(found, expressions);
}

function describe(judgements: readonly DateJudgement[]): Figures {
  const values = judgements.flatMap((judgement) => judgement.values);
  const share = bootstrap(judgements, shareOfRightValues);
  return {
    ...describeScore(judgements.map(({ counts }) => counts)),
    right_value: share.value,
    right_value_low: share.low,
    right_value_high: share.high,
    n_values: values.length,
  };
}

function countTypes(specimens: readonly Specimen[]): Figures {
  const counts: Record<string, number> = {};
  for (const { type } of specimens.flatMap(({ expressions }) => expressions)) {
    const name = `${type === "" ? "untyped" : type.replace("datetimeV2.", "")}${
      isTimeOfDay(type) ? "_without_day" : ""
    }`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
