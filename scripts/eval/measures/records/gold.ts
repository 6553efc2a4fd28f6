import { type Figures, type Goal, limit, reach } from "../../../bench/benchmark.ts";
import { describeScore } from "../../judges/describe_score.ts";
import { describeShared } from "../../judges/describe_shared.ts";
import {
  GOLD_LANGUAGES,
  type GoldMail,
  type GoldSplit,
  readGoldSet,
} from "../../corpora/gold_set.ts";
import { readRealGold, type RealGoldEmail } from "../../real_gold/real_gold.ts";
import {
  GOLD_LIST_FIELDS,
  type GoldJudgement,
  type GoldLabelField,
  type GoldListField,
  type GoldSentenceField,
  judgeGold,
  judgeShared,
  type SharedJudgement,
} from "../../judges/judge_gold.ts";
import { scoreCounts } from "../../judges/score.ts";
import type { EvaluationOptions, Measure } from "../../measure.ts";
import { readRecord } from "../../read_record.ts";
import {
  describeSummaries,
  type PresentSummary,
  readVerdicts,
} from "../../second_reader/summary_verdicts.ts";

/** What the test half, invented and real emails together, is held to. */
const GOALS = {
  primary_intent: 0.82,
  urgency_level: 0.85,
  needs_reply: 0.92,
  questions_asked: 0.88,
  action_items: 0.70,
  pain_points: 0.72,
} as const;
const URGENT_PRECISION = 0.80;
const USABLE_SUMMARIES = 0.85;

/** Records against the labels of the half that no rule was written with, which has the goals. */
export const gold: Measure = {
  name: "gold",
  summary: "records against the test half of the gold set, which the rules never saw",
  corpora: [],
  async run({ dataFolder, say }) {
    const { invented, real, all } = await judgeHalf("test", dataFolder, say);
    const emptyRecords = countEmpty(all);
    const summaries = describeSummaries(all, await readVerdicts());
    const goals = setGoals(all.map(({ judgement }) => judgement), emptyRecords);
    if (summaries.usable !== null) {
      goals.push(reach("gold_test_summary_usable", summaries.usable, USABLE_SUMMARIES));
    }
    return {
      figures: {
        ...describeHalf("test", { invented, real, all }, invented),
        test_summaries: summaries.figures,
      },
      goals,
      n: all.length,
    };
  },
};

/** The half that rules are written by. Its figures may be read while a rule is written. */
export const goldDev: Measure = {
  name: "gold-dev",
  summary: "records against the dev half of the gold set, for whoever writes rules",
  corpora: [],
  async run({ dataFolder, say }) {
    const half = await judgeHalf("dev", dataFolder, say);
    const further = (await readGoldSet(GOLD_LANGUAGES)).map(judgeInvented);
    return {
      figures: describeHalf("dev", half, [...half.invented, ...further]),
      goals: [],
      n: half.all.length,
    };
  },
};

interface JudgedHalf {
  readonly invented: readonly Judged<GoldJudgement>[];
  /** None without the corpora that they are from. */
  readonly real: readonly Judged<SharedJudgement>[];
  readonly all: readonly Judged<SharedJudgement>[];
}

async function judgeHalf(
  split: GoldSplit,
  dataFolder: string | null,
  say: EvaluationOptions["say"],
): Promise<JudgedHalf> {
  const invented = (await readGoldSet(split)).map(judgeInvented);
  const real = dataFolder === null ? [] : (await readReal(split, dataFolder, say)).map(judgeReal);
  if (dataFolder === null) say("  The real emails are left out: they need --data DIR.");
  return { invented, real, all: [...invented, ...real] };
}

function describeHalf(
  split: GoldSplit,
  { invented, real, all }: JudgedHalf,
  ofLanguages: readonly Judged<GoldJudgement>[],
): Record<string, Figures> {
  const shared = describeShared(all.map(({ judgement }) => judgement));
  return {
    [split]: { ...shared, empty_records: countEmpty(all) },
    [`${split}_invented`]: describeInvented(invented.map(({ judgement }) => judgement)),
    [`${split}_by_language`]: describeLanguages(ofLanguages),
    ...real.length > 0
      ? { [`${split}_real`]: describeShared(real.map(({ judgement }) => judgement)) }
      : {},
  };
}

