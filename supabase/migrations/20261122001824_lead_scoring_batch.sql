-- Lead scoring: what the database worker calls for the task type lead_scoring_batch.
--
-- It scores contacts whose facts or days changed, and those whose windows end today. So what is stored is always
-- what counting everything anew would give.
-- Locks: rows only. Time: about 1 s a chunk.

insert into nightshift.database_types (task_type) values ('lead_scoring_batch') on conflict do nothing;

create or replace function nightshift.write_scores(p_workspace_id uuid, p_contact_ids uuid[], p_day date)
returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_changed integer;
  v_all_shown boolean;
begin
  with computed as materialized (
    select c.*, case when h.day = p_day then h.score end as score_today,
      case when h.day = p_day then (
        select b.score from public.lead_score_history b
        where b.contact_id = c.contact_id and b.day < p_day order by b.day desc limit 1
      ) else h.score end as score_before
    from nightshift.compute_scores(p_workspace_id, p_contact_ids, p_day) c
    left join lateral (
      select k.day, k.score from public.lead_score_history k
      where k.contact_id = c.contact_id and k.day <= p_day order by k.day desc limit 1
    ) h on true
  ), written as (
    insert into public.lead_scores as s (contact_id, workspace_id, score, engagement, behavior, demographic, recency,
      intelligence, reasons, coverage, model_version, rescore_on, scored_at)
    select c.contact_id, p_workspace_id, c.score, c.engagement, c.behavior, c.demographic, c.recency, c.intelligence,
      c.reasons, c.coverage, c.model_version, c.rescore_on, clock_timestamp()
    from computed c
    on conflict (contact_id) do update
    set score = excluded.score, engagement = excluded.engagement, behavior = excluded.behavior,
      demographic = excluded.demographic, recency = excluded.recency, intelligence = excluded.intelligence,
      reasons = excluded.reasons, coverage = excluded.coverage, model_version = excluded.model_version,
      rescore_on = excluded.rescore_on, scored_at = excluded.scored_at
    where (s.score, s.engagement, s.behavior, s.demographic, s.recency, s.intelligence, s.reasons, s.coverage,
        s.model_version, s.rescore_on)
      is distinct from (excluded.score, excluded.engagement, excluded.behavior, excluded.demographic, excluded.recency,
        excluded.intelligence, excluded.reasons, excluded.coverage, excluded.model_version, excluded.rescore_on)
    returning s.contact_id
  ), noted as (
    insert into public.lead_score_history (contact_id, day, workspace_id, score)
    select c.contact_id, p_day, p_workspace_id, c.score
    from computed c
    where c.score_today is null and (c.score_before is null or abs(c.score - c.score_before) >= 5)
  ), corrected as ( -- to find these rows by a join, the planner may read those of all workspaces
    insert into public.lead_score_history as h (contact_id, day, workspace_id, score)
    select c.contact_id, p_day, p_workspace_id, c.score
    from computed c
    where c.score_today <> c.score and (c.score_before is null or abs(c.score - c.score_before) >= 5)
    on conflict (contact_id, day) do update set score = excluded.score
  ), forgotten as ( -- earlier on this day it had changed by more
    delete from public.lead_score_history h
    where h.day = p_day and h.contact_id = any (array(
      select c.contact_id from computed c
      where c.score_today is not null and abs(c.score - c.score_before) < 5))
  ), unshown as materialized (
    select c.contact_id, c.row_place, round(c.score, 2) as score
    from computed c where c.shown_score is distinct from round(c.score, 2)
  ), shown as ( -- where each row was just read, as looking it up again takes a twentieth of the time of all this
    update public.contacts k
    set ai_score = u.score
    from unshown u
    where k.ctid = u.row_place and k.id = u.contact_id
    returning k.id
  )
  select (select count(*) from written), (select count(*) from shown) = (select count(*) from unshown)
  into v_changed, v_all_shown;
  if not v_all_shown then
    -- Somebody changed or deleted one meanwhile, so that its row is elsewhere or gone.
    update public.contacts k
    set ai_score = round(s.score, 2)
    from unnest(p_contact_ids) as given (id)
    join public.lead_scores s on s.contact_id = given.id
    where k.id = given.id and k.ai_score is distinct from round(s.score, 2);
  end if;
  return v_changed;
end
$$;
comment on function nightshift.write_scores(uuid, uuid[], date) is
'Makes scores, history and ai_score of these contacts of a workspace what they should be on a day. Returns how many '
'scores changed.';
revoke all on function nightshift.write_scores(uuid, uuid[], date) from public, anon, authenticated, service_role;

create or replace function nightshift.take_contacts_to_score(p_workspace_id uuid, p_day date, p_limit integer)
returns uuid[]
-- Each list is read in the order of its index and as far as the limit. To sort it would read all of it each time.
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_ids uuid[];
  v_again uuid[];
  v_unscored uuid[];
  v_score_after text;
  v_last_email text;
