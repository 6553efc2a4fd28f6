-- Day marks: whatever changes a day of a workspace says so, once for each statement.
--
-- A workspace that asks for no days costs its writers one look. Its marks would be dropped anyway, see mark_days.
-- Emails count on the day on which they were received, tasks on the day on which they started, calls of providers on
-- the day on which they were saved.
-- Locks: the tables with the triggers for milliseconds; writers wait half a second at most. An index on emails is
-- made where the table is ours or small.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

-- After an undo of this migration, workspaces that ask are there before its triggers, which have missed what happened.
do $$
begin
  if to_regprocedure('nightshift.mark_all_days()') is null then
    perform nightshift.mark_days(array_agg(s.workspace_id), array_agg('-infinity'::timestamptz))
    from public.workspace_settings s
    where nightshift.counts_days(s.enabled_types);
  end if;
end
$$;

create or replace function nightshift.has_day_index() returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = to_regclass('public.client_emails') and i.indisvalid and i.indpred is null
      and array['workspace_id', 'received_at'] = array(
        select a.attname::text
        from generate_series(0, 1) as k (n)
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[k.n]
        order by k.n))
$$;
comment on function nightshift.has_day_index() is
'Whether emails of a workspace can be found by the time at which they were received.';
revoke all on function nightshift.has_day_index() from public, anon, authenticated, service_role;

do $$
declare
  c_most_pages constant integer := 10000; -- 80 MB: the index of more would keep writers waiting
begin
  if not nightshift.has_day_index() then
    if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails')
      or pg_catalog.pg_relation_size('public.client_emails') <= c_most_pages * 8192::bigint
    then
      create index if not exists client_emails_received_idx on public.client_emails (workspace_id, received_at);
    else
      raise warning 'public.client_emails is large and has no index for the daily numbers; nothing was changed.'
        using hint = 'Before you let a workspace ask for them, run: create index concurrently '
          'client_emails_received_idx on public.client_emails (workspace_id, received_at);';
    end if;
  end if;
end
$$;

create or replace function nightshift.keep_days(p_workspace_ids uuid[], p_ats timestamptz[]) returns void
language sql set search_path = ''
as $$
  insert into nightshift.day_turns as t (workspace_id, kept_until)
  select k.workspace_id, max(k.at)
  from unnest(p_workspace_ids, p_ats) as k (workspace_id, at)
  join public.workspaces w on w.id = k.workspace_id
  where k.at is not null
  group by k.workspace_id
  order by k.workspace_id
  on conflict (workspace_id) do update set kept_until = greatest(t.kept_until, excluded.kept_until)
$$;
comment on function nightshift.keep_days(uuid[], timestamptz[]) is
'Keeps the numbers of days that are older than what was cleaned up.';
revoke all on function nightshift.keep_days(uuid[], timestamptz[]) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_gone_days(p_workspace_ids uuid[], p_ats timestamptz[]) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Cleanup sets this for the length of its transaction: what happened on a day does not change by being cleaned up.
  if coalesce(current_setting('nightshift.keeps_days', true), '') = 'on' then
    perform nightshift.keep_days(p_workspace_ids, p_ats);
  else
    perform nightshift.mark_days(p_workspace_ids, p_ats);
  end if;
end
$$;
comment on function nightshift.mark_gone_days(uuid[], timestamptz[]) is
'Marks the days of rows that were deleted, or keeps the numbers of these days while nightshift.keeps_days is on.';
revoke all on function nightshift.mark_gone_days(uuid[], timestamptz[])
  from public, anon, authenticated, service_role;

-- Replaced by the migration fold_task_hours, whose notes of tasks mark their days as well.
do $$
begin
  if to_regprocedure('nightshift.mark_noted_days()') is null then
    create function nightshift.mark_noted_days() returns integer
    language plpgsql set search_path = ''
    as $nothing$
    begin
      return 0;
    end
    $nothing$;
  end if;
end
$$;
comment on function nightshift.mark_noted_days() is
'Marks the days of tasks that are noted in task_hour_changes, for 0.3 s. Returns how many notes there were, 0 without '
'that table; null while somebody else folds them in.';
revoke all on function nightshift.mark_noted_days() from public, anon, authenticated, service_role;

create or replace function nightshift.mark_email_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.received_at))
    from new_rows n
    join public.workspace_settings s on s.workspace_id = n.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.received_at)) from old_rows o;
  else
    perform nightshift.mark_days(array_agg(c.workspace_id), array_agg(c.received_at))
    from new_rows n
    join old_rows o on o.id = n.id
    cross join lateral (values (o.workspace_id, o.received_at), (n.workspace_id, n.received_at)) as c
      (workspace_id, received_at)
    where (n.workspace_id, n.received_at, n.direction) is distinct from (o.workspace_id, o.received_at, o.direction);
  end if;
  return null;
end
$$;
comment on function nightshift.mark_email_days() is 'Marks the days of emails that came, changed or went.';
revoke all on function nightshift.mark_email_days() from public;

