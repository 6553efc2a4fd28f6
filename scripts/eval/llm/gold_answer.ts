/** The labels of a gold email as the answer that a model without fault would give. */
import type {
  Answer,
  Role,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/answer_schema.ts";
import type { Excerpt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import {
  MAX_NAMES,
  MAX_TOPICS,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/limits.ts";
import type { GoldLabels } from "../corpora/gold_labels.ts";

/**
 * @param firstLine the number of the email's subject in its call.
 * Labels that are only true or false say no line: the one with a date or a sum is taken, else the
 * first.
 */
export function writeGoldAnswer(labels: GoldLabels, excerpt: Excerpt, firstLine: number): Answer {
  const letters = new Map<number, string>();
  const mark = (role: Role, lines: readonly number[]) => {
    for (const line of lines) letters.set(line, (letters.get(line) ?? "") + role);
  };
  const linesOf = (texts: readonly string[]) => [
    ...new Set(texts.flatMap((text) => findLines(text, excerpt))),
  ];
  const body = Math.min(1, excerpt.lines.length - 1);
  const oneOf = (texts: readonly string[]) => [linesOf(texts)[0] ?? body];
  const asked = [...labels.questions_asked, ...labels.action_items, ...labels.pain_points];
  const dates = labels.dates.map(({ text }) => text);

  mark("m", oneOf(asked));
  mark("q", linesOf(labels.questions_asked));
  mark("a", linesOf(labels.action_items));
  mark("p", linesOf(labels.pain_points));
  if (labels.business_opportunity !== null) mark("o", oneOf([labels.business_opportunity]));
  if (labels.budget_mentioned) mark("b", oneOf(labels.money.map(({ text }) => text)));
  if (labels.timeline_mentioned) mark("t", oneOf(dates));
  if (labels.decision_maker) mark("d", [body]);
  if (labels.urgency_level !== "low") mark("u", oneOf([...dates, ...asked]));

  return {
    l: [...letters].toSorted(([a], [b]) => a - b)
      .map(([index, roles]) => `${firstLine + index}${roles}`).join(" "),
    v: [
      labels.primary_intent,
      ...labels.secondary_intents,
      ...(labels.sentiment === "neutral" ? [] : [labels.sentiment]),
      ...(labels.urgency_level === "low" ? [] : [labels.urgency_level]),
      ...(labels.needs_reply ? ["reply" as const] : []),
    ],
    k: labels.key_topics.slice(0, MAX_TOPICS).join(", "),
    e: labels.entities_mentioned.slice(0, MAX_NAMES).join("; "),
  };
}

/** Lines that hold a text, or that a longer text holds. */
function findLines(text: string, { lines }: Excerpt): number[] {
  const wanted = squeeze(text);
  return lines.flatMap(({ sentence }, index) => {
    const line = squeeze(sentence.text);
    return line !== "" && (line.includes(wanted) || wanted.includes(line)) ? [index] : [];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
