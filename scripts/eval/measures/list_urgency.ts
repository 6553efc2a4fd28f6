import { takeReading } from "../../../supabase/functions/_email/take_reading.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { limit } from "../../bench/benchmark.ts";
import { readCorpusMail, readCorpusMessages } from "../corpora/corpus_mail.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import type { Measure } from "../measure.ts";

/** Ordinary emails of lists and people, of which next to none is urgent. */
export const listUrgency: Measure = {
  name: "list-urgency",
  summary: "shares of ordinary list email that are called high or critical",
  corpora: ["spamassassin-sample"],
  async run({ dataFolder }) {
    const messages = await readCorpusMessages(
      dataFolder ?? "",
      "spamassassin-sample/emails.jsonl.gz",
    );
    const ham = messages.filter(({ labels }) => String(labels["group"]).includes("ham"));
    const read = (await Promise.all(ham.map(readCorpusMail))).flatMap((email) =>
      email === null ? [] : [takeReading(makeReadable(email)).urgencyLevel]
    );
    const share = (levels: readonly string[]) =>
      read.filter((level) => levels.includes(level)).length / read.length;
    const urgent = bootstrap<number>(
      read.map((level) => level === "high" || level === "critical" ? 1 : 0),
      (drawn) => drawn.reduce((sum, one) => sum + one, 0) / drawn.length,
    );
    return {
      figures: {
        high_or_critical: urgent.value,
        low: urgent.low,
        high: urgent.high,
        critical: share(["critical"]),
        medium: share(["medium"]),
      },
      goals: [limit("list_email_high_or_critical", urgent.value, "<=", 0.03)],
      n: read.length,
    };
  },
};
