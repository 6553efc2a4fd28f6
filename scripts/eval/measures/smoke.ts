/** Small checks on corpora whose labels are weak or of another field. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cpuUsage } from "node:process";
import { z } from "zod";
import { detectLanguage } from "../../../supabase/functions/_email/text/language/language.ts";
import { findEntities } from "../../../supabase/functions/_email/facts/entities.ts";
import { takeReading } from "../../../supabase/functions/_email/take_reading.ts";
import { readSentiment } from "../../../supabase/functions/_email/judgments/sentiment.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { splitSentences } from "../../../supabase/functions/_email/text/sentences.ts";
import { limit, reach } from "../../bench/benchmark.ts";
import { scoreCounts } from "../judges/score.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import { readCorpusLines } from "../corpora/corpus_lines.ts";
import { describeScore } from "../judges/describe_score.ts";
import type { Evaluation, EvaluationOptions, Measure } from "../measure.ts";
import { readThread, scoreNames } from "../corpora/named_threads.ts";

/** Whether a reply is wanted, on 16 invented emails sorted into respond, notify and ignore. */
export const triage: Measure = {
  name: "triage",
  summary: "needs_reply against respond/notify/ignore of 16 invented emails (smoke test)",
  corpora: ["triage-langchain"],
  async run({ dataFolder }) {
    const file = join(dataFolder ?? "", "triage-langchain", "emails.json");
    const mails = triageSchema.parse(JSON.parse(await readFile(file, "utf8")));
    const right = mails.map(({ author, subject, email_thread: bodyText, triage }) => {
      const { needsReply } = takeReading(makeReadable({
        fromEmail: /<([^<>]+)>/.exec(author)?.[1] ?? null,
        fromName: author.replace(/\s*<.*/, ""),
        subject,
        bodyText,
        bodyHtml: null,
        headers: {},
        receivedAt: "2025-06-16T09:00:00Z",
      }));
      return needsReply === (triage === "respond") ? 1 : 0;
    });
    const { value, low, high } = bootstrap<number>(right, mean);
    return { figures: { accuracy: value, low, high }, goals: [], n: right.length };
  },
};

/** Tone of product reviews: how often strong words mislead. */
export const sentiment: Measure = {
  name: "sentiment",
  summary: "tone of single sentences of product reviews; neutral is no answer (smoke test)",
  corpora: ["uci-sentiment"],
  run: measureSentiment,
};

/** People, organizations and addresses in threads of email. */
export const entities: Measure = {
  name: "entities",
  summary: "names of people and organizations in 46 threads (smoke test)",
  corpora: ["email-entities"],
  run: measureEntities,
};

const triageSchema = z.array(
  z.object({
    author: z.string(),
    subject: z.string(),
    email_thread: z.string(),
    triage: z.string(),
  }),
);

async function measureSentiment({ dataFolder }: EvaluationOptions): Promise<Evaluation> {
  const file = join(dataFolder ?? "", "uci-sentiment", "amazon_cells_labelled.txt");
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n").map((line) =>
    line.split("\t")
  );
  const judged = lines.map(([text = "", label]) => ({
    mood: readSentiment(splitSentences(text), 0),
    wanted: label === "1" ? "positive" : "negative",
  }));
  const told = judged.filter(({ mood }) => mood !== "neutral");
  const { value, low, high } = bootstrap<number>(
    told.map(({ mood, wanted }) => mood === wanted ? 1 : 0),
    mean,
  );
  return {
    figures: { right_where_told: value, low, high, told: told.length / judged.length },
    goals: [],
    n: judged.length,
  };
}

async function measureEntities({ dataFolder }: EvaluationOptions): Promise<Evaluation> {
  const lines = await readCorpusLines(
    dataFolder ?? "",
    join("email-entities", "threads.jsonl.gz"),
    z.object({ conll: z.string() }),
  );
  const threads = lines.map(({ conll }) => {
    const { text, names } = readThread(conll);
    const sentences = splitSentences(text);
    const language = detectLanguage(sentences.map((sentence) => sentence.text).join(" "));
    return { sentences, language, names };
  });
  const find = () =>
    threads.map(({ sentences, language }) =>
      findEntities(sentences, language).map(({ text }) => text)
    );
  const found = find();
  const milliseconds = timeOf(find) / threads.length;
  const counts = threads.map(({ names }, at) => scoreNames(found[at] ?? [], names));
  const half = (which: number) => scoreCounts(counts.filter((_, at) => at % 2 === which)).f1;
  return {
    // Rules were written with threads 0, 2, 4, …; the others were only counted.
    figures: {
      ...describeScore(counts),
      f1_of_even_threads: half(0),
      f1_of_odd_threads: half(1),
      thread_cpu_ms: milliseconds,
    },
    goals: [
      reach("names_f1", scoreCounts(counts).f1, 0.35),
      limit("thread_cpu_ms", milliseconds, "<=", 1),
    ],
    n: lines.length,
  };
}

/** CPU of a second run, in milliseconds: the first one compiles. */
function timeOf(work: () => unknown): number {
  const before = cpuUsage();
  work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
