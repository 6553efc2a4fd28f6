/** Contacts with facts, one contradiction and a score. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** @param mark in front of every text of the contact */
export async function insertContact(
  { database }: Stack,
  workspace: string,
  mark: string,
): Promise<void> {
  await database.query(
    `with contact as (
       insert into public.contacts (workspace_id, email, name, company, job_title, ai_score, last_interaction)
       values ($1, replace(lower($2), ' ', '') || 'gudrun@client.example', $2 || 'Gudrun Weber', $2 || 'Client Ltd', 'Buyer', 62.5, now())
       returning id, workspace_id
     ), facts as (
       insert into public.contact_facts (contact_id, field, value, value_key, source, email_id, first_seen_at, last_seen_at,
         times_seen, place)
       select c.id, f.field, f.value, f.value, f.source, e.id, now(), now(), 2, f.place
       from contact c
       join lateral (select m.id from public.client_emails m where m.workspace_id = c.workspace_id limit 1) e on true
       cross join (values ('name', $2 || 'Gudrun Weber', 'header', 1), ('job_title', 'Buyer', 'signature', 1),
         ('job_title', 'Head of purchasing', 'header', 2)) as f (field, value, source, place)
     ), emails as (
       insert into public.contact_emails (email_id, contact_id, at, day, direction)
       select e.id, c.id, now(), current_date, 'inbound'
       from contact c
       join public.client_emails e on e.workspace_id = c.workspace_id
     )
     insert into public.lead_scores (contact_id, workspace_id, score, engagement, behavior, demographic, recency,
       intelligence, reasons, coverage, model_version, scored_at)
     select c.id, c.workspace_id, 62.5, 50, 50, 50, 50, 50, $3::text::jsonb, 0.8, 1, now()
     from contact c`,
    [
      workspace,
      mark,
      JSON.stringify([
        { code: "emails_in_30_days", number: 4, points: 22.5 },
        { code: "latest_email_within_days", number: 7, points: 40 },
      ]),
    ],
  );
}