create or replace function nightshift.mark_record_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' then
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from public.client_emails e where e.id = old.email_id;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from old_rows o join public.client_emails e on e.id = o.email_id;
  else
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from new_rows n
    join public.client_emails e on e.id = n.email_id
    join public.workspace_settings s on s.workspace_id = e.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_record_days() is
'Marks the days of emails whose intelligence or answer was written, changed or deleted.';
revoke all on function nightshift.mark_record_days() from public;

create or replace function nightshift.mark_contact_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The next day of the contact, too: it may have become the first, or be it no more.
  if tg_op = 'DELETE' then
    perform nightshift.mark_days(array_agg(old.workspace_id), null, array_agg(d.day))
    from (
      select old.day
      union all
      (select c.day from public.contact_days c where c.contact_id = old.contact_id and c.day > old.day
        order by c.day limit 1)
    ) d;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), null, array_agg(d.day))
    from new_rows n
    cross join lateral (
      select n.day
      union all
      (select c.day from public.contact_days c where c.contact_id = n.contact_id and c.day > n.day
        order by c.day limit 1)
    ) d;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_contact_days() is 'Marks the days on which contacts were active.';
revoke all on function nightshift.mark_contact_days() from public;

create or replace function nightshift.mark_task_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.executed_at))
    from new_rows n where n.workspace_id is not null;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.executed_at))
    from old_rows o where o.workspace_id is not null;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(c.at))
    from new_rows n
    join old_rows o on o.id = n.id
    cross join lateral (values (o.executed_at), (n.executed_at)) as c (at)
    where n.workspace_id is not null
      and (n.executed_at, n.status, n.duration_ms) is distinct from (o.executed_at, o.status, o.duration_ms);
  end if;
  return null;
end
$$;
comment on function nightshift.mark_task_days() is 'Marks the days of tasks of workspaces that came, changed or went.';
revoke all on function nightshift.mark_task_days() from public;

create or replace function nightshift.mark_usage_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.created_at))
    from old_rows o where o.workspace_id is not null;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.created_at))
    from new_rows n
    join public.workspace_settings s on s.workspace_id = n.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_usage_days() is 'Marks the days of calls of model providers.';
revoke all on function nightshift.mark_usage_days() from public;

do $$
declare
  v_table record;
begin
  for v_table in
    select * from (values
      ('public.client_emails', 'mark_email_days'), ('public.email_intelligence', 'mark_record_days'),
      ('public.autonomous_tasks', 'mark_task_days'), ('public.ai_usage', 'mark_usage_days'),
      ('public.email_answers', 'mark_record_days'), ('public.contact_days', 'mark_contact_days')
    ) as t (name, marker)
  loop
    -- Only a trigger of one event can see the changed rows. What goes with another row was marked with that one.
    execute format('create or replace trigger mark_days_of_new after insert on %s
      referencing new table as new_rows for each statement execute function nightshift.%I()',
      v_table.name, v_table.marker);
    execute format('create or replace trigger mark_days_of_changed after update on %s
      referencing old table as old_rows new table as new_rows for each statement execute function nightshift.%I()',
      v_table.name, v_table.marker);
    if v_table.name in ('public.email_answers', 'public.contact_days') then
      -- These go with another row too, and its deletion must not cost a call for each row that has none.
      execute format('create or replace trigger mark_days_of_old after delete on %s
        for each row execute function nightshift.%I()', v_table.name, v_table.marker);
    else
      execute format('create or replace trigger mark_days_of_old after delete on %s
        referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
        execute function nightshift.%I()', v_table.name, v_table.marker);
    end if;
  end loop;
end
$$;

create or replace function nightshift.mark_all_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.mark_days(array[new.workspace_id], array['-infinity'::timestamptz]);
  return null;
end
$$;
comment on function nightshift.mark_all_days() is
'Marks all days of a workspace that asks for its days, and when it asks for other types.';
revoke all on function nightshift.mark_all_days() from public;
create or replace trigger mark_all_days_of_new
after insert on public.workspace_settings for each row execute function nightshift.mark_all_days();
create or replace trigger mark_all_days_of_changed
after update of enabled_types on public.workspace_settings
for each row when (new.enabled_types is distinct from old.enabled_types)
execute function nightshift.mark_all_days();

create or replace function nightshift.mark_moved_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_zone constant nightshift.workspace_zones := case tg_op when 'DELETE' then old else new end;
begin
  -- The zone of today never changes, so only days that are not over can look different now.
  perform nightshift.mark_days(array[v_zone.workspace_id], array['-infinity'::timestamptz])
  where isfinite(v_zone.from_day) and exists (
    select from public.daily_metrics m where m.workspace_id = v_zone.workspace_id and m.day >= v_zone.from_day);
  return null;
end
$$;
comment on function nightshift.mark_moved_days() is
'Marks all days of a workspace when a changed zone, or a change that is taken back, moves counted ones.';
revoke all on function nightshift.mark_moved_days() from public;
create or replace trigger mark_moved_days
after insert or delete on nightshift.workspace_zones for each row execute function nightshift.mark_moved_days();
