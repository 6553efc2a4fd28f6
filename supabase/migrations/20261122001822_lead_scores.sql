-- Lead scores: whom to answer first, and why.
--
-- A score follows from the days and facts of a contact, the model and the day. Each reason has a number and
-- points, and the points sum to the score.
-- Locks: writers of public.contacts wait half a second at most. Time: milliseconds.

-- After an undo of this migration, contacts that were scored are there without a score.
do $$
begin
  if to_regclass('public.lead_scores') is null then
    update nightshift.contact_turns t
    set score_after = ''
    from public.workspace_settings s
    where s.workspace_id = t.workspace_id and s.enabled_types @> '{lead_scoring_batch}';
  end if;
end
$$;

-- A score goes with its contact, which goes with its workspace. A foreign key to the workspace besides would cost a
-- twentieth of the time of scoring each.
create table if not exists public.lead_scores (
  contact_id uuid primary key references public.contacts (id) on delete cascade,
  workspace_id uuid not null,
  score numeric not null,
  engagement smallint not null,
  behavior smallint not null,
  demographic smallint not null,
  recency smallint not null,
  intelligence smallint not null,
  reasons jsonb not null,
  coverage numeric(4, 3) not null,
  model_version integer not null,
  rescore_on date,
  scored_at timestamptz not null,
  constraint score_is_from_0_to_100_with_4_digits check (score >= 0 and score <= 100 and score = round(score, 4)),
  constraint parts_are_from_0_to_100 check (
    least(engagement, behavior, demographic, recency, intelligence) >= 0
    and greatest(engagement, behavior, demographic, recency, intelligence) <= 100),
  constraint coverage_is_a_share check (coverage >= 0 and coverage <= 1),
  constraint reasons_are_a_list check (jsonb_typeof(reasons) = 'array')
);
-- Without contact_id: equal scores are then added in one place, and not all over the index.
create index if not exists lead_scores_best_idx on public.lead_scores (workspace_id, score desc);
create index if not exists lead_scores_due_idx on public.lead_scores (workspace_id, rescore_on)
where rescore_on is not null;
comment on table public.lead_scores is
'Whom to answer first: a score from 0 to 100 for each contact that is a person, with its reasons.';
comment on column public.lead_scores.contact_id is 'the contact';
comment on column public.lead_scores.workspace_id is 'its workspace';
comment on column public.lead_scores.score is '0 to 100: the five parts, weighed by the model';
comment on column public.lead_scores.engagement is '0 to 100: emails from it in 30 and 90 days, and our emails to it';
comment on column public.lead_scores.behavior is
'0 to 100: meetings that it asks for, proposals, budgets and time frames in 90 days';
comment on column public.lead_scores.demographic is '0 to 100: job title, company and wanted domain';
comment on column public.lead_scores.recency is '0 to 100: days since the latest email from or to it';
comment on column public.lead_scores.intelligence is
'0 to 100: opportunities, decision makers, tone and complaints in 90 days';
comment on column public.lead_scores.reasons is
'[{code, number, points}]: what was counted, how much of it, and its share of the score. The points sum to the score';
comment on column public.lead_scores.coverage is
'0 to 1: for how much of the weight something is known. What is unknown counts 0';
comment on column public.lead_scores.model_version is 'version of the scoring model';
comment on column public.lead_scores.rescore_on is
'first day on which the score can change without a new email; null: never';
comment on column public.lead_scores.scored_at is 'when it last changed';

-- History goes with the contact too, by a trigger below: another foreign key would cost a tenth of the time of scoring.
-- Whoever writes history holds a lock on the score, and a deletion of the contact waits for it.
create table if not exists public.lead_score_history (
  contact_id uuid not null,
  day date not null,
  workspace_id uuid not null,
  score numeric not null,
  primary key (contact_id, day),
  constraint score_is_from_0_to_100_with_4_digits check (score >= 0 and score <= 100 and score = round(score, 4))
);
create index if not exists lead_score_history_workspace_idx on public.lead_score_history (workspace_id, day);
comment on table public.lead_score_history is
'Scores over time: the first, and one for each day on which a score had changed by 5 or more since the one before.';
comment on column public.lead_score_history.contact_id is 'the contact';
comment on column public.lead_score_history.day is 'day on the clocks of the workspace';
comment on column public.lead_score_history.workspace_id is 'its workspace';
comment on column public.lead_score_history.score is 'the score on that day';

