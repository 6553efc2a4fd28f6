/** The older emails that the training emails of email-zones quote or forward. */
import { z } from "zod";
import { readCorpusLines } from "../../eval/corpora/corpus_lines.ts";
import { POST_HEADERS, type RealMessage, toMessage } from "../../eval/real_gold/real_messages.ts";

const zonesLine = z.object({
  split: z.string(),
  text: z.string(),
  spans: z.array(z.tuple([z.number(), z.number(), z.string()])),
});
type ZonesLine = z.output<typeof zonesLine>;

/** Posts of lists, and business emails. */
const FILES = { "enron-zones": {}, "enron-full": {}, "asf-zones": POST_HEADERS };
/** What says less is no email to learn from. */
const LEAST_CHARACTERS = 25;

/**
 * Each quoted email as its sender wrote it: without the marks of quoting, and with the subject of
 * its header. Only of the part that models may be trained on.
 */
export async function readQuotedMessages(dataFolder: string): Promise<RealMessage[]> {
  const all: RealMessage[] = [];
  for (const [file, headers] of Object.entries(FILES)) {
    const lines = await readCorpusLines(dataFolder, `email-zones/${file}.jsonl.gz`, zonesLine);
    for (const line of lines) {
      if (line.split !== "train") continue;
      for (const { header, body } of findQuoted(line)) {
        const bodyText = dropMarks(body);
        if (bodyText.replace(/[^\p{L}\d]/gu, "").length < LEAST_CHARACTERS) continue;
        const subject = /(?:^|\n)[>\s]*Subject:[^\S\n]*(.*)/.exec(header)?.[1]?.trim() ?? "";
        all.push(toMessage("email-zones", bodyText, { bodyText, subject, headers }));
      }
    }
  }
  return all;
}

/** The first body behind each header; the header of the whole email is not a quoted one. */
function* findQuoted({ text, spans }: ZonesLine): Generator<{ header: string; body: string }> {
  const bodies = spans.filter(([, , type]) => type === "Body");
  for (const [start, end, type] of spans) {
    if (type !== "Header" || start === 0) continue;
    const body = bodies.find(([bodyStart]) => bodyStart >= end - 1);
    if (body === undefined) continue;
    yield { header: text.slice(start, end), body: text.slice(body[0], body[1]) };
  }
}

const MARKS = /^(?:\s{0,2}>)+ ?/;

/** Without as many marks as most lines have; what is quoted in it keeps its own. */
function dropMarks(body: string): string {
  const lines = body.replace(/\r\n?/g, "\n").split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map(depthOf).sort((a, b) => a - b);
  const depth = depths[depths.length >> 1] ?? 0;
  const marks = new RegExp(`^(?:\\s{0,2}> ?){0,${depth}}`);
  return lines.map((line) => line.replace(marks, "")).join("\n").trim();
}

function depthOf(line: string): number {
  return MARKS.exec(line)?.[0].replace(/[^>]/g, "").length ?? 0;
}
