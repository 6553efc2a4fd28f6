-- A later release as it may come: a column, a table with all that belongs to it, a function, a schedule
-- and a correction of data.
-- Changes data: public.workspaces.name
-- Locks: brief on workspaces. Time: milliseconds.

alter table public.workspaces add column if not exists motto text not null default 'bread';
comment on column public.workspaces.motto is 'what a workspace stands for';
update public.workspaces set name = initcap(name) || '.' where name is not null;

create table if not exists public.recipes (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  title text not null default 'Untitled',
  constraint title_is_short check (length(title) <= 200)
);
create index if not exists recipes_by_workspace on public.recipes (workspace_id);
alter table public.recipes enable row level security;
create policy "Members read recipes" on public.recipes for select to authenticated using (true);
revoke all on public.recipes from public, anon, authenticated, service_role;
grant select on public.recipes to authenticated;
comment on table public.recipes is 'what a bakery bakes';

create function nightshift.count_recipes() returns bigint
language sql stable set search_path = ''
as $$
  select count(*)
  from public.recipes
$$;
comment on function nightshift.count_recipes() is 'How many recipes there are.';
revoke all on function nightshift.count_recipes() from public, anon, authenticated, service_role;
grant execute on function nightshift.count_recipes() to service_role;

create function nightshift.refuse_recipe() returns trigger
language plpgsql set search_path = ''
as $$ begin return new; end $$;
revoke all on function nightshift.refuse_recipe() from public, anon, authenticated, service_role;
create trigger recipes_are_checked before insert on public.recipes
for each row execute function nightshift.refuse_recipe();

insert into public.task_schedules (name, task_type, target) values ('bake', 'email_sync', 'bake');
select cron.schedule('bake', '0 4 * * *', 'select 1');
select nightshift.record_version('0.2.0');
select nightshift.record_rights();
