-- Model days: what the calls of each model cost a workspace on each day.
--
-- The ledger is summed as the log is, see task_hours: statements append what they change, reconcile folds it in,
-- readers add both.
-- Locks: public.ai_usage until its calls are counted, a second for each million.

select nightshift.lock_briefly('public.ai_usage', 'share row exclusive');

create table if not exists nightshift.model_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  model text not null,
  calls bigint not null,
  failed bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  usd numeric not null,
  constraint one_sum_for_each_model_of_a_day primary key (workspace_id, day, model)
);
alter table nightshift.model_days enable row level security;
revoke all on nightshift.model_days from public, anon, authenticated, service_role;
comment on table nightshift.model_days is
'Calls of providers by day and model. Only reconcile writes it. Add model_day_changes.';
comment on column nightshift.model_days.workspace_id is 'the workspace';
comment on column nightshift.model_days.day is 'day on which the calls were saved, UTC';
comment on column nightshift.model_days.model is 'the provider''s name of the model';
comment on column nightshift.model_days.calls is 'how many calls';
comment on column nightshift.model_days.failed is 'calls without a usable answer';
comment on column nightshift.model_days.tokens_in is 'tokens sent, as far as they are known';
comment on column nightshift.model_days.tokens_out is 'tokens of the answers, as far as they are known';
comment on column nightshift.model_days.usd is 'US dollars';

-- Without a foreign key: its check would let whoever enters a call wait for the deletion of the workspace.
create table if not exists nightshift.model_day_changes (
  workspace_id uuid not null,
  day date not null,
  id bigint not null generated always as identity,
  model text not null,
  calls bigint not null,
  failed bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  usd numeric not null,
  constraint one_row_for_each_change_of_a_day primary key (workspace_id, day, id)
);
alter table nightshift.model_day_changes enable row level security;
revoke all on nightshift.model_day_changes from public, anon, authenticated, service_role;
comment on table nightshift.model_day_changes is
'What changes of the ledger add to model_days, or take from them.';
comment on column nightshift.model_day_changes.workspace_id is 'the workspace';
comment on column nightshift.model_day_changes.day is 'as in model_days';
comment on column nightshift.model_day_changes.id is 'in the order of insertion';
comment on column nightshift.model_day_changes.model is 'as in model_days';
comment on column nightshift.model_day_changes.calls is 'calls to add';
comment on column nightshift.model_day_changes.failed is 'failed calls to add';
comment on column nightshift.model_day_changes.tokens_in is 'tokens sent, to add';
comment on column nightshift.model_day_changes.tokens_out is 'tokens of answers, to add';
comment on column nightshift.model_day_changes.usd is 'US dollars to add';

create or replace view nightshift.model_days_now with (security_invoker = true) as
select m.workspace_id, m.day, m.model, m.calls, m.failed, m.tokens_in, m.tokens_out, m.usd
from nightshift.model_days m
union all
select c.workspace_id, c.day, c.model, c.calls, c.failed, c.tokens_in, c.tokens_out, c.usd
from nightshift.model_day_changes c;
revoke all on nightshift.model_days_now from public, anon, authenticated, service_role;
comment on view nightshift.model_days_now is
'The sums of model_days and what has changed since: add up the rows of a day.';
comment on column nightshift.model_days_now.workspace_id is 'the workspace';
comment on column nightshift.model_days_now.day is 'as in model_days';
comment on column nightshift.model_days_now.model is 'as in model_days';
comment on column nightshift.model_days_now.calls is 'calls, below zero where some are gone';
comment on column nightshift.model_days_now.failed is 'as in model_days';
comment on column nightshift.model_days_now.tokens_in is 'as in model_days';
comment on column nightshift.model_days_now.tokens_out is 'as in model_days';
comment on column nightshift.model_days_now.usd is 'US dollars';

create or replace function nightshift.note_model_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select o.workspace_id, (o.created_at at time zone 'utc')::date, o.model, -count(*),
      -count(*) filter (where o.outcome <> 'ok'), -coalesce(sum(o.tokens_in), 0),
      -coalesce(sum(o.tokens_out), 0), -sum(o.cost_usd)
    from old_rows o
    where o.workspace_id is not null
    group by 1, 2, 3;
  end if;
  if tg_op <> 'DELETE' then
    insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select n.workspace_id, (n.created_at at time zone 'utc')::date, n.model, count(*),
      count(*) filter (where n.outcome <> 'ok'), coalesce(sum(n.tokens_in), 0),
      coalesce(sum(n.tokens_out), 0), sum(n.cost_usd)
    from new_rows n
    where n.workspace_id is not null
    group by 1, 2, 3;
  end if;
  return null;
