/** The real emails that the classifiers are also trained on, found by their hashes. */
import { loadHtmlReader } from "../../../supabase/functions/_email/html/html_reader.ts";
import { detectLanguage } from "../../../supabase/functions/_email/text/language/language.ts";
import { findSpan } from "../../eval/real_gold/real_gold.ts";
import type { RealSpan } from "../../eval/real_gold/real_gold_labels.ts";
import { readBareZones, readZones, type RealMessage } from "../../eval/real_gold/real_messages.ts";
import type { LabelledMail, MailKind, SentenceTag } from "../mail_corpus.ts";
import { readQuotedMessages } from "./quoted_messages.ts";
import { readRealTrainingLines, type RealTrainingLine } from "./real_labels.ts";

/** A forward is a person's; mailings, and what programs write, have kinds of their own. */
const KINDS: Readonly<Record<RealTrainingLine["kind"], MailKind>> = {
  person: "person",
  forward: "person",
  form: "form",
  list: "list",
  newsletter: "bulk",
  notice: "notification",
  out_of_office: "out_of_office",
  bounce: "bounce",
  cold: "cold",
  spam: "spam",
};

/** The real training emails of a folder of corpora. */
export interface RealCorpusReading {
  /** Those that were found and whose newest text is read right, in the order of the labels. */
  readonly mails: readonly LabelledMail[];
  /** What was not: hashes of messages, and `hash field` for each sentence. */
  readonly missing: readonly string[];
}

/**
 * Reads them from a folder of corpora.
 * @throws {Error} where a corpus that is there lacks a file or is not what it was.
 */
export async function readRealCorpus(dataFolder: string): Promise<RealCorpusReading> {
  await loadHtmlReader();
  const messages = new Map(
    (await readTrainingMessages(dataFolder)).map((message) => [message.hash, message]),
  );
  const missing: string[] = [];
  const mails = (await readRealTrainingLines()).flatMap((line) => {
    const message = messages.get(line.message);
    if (message === undefined) {
      missing.push(line.message);
      return [];
    }
    return line.is_newest_text_right ? [toLabelledMail(line, message, missing)] : [];
  });
  return { mails, missing };
}

/**
 * Every real message that may be trained with: the part `train` of email-zones and what it quotes,
 * each text once. The licenses of the other corpora may not allow weights that are shipped.
 */
export async function readTrainingMessages(dataFolder: string): Promise<RealMessage[]> {
  const all = [
    ...await readZones(dataFolder, "train"),
    ...await readBareZones(dataFolder),
    ...await readQuotedMessages(dataFolder),
  ];
  const beginnings = new Set<string>();
  return all.filter(({ text }) => {
    const beginning = beginningOf(text);
    return !beginnings.has(beginning) && beginnings.add(beginning);
  });
}

/** What a forward or a second sending of a message begins with, too, though its hash is another. */
export function beginningOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "").slice(0, 150);
}

function toLabelledMail(
  line: RealTrainingLine,
  { email, hash, text }: RealMessage,
  missing: string[],
): LabelledMail {
  const tags = new Map<string, SentenceTag[]>();
  const tag = (name: SentenceTag, field: string, spans: readonly RealSpan[]) => {
    for (const span of spans) {
      const sentence = findSpan(text, span);
      if (sentence === null) missing.push(`${hash} ${field}`);
      else tags.set(sentence, [...tags.get(sentence) ?? [], name]);
    }
  };
  tag("A", "action_items", line.action_items);
  tag("Q", "questions_asked", line.questions_asked);
  tag("P", "pain_points", line.pain_points);
  const summaries = line.summaries.flatMap((span) => findSpan(text, span) ?? []);
  return {
    place: `real.jsonl:${hash}`,
    kind: KINDS[line.kind],
    intent: line.primary_intent,
    urgency: line.urgency_level,
    sentiment: line.sentiment,
    language: detectLanguage(text) ?? "en",
    needsReply: line.needs_reply,
    subject: email.subject,
    sentences: [...tags].map(([sentence, own]) => ({ text: sentence, tags: own })),
    real: {
      email,
      acceptableIntents: line.acceptable_primary_intents,
      summaries,
    },
  };
}
