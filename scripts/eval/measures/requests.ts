import { reach } from "../../bench/benchmark.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "../../train/request_corpus.ts";
import { countJudgement, crossValidateRequests } from "../../train/requests.ts";
import { describeScore } from "../judges/describe_score.ts";
import type { Measure } from "../measure.ts";
import { scoreCounts } from "../judges/score.ts";

/** Sentences that carry a request, told from others by classifiers that never saw them. */
export const requests: Measure = {
  name: "requests",
  summary: "sentences with a request, 5-fold cross-validation, three times (parakweet train)",
  corpora: [REQUEST_CORPUS],
  async run({ dataFolder }) {
    const counts = crossValidateRequests(await readRequestCorpus(dataFolder ?? "")).map(
      countJudgement,
    );
    return {
      figures: describeScore(counts),
      goals: [reach("requests_f1", scoreCounts(counts).f1, 0.84)],
      n: counts.length,
    };
  },
};
