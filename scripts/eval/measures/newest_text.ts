import { existsSync } from "node:fs";
import { join } from "node:path";
import { capText } from "../../../supabase/functions/_email/html/plain_text.ts";
import { sampleEmail } from "../../../supabase/functions/_email/testing/sample_email.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { cutAtOlderLine } from "../judges/newest_text_score.ts";
import { judgeCrisp, judgeGithub } from "../corpora/reply_corpus.ts";
import { describeTimes, measureGrowth, readEveryFile, timeZones } from "./zone_times.ts";
import { normalizeSpace, readZonedMails, type ZonedMail } from "../corpora/zones_corpus.ts";

/** Labeled for judging only: nothing was looked up there while the rules were written. */
const HELD_OUT = "eval";

/** How often exactly the newest message is found, and what finding it costs. */
export const newestText: Measure = {
  name: "newest-text",
  summary: "the text above quotes and forwarded emails, against labeled emails",
  corpora: ["email-zones", "reply-quoting"],
  run: async ({ dataFolder, say }): Promise<Evaluation> => {
    const data = dataFolder ?? "";
    const enron = await readZonedMails(data, "enron-zones.jsonl.gz");
    const apache = await readZonedMails(data, "asf-zones.jsonl.gz");
    const crisp = judgeCrisp(join(data, "reply-quoting"));
    const github = judgeGithub(join(data, "reply-quoting"));
    const mails = [...enron, ...apache];
    for (const { text } of mails) timeZones(sampleEmail(text));
    const times = mails.map(({ text }) => timeZones(sampleEmail(text)));
    say("doubling hostile texts, reading every file …");
    const folders = ["reply-quoting", "mime"].filter((folder) => existsSync(join(data, folder)));
    return {
      figures: {
        enron: judgeSplits(enron),
        apache: judgeSplits(apache),
        crisp: { ...crisp },
        github: { ...github },
        time: describeTimes(times),
        hostile: measureGrowth(),
        every_file: await readEveryFile(data, folders),
      },
      goals: [
        reach("newest_text_enron_exact", shareExact(heldOut(enron)), 0.96),
        reach("newest_text_apache_exact", shareExact(heldOut(apache)), 0.8),
        reach("newest_text_crisp_right", crisp.right, 43),
      ],
      n: mails.length + crisp.n + github.n,
    };
  },
};

function heldOut(mails: readonly ZonedMail[]): ZonedMail[] {
  return mails.filter(({ split }) => split === HELD_OUT);
}

function judgeSplits(mails: readonly ZonedMail[]): Figures {
  const splits = [...new Set(mails.map(({ split }) => split))].sort();
  return Object.fromEntries(splits.map((name) => {
    const ofSplit = mails.filter(({ split }) => split === name);
    const { value, low, high } = bootstrap(ofSplit.map(isExact), shareTrue);
    return [name, { exact: value, low, high, n: ofSplit.length }];
  }));
}

function isExact({ text, newestEnd }: ZonedMail): boolean {
  return normalizeSpace(cutAtOlderLine(capText(text))) === normalizeSpace(text.slice(0, newestEnd));
}

function shareExact(mails: readonly ZonedMail[]): number {
  return shareTrue(mails.map(isExact));
}

function shareTrue(hits: readonly boolean[]): number {
  return hits.length === 0 ? 0 : hits.filter(Boolean).length / hits.length;
}
