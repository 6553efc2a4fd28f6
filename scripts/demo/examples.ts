import type { LocalDatabase } from "../local/database.ts";

/** An email and its record, both as text for a person. */
export interface Example {
  readonly workspace: string;
  readonly mail: string;
  readonly facts: string;
}

/** Three records: the one with the most facts of each workspace, then the next ones. */
export async function readExamples(database: LocalDatabase): Promise<readonly Example[]> {
  const rows = await database.query<ExampleRow>(
    `with told as (
       select i.*, e.from_name, e.from_email, e.subject, e.body_text, w.name as workspace,
         cardinality(i.questions_asked) + cardinality(i.action_items) + cardinality(i.pain_points)
           + (i.business_opportunity is not null)::integer as facts
       from public.email_intelligence i
       join public.client_emails e on e.id = i.email_id
       join public.workspaces w on w.id = i.workspace_id
       where length(e.body_text) < 900
     ), ranked as (
       select told.*, row_number() over (
         partition by told.workspace
         order by told.facts desc, told.confidence_score desc, told.subject) as place
       from told
     )
     select * from ranked order by place, workspace limit 3`,
  );
  return rows.map((row) => ({
    workspace: row.workspace,
    mail: [
      `From: ${row.from_name ?? ""} <${row.from_email ?? "unknown"}>`,
      `Subject: ${row.subject}`,
      "",
      row.body_text.trim(),
    ].join("\n"),
    facts: describeFacts(row),
  }));
}

type ExampleRow = {
  workspace: string;
  from_name: string | null;
  from_email: string | null;
  subject: string;
  body_text: string;
  primary_intent: string;
  secondary_intents: string[];
  sentiment: string;
  urgency_level: string;
  key_topics: string[];
  entities_mentioned: string[];
  pain_points: string[];
  questions_asked: string[];
  action_items: string[];
  business_opportunity: string | null;
  budget_mentioned: boolean;
  timeline_mentioned: boolean;
  decision_maker: boolean;
  confidence_score: number;
  summary: string | null;
  needs_reply: boolean;
  language: string | null;
};

function describeFacts(row: ExampleRow): string {
  const lead = [
    row.budget_mentioned ? "budget" : "",
    row.timeline_mentioned ? "timeline" : "",
    row.decision_maker ? "decision maker" : "",
  ].filter(Boolean).join(", ");
  return [
    `intent: ${row.primary_intent} (confidence ${row.confidence_score})`,
    ...row.secondary_intents.length > 0 ? [`also: ${row.secondary_intents.join(", ")}`] : [],
    ...list("summary", row.summary ?? ""),
    `sentiment: ${row.sentiment}, urgency: ${row.urgency_level}`,
    `needs a reply: ${row.needs_reply ? "yes" : "no"}, language: ${row.language ?? "unknown"}`,
    ...list("topics", row.key_topics.join(", ")),
    ...list("entities", row.entities_mentioned.join(", ")),
    ...list("mentions", lead),
    ...row.pain_points.map((text) => `pain: ${toOneLine(text)}`),
    ...row.questions_asked.map((text) => `question: ${toOneLine(text)}`),
    ...row.action_items.map((text) => `to do: ${toOneLine(text)}`),
    ...list("opportunity", toOneLine(row.business_opportunity ?? "")),
  ].join("\n");
}

/** Sentences are stored as they are in the email, with their line breaks. */
function toOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function list(label: string, text: string): string[] {
  return text ? [`${label}: ${text}`] : [];
}