create or replace function nightshift.drop_score_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    truncate public.lead_score_history;
  else
    delete from public.lead_score_history h where h.contact_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.drop_score_history() is 'The score history of a contact goes with it.';
revoke all on function nightshift.drop_score_history() from public;
select nightshift.lock_briefly('public.contacts', 'share row exclusive');
-- After the trigger of the foreign key of lead_scores, by name, so that it has waited for whoever scores the contact.
create or replace trigger drop_score_history
after delete on public.contacts
for each row execute function nightshift.drop_score_history();
create or replace trigger drop_all_score_history
after truncate on public.contacts
for each statement execute function nightshift.drop_score_history();

do $$
declare
  v_column record;
begin
  -- As for client_emails: estimates must not tell one tenant about the contacts of others.
  for v_column in
    select a.attrelid::regclass as relation, a.attname as name
    from pg_catalog.pg_attribute a
    where a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0 and a.attrelid = any (
      array['public.lead_scores', 'public.lead_score_history', 'public.contact_outcomes']::regclass[])
  loop
    execute format('alter table %s alter column %I set statistics 0', v_column.relation, v_column.name);
  end loop;
end
$$;

alter table public.lead_scores enable row level security;
revoke all on public.lead_scores from anon, authenticated, service_role;
grant select on public.lead_scores to authenticated;
grant select, insert, update, delete on public.lead_scores to service_role;
drop policy if exists "members read the scores of their workspaces" on public.lead_scores;
create policy "members read the scores of their workspaces" on public.lead_scores
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages scores" on public.lead_scores;
create policy "service role manages scores" on public.lead_scores
  to service_role using (true) with check (true);
alter table public.lead_score_history enable row level security;
revoke all on public.lead_score_history from anon, authenticated, service_role;
grant select on public.lead_score_history to authenticated;
grant select, insert, update, delete on public.lead_score_history to service_role;
drop policy if exists "members read the score history of their workspaces" on public.lead_score_history;
create policy "members read the score history of their workspaces" on public.lead_score_history
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages score history" on public.lead_score_history;
create policy "service role manages score history" on public.lead_score_history
  to service_role using (true) with check (true);

create or replace function nightshift.find_model(p_workspace_id uuid) returns public.scoring_models
language sql stable set search_path = ''
as $$
  select m.*
  from public.scoring_models m
  where m.workspace_id = p_workspace_id or m.workspace_id is null
  order by m.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_model(uuid) is 'The scoring model of a workspace, else the default.';
