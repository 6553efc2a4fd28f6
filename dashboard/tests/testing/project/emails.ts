/** Emails that are read. */
import type { Stack } from "../../../../scripts/local/stack.ts";

const RECORD = {
  primary_intent: "complaint",
  sentiment: "negative",
  urgency_level: "critical",
  summary: "The cake was sour.",
  needs_reply: true,
  confidence_score: 85,
  analyzer: "rules",
  analyzer_version: 1,
  extraction_model: "rules-1",
  budget_mentioned: false,
  timeline_mentioned: false,
  decision_maker: false,
  is_bulk: false,
  is_automated: false,
};

/**
 * An email with a record: a question in its text, and where the subject names Friday, a reason and
 * a date.
 */
export async function insertEmail(
  { database }: Stack,
  workspace: string,
  subject: string,
  urgency: string,
): Promise<void> {
  const text = `Hello 🎂,\n\nWhen do you refund <b>it</b>? ${subject}.`;
  const question = "When do you refund <b>it</b>?";
  const start = Array.from(text.slice(0, text.indexOf(question))).length;
  const record = {
    ...RECORD,
    urgency_level: urgency,
    questions_asked: [question],
    ...subject.includes("Friday")
      ? {
        urgency_reasons: ["said_urgent"],
        dates: [{ text: "Friday", value: "2027-01-01" }],
      }
      : {},
    evidence: [
      {
        field: "questions_asked",
        item: 0,
        source: "body_text",
        start,
        end: start + Array.from(question).length,
        text: question,
      },
      ...listFriday(subject, text),
    ],
  };
  await database.query(
    `with email as (
       insert into public.client_emails (workspace_id, provider_message_id, from_email, subject, body_text,
         intelligence_analyzed, analyzed_at)
       values ($1, $2, 'gudrun@client.example', $2, $3, true, now())
       returning id, workspace_id
     )
     insert into public.email_intelligence
     select i.* from email e cross join jsonb_populate_record(null::public.email_intelligence, jsonb_build_object(
       'id', gen_random_uuid(), 'email_id', e.id, 'workspace_id', e.workspace_id, 'extracted_at', now(),
       'secondary_intents', '[]'::jsonb, 'key_topics', '[]'::jsonb, 'entities_mentioned', '[]'::jsonb,
       'pain_points', '[]'::jsonb, 'action_items', '[]'::jsonb, 'urgency_reasons', '[]'::jsonb, 'dates', '[]'::jsonb,
       'money', '[]'::jsonb, 'degraded', false) || $4::jsonb) i`,
    [workspace, subject, text, JSON.stringify(record)],
  );
}

/** The reason in the subject and the date in the text. */
function listFriday(subject: string, text: string): readonly Readonly<Record<string, unknown>>[] {
  if (!subject.includes("Friday")) return [];
  const inSubject = subject.indexOf("Bread");
  const inText = Array.from(text.slice(0, text.indexOf("Friday"))).length;
  return [
    {
      field: "urgency_reasons",
      source: "subject",
      start: inSubject,
      end: inSubject + 5,
      text: "Bread",
    },
    { field: "dates", source: "body_text", start: inText, end: inText + 6, text: "Friday" },
  ].map((fact) => ({ ...fact, item: 0 }));
}
