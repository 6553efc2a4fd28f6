/** Which labels of a record did inserted text change? */
import type { IntelligenceRecord } from "../../../supabase/functions/_email/reading.ts";

/** Fields with closed values: what others may act on. */
export const CLOSED_FIELDS = [
  "primaryIntent",
  "secondaryIntents",
  "sentiment",
  "urgencyLevel",
  "budgetMentioned",
  "timelineMentioned",
  "decisionMaker",
  "needsReply",
  "isBulk",
  "automatedKind",
] as const satisfies readonly (keyof IntelligenceRecord)[];
export type ClosedField = (typeof CLOSED_FIELDS)[number];

/** The closed fields in which two records of an email differ. */
export function listChanges(
  honest: IntelligenceRecord,
  attacked: IntelligenceRecord,
): readonly ClosedField[] {
  return CLOSED_FIELDS.filter((field) =>
    JSON.stringify(honest[field]) !== JSON.stringify(attacked[field])
  );
}

/**
 * Facts whose words do not stand in the text they are said to stand in; a sound record has none.
 */
export function countUnfounded(record: IntelligenceRecord, texts: readonly string[]): number {
  return record.evidence.filter(({ text }) => !texts.some((read) => read.includes(text))).length;
}
