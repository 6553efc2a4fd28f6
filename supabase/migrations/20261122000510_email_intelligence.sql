-- Email intelligence: what was extracted from each email, and where the email says it.
--
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create or replace function nightshift.intents() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    'meeting_request', 'question', 'proposal', 'complaint', 'feedback', 'support_request',
    'sales_inquiry', 'partnership', 'introduction', 'follow_up', 'information_sharing', 'other'
  ]
$$;
comment on function nightshift.intents() is 'The 12 intents of an email.';
revoke all on function nightshift.intents() from public;
grant execute on function nightshift.intents() to service_role;

create or replace function nightshift.analyzers() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['rules', 'anthropic', 'openai-compatible'] $$;
comment on function nightshift.analyzers() is 'Who can read emails: the built-in rules, or a model of a provider.';
revoke all on function nightshift.analyzers() from public;
grant execute on function nightshift.analyzers() to service_role;

create table if not exists public.email_intelligence (
  id uuid primary key default nightshift.time_ordered_uuid(),
  email_id uuid not null unique references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  primary_intent text not null,
  secondary_intents text[] not null default '{}',
  sentiment text not null,
  urgency_level text not null,
  key_topics text[] not null default '{}',
  entities_mentioned text[] not null default '{}',
  pain_points text[] not null default '{}',
  questions_asked text[] not null default '{}',
  action_items text[] not null default '{}',
  business_opportunity text,
  budget_mentioned boolean not null,
  timeline_mentioned boolean not null,
  decision_maker boolean not null,
  confidence_score integer not null,
  urgency_reasons text[] not null default '{}',
  dates jsonb not null default '[]',
  money jsonb not null default '[]',
  contact jsonb,
  read_instead text,
  summary text,
  needs_reply boolean not null,
  is_bulk boolean not null,
  is_automated boolean not null,
  automated_kind text,
  language text,
  evidence jsonb not null default '[]',
  analyzed_text text,
  analyzer text not null,
  analyzer_version integer not null,
  degraded boolean not null default false,
  extraction_model text not null,
  extracted_at timestamptz not null default now(),
  run_id uuid,
  constraint primary_intent_is_known check (primary_intent = any (nightshift.intents())),
  constraint secondary_intents_are_known check (secondary_intents <@ nightshift.intents()),
  constraint sentiment_is_known check (sentiment in ('positive', 'neutral', 'negative')),
  constraint urgency_level_is_known check (urgency_level in ('low', 'medium', 'high', 'critical')),
  constraint at_most_5_key_topics check (cardinality(key_topics) <= 5),
  constraint at_most_20_entities_mentioned check (cardinality(entities_mentioned) <= 20),
  constraint at_most_10_pain_points check (cardinality(pain_points) <= 10),
  constraint at_most_10_questions_asked check (cardinality(questions_asked) <= 10),
  constraint at_most_10_action_items check (cardinality(action_items) <= 10),
  constraint at_most_20_urgency_reasons check (cardinality(urgency_reasons) <= 20),
  constraint read_instead_is_known check (
    read_instead in ('forwarded_email', 'quoted_email', 'form', 'memo', 'signature', 'invitation', 'subject')
  ),
  constraint confidence_score_is_a_percentage check (confidence_score between 0 and 100),
  constraint dates_are_up_to_20_texts_with_values check (
    case when jsonb_typeof(dates) = 'array' then
      jsonb_array_length(dates) <= 20 and jsonb_array_length(dates) = jsonb_array_length(jsonb_path_query_array(
        dates, '$[*] ? (@.text.type() == "string" && (@.value.type() == "string" || @.value.type() == "null"))'))
    else false end),
  constraint money_is_up_to_20_texts_with_amounts check (
    case when jsonb_typeof(money) = 'array' then
      jsonb_array_length(money) <= 20 and jsonb_array_length(money) = jsonb_array_length(jsonb_path_query_array(
        money, '$[*] ? (@.text.type() == "string" && @.amount.type() == "number"
          && (@.currency.type() == "null" || @.currency like_regex "^[A-Z]{3}$"))'))
    else false end),
  constraint contact_has_three_texts_and_three_lists check (
    contact is null or jsonb_path_exists(contact, '$ ? (
      (@.name.type() == "string" || @.name.type() == "null")
      && (@.organisation.type() == "string" || @.organisation.type() == "null")
      && (@.position.type() == "string" || @.position.type() == "null")
      && @.phones.type() == "array" && @.phones.size() <= 20
      && @.emails.type() == "array" && @.emails.size() <= 20
      && @.urls.type() == "array" && @.urls.size() <= 20)')),
  -- Not "between": inside "and", PostgreSQL prints it differently after a dump and restore.
  constraint summary_is_one_line_of_up_to_280_characters check (
    length(summary) >= 1 and length(summary) <= 280 and summary !~ '[\n\r]'),
  constraint automated_kind_is_known check (automated_kind in ('bounce', 'out_of_office', 'notification')),
  constraint automated_mail_has_a_kind check (is_automated = (automated_kind is not null)),
  constraint language_is_a_code check (language ~ '^[a-z]{2,3}$'),
  constraint evidence_is_a_list_of_up_to_200 check (
    case when jsonb_typeof(evidence) = 'array' then jsonb_array_length(evidence) <= 200 else false end),
  constraint analyzed_text_has_1_to_65536_characters check (length(analyzed_text) between 1 and 65536),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint analyzer_version_is_positive check (analyzer_version >= 1)
);
create index if not exists email_intelligence_workspace_idx
on public.email_intelligence (workspace_id, extracted_at desc);
create index if not exists email_intelligence_run_idx
on public.email_intelligence (run_id, workspace_id) where run_id is not null;

comment on table public.email_intelligence is
'What was extracted from an email, one record each. Every fact has its place in evidence. Unknown is null.';
comment on column public.email_intelligence.id is 'time-ordered UUID';
comment on column public.email_intelligence.email_id is 'the email';
comment on column public.email_intelligence.workspace_id is 'its workspace';
comment on column public.email_intelligence.primary_intent is 'what the sender wants most, one of 12';
comment on column public.email_intelligence.secondary_intents is 'what else';
comment on column public.email_intelligence.sentiment is 'positive, neutral or negative';
comment on column public.email_intelligence.urgency_level is 'low, medium, high or critical';
comment on column public.email_intelligence.key_topics is 'at most five';
comment on column public.email_intelligence.entities_mentioned is 'people, organisations, addresses, as written';
comment on column public.email_intelligence.pain_points is 'sentences that describe a problem';
comment on column public.email_intelligence.questions_asked is 'questions, as written';
comment on column public.email_intelligence.action_items is 'requests and promises, as written';
comment on column public.email_intelligence.business_opportunity is
'the sentence that offers business; null without one';
comment on column public.email_intelligence.budget_mentioned is
'whether it says what the sender''s side has, wants or is able to spend, or that there is nothing to spend';
comment on column public.email_intelligence.timeline_mentioned is
'whether a date, deadline or period to come is named for what the email is about';
comment on column public.email_intelligence.decision_maker is
'whether it says who decides, signs or approves: the sender or somebody else';
comment on column public.email_intelligence.confidence_score is '0 to 100, how strong the cues of the intent are';
comment on column public.email_intelligence.urgency_reasons is 'names of the rules that made it this urgent';
comment on column public.email_intelligence.dates is
'[{text, value}]: as written, and as ISO 8601 date, local date-time or start/end; value null when it is unknown';
comment on column public.email_intelligence.money is
'[{text, amount, currency}]: currency ISO 4217, null when it is not given';
comment on column public.email_intelligence.contact is
'from the signature: {name, organisation, position, phones, emails, urls}; null without one';
comment on column public.email_intelligence.read_instead is
'what was read because the email has no text of its own: forwarded_email, quoted_email, form, memo, signature, '
'invitation or subject; null when its newest text was read';
comment on column public.email_intelligence.summary is 'one line; null for an empty email';
comment on column public.email_intelligence.needs_reply is 'whether it needs a reply';
comment on column public.email_intelligence.is_bulk is 'whether it was sent to many';
comment on column public.email_intelligence.is_automated is 'whether a program sent it';
comment on column public.email_intelligence.automated_kind is
'bounce, out_of_office or notification; null when a person sent it';
comment on column public.email_intelligence.language is 'ISO 639; null when the text is too short to tell';
comment on column public.email_intelligence.evidence is
'[{field, item, source, start, end, text}]: where the email says each fact. field: a column, or a part of contact '
'after a '
'dot; item: place in its list from 0, null without a list; source: subject or body_text; substr(<source>, start + '
'1, "end" - start) = text';
comment on column public.email_intelligence.analyzed_text is
'the text that was read, when it is not body_text of the email: taken from HTML, or shortened';
comment on column public.email_intelligence.analyzer is 'who read it: rules, anthropic or openai-compatible';
comment on column public.email_intelligence.analyzer_version is 'of its rules or its prompt';
comment on column public.email_intelligence.degraded is
'true when the chosen analyzer failed and the rules read the email instead';
comment on column public.email_intelligence.extraction_model is
'analyzer and version, or the provider''s name of the model';
comment on column public.email_intelligence.extracted_at is 'when it was stored';
comment on column public.email_intelligence.run_id is 'the run that read it: id of its system row';

-- As for client_emails: estimates must not tell one tenant about the emails of others.
do $$
declare
  v_column text;
begin
  for v_column in
    select a.attname from pg_catalog.pg_attribute a
    where a.attrelid = 'public.email_intelligence'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attstattarget is distinct from 0
  loop
    execute format('alter table public.email_intelligence alter column %I set statistics 0', v_column);
  end loop;
end
$$;

alter table public.email_intelligence enable row level security;
revoke all on public.email_intelligence from anon, authenticated, service_role;
grant select on public.email_intelligence to authenticated;
grant select, insert, update, delete on public.email_intelligence to service_role;
drop policy if exists "members read the intelligence of their workspaces" on public.email_intelligence;
create policy "members read the intelligence of their workspaces" on public.email_intelligence
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages intelligence" on public.email_intelligence;
create policy "service role manages intelligence" on public.email_intelligence
  to service_role using (true) with check (true);
