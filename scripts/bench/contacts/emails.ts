import { createHash } from "node:crypto";
import type postgres from "postgres";

/** The workspace of the benchmark and of its tests. */
export const WORKSPACE_ID = "a0000000-0000-4000-8000-00000000c0a7";

const NAMES = ["Ada", "Ada Lovelace", "Lovelace, Ada", "A. King", "ada@d1.example", "Ada via Docs"];
const TITLES = ["Managing Director", "Cook", "Head of Sales", null, null];
const COMPANIES = ["Keelby Ltd", "keelby ltd.", "Castle & Sons", null];
const INTENTS = ["question", "complaint", "meeting_request", "proposal", "other"];
const SENTIMENTS = ["positive", "neutral", "negative"];

/** An email with what the reader found in it. */
export interface SampleEmail {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly isOutbound: boolean;
  readonly receivedAt: Date;
  readonly signature: { name: string; position: string | null; organisation: string | null } | null;
  readonly intent: string;
  readonly sentiment: string;
  readonly isBulk: boolean;
  readonly signs: readonly boolean[];
}

/**
 * The email number `number` of a seeded source: one of `people` writes, or is written to, within
 * `day`.
 * @param random numbers from 0 to below 1
 */
export function createEmail(
  random: () => number,
  number: number,
  day: Date,
  people = 25,
): SampleEmail {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const person = Math.floor(random() * people);
  return {
    id: createId(`email ${number}`),
    address: `p${person}@${person % 5 === 0 ? "gmail.com" : `d${person % 7}.example`}`,
    name: pick(NAMES),
    isOutbound: random() < 0.25,
    // Of two emails in one hundred minutes some have the same time.
    receivedAt: new Date(day.getTime() + Math.floor(random() * 14) * 100 * 60_000),
    signature: random() < 0.5
      ? {
        name: pick(["Ada", "Ada Lovelace"]),
        position: pick(TITLES),
        organisation: pick(COMPANIES),
      }
      : null,
    intent: pick(INTENTS),
    sentiment: pick(SENTIMENTS),
    isBulk: random() < 0.05,
    signs: Array.from({ length: 4 }, () => random() < 0.2),
  };
}

/** An id that follows from a name, so that every order of the same emails has the same ids. */
export function createId(name: string): string {
  const hex = createHash("md5").update(name).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Stores an email and, if it came in, its record, with evidence for the signature. */
export async function storeEmail(sql: postgres.Sql, email: SampleEmail): Promise<void> {
  const { id, address, isOutbound, receivedAt, signature, signs } = email;
  await sql`insert into public.client_emails (id, workspace_id, provider_message_id, from_email,
      from_name, to_emails, direction, received_at, created_at)
    values (${id}, ${WORKSPACE_ID}, ${id}, ${isOutbound ? "us@ours.example" : address},
      ${isOutbound ? "Us" : email.name}, ${isOutbound ? [address] : []},
      ${isOutbound ? "outbound" : "inbound"}, ${receivedAt}, ${receivedAt})`;
  if (isOutbound) return;
  const { contact, text, evidence } = describeFacts(signature, signs);
  const [budget = false, timeline = false, decision = false] = signs;
  const json = contact === null ? null : sql.json(contact);
  await sql`insert into public.email_intelligence (email_id, workspace_id, primary_intent,
      sentiment, urgency_level, budget_mentioned, timeline_mentioned, decision_maker,
      confidence_score, contact, needs_reply, is_bulk, is_automated, evidence, analyzed_text,
      analyzer, analyzer_version, extraction_model)
    values (${id}, ${WORKSPACE_ID}, ${email.intent}, ${email.sentiment}, 'low', ${budget},
      ${timeline}, ${decision}, 50, ${json}, false, ${email.isBulk}, false,
      ${sql.json(evidence)}, ${text}, 'rules', 1, 'test')`;
}

const FLAGS = ["budget_mentioned", "timeline_mentioned", "decision_maker"];

/** The signature and the flags in a text of their own, each with its place. */
function describeFacts(signature: SampleEmail["signature"], signs: readonly boolean[]) {
  let text = "";
  const evidence: Evidence[] = [];
  const say = (field: string, words: string) => {
    const [start, end] = [text.length, text.length + words.length];
    evidence.push({ field, item: null, source: "body_text", start, end, text: words });
    text += `${words}\n`;
  };
  for (const [part, words] of Object.entries(signature ?? {})) {
    if (words !== null) say(`contact.${part}`, words);
  }
  for (const [at, flag] of FLAGS.entries()) if (signs[at]) say(flag, "soon");
  const contact = signature === null ? null : { ...signature, phones: [], emails: [], urls: [] };
  return { contact, text: text === "" ? null : text, evidence };
}

type Evidence = {
  field: string;
  item: null;
  source: string;
  start: number;
  end: number;
  text: string;
};
