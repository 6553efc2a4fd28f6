import { recognizeReadable } from "../../../supabase/functions/_email/take_reading.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { type CorpusMessage, readCorpusMail, readCorpusMessages } from "../corpora/corpus_mail.ts";
import { describeScore } from "../judges/describe_score.ts";
import type { Measure } from "../measure.ts";
import { type Counts, scoreCounts } from "../judges/score.ts";

const BOUNCES = "bounces/emails.jsonl";
const SPAMASSASSIN = "spamassassin-sample/emails.jsonl.gz";
const MODERN = "modern-html-spam/emails.jsonl.gz";

/**
 * Filed by the corpus under `not` because its own parser cannot decode it. It comes from a
 * postmaster with an empty return path and tells the sender that a mailbox was full, so the goals
 * count it as a bounce. `bounces_as_labelled` counts it as the corpus does.
 */
const MISFILED = "rb-issue-368-bug.eml";

/** Bounces told from other email, and how much of a bulk corpus is taken for bulk. */
export const massMail: Measure = {
  name: "mass-mail",
  summary: "labeled bounces beside emails of people; shares of emails taken for bulk",
  corpora: ["bounces", "spamassassin-sample", "modern-html-spam"],
  async run({ dataFolder }) {
    const folder = dataFolder ?? "";
    const [bounces, groups, modern] = await Promise.all([
      readCorpusMessages(folder, BOUNCES),
      readCorpusMessages(folder, SPAMASSASSIN),
      readCorpusMessages(folder, MODERN),
    ]);
    const ham = groups.filter(({ labels }) => String(labels["group"]).includes("ham"));
    const judged = await Promise.all(
      [...bounces, ...ham].map(async (message) => ({
        id: message.id,
        isLabelled: message.labels["bounce"] === true,
        isFound: await readKind(message) === "bounce",
      })),
    );
    const asLabelled = judged.map(({ isLabelled, isFound }) => compare(isLabelled, isFound));
    const counts = judged.map(({ id, isLabelled, isFound }) =>
      compare(isLabelled || id === MISFILED, isFound)
    );
    const { precision, recall } = scoreCounts(counts);
    return {
      figures: {
        bounces: describeScore(counts),
        bounces_as_labelled: describeScore(asLabelled),
        kinds: { ...await countKinds(groups, "group"), modern_html_spam: await shareKinds(modern) },
      },
      goals: [
        reach("bounce_precision", precision, 0.98),
        reach("bounce_recall", recall, 0.97),
      ],
      n: bounces.length + groups.length + modern.length,
    };
  },
};

async function readKind(message: CorpusMessage): Promise<string> {
  const mail = await readCorpusMail(message);
  if (mail === null) return "refused";
  const recognized = recognizeReadable(makeReadable(mail));
  return recognized?.automatedKind ?? recognized?.kind ?? "person";
}

function compare(expected: boolean, found: boolean): Counts {
  return {
    truePositives: expected && found ? 1 : 0,
    falsePositives: !expected && found ? 1 : 0,
    falseNegatives: expected && !found ? 1 : 0,
  };
}

async function countKinds(
  messages: readonly CorpusMessage[],
  label: string,
): Promise<Record<string, Figures>> {
  const groups = Map.groupBy(messages, ({ labels }) => String(labels[label]));
  const entries = await Promise.all(
    [...groups].map(async ([name, group]) =>
      [name.replaceAll("-", "_"), await shareKinds(group)] as const
    ),
  );
  return Object.fromEntries(entries);
}

/** Share of each kind, and how many emails there are. */
async function shareKinds(messages: readonly CorpusMessage[]): Promise<Figures> {
  const kinds = await Promise.all(messages.map(readKind));
  const shares: Record<string, number> = {};
  for (const kind of kinds) shares[kind] = (shares[kind] ?? 0) + 1 / kinds.length;
  return { ...shares, n: messages.length };
}
