/** A project to look at: two workspaces with people, emails that wait, and a day of slots. */
import type { Stack } from "../../../scripts/local/stack.ts";

/** Stands in everything of the other workspace; no page of ours may ever show it. */
export const CANARY = "CANARY-of-theirs";

export interface Project {
  readonly password: string;
  readonly emails: Readonly<Record<"owner" | "viewer" | "stranger" | "ofBoth", string>>;
}

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

/** Fills the database of a stack. */
export async function fillProject(stack: Stack): Promise<Project> {
  const password = "correct horse battery";
  const ours = await insertWorkspace(stack, "Harbour Bakery");
  const theirs = await insertWorkspace(stack, `${CANARY} Ltd`);
  const emails = {
    owner: "owner@bakery.example",
    viewer: "viewer@bakery.example",
    stranger: "stranger@example.com",
    ofBoth: "both@example.com",
  };
  const ids = new Map<string, string>();
  for (const email of Object.values(emails)) {
    // deno-lint-ignore no-await-in-loop -- one after the other
    ids.set(email, await signUp(stack, email, password));
  }
  await join(stack, ours, ids.get(emails.owner), "owner");
  await join(stack, ours, ids.get(emails.viewer), "viewer");
  await join(stack, ours, ids.get(emails.ofBoth), "member");
  await join(stack, theirs, ids.get(emails.ofBoth), "owner");
  for (const workspace of [ours, theirs]) {
    const mark = workspace === theirs ? `${CANARY} ` : "";
    // deno-lint-ignore no-await-in-loop -- one after the other
    await insertEmail(stack, workspace, `${mark}The cake was sour`, "critical");
    // deno-lint-ignore no-await-in-loop -- one after the other
    await insertEmail(stack, workspace, `${mark}Bread for Friday`, "medium");
  }
  await insertSlots(stack, ours);
  return { password, emails };
}

async function insertWorkspace({ database }: Stack, name: string): Promise<string> {
  const rows = await database.query<{ id: string }>(
    "insert into public.workspaces (name) values ($1) returning id",
    [name],
  );
  return rows[0]?.id ?? "";
}

async function signUp(stack: Stack, email: string, password: string): Promise<string> {
  const response = await fetch(`${stack.url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { user } = await response.json();
  return user.id;
}

async function join(
  { database }: Stack,
  workspace: string,
  user: string | undefined,
  role: string,
): Promise<void> {
  await database.query(
    "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, $3)",
    [workspace, user, role],
  );
}

/** An email with a record whose one fact has its place in the text. */
async function insertEmail(
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
    evidence: [{
      field: "questions_asked",
      item: 0,
      source: "body_text",
      start,
      end: start + Array.from(question).length,
      text: question,
    }],
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

/** A day of half hours of the runner: on time, but for one that was missed and one that came late. */
async function insertSlots({ database }: Stack, workspace: string): Promise<void> {
  await database.query(
    `with slots as (
       select s.id as schedule_id, date_trunc('hour', now()) - n * interval '30 minutes' as slot, n,
         gen_random_uuid() as task_id
       from public.task_schedules s
       cross join generate_series(1, 40) as n
       where s.name = 'continuous-intelligence'
     ), tasks as (
       insert into public.autonomous_tasks (id, task_type, status, executed_at)
       select l.task_id, 'continuous_intelligence_update', 'completed',
         l.slot + case l.n when 3 then interval '64 seconds' else interval '1 second' end
       from slots l where l.n <> 5
     ), runs as (
       insert into nightshift.run_workspaces (run_id, workspace_id, status, processed, started_at, ended_at)
       select l.task_id, $1, 'completed', 4, l.slot, l.slot from slots l where l.n <> 5
     )
     insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict, http_status,
       responded_at)
     select l.schedule_id, l.slot, case l.n when 5 then 'missed' else 'tick' end, l.task_id,
       l.slot + case l.n when 3 then interval '63 seconds' else interval '0.5 seconds' end,
       case l.n when 5 then 'missed' else 'accepted' end, case when l.n <> 5 then 202 end,
       l.slot + interval '64 seconds'
     from slots l`,
    [workspace],
  );
}
