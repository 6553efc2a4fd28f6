import type { Email } from "../../../supabase/functions/_email/reading.ts";
import { takeReading } from "../../../supabase/functions/_email/take_reading.ts";
import { toRecord } from "../../../supabase/functions/_email/record.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import type { Figures } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import { describeScore } from "../judges/describe_score.ts";
import { type GoldMail, type GoldSplit, readGoldSet } from "../corpora/gold_set.ts";
import {
  GOLD_LABEL_FIELDS,
  GOLD_LIST_FIELDS,
  type GoldJudgement,
  judgeGold,
} from "../judges/judge_gold.ts";
import type { Evaluation, Measure } from "../measure.ts";

const SPLITS: readonly GoldSplit[] = ["dev", "test"];

/**
 * Records against the labels of the gold set, both halves apart: rules are written by `dev`
 * alone.
 */
export const gold: Measure = {
  name: "gold",
  summary: "records against the gold set, field by field; the rules never saw its test half",
  corpora: [],
  run: measureGold,
};

async function measureGold(): Promise<Evaluation> {
  const figures: Record<string, Figures> = {};
  let n = 0;
  for (const split of SPLITS) {
    const mails = await readGoldSet(split);
    figures[split] = describe(mails.map(judge));
    n += mails.length;
  }
  return { figures, goals: [], n };
}

function judge({ labels, ...parts }: GoldMail): GoldJudgement {
  const mail: Email = {
    fromEmail: parts.fromEmail,
    fromName: parts.fromName,
    subject: parts.subject,
    bodyText: parts.bodyText,
    bodyHtml: parts.bodyHtml,
    headers: parts.headers,
    receivedAt: parts.receivedAt,
  };
  const readable = makeReadable(mail);
  return judgeGold(toRecord(takeReading(readable), readable.texts), labels);
}

function describe(judgements: readonly GoldJudgement[]): Figures {
  const accuracies = GOLD_LABEL_FIELDS.map((field) => {
    const { value, low, high } = bootstrap(
      judgements,
      (drawn) => drawn.filter(({ labels }) => labels[field]).length / drawn.length,
    );
    return [field, { accuracy: value, low, high, n: judgements.length }];
  });
  const scores = GOLD_LIST_FIELDS.map((field) => [
    field,
    describeScore(judgements.map(({ lists }) => lists[field])),
  ]);
  const topics = judgements.map((judgement) => judgement.topics);
  const named = topics.reduce((sum, topic) => sum + topic.named, 0);
  return {
    ...Object.fromEntries([...accuracies, ...scores]),
    key_topics: {
      precision: topics.reduce((sum, { right }) => sum + right, 0) / Math.max(1, named),
      n: named,
    },
  };
}
