-- Scoring models: how the parts of a lead score are weighed, and how deals ended.
--
-- Owners and admins write here. Weights change by hand only; calibration tells how well they do.
-- Locks: none on existing tables. Time: milliseconds.

create or replace function nightshift.are_title_words(p_words text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(bool_and(w.word is not null and length(w.word) <= 50 and w.word = lower(w.word)
    and w.word ~ '^[[:alnum:]]+( [[:alnum:]]+)*$'), true)
  from unnest(p_words) as w (word)
$$;
comment on function nightshift.are_title_words(text[]) is
'Whether each is one or several words in lower case, of letters and digits, at most 50 characters.';
revoke all on function nightshift.are_title_words(text[]) from public;
grant execute on function nightshift.are_title_words(text[]) to authenticated, service_role;

-- It begins anew after two billion: whoever changes a model for weeks must not keep others from changing theirs.
create sequence if not exists nightshift.scoring_model_versions as integer cycle;
revoke all on sequence nightshift.scoring_model_versions from public, anon, authenticated, service_role;

create table if not exists public.scoring_models (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  version integer not null,
  engagement numeric not null default 0.30,
  behavior numeric not null default 0.20,
  demographic numeric not null default 0.20,
  recency numeric not null default 0.15,
  intelligence numeric not null default 0.15,
  title_words text[] not null default '{}',
  wanted_domains text[] not null default '{}',
  updated_at timestamptz not null default now(),
  constraint one_model_for_each_workspace unique nulls not distinct (workspace_id),
  constraint weights_are_not_negative check (
    least(engagement, behavior, demographic, recency, intelligence) >= 0),
  -- Also of zeros: each point of each reason would have as many.
  constraint weights_have_up_to_4_digits check (
    greatest(scale(engagement), scale(behavior), scale(demographic), scale(recency), scale(intelligence)) <= 4),
  constraint weights_sum_to_1 check (engagement + behavior + demographic + recency + intelligence = 1),
  constraint title_words_are_up_to_200_words check (
    cardinality(title_words) <= 200 and nightshift.are_title_words(title_words)),
  constraint wanted_domains_are_up_to_1000_domains check (
    cardinality(wanted_domains) <= 1000 and nightshift.are_domains(wanted_domains))
);
-- Owners and admins write the columns of the constraints.
grant execute on function nightshift.are_domains(text[]) to authenticated;
comment on table public.scoring_models is
'How the five parts of a lead score are weighed. A workspace without a row follows the row without a workspace.';
comment on column public.scoring_models.id is 'time-ordered UUID';
comment on column public.scoring_models.workspace_id is 'the workspace; null: the default of the project';
comment on column public.scoring_models.version is
'a new number after every change; lead_scores say by which they were made';
comment on column public.scoring_models.engagement is 'weight of emails and answers, 0 to 1';
comment on column public.scoring_models.behavior is 'weight of what the contact asks for, 0 to 1';
comment on column public.scoring_models.demographic is 'weight of title, company and domain, 0 to 1';
comment on column public.scoring_models.recency is 'weight of the latest email, 0 to 1';
comment on column public.scoring_models.intelligence is
'weight of opportunities, decisions, tone and complaints, 0 to 1';
comment on column public.scoring_models.title_words is
'words of job titles that you want to talk to, in lower case, such as director';
comment on column public.scoring_models.wanted_domains is
'domains that you want to talk to, in lower case; subdomains count too';
comment on column public.scoring_models.updated_at is 'when it last changed';

create or replace function nightshift.number_model() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.version := nextval('nightshift.scoring_model_versions');
  new.updated_at := now();
  return new;
end
$$;
comment on function nightshift.number_model() is 'Gives a changed scoring model a version of its own.';
revoke all on function nightshift.number_model() from public;
create or replace trigger number_model
before insert or update on public.scoring_models
for each row execute function nightshift.number_model();

create or replace function nightshift.restart_scoring() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.contact_turns t
  set score_after = ''
  where case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end is null
    or t.workspace_id = case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end;
  return null;
end
$$;
comment on function nightshift.restart_scoring() is
'After a change of a scoring model all contacts of its workspace are scored anew, of the default those of all.';
revoke all on function nightshift.restart_scoring() from public;
create or replace trigger restart_scoring
after insert or update or delete on public.scoring_models
for each row execute function nightshift.restart_scoring();

insert into public.scoring_models (workspace_id, title_words)
values (null, array[
  'ceo', 'cfo', 'cio', 'cmo', 'coo', 'cto', 'cro', 'chief', 'president', 'vp', 'vice president', 'director', 'head',
  'founder', 'co founder', 'owner', 'partner', 'principal', 'managing director', 'general manager', 'geschäftsführer',
  'geschäftsführerin', 'inhaber', 'inhaberin', 'leiter', 'leiterin', 'leitung', 'prokurist', 'prokuristin', 'vorstand',
  'gérant', 'directeur', 'directrice', 'fondateur', 'fondatrice', 'gerente', 'directora', 'fundador', 'fundadora',
  'titolare', 'amministratore', 'direttore', 'direttrice', 'diretor', 'diretora', 'eigenaar', 'directeurin'])
on conflict do nothing;

alter table public.scoring_models enable row level security;
revoke all on public.scoring_models from anon, authenticated, service_role;
grant select, insert (workspace_id, engagement, behavior, demographic, recency, intelligence, title_words,
  wanted_domains), update (engagement, behavior, demographic, recency, intelligence, title_words, wanted_domains),
  delete on public.scoring_models to authenticated;
grant select, insert, update, delete on public.scoring_models to service_role;
drop policy if exists "members read the model of their workspaces and the default" on public.scoring_models;
create policy "members read the model of their workspaces and the default" on public.scoring_models
  for select to authenticated
  using (workspace_id is null or workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add the model of their workspaces" on public.scoring_models;
create policy "managers add the model of their workspaces" on public.scoring_models
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change the model of their workspaces" on public.scoring_models;
create policy "managers change the model of their workspaces" on public.scoring_models
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete the model of their workspaces" on public.scoring_models;
create policy "managers delete the model of their workspaces" on public.scoring_models
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages models" on public.scoring_models;
create policy "service role manages models" on public.scoring_models
  to service_role using (true) with check (true);

create table if not exists public.contact_outcomes (
  contact_id uuid primary key references public.contacts (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  outcome text not null,
  day date not null,
  constraint outcome_is_known check (outcome in ('won', 'lost')),
  constraint day_is_from_2000_to_2099 check (day >= '2000-01-01' and day <= '2099-12-31')
);
create index if not exists contact_outcomes_workspace_idx on public.contact_outcomes (workspace_id);
comment on table public.contact_outcomes is
'How the business with a contact ended, for calibration: scores are compared with what came of them.';
comment on column public.contact_outcomes.contact_id is 'the contact';
comment on column public.contact_outcomes.workspace_id is 'its workspace; filled in when it is left out';
comment on column public.contact_outcomes.outcome is 'won or lost';
comment on column public.contact_outcomes.day is 'day on which it was known; the score before that day counts';

create or replace function nightshift.place_outcome() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A contact of another workspace is as unknown as none: the policy rejects both alike.
  select c.workspace_id into new.workspace_id from public.contacts c where c.id = new.contact_id;
  return new;
end
$$;
comment on function nightshift.place_outcome() is 'The workspace of an outcome is that of its contact.';
revoke all on function nightshift.place_outcome() from public;
create or replace trigger place_outcome
before insert or update on public.contact_outcomes
for each row execute function nightshift.place_outcome();

alter table public.contact_outcomes enable row level security;
revoke all on public.contact_outcomes from anon, authenticated, service_role;
grant select, insert (contact_id, outcome, day), update (outcome, day), delete on public.contact_outcomes
  to authenticated;
grant select, insert, update, delete on public.contact_outcomes to service_role;
drop policy if exists "members read the outcomes of their workspaces" on public.contact_outcomes;
create policy "members read the outcomes of their workspaces" on public.contact_outcomes
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add outcomes to their workspaces" on public.contact_outcomes;
create policy "managers add outcomes to their workspaces" on public.contact_outcomes
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change the outcomes of their workspaces" on public.contact_outcomes;
create policy "managers change the outcomes of their workspaces" on public.contact_outcomes
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete the outcomes of their workspaces" on public.contact_outcomes;
create policy "managers delete the outcomes of their workspaces" on public.contact_outcomes
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages outcomes" on public.contact_outcomes;
create policy "service role manages outcomes" on public.contact_outcomes
  to service_role using (true) with check (true);