end
$$;
comment on function nightshift.note_model_days() is 'Appends what a statement changes about the days of models.';
revoke all on function nightshift.note_model_days() from public;

create or replace trigger note_days_of_new after insert on public.ai_usage
referencing new table as new_rows for each statement execute function nightshift.note_model_days();
-- When a workspace is deleted, its calls stay in the ledger without it, and its sums go with it.
create or replace trigger note_days_of_changed after update on public.ai_usage
referencing old table as old_rows new table as new_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_model_days();
create or replace trigger note_days_of_old after delete on public.ai_usage
referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_model_days();

create or replace function nightshift.forget_model_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    -- They cannot be truncated here: with the workspaces they already are, by the same statement.
    delete from nightshift.model_days m where m.workspace_id is not null;
    delete from nightshift.model_day_changes c where c.workspace_id is not null;
  else
    delete from nightshift.model_day_changes c where c.workspace_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.forget_model_days() is
'Deletes the changes of a workspace that is deleted, and all sums when the ledger is emptied.';
revoke all on function nightshift.forget_model_days() from public;
create or replace trigger forget_model_days after delete on public.workspaces
for each row execute function nightshift.forget_model_days();
create or replace trigger forget_all_model_days after truncate on public.ai_usage
for each statement execute function nightshift.forget_model_days();

create or replace function nightshift.fold_model_days(p_limit integer default 5000) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rows tid[] := array(select c.ctid from nightshift.model_day_changes c limit p_limit);
  v_held uuid[];
  v_folded integer;
begin
  v_held := array(
    select w.id
    from public.workspaces w
    where w.id in (select c.workspace_id from nightshift.model_day_changes c where c.ctid = any (v_rows))
    order by w.id
    for key share skip locked);
  with taken as (
    delete from nightshift.model_day_changes c
    where c.ctid = any (v_rows) and (c.workspace_id = any (v_held)
      or not exists (select from public.workspaces w where w.id = c.workspace_id))
    returning c.*
  ), folded as (
    insert into nightshift.model_days as m (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select t.workspace_id, t.day, t.model, sum(t.calls), sum(t.failed), sum(t.tokens_in), sum(t.tokens_out), sum(t.usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3
    on conflict on constraint one_sum_for_each_model_of_a_day do update
    set calls = m.calls + excluded.calls, failed = m.failed + excluded.failed,
      tokens_in = m.tokens_in + excluded.tokens_in, tokens_out = m.tokens_out + excluded.tokens_out,
      usd = m.usd + excluded.usd
  )
  select count(*) into v_folded from taken;
  return v_folded;
end
$$;
comment on function nightshift.fold_model_days(integer) is
'Part of fold_task_hours: brings up to p_limit changes into the sums of models. Returns how many.';
revoke all on function nightshift.fold_model_days(integer) from public, anon, authenticated, service_role;

-- The calls from before, less what is counted already: run again, it appends nothing.
with counted as (
  select u.workspace_id, (u.created_at at time zone 'utc')::date as day, u.model, count(*) as calls,
    count(*) filter (where u.outcome <> 'ok') as failed, coalesce(sum(u.tokens_in), 0) as tokens_in,
    coalesce(sum(u.tokens_out), 0) as tokens_out, sum(u.cost_usd) as usd
  from public.ai_usage u
  where u.workspace_id is not null
  group by 1, 2, 3
  union all
  select s.workspace_id, s.day, s.model, -s.calls, -s.failed, -s.tokens_in, -s.tokens_out, -s.usd
  from nightshift.model_days_now s
)
insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
select c.workspace_id, c.day, c.model, sum(c.calls), sum(c.failed), sum(c.tokens_in), sum(c.tokens_out), sum(c.usd)
from counted c
group by 1, 2, 3
having sum(c.calls) <> 0 or sum(c.usd) <> 0;
