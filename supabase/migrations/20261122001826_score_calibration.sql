-- Score calibration: how well scores told what came of contacts.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.score_fifths(p_scores numeric[], p_won boolean[]) returns jsonb
language sql immutable set search_path = ''
as $$
  -- The interval is Wilson's, at 95 %.
  select coalesce(jsonb_agg(jsonb_build_object('fifth', g.fifth, 'from_score', g.low, 'to_score', g.high,
    'outcomes', g.n, 'won', g.won, 'share_won', round(g.won / g.n, 3),
    'share_at_least', round(greatest(0, (g.won / g.n + 1.9208 / g.n - g.half) / (1 + 3.8416 / g.n)), 3),
    'share_at_most', round(least(1, (g.won / g.n + 1.9208 / g.n + g.half) / (1 + 3.8416 / g.n)), 3)
  ) order by g.fifth), '[]')
  from (
    select f.fifth, min(f.score) as low, max(f.score) as high, count(*)::numeric as n,
      count(*) filter (where f.won)::numeric as won,
      1.96 * sqrt((count(*) filter (where f.won)::numeric / count(*)) * (1 - count(*) filter (where f.won)::numeric
        / count(*)) / count(*) + 0.9604 / (count(*)::numeric ^ 2)) as half
    from (
      select s.score, s.won, ntile(5) over (order by s.score, s.won, s.position) as fifth
      from unnest(p_scores, p_won) with ordinality as s (score, won, position)
    ) f
    group by f.fifth
  ) g
$$;
comment on function nightshift.score_fifths(numeric[], boolean[]) is
'Outcomes in five groups of the same size by their scores, each with the share won and its 95 % interval.';
revoke all on function nightshift.score_fifths(numeric[], boolean[]) from public;

create or replace function nightshift.score_auc(p_scores numeric[], p_won boolean[]) returns numeric
language sql immutable set search_path = ''
as $$
  -- By ranks, the same rank for equal scores.
  select round((sum(r.place) filter (where r.won) - r.total_won * (r.total_won + 1) / 2.0)
    / nullif(r.total_won * (r.total - r.total_won), 0), 4)
  from (
    select s.won, rank() over (order by s.score) + (count(*) over (partition by s.score) - 1) / 2.0 as place,
      count(*) over () as total, count(*) filter (where s.won) over () as total_won
    from unnest(p_scores, p_won) as s (score, won)
  ) r
  group by r.total, r.total_won
$$;
comment on function nightshift.score_auc(numeric[], boolean[]) is
'How often a contact that was won had a higher score than one that was lost, equal scores counting half: 0.5 is '
'chance, 1 is perfect. Null without one of both.';
revoke all on function nightshift.score_auc(numeric[], boolean[]) from public;

create or replace function public.get_score_calibration(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_least_outcomes constant integer := 30;
  c_least_of_a_kind constant integer := 10;
  v_scores numeric[];
  v_won boolean[];
  v_outcomes integer;
  v_unscored integer;
begin
  if (select auth.uid()) is null then
    perform nightshift.require_service();
  elsif p_workspace_id is null or p_workspace_id not in (select nightshift.my_workspaces()) then
    raise exception 'workspace_not_visible: only members of a workspace see how well its scores do.'
      using errcode = 'PT403';
  end if;
  select coalesce(array_agg(h.score) filter (where h.score is not null), '{}'),
    coalesce(array_agg(o.outcome = 'won') filter (where h.score is not null), '{}'),
    count(*) filter (where h.score is null)
  into v_scores, v_won, v_unscored
  from public.contact_outcomes o
  left join lateral (
    select h.score
    from public.lead_score_history h
    where h.contact_id = o.contact_id and h.day < o.day
    order by h.day desc
    limit 1
  ) h on true
  where o.workspace_id = p_workspace_id;
  v_outcomes := cardinality(v_scores);
  return jsonb_build_object(
    'outcomes', v_outcomes,
    'won', cardinality(array_positions(v_won, true)),
    'lost', cardinality(array_positions(v_won, false)),
    'without_earlier_score', v_unscored)
    || case when v_outcomes < c_least_outcomes or cardinality(array_positions(v_won, true)) < c_least_of_a_kind
        or cardinality(array_positions(v_won, false)) < c_least_of_a_kind
      then jsonb_build_object('verdict', 'too few', 'needs',
        format('%s outcomes with a score before them, %s of each kind', c_least_outcomes, c_least_of_a_kind))
      else jsonb_build_object('verdict', 'measured', 'auc', nightshift.score_auc(v_scores, v_won),
        'fifths', nightshift.score_fifths(v_scores, v_won))
    end;
end
$$;
comment on function public.get_score_calibration(uuid) is
'How well the scores of a workspace told what came of its contacts, by the score in lead_score_history before the day '
'of each outcome. Returns {outcomes, won, lost, without_earlier_score, verdict}, and with at least 30 outcomes and 10 '
'of each kind (verdict measured, else too few) auc and fifths [{fifth, from_score, to_score, outcomes, won, share_won, '
'share_at_least, share_at_most}]. For members and the service role. Example: select get_score_calibration(''…''). '
'Error: PT403 workspace_not_visible.';
revoke all on function public.get_score_calibration(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_score_calibration(uuid) to authenticated, service_role;
