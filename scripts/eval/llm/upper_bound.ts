/** How good can records be with a model that makes no mistake? */
import { readEmail } from "../../../supabase/functions/_email/mod.ts";
import { toRecord } from "../../../supabase/functions/_email/record.ts";
import { recognizeReadable } from "../../../supabase/functions/_email/take_reading.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { makeReading } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/make_reading.ts";
import { readAnswers } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/read_answers.ts";
import { packBatches } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/batches.ts";
import {
  type Excerpt,
  makeExcerpt,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import { writePrompt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/prompt.ts";
import { reach } from "../../bench/benchmark.ts";
import { describeScore } from "../judges/describe_score.ts";
import {
  GOLD_LABEL_FIELDS,
  GOLD_LIST_FIELDS,
  type GoldJudgement,
  judgeGold,
} from "../judges/judge_gold.ts";
import { type GoldMail, readGoldSet } from "../corpora/gold_set.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { writeGoldAnswer } from "./gold_answer.ts";

const GOAL = 0.95;

/**
 * Sends every invented email of the gold set through the analyzer for models, with a stand-in that
 * answers as the labels say. What is still wrong is lost by us: emails that no model is asked
 * about, lines that an excerpt leaves out, the form of an answer, words that are not in the email.
 */
export const llmUpperBound: Measure = {
  name: "llm-upper-bound",
  summary: "records by a model that answers as the gold labels say",
  corpora: [],
  async run(): Promise<Evaluation> {
    const mails = [...await readGoldSet("dev"), ...await readGoldSet("test")];
    const { judgements, asked, lost } = judgeAll(mails);
    const accuracy = (field: (typeof GOLD_LABEL_FIELDS)[number]) =>
      judgements.filter(({ labels }) => labels[field]).length / judgements.length;
    return {
      figures: {
        asked,
        answers_lost: lost,
        ...Object.fromEntries(GOLD_LABEL_FIELDS.map((field) => [field, accuracy(field)])),
        ...Object.fromEntries(GOLD_LIST_FIELDS.map((field) => [
          field,
          describeScore(judgements.map(({ lists }) => lists[field])),
        ])),
      },
      goals: (["primary_intent", "urgency_level", "needs_reply"] as const).map((field) =>
        reach(`llm_upper_bound_${field}`, accuracy(field), GOAL)
      ),
      n: judgements.length,
    };
  },
};

function judgeAll(mails: readonly GoldMail[]) {
  const byName = new Map(mails.map((mail) => [mail.name, mail]));
  const judgements: GoldJudgement[] = [];
  const excerpts: Excerpt[] = [];
  for (const gold of mails) {
    const excerpt = takeExcerpt(gold);
    if (excerpt === null) judgements.push(judgeGold(readEmail(gold), gold.labels));
    else excerpts.push(excerpt);
  }
  let lost = 0;
  for (const batch of packBatches(excerpts)) {
    const call = batch.map(([excerpt]) => excerpt);
    const prompt = writePrompt(call);
    const answers = readAnswers({ mails: call.map((one) => answer(one, prompt)) }, prompt).answers;
    lost += call.length - answers.size;
    for (const twins of batch) {
      const said = answers.get(twins[0]);
      for (const excerpt of said ? twins : []) {
        const gold = byName.get(excerpt.email.emailId);
        if (gold === undefined || said === undefined) continue;
        const { reading } = makeReading(excerpt, said);
        judgements.push(judgeGold(toRecord(reading, excerpt.readable.texts), gold.labels));
      }
    }
  }
  return { judgements, asked: excerpts.length, lost };

  function answer(excerpt: Excerpt, { lines }: ReturnType<typeof writePrompt>) {
    const gold = byName.get(excerpt.email.emailId);
    if (gold === undefined) throw new Error(`no gold email ${excerpt.email.emailId}`);
    const first = lines.findIndex((line) => line.excerpt === excerpt) + 1;
    return writeGoldAnswer(gold.labels, excerpt, first);
  }
}

/** Null for an email that no provider is asked about: the rules read it. */
function takeExcerpt(gold: GoldMail): Excerpt | null {
  const mail = { ...gold, emailId: gold.name, workspaceId: "", attempt: 1 };
  const readable = makeReadable(mail);
  return recognizeReadable(readable) === null ? makeExcerpt(mail, readable) : null;
}
