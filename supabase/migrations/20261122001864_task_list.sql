-- Task list: a page of the tasks of a workspace, with filters, that never takes long.
--
-- The log is read in pieces, latest first, along the index of the workspace. Filters by type and status jump to
-- hours that hold such tasks, see task_hours. After 300 ms the search stops and says how far it has looked.
-- Locks: none. Time: milliseconds, at most about 300.

create or replace function nightshift.find_task_hour(p_workspace_id uuid, p_types text[], p_statuses text[],
  p_before timestamptz)
returns timestamptz
language sql stable set search_path = ''
as $$
  -- An hour that holds none any more may come up until its changes are folded in. That costs a look.
  select max(l.hour)
  from (
    (select h.hour from nightshift.task_hours h
    where h.workspace_id = p_workspace_id and h.hour < p_before and h.tasks > 0
      and (p_types is null or h.task_type = any (p_types)) and (p_statuses is null or h.status = any (p_statuses))
    order by h.hour desc limit 1)
    union all
    select date_bin('1 hour', max(c.at), '2000-01-01Z') from nightshift.task_hour_changes c
    where c.workspace_id = p_workspace_id and date_bin('1 hour', c.at, '2000-01-01Z') < p_before and c.tasks > 0
      and (p_types is null or c.task_type = any (p_types)) and (p_statuses is null or c.status = any (p_statuses))
  ) l
$$;
comment on function nightshift.find_task_hour(uuid, text[], text[], timestamptz) is
'The latest hour that begins before p_before and may hold tasks of these types and statuses; null: no hour does.';
revoke all on function nightshift.find_task_hour(uuid, text[], text[], timestamptz)
  from public, anon, authenticated, service_role;

do $$
begin
  if to_regtype('nightshift.task_filter') is null then
    create type nightshift.task_filter as (types text[], statuses text[], agent text, trigger text, words text,
      task_id uuid, first_at timestamptz, before_at timestamptz);
  end if;
end
$$;
comment on type nightshift.task_filter is
'The filter of list_tasks as it is searched by: null where anything will do; words in lower case; first_at and '
'before_at are infinite at an open end.';
revoke all on type nightshift.task_filter from public;

create or replace function nightshift.read_task_filter(p_filter jsonb) returns nightshift.task_filter
language plpgsql stable set search_path = ''
as $$
declare
  v_filter nightshift.task_filter;
  c_keys constant text[] :=
    array['task_type', 'status', 'agent_name', 'triggered_by', 'error_text', 'id', 'from', 'to'];
begin
  if jsonb_typeof(p_filter) is distinct from 'object' or p_filter - c_keys <> '{}' then
    raise exception 'filter_invalid: a filter is an object of %.', array_to_string(c_keys, ', ')
      using errcode = 'PT400';
  end if;
  v_filter.types := string_to_array(p_filter ->> 'task_type', ',');
  v_filter.statuses := string_to_array(p_filter ->> 'status', ',');
  v_filter.agent := p_filter ->> 'agent_name';
  v_filter.trigger := p_filter ->> 'triggered_by';
  v_filter.words := lower(nullif(btrim(p_filter ->> 'error_text'), ''));
  v_filter.first_at := coalesce(nightshift.read_time(p_filter ->> 'from'), '-infinity');
  v_filter.before_at := coalesce(nightshift.read_time(p_filter ->> 'to'), 'infinity');
  if p_filter ->> 'id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$' then
    v_filter.task_id := (p_filter ->> 'id')::uuid;
  end if;
  if (p_filter ->> 'id' is not null) <> (v_filter.task_id is not null)
    or (p_filter ->> 'from' is not null) <> (v_filter.first_at > '-infinity')
    or (p_filter ->> 'to' is not null) <> (v_filter.before_at < 'infinity')
  then
    raise exception 'filter_invalid: id is a UUID, from and to are times.' using errcode = 'PT400';
  end if;
  return v_filter;
