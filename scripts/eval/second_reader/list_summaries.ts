// deno-lint-ignore-file no-console -- a command line program prints
/**
 * Lists summaries without a verdict, each beside its email, for a reader who judges them:
 * `npx -y deno@2.9.6 run -A scripts/eval/second_reader/list_summaries.ts [--data DIR] [--first N]`
 */
import { loadHtmlReader } from "../../../supabase/functions/_email/html/html_reader.ts";
import { htmlToText } from "../../../supabase/functions/_email/html/html_to_text.ts";
import { runCommand, UsageError } from "../../lib/command.ts";
import { readRecord } from "../read_record.ts";
import { drawTestHalf, readTestHalf, type TestEmail } from "./draw_test_half.ts";
import { findVerdict, hashSummary, readVerdicts, type SummaryVerdict } from "./summary_verdicts.ts";

const USAGE = `Usage: list_summaries.ts [--data DIR] [--first N]
  --data DIR  folder of the corpora; without it the real emails are left out
  --first N   look at the first N emails of the draw (120)
Prints every summary without a verdict, its email, and the line to add to
examples/gold/test/summaries.jsonl. docs/internals/labeling.md says when a summary is usable.`;

/** As many as are judged; fewer would leave an interval of more than 15 points. */
const FIRST = 120;

/** Emails whose present summary nobody has judged, as text for the reader, in their order. */
export function listUnjudged(
  emails: readonly TestEmail[],
  verdicts: readonly SummaryVerdict[],
): string[] {
  const find = findVerdict(verdicts);
  return emails.flatMap(({ email, stored }) => {
    const { summary } = readRecord(stored).record;
    if (find({ email, summary }) !== null) return [];
    const { fromName, fromEmail, subject, bodyText, bodyHtml, receivedAt } = stored;
    const line = { email, summary_sha256: hashSummary(summary), usable: null };
    return [
      [
        `=== ${email}`,
        `From: ${fromName ?? ""} <${fromEmail ?? ""}>`,
        `Date: ${receivedAt}`,
        `Subject: ${subject}`,
        "",
        bodyText ?? htmlToText(bodyHtml ?? ""),
        "",
        `Summary: ${summary ?? "(none)"}`,
        JSON.stringify(line),
      ].join("\n"),
    ];
  });
}

async function main(data: string | undefined, first: string): Promise<number> {
  if (!/^[1-9]\d*$/.test(first)) throw new UsageError(`--first takes a count, not "${first}".`);
  await loadHtmlReader();
  const order = await drawTestHalf();
  const looked = new Set(order.slice(0, Number(first)));
  const emails = (await readTestHalf(data ?? null)).filter(({ email }) => looked.has(email));
  const unjudged = listUnjudged(emails, await readVerdicts());
  for (const text of unjudged) console.log(`${text}\n`);
  console.log(`${unjudged.length} of ${emails.length} summaries have no verdict.`);
  return 0;
}

if (import.meta.main) {
  await runCommand(
    {
      usage: USAGE,
      options: { data: { type: "string" }, first: { type: "string", default: `${FIRST}` } },
    },
    ({ data, first }) => main(data, first),
  );
}