begin
  select t.score_after into v_score_after from nightshift.contact_turns t where t.workspace_id = p_workspace_id;
  with taken as (
    delete from nightshift.due_scores d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_scores l
      where l.workspace_id = p_workspace_id order by l.contact_id limit p_limit for update skip locked))
    returning d.contact_id
  )
  select coalesce(array_agg(t.contact_id), '{}') into v_ids from taken t;
  v_again := array(
    select s.contact_id from public.lead_scores s
    where s.workspace_id = p_workspace_id and s.rescore_on <= p_day
    order by s.rescore_on
    limit p_limit - cardinality(v_ids));
  v_ids := v_ids || v_again;
  if cardinality(v_again) > 0 then
    -- A contact that became a role, or moved to another workspace, is not scored: its old score would be due for ever.
    with unscorable as (
      delete from public.lead_scores s
      where s.contact_id = any (v_again) and not exists (
        select from public.contacts c
        where c.id = s.contact_id and c.workspace_id = p_workspace_id and c.kind is distinct from 'role')
      returning s.contact_id
    )
    update public.contacts c set ai_score = null from unscorable u where c.id = u.contact_id;
  end if;
  if cardinality(v_ids) < p_limit and v_score_after is not null then
    -- The place is not joined: each contact of the workspace would be compared with it, from the first one on.
    select coalesce(array_agg(c.id), '{}'), max(c.email) into v_unscored, v_last_email
    from (
      select c.id, c.email from public.contacts c
      where c.workspace_id = p_workspace_id and c.email > v_score_after
      order by c.email
      limit p_limit - cardinality(v_ids)
    ) c;
    update nightshift.contact_turns t
    set score_after = case when cardinality(v_unscored) = p_limit - cardinality(v_ids) then v_last_email end
    where t.workspace_id = p_workspace_id;
  end if;
  return coalesce((select array_agg(distinct i.id) from unnest(v_ids || v_unscored) as i (id)), '{}');
end
$$;
comment on function nightshift.take_contacts_to_score(uuid, date, integer) is
'Up to p_limit contacts of a workspace that are due: touched, with a window that ends by this day, or not scored since '
'the workspace or its model was new.';
revoke all on function nightshift.take_contacts_to_score(uuid, date, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.score_piece(p_workspace_id uuid, p_limit integer, p_now timestamptz)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_day constant date := nightshift.day_of(p_workspace_id, p_now);
  v_contact_ids uuid[];
  v_changed integer;
begin
  if not nightshift.take_contact_turn(p_workspace_id) then
    return null;
  end if;
  v_contact_ids := nightshift.take_contacts_to_score(p_workspace_id, v_day, p_limit);
  v_changed := nightshift.write_scores(p_workspace_id, v_contact_ids, v_day);
  -- The time is later than that of the workspace before, the day is the same for the whole chunk.
  update nightshift.contact_turns t
  set scored_at = p_now + (clock_timestamp() - now())
  where t.workspace_id = p_workspace_id;
  return case
    when v_changed > 0 then
      jsonb_build_object('contacts_scored', cardinality(v_contact_ids), 'scores_changed', v_changed)
    when v_contact_ids <> '{}' then '{}'
  end;
end
$$;
comment on function nightshift.score_piece(uuid, integer, timestamptz) is
'Scores up to p_limit contacts of a workspace that are due. Returns {contacts_scored, scores_changed}, {} when no '
'score changed, or null when nothing was free to be taken.';
revoke all on function nightshift.score_piece(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_workspaces_to_score(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = '' set enable_seqscan = off
as $$
  select coalesce(array_agg(due.workspace_id order by due.scored_at nulls first, due.workspace_id), '{}')
  from (
    select s.workspace_id, t.scored_at
    from public.workspace_settings s
    left join nightshift.contact_turns t on t.workspace_id = s.workspace_id
    left join lateral (
      select l.rescore_on from public.lead_scores l
      where l.workspace_id = s.workspace_id and l.rescore_on is not null order by l.rescore_on limit 1
    ) first on true
    where s.enabled_types @> '{lead_scoring_batch}'
      and (p_workspace_id is null or s.workspace_id = p_workspace_id)
      and (t.score_after is not null
        -- Not `exists`: of that the planner may make one reading of the whole list.
        or (select true from nightshift.due_scores d where d.workspace_id = s.workspace_id limit 1)
        -- Days of any zone are at most one from those of UTC. To tell the day exactly costs more.
        or case when first.rescore_on <= (p_now at time zone 'utc')::date - 1 then true
          when first.rescore_on <= (p_now at time zone 'utc')::date + 1
            then first.rescore_on <= nightshift.day_of(s.workspace_id, p_now) end)
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = s.workspace_id)
    order by t.scored_at nulls first, s.workspace_id
    limit p_limit
  ) due
$$;
comment on function nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz) is
'Workspaces with contacts to score, the one that waits longest first, without those that failed in this run. With '
'p_workspace_id this one at most.';
revoke all on function nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.lead_scoring_batch_due(
  p_run_id uuid, p_limit integer, p_now timestamptz default clock_timestamp()
) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select unnest(nightshift.list_workspaces_to_score(p_run_id, null, p_limit, p_now)) $$;
comment on function nightshift.lead_scoring_batch_due(uuid, integer, timestamptz) is
'For the database worker: workspaces in which lead_scoring_batch has work.';
revoke all on function nightshift.lead_scoring_batch_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.lead_scoring_batch_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$
  -- Larger pieces cost less for each contact. One of 5000 takes about a quarter of a second.
  select nightshift.serve_contacts(p_run_id, p_workspace_id, 'list_workspaces_to_score', 'score_piece', 5000, p_now)
$$;
comment on function nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz) is
'For the database worker: about a second of lead_scoring_batch, workspaces in turn, or p_workspace_id alone. Returns '
'{done, touched: [{workspace_id, counts: {contacts_scored, scores_changed}}]}.';
revoke all on function nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;
