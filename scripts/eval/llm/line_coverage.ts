/** Can the sentences that people labeled be named by the number of a line? */
import { makeExcerpt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import type { GoldMail } from "../corpora/gold_set.ts";

/** Labeled sentences of the emails, and how many of them are a line, or a part of one. */
export interface LineCoverage {
  readonly sentences: number;
  readonly lines: number;
  readonly parts: number;
}

/**
 * Counts questions, action items and pain points of personal email; white space does not matter.
 */
export function coverLines(mails: readonly GoldMail[]): LineCoverage {
  const coverage = { sentences: 0, lines: 0, parts: 0 };
  for (const gold of mails) {
    const { labels, name: emailId } = gold;
    if (labels.is_bulk || labels.is_automated) continue;
    const excerpt = makeExcerpt({ ...gold, emailId, workspaceId: "", attempt: 1 });
    const lines = excerpt?.lines.map(({ sentence }) => squeeze(sentence.text)) ?? [];
    for (
      const label of [...labels.questions_asked, ...labels.action_items, ...labels.pain_points]
    ) {
      const sentence = squeeze(label);
      coverage.sentences++;
      if (lines.includes(sentence)) coverage.lines++;
      else if (lines.some((line) => line.includes(sentence))) coverage.parts++;
    }
  }
  return coverage;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