end
$$;
comment on function nightshift.read_task_filter(jsonb) is 'The filter of list_tasks. Error: PT400 filter_invalid.';
revoke all on function nightshift.read_task_filter(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_tasks(p_workspace_id uuid, p_filter nightshift.task_filter,
  p_from timestamptz, p_at timestamptz, p_id uuid, p_limit integer, out ids uuid[], out last_at timestamptz,
  out last_id uuid)
language plpgsql stable set search_path = ''
as $$
declare
  -- Executed with the values at hand, so that each condition which is null falls away before it is planned.
  c_piece constant text := $query$
    with piece as materialized (
      select t.id, t.executed_at, t.task_type, t.status, t.agent_name, t.triggered_by, t.error_message
      from public.autonomous_tasks t
      where t.workspace_id = $1 and t.executed_at >= $2 and t.executed_at <= $3 and (t.executed_at, t.id) < ($3, $4)
        and ($6 is null or t.id = $6) %s
      order by t.executed_at desc, t.id desc
      limit $5
    ), last as (
      select p.executed_at, p.id from piece p order by p.executed_at, p.id limit 1
    )
    select array(
        select p.id from piece p
        where ($7 is null or p.task_type = any ($7)) and ($8 is null or p.status = any ($8))
          and ($9 is null or p.agent_name = $9) and ($10 is null or p.triggered_by = $10)
          and ($11 is null or (p.error_message is not null and strpos(lower(p.error_message), $11) > 0))
        order by p.executed_at desc, p.id desc),
      case when (select count(*) from piece) = $5 then (select l.executed_at from last l) end,
      (select l.id from last l)
  $query$;
begin
  execute format(c_piece, case
    when p_filter.statuses <@ array['failed', 'partial_failure']
      then 'and t.status in (''failed'', ''partial_failure'')'
    when p_filter.statuses <@ array['pending', 'running'] then 'and t.status in (''pending'', ''running'')'
    when p_filter.words is not null then 'and t.error_message is not null' else '' end)
  into ids, last_at, last_id
  using p_workspace_id, p_from, p_at, p_id, p_limit, p_filter.task_id, p_filter.types, p_filter.statuses,
    p_filter.agent, p_filter.trigger, p_filter.words;
end
$$;
comment on function nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer)
is
'Part of search_tasks: looks at up to p_limit tasks from p_from on that come after (p_at, p_id) in a list, and returns '
'those that match, and the last one that it looked at; last_at is null when there are no more.';
revoke all on function nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.search_tasks(p_workspace_id uuid, p_filter nightshift.task_filter,
  p_at timestamptz, p_id uuid, p_wanted integer, p_most_time interval, out ids uuid[], out looked_until timestamptz,
  out looked_id uuid)
language plpgsql stable set search_path = ''
as $$
declare
  c_first_id constant uuid := uuid '00000000-0000-0000-0000-000000000000';
  v_stop_at constant timestamptz := clock_timestamp() + p_most_time;
  v_counted_from constant timestamptz := nightshift.counted_from();
  -- Failed and unfinished tasks have an index of their own, which passes over all others.
  v_jumps boolean := (p_filter.types is not null or p_filter.statuses is not null)
    and (p_filter.statuses <@ array['failed', 'partial_failure']
      or p_filter.statuses <@ array['pending', 'running']) is not true;
  v_from timestamptz := p_filter.first_at;
  v_hour timestamptz;
  v_size integer := case when v_jumps or p_filter.agent is not null or p_filter.trigger is not null
    or p_filter.words is not null then 4 * p_wanted else p_wanted end;
  v_piece record;
begin
  ids := array[]::uuid[];
  looked_until := p_at;
  looked_id := p_id;
  loop
    if v_jumps and (v_hour is null or looked_until <= v_hour) then
      v_hour := nightshift.find_task_hour(p_workspace_id, p_filter.types, p_filter.statuses,
        case when looked_id = c_first_id then looked_until else looked_until + interval '1 microsecond' end);
      if v_hour is null or v_hour < v_counted_from then
        -- What is not counted yet has to be looked at.
        exit when v_counted_from <= v_from;
        v_jumps := false;
        v_hour := null;
        looked_until := least(looked_until, v_counted_from);
      elsif v_hour + interval '1 hour' <= looked_until then
        looked_until := v_hour + interval '1 hour';
        looked_id := c_first_id;
      end if;
      exit when v_hour + interval '1 hour' <= v_from;
    end if;
    v_piece := nightshift.look_at_tasks(p_workspace_id, p_filter, greatest(v_from, v_hour), looked_until, looked_id,
      v_size);
    ids := ids || v_piece.ids;
    if cardinality(ids) >= p_wanted then
      return;
    elsif v_piece.last_at is not null then
      looked_until := v_piece.last_at;
      looked_id := v_piece.last_id;
      v_size := least(2 * v_size, 4000);
    elsif v_jumps and v_hour > v_from then
      looked_until := v_hour;
      looked_id := c_first_id;
    else
      exit;
    end if;
    if clock_timestamp() > v_stop_at then
      return;
    end if;
  end loop;
  looked_until := null;