function countEmpty(all: readonly Judged<SharedJudgement>[]): number {
  return all.filter(({ isEmpty }) => isEmpty).length;
}

/** An email that was read, and how well. */
interface Judged<Judgement> extends PresentSummary {
  readonly judgement: Judgement;
  /** As labeled. */
  readonly language: string | null;
  readonly isEmpty: boolean;
}

async function readReal(
  split: GoldSplit,
  dataFolder: string,
  say: EvaluationOptions["say"],
): Promise<readonly RealGoldEmail[]> {
  const { emails, missing, lost } = await readRealGold(split, dataFolder);
  if (missing.length > 0) {
    say(`  ${missing.length} real emails of ${split} are left out: their corpora are not there.`);
  }
  if (lost.length > 0) {
    say(`  ${lost.length} labels of ${split} are not in the text of their email.`);
  }
  return emails;
}

function judgeInvented({ labels, name, ...email }: GoldMail): Judged<GoldJudgement> {
  const { record, isEmpty } = readRecord(email);
  const judgement = judgeGold(record, labels);
  return { email: name, summary: record.summary, judgement, language: labels.language, isEmpty };
}

function judgeReal({ labels, email, hash }: RealGoldEmail): Judged<SharedJudgement> {
  const { record, isEmpty } = readRecord(email);
  const judgement = judgeShared(record, labels);
  return { email: hash, summary: record.summary, judgement, language: labels.language, isEmpty };
}

function setGoals(judgements: readonly SharedJudgement[], emptyRecords: number): Goal[] {
  const accuracy = (field: GoldLabelField) =>
    judgements.filter(({ labels }) => labels[field]).length / judgements.length;
  const f1 = (field: GoldSentenceField) =>
    scoreCounts(judgements.map(({ lists }) => lists[field])).f1;
  return [
    reach("gold_test_intent", accuracy("primary_intent"), GOALS.primary_intent),
    reach("gold_test_urgency", accuracy("urgency_level"), GOALS.urgency_level),
    reach("gold_test_needs_reply", accuracy("needs_reply"), GOALS.needs_reply),
    reach("gold_test_questions_f1", f1("questions_asked"), GOALS.questions_asked),
    reach("gold_test_action_items_f1", f1("action_items"), GOALS.action_items),
    reach("gold_test_pain_points_f1", f1("pain_points"), GOALS.pain_points),
    reach(
      "gold_test_urgent_precision",
      scoreCounts(judgements.map(({ urgent }) => urgent)).precision,
      URGENT_PRECISION,
    ),
    limit("gold_test_empty_records", emptyRecords, "<=", 0),
  ];
}

/** The fields that matter most; too few emails of each language for an interval. */
function describeLanguages(judged: readonly Judged<GoldJudgement>[]): Record<string, Figures> {
  const groups = Map.groupBy(judged, ({ language }) => language ?? "none");
  return Object.fromEntries([...groups].map(([language, emails]) => {
    const right = (field: GoldLabelField) =>
      emails.filter(({ judgement }) => judgement.labels[field]).length / emails.length;
    const f1 = (field: GoldListField) =>
      scoreCounts(emails.map(({ judgement }) => judgement.lists[field])).f1;
    return [language, {
      language: right("language"),
      intent: right("primary_intent"),
      urgency: right("urgency_level"),
      sentiment: right("sentiment"),
      needs_reply: right("needs_reply"),
      questions_f1: f1("questions_asked"),
      action_items_f1: f1("action_items"),
      pain_points_f1: f1("pain_points"),
      flags_f1: f1("flags"),
      date_values_f1: f1("date_values"),
      n: emails.length,
    }];
  }));
}

function describeInvented(judgements: readonly GoldJudgement[]): Figures {
  const scores = GOLD_LIST_FIELDS.map((field) => [
    field,
    describeScore(judgements.map(({ lists }) => lists[field])),
  ]);
  const topics = judgements.map((judgement) => judgement.topics);
  const named = topics.reduce((sum, topic) => sum + topic.named, 0);
  return {
    ...describeShared(judgements),
    ...Object.fromEntries(scores),
    key_topics: {
      precision: topics.reduce((sum, { right }) => sum + right, 0) / Math.max(1, named),
      n: named,
    },
  };
}
