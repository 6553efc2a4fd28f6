/** Which summaries are usable? A reader's verdicts, each on one summary of one email. */
import { z } from "zod";
import type { Figures } from "../../bench/benchmark.ts";
import { readCorpusLines } from "../corpora/corpus_lines.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import { hashOf } from "../real_gold/real_messages.ts";
import { TEST_FOLDER, testEmail } from "./second_labels.ts";

/** One line of `summaries.jsonl`. It holds no text, so that real emails can be judged too. */
const verdictLine = z.strictObject({
  email: testEmail,
  /** Of the summary as UTF-8, hexadecimal. No summary counts as an empty one. */
  summary_sha256: z.string().regex(/^[\da-f]{64}$/),
  usable: z.boolean(),
});

/** A reader's verdict on one summary of one email. */
export type SummaryVerdict = z.output<typeof verdictLine>;

/** What an email's record says now. */
export interface PresentSummary {
  /** The name of an invented email, the hash of a real one. */
  readonly email: string;
  readonly summary: string | null;
}

/**
 * The lines of `summaries.jsonl`. Earlier summaries of an email keep their verdicts.
 * @throws {Error} naming the line that does not fit the schema.
 */
export async function readVerdicts(): Promise<SummaryVerdict[]> {
  return await readCorpusLines(TEST_FOLDER, "summaries.jsonl", verdictLine);
}

/** The hash by which a verdict knows its summary. */
export function hashSummary(summary: string | null): string {
  return hashOf(summary ?? "", 64);
}

/**
 * Whether the present summary of an email is usable; null when nobody has judged this summary.
 * @example findVerdict(await readVerdicts())({ email: "bel_me", summary: "Bel me." });
 */
export function findVerdict(
  verdicts: readonly SummaryVerdict[],
): (present: PresentSummary) => boolean | null {
  const usable = new Map(verdicts.map((one) => [`${one.email} ${one.summary_sha256}`, one.usable]));
  return ({ email, summary }) => usable.get(`${email} ${hashSummary(summary)}`) ?? null;
}

/**
 * The share of usable summaries among those with a verdict, with its 95 % interval; null, and no
 * figure, when no present summary has one. `changed_since` counts emails whose summary had a
 * verdict once and has changed: until they are judged again, the share leaves out what rules have
 * just changed.
 */
export function describeSummaries(
  present: readonly PresentSummary[],
  verdicts: readonly SummaryVerdict[],
): { readonly usable: number | null; readonly figures: Figures } {
  const find = findVerdict(verdicts);
  const found = present.map(find);
  const judged = found.filter((verdict) => verdict !== null);
  const known = new Set(verdicts.map(({ email }) => email));
  const counts = {
    n: judged.length,
    without_verdict: present.length - judged.length,
    changed_since: present.filter((one, at) => found[at] === null && known.has(one.email)).length,
  };
  if (judged.length === 0) return { usable: null, figures: counts };
  const { value, low, high } = bootstrap(
    judged,
    (drawn) => drawn.filter((usable) => usable).length / drawn.length,
  );
  return { usable: value, figures: { usable: value, low, high, ...counts } };
}
