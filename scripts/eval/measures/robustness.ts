import { analyzeByRules } from "../../../supabase/functions/continuous-intelligence/analyzers/rules.ts";
import { readMessage } from "../../../supabase/functions/_email/message/read_message.ts";
import { type Figures, limit } from "../../bench/benchmark.ts";
import { cpuMs } from "../../lib/cpu.ts";
import { describeSample } from "../../lib/quantiles.ts";
import { EVALUATION_TIME, readCorpusMessages, toClaimedMail } from "../corpora/corpus_mail.ts";
import { listHostileMail, type RawMail } from "../corpora/hostile_mail.ts";
import type { EvaluationOptions, Measure } from "../measure.ts";

const REAL_MAIL = [
  "spamassassin-sample/emails.jsonl.gz",
  "modern-html-spam/emails.jsonl.gz",
  "bounces/emails.jsonl",
] as const;

/** Email that comes before the timed one: the first ones pay for compiling. */
const WARM_UP = 60;

/** Every email through reading and analysis: does it finish, and what does it cost? */
export const robustness: Measure = {
  name: "robustness",
  summary: "CPU ms to read and analyze an email: real ones, and every malformed or hostile file",
  corpora: ["spamassassin-sample", "modern-html-spam", "bounces", "mime", "reply-quoting"],
  async run({ dataFolder, say }) {
    const folder = dataFolder ?? "";
    const real = (await Promise.all(REAL_MAIL.map((file) => readCorpusMessages(folder, file))))
      .flat().map(({ id, raw }): RawMail => ({ name: id, raw }));
    const hostile = await listHostileMail(folder);
    for (const mail of real.slice(0, WARM_UP)) await pass(mail);
    const realPassages = await passAll(real, say);
    const hostilePassages = await passAll(hostile, say);
    const accepted = [...realPassages, ...hostilePassages]
      .filter(({ outcome }) => outcome === "analysed").map(totalMs);
    const failed = [...realPassages, ...hostilePassages]
      .filter(({ outcome }) => outcome === "failed").length;
    const analyzing = realPassages.map(({ analyzeMs }) => analyzeMs);
    return {
      figures: {
        real_mail_analysis_ms: describeTimes(analyzing),
        real_mail_reading_ms: describeTimes(realPassages.map(({ readMs }) => readMs)),
        hostile_files_ms: describeTimes(hostilePassages.map(totalMs)),
        outcomes: {
          real: countOutcomes(realPassages),
          hostile: countOutcomes(hostilePassages),
        },
      },
      goals: [
        limit("analysis_mean_ms", mean(analyzing), "<=", 4),
        limit("analysis_p95_ms", describeSample(analyzing).p95, "<=", 12),
        limit("any_accepted_mail_max_ms", Math.max(...accepted), "<=", 800),
        limit("files_neither_read_nor_refused", failed, "<=", 0),
      ],
      n: real.length + hostile.length,
    };
  },
};

interface Passage {
  readonly readMs: number;
  readonly analyzeMs: number;
  readonly outcome: "analysed" | "refused" | "failed";
}

async function passAll(
  mails: readonly RawMail[],
  say: EvaluationOptions["say"],
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const mail of mails) {
    // CPU time is measured: one at a time.
    const passage = await pass(mail);
    if (passage.outcome === "failed") say(`  ${mail.name} was neither read nor rejected`);
    passages.push(passage);
  }
  return passages;
}

/** Reads a raw message as `inbound-email` does, then analyzes what would be stored. */
async function pass({ name, raw }: RawMail): Promise<Passage> {
  const begun = cpuMs();
  const reading = await readMessage(raw, EVALUATION_TIME);
  const readMs = cpuMs() - begun;
  if (!reading.ok) return { readMs, analyzeMs: 0, outcome: "refused" };
  const mail = toClaimedMail(name, reading.email);
  const analyzed = cpuMs();
  const analysis = analyzeByRules(mail);
  return {
    readMs,
    analyzeMs: cpuMs() - analyzed,
    outcome: analysis.ok ? "analysed" : "failed",
  };
}

function totalMs({ readMs, analyzeMs }: Passage): number {
  return readMs + analyzeMs;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function describeTimes(times: readonly number[]): Figures {
  const { p50, p95 } = describeSample(times);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    mean: round(mean(times)),
    p50: round(p50),
    p95: round(p95),
    max: round(Math.max(...times)),
    n: times.length,
  };
}

function countOutcomes(passages: readonly Passage[]): Figures {
  const counts = { analysed: 0, refused: 0, failed: 0 };
  for (const { outcome } of passages) counts[outcome]++;
  return counts;
}