end
$$;
comment on function nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval) is
'Part of list_tasks: ids of up to p_wanted matching tasks and some more, latest first, that come after (p_at, p_id). '
'After p_most_time it stops; then (looked_until, looked_id) is how far it looked. looked_until is null when all was '
'looked at.';
revoke all on function nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_listed_task(p_task_id uuid, p_may_write boolean) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', t.id, 'task_type', t.task_type, 'status', t.status,
    'agent_name', left(t.agent_name, 100), 'triggered_by', t.triggered_by, 'executed_at', to_jsonb(t.executed_at),
    'completed_at', to_jsonb(t.completed_at), 'duration_ms', t.duration_ms, 'cost_usd', t.cost_estimate_usd,
    'message', left(t.error_message, 160), 'is_runner', nightshift.is_runner_row(t.id),
    -- Of what agents elsewhere did. A job of an agent of ours is retried one by one, see get_task_story.
    'can_retry', p_may_write and t.status in ('failed', 'partial_failure', 'cancelled')
      and not nightshift.is_runner_row(t.id) and not exists (select from nightshift.jobs j where j.task_id = t.id))
  from public.autonomous_tasks t
  where t.id = p_task_id
$$;
comment on function nightshift.describe_listed_task(uuid, boolean) is
'A task as a list shows it, with whether its reader, who may write or not, can retry it together with others.';
revoke all on function nightshift.describe_listed_task(uuid, boolean) from public, anon, authenticated, service_role;

create or replace function public.list_tasks(p_workspace_id uuid, p_filter jsonb default '{}',
  p_after jsonb default null)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_page constant integer := 50;
  c_most_bytes constant integer := 61440;
  c_most_time constant interval := interval '300 milliseconds';
  v_filter nightshift.task_filter;
  v_found record;
  v_tasks jsonb := jsonb '[]';
  v_shown integer := 0;
  v_next jsonb;
  v_stopped jsonb;
begin
  v_filter := nightshift.read_task_filter(coalesce(p_filter, '{}'));
  if p_after is not null and (nightshift.read_time(p_after ->> 'executed_at') is null
    or coalesce(p_after ->> 'id', '') !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')
  then
    raise exception 'filter_invalid: p_after is the next of the page before.' using errcode = 'PT400';
  elsif p_workspace_id in (select nightshift.my_workspaces()) then
    v_found := nightshift.search_tasks(p_workspace_id, v_filter,
      coalesce(nightshift.read_time(p_after ->> 'executed_at'), v_filter.before_at),
      coalesce((p_after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), c_page + 1, c_most_time);
    select jsonb_agg(nightshift.describe_listed_task(u.id,
      p_workspace_id in (select nightshift.my_writable_workspaces())) order by u.nth) into v_tasks
    from unnest(v_found.ids[:c_page]) with ordinality as u (id, nth);
    v_tasks := nightshift.take_fitting(coalesce(v_tasks, '[]'), c_most_bytes);
    v_shown := jsonb_array_length(v_tasks);
    v_next := case
      when cardinality(v_found.ids) > v_shown then
        jsonb_build_object('executed_at', v_tasks -> -1 -> 'executed_at', 'id', v_tasks -> -1 -> 'id')
      when v_found.looked_until is not null then
        jsonb_build_object('executed_at', to_jsonb(v_found.looked_until), 'id', v_found.looked_id) end;
    if cardinality(v_found.ids) <= v_shown then
      v_stopped := to_jsonb(v_found.looked_until);
    end if;
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'tasks', v_tasks, 'next', v_next, 'looked_until', v_stopped);
end
$$;
comment on function public.list_tasks(uuid, jsonb, jsonb) is
'A page of up to 50 tasks of a workspace, latest start first: {as_of, tasks, next, looked_until}. p_filter: task_type '
'and status (each one or more, with commas), agent_name, triggered_by, error_text (part of the message), id, from, to '
'(times). next: there are more; pass it as p_after. looked_until: the search stopped after 300 ms and has looked at '
'tasks down to this time; next goes on from there. For members; a stranger gets no tasks. Error: PT400 filter_invalid.';
revoke all on function public.list_tasks(uuid, jsonb, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.list_tasks(uuid, jsonb, jsonb) to authenticated;
