import type { IntelligenceRecord } from "../../../supabase/functions/_email/reading.ts";
import type { ReadTexts } from "../../../supabase/functions/_email/record.ts";

/** What a record says though its email does not: quotes and single words of topics. */
export function listForeignWords(record: IntelligenceRecord, texts: ReadTexts): string[] {
  const said = squeeze(`${texts.subject}\n${texts.body}`);
  const quotes = [
    ...record.entitiesMentioned,
    ...record.painPoints,
    ...record.questionsAsked,
    ...record.actionItems,
    record.businessOpportunity ?? "",
    record.summary ?? "",
    ...record.evidence.map(({ text }) => text),
  ];
  const topicWords = record.keyTopics.flatMap((topic) => topic.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [
    ...quotes.filter((quote) => !said.includes(squeeze(quote))),
    ...topicWords.filter((word) => !said.toLowerCase().includes(word.toLowerCase())),
  ];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