revoke all on function nightshift.find_model(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.read_signals(
  p_workspace_id uuid, p_contact_ids uuid[], p_day date, p_model public.scoring_models
) returns table (contact_id uuid, in_30 bigint, in_90 bigint, out_90 bigint, meetings bigint,
  offers bigint, budgets bigint, timelines bigint, opportunities bigint, decisions bigint, tone bigint,
  complaints bigint,
  latest_day date, next_day date, title text, has_company boolean, has_domain boolean, is_wanted_domain boolean,
  row_place tid, shown_score numeric)
language sql stable set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
  set enable_mergejoin = off
as $$
  select c.id, coalesce(w.in_30, 0), coalesce(w.in_90, 0), coalesce(w.out_90, 0),
    coalesce(w.meetings, 0), coalesce(w.offers, 0), coalesce(w.budgets, 0), coalesce(w.timelines, 0),
    coalesce(w.opportunities, 0), coalesce(w.decisions, 0), coalesce(w.tone, 0), coalesce(w.complaints, 0),
    coalesce(w.latest_day, earlier.day), least(w.next_day, later.day), f.title, coalesce(f.has_company, false),
    coalesce(f.has_domain, false),
    p_model.wanted_domains <> '{}'
      and nightshift.is_of_domain(c.email, (select nightshift.key_domains(p_model.wanted_domains))),
    c.ctid, c.ai_score
  from unnest(p_contact_ids) as given (id)
  join public.contacts c
    on c.id = given.id and c.workspace_id = p_workspace_id and c.kind is distinct from 'role'
  cross join lateral (
    select sum(d.emails_in) filter (where d.day > p_day - 30) as in_30, sum(d.emails_in) as in_90,
      sum(d.emails_out) as out_90, sum(d.meetings) as meetings, sum(d.offers) as offers, sum(d.budgets) as budgets,
      sum(d.timelines) as timelines, sum(d.opportunities) as opportunities, sum(d.decision_makers) as decisions,
      sum(d.positive - d.negative) as tone, sum(d.complaints) as complaints, max(d.day) as latest_day,
      -- The day on which this day leaves the next window.
      min(case when d.day > p_day - 30 then d.day + 30 else d.day + 90 end) as next_day
    from public.contact_days d
    where d.contact_id = c.id and d.day > p_day - 90 and d.day <= p_day
  ) w
  left join lateral (
    select d.day from public.contact_days d
    where w.latest_day is null and d.contact_id = c.id and d.day <= p_day order by d.day desc limit 1
  ) earlier on true
  left join lateral ( -- of an email that is up to a day ahead of us; most workspaces have none
    select d.day from public.contact_days d
    where (select exists (select from public.contact_days a where a.workspace_id = p_workspace_id and a.day > p_day))
      and d.contact_id = c.id and d.day > p_day
    order by d.day limit 1
  ) later on true
  cross join lateral (
    select max(k.value) filter (where k.field = 'job_title') as title,
      bool_or(not k.is_derived) filter (where k.field = 'company') as has_company,
      bool_or(k.is_derived) filter (where k.field = 'company') as has_domain
    from public.contact_facts k
    where k.contact_id = c.id and k.place = 1
  ) f
$$;
comment on function nightshift.read_signals(uuid, uuid[], date, public.scoring_models) is
'What a score counts of these contacts on a day: emails in the last 30 and 90 days, that day included, what they asked '
'for, tone (positive less negative emails), the latest day, the first later day on which one of these changes, and '
'where the row of the contact is, with the score that it shows.';
revoke all on function nightshift.read_signals(uuid, uuid[], date, public.scoring_models)
  from public, anon, authenticated, service_role;

create or replace function nightshift.group_signals(
  p_workspace_id uuid, p_contact_ids uuid[], p_day date, p_model public.scoring_models
) returns table (contact_ids uuid[], rescore_days date[], row_places tid[], shown_scores numeric[], is_known boolean,
  recency integer, in_30 bigint, in_90 bigint, out_90 bigint, meetings bigint, offers bigint, budgets bigint,
  timelines bigint, opportunities bigint, decisions bigint, tone bigint, complaints bigint, has_title boolean,
  is_wanted_title boolean, has_company boolean, has_domain boolean, is_wanted_domain boolean)
-- What was read is joined and grouped by hashes, whatever those who call this do without.
language sql stable set search_path = '' set enable_hashjoin = on set enable_sort = off
as $$
  with signals as materialized (
    select * from nightshift.read_signals(p_workspace_id, p_contact_ids, p_day, p_model)
  ), titles as materialized ( -- each once: to match one takes as long as all else that is done here
    select d.title, lower(d.title) ~ (
      -- Words are letters, digits and spaces, see scoring_models. Null, which matches nothing, without words.
      '\m(?:' || nullif(replace(array_to_string(p_model.title_words, '|'), ' ', '[^[:alnum:]]+'), '') || ')\M'
    ) as is_wanted
    from (select distinct s.title from signals s where s.title is not null) d
  )
  select array_agg(s.contact_id), array_agg(least(s.next_day, case
      when r.recency = 100 then s.latest_day + 8 when r.recency = 80 then s.latest_day + 31
      when r.recency = 50 then s.latest_day + 91 when r.recency = 20 then s.latest_day + 181
    end)), array_agg(s.row_place), array_agg(s.shown_score), s.latest_day is not null, r.recency, s.in_30, s.in_90,
    s.out_90, s.meetings, s.offers, s.budgets, s.timelines, s.opportunities, s.decisions, s.tone, s.complaints,
    s.title is not null, coalesce(t.is_wanted, false), s.has_company, s.has_domain, s.is_wanted_domain
  from signals s
  left join titles t on t.title = s.title
  cross join lateral (
    select case when p_day - s.latest_day <= 7 then 100 when p_day - s.latest_day <= 30 then 80
      when p_day - s.latest_day <= 90 then 50 when p_day - s.latest_day <= 180 then 20 else 0 end as recency
  ) r
  group by 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22
$$;
comment on function nightshift.group_signals(uuid, uuid[], date, public.scoring_models) is
'Contacts of which a score counts the same, so that it is computed once for all of them: many have few emails, or none '
'of late. The other lists have at the place of each contact the first later day on which something of it changes, '
'where its row is, and the score that it shows.';
revoke all on function nightshift.group_signals(uuid, uuid[], date, public.scoring_models)
  from public, anon, authenticated, service_role;

create or replace function nightshift.compute_scores(p_workspace_id uuid, p_contact_ids uuid[], p_day date)
returns table (contact_id uuid, score numeric, engagement integer, behavior integer, demographic integer,
  recency integer, intelligence integer, reasons jsonb, coverage numeric, model_version integer, rescore_on date,
  row_place tid, shown_score numeric)
language sql stable set search_path = ''
as $$
  -- Whole points within each part, each growing with its number and ever more slowly: a further good sign never
  -- lowers a score. Weights are decimal numbers, so that points are exact. Reasons are numbers and our own words only;
  -- to read them as one JSON text takes half as long as to build them from objects.
  with computed as materialized (
    select s.contact_ids, s.rescore_days, s.row_places, s.shown_scores, s.recency, p.engagement, p.behavior,
      p.demographic, p.intelligence,
      m.engagement * p.engagement + m.behavior * p.behavior + m.demographic * p.demographic
        + m.recency * s.recency + m.intelligence * p.intelligence as score,
      ('[' || concat_ws(',',
        case when s.in_30 > 0 then '{"code": "emails_in_30_days", "number": ' || s.in_30
          || ', "points": ' || m.engagement * v.emails_30 || '}' end,
        case when s.in_90 > 0 then '{"code": "emails_in_90_days", "number": ' || s.in_90
          || ', "points": ' || m.engagement * v.emails_90 || '}' end,
        case when s.out_90 > 0 then '{"code": "our_emails_in_90_days", "number": ' || s.out_90
          || ', "points": ' || m.engagement * v.answers || '}' end,
        case when s.meetings > 0 then '{"code": "meetings_asked_for", "number": ' || s.meetings
          || ', "points": ' || m.behavior * v.meetings || '}' end,
        case when s.offers > 0 then '{"code": "proposals", "number": ' || s.offers
          || ', "points": ' || m.behavior * v.offers || '}' end,
        case when s.budgets > 0 then '{"code": "budgets", "number": ' || s.budgets
          || ', "points": ' || m.behavior * v.budgets || '}' end,
        case when s.timelines > 0 then '{"code": "time_frames", "number": ' || s.timelines
          || ', "points": ' || m.behavior * v.timelines || '}' end,
        case when v.title > 0 then '{"code": "' || case when s.is_wanted_title then 'wanted_title' else 'known_title'
          end || '", "number": 1, "points": ' || m.demographic * v.title || '}' end,
        case when v.company > 0 then '{"code": "' || case when s.has_company then 'known_company' else 'company_domain'
          end || '", "number": 1, "points": ' || m.demographic * v.company || '}' end,
        case when v.domain > 0 then '{"code": "wanted_domain", "number": 1, "points": ' || m.demographic * v.domain
          || '}' end,
        case when s.recency > 0 then '{"code": "latest_email_within_days", "number": ' || case s.recency
          when 100 then 7 when 80 then 30 when 50 then 90 else 180 end || ', "points": ' || m.recency * s.recency
          || '}' end,
        case when s.opportunities > 0 then '{"code": "opportunities", "number": ' || s.opportunities
          || ', "points": ' || m.intelligence * v.opportunities || '}' end,
        case when s.decisions > 0 then '{"code": "decision_makers", "number": ' || s.decisions
          || ', "points": ' || m.intelligence * v.decisions || '}' end,
        case when s.in_90 > 0 then '{"code": "tone", "number": ' || s.tone
          || ', "points": ' || m.intelligence * v.tone || '}' end,
        case when s.in_90 > 0 then '{"code": "complaints", "number": ' || s.complaints
          || ', "points": ' || m.intelligence * v.calm || '}' end
      ) || ']')::jsonb as reasons,
      case when s.is_known then m.engagement + m.recency else 0 end
        + case when s.in_90 = 0 then 0 else m.behavior + m.intelligence end
        + m.demographic * (s.has_title::integer + s.has_company::integer) / 2.0 as coverage,
      m.version
    from nightshift.find_model(p_workspace_id) m
    cross join lateral nightshift.group_signals(p_workspace_id, p_contact_ids, p_day, m) s
    cross join lateral (
      select 50 * s.in_30 / (s.in_30 + 2) as emails_30, 20 * s.in_90 / (s.in_90 + 4) as emails_90,
        30 * s.out_90 / (s.out_90 + 2) as answers,
        35 * 2 * s.meetings / (2 * s.meetings + 1) as meetings, 25 * 2 * s.offers / (2 * s.offers + 1) as offers,
        20 * 2 * s.budgets / (2 * s.budgets + 1) as budgets, 20 * 2 * s.timelines / (2 * s.timelines + 1) as timelines,
        case when s.is_wanted_title then 50 when s.has_title then 15 else 0 end as title,
        case when s.has_company then 20 when s.has_domain then 10 else 0 end as company,
        case when s.is_wanted_domain then 30 else 0 end as domain,
        40 * 2 * s.opportunities / (2 * s.opportunities + 1) as opportunities,
        case when s.decisions > 0 then 30 else 0 end as decisions,
        case when s.in_90 > 0 then least(20, greatest(0, 10 + 5 * s.tone)) else 0 end as tone,
        case when s.in_90 > 0 and s.complaints = 0 then 10 else 0 end as calm
      offset 0 -- once each
    ) v
    cross join lateral (
      select (v.emails_30 + v.emails_90 + v.answers)::integer as engagement,
        (v.meetings + v.offers + v.budgets + v.timelines)::integer as behavior,
        v.title + v.company + v.domain as demographic,
        (v.opportunities + v.decisions + v.tone + v.calm)::integer as intelligence
      offset 0
    ) p
  )
  select t.contact_id, c.score, c.engagement, c.behavior, c.demographic, c.recency, c.intelligence, c.reasons,
    c.coverage, c.version, t.rescore_on, t.row_place, t.shown_score
  from computed c
  cross join lateral unnest(c.contact_ids, c.rescore_days, c.row_places, c.shown_scores)
    as t (contact_id, rescore_on, row_place, shown_score)
  order by t.contact_id -- as everybody locks them
$$;
comment on function nightshift.compute_scores(uuid, uuid[], date) is
'What lead_scores should have for these contacts of a workspace on a day: the five parts, 0 to 100 each, with reasons, '
'coverage, and the first later day on which something of it can change. Besides, where the row of the contact is, and '
'the score that it shows.';
revoke all on function nightshift.compute_scores(uuid, uuid[], date) from public, anon, authenticated, service_role;
