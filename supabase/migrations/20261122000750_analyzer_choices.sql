-- Analyzer choices: who reads the emails of a workspace, and what a model costs that no list knows.
--
-- Both spend the project's money, so only the service role and the SQL editor write here. A paid default
-- reads for admitted workspaces only, because everybody can create a workspace.
-- Locks: none. Time: milliseconds.

create table if not exists public.analyzer_choices (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  analyzer text not null,
  model text,
  on_failure text not null default 'rules',
  created_at timestamptz not null default now(),
  constraint one_choice_for_each_workspace unique nulls not distinct (workspace_id),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint all_but_rules_name_a_model check ((analyzer = 'rules') = (model is null)),
  constraint model_has_1_to_200_characters check (length(model) between 1 and 200),
  constraint on_failure_is_known check (on_failure in ('rules', 'fail'))
);
comment on table public.analyzer_choices is
'Who reads the emails of a workspace. A workspace without a row follows the default, the row without a workspace, if '
'that is free or the workspace is in analyzer_admissions. Otherwise the built-in rules read.';
comment on column public.analyzer_choices.id is 'time-ordered UUID';
comment on column public.analyzer_choices.workspace_id is 'the workspace; null: the project''s default';
comment on column public.analyzer_choices.analyzer is 'rules, anthropic or openai-compatible';
comment on column public.analyzer_choices.model is 'the provider''s name of the model; null for rules';
comment on column public.analyzer_choices.on_failure is
'after the last attempt, rules: a record by the rules, marked as degraded; fail: the email is given up';
comment on column public.analyzer_choices.created_at is 'when the row was written';

alter table public.analyzer_choices enable row level security;
revoke all on public.analyzer_choices from anon, authenticated, service_role;
grant select on public.analyzer_choices to authenticated;
grant select, insert, update, delete on public.analyzer_choices to service_role;
drop policy if exists "members read the choice of their workspaces and the default" on public.analyzer_choices;
create policy "members read the choice of their workspaces and the default" on public.analyzer_choices
  for select to authenticated
  using (workspace_id is null or workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages choices" on public.analyzer_choices;
create policy "service role manages choices" on public.analyzer_choices
  to service_role using (true) with check (true);

create table if not exists public.analyzer_admissions (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  note text,
  created_at timestamptz not null default now()
);
comment on table public.analyzer_admissions is
'Workspaces for which a default analyzer that costs money may read. For all others the built-in rules do.';
comment on column public.analyzer_admissions.workspace_id is 'the workspace';
comment on column public.analyzer_admissions.note is 'why, for operators';
comment on column public.analyzer_admissions.created_at is 'since when';

alter table public.analyzer_admissions enable row level security;
revoke all on public.analyzer_admissions from anon, authenticated, service_role;
grant select, insert, update, delete on public.analyzer_admissions to service_role;
drop policy if exists "service role manages admissions" on public.analyzer_admissions;
create policy "service role manages admissions" on public.analyzer_admissions
  to service_role using (true) with check (true);

create or replace function nightshift.find_choice(p_workspace_id uuid) returns public.analyzer_choices
language sql stable set search_path = ''
as $$
  select c.*
  from public.analyzer_choices c
  where c.workspace_id = p_workspace_id
    or (c.workspace_id is null and (c.analyzer = 'rules' or exists (
      select from public.analyzer_admissions a where a.workspace_id = p_workspace_id)))
  order by c.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_choice(uuid) is
'Who reads the emails of a workspace: its own choice, else the default if that is free or the workspace is admitted '
'to it; null means the built-in rules.';
revoke all on function nightshift.find_choice(uuid) from public;

create table if not exists public.model_prices (
  model text primary key,
  input_usd_per_million numeric not null,
  cached_input_usd_per_million numeric not null,
  output_usd_per_million numeric not null,
  note text,
  constraint model_has_1_to_200_characters check (length(model) between 1 and 200),
  constraint prices_are_from_zero_to_a_million check (
    input_usd_per_million >= 0 and input_usd_per_million <= 1000000
    and cached_input_usd_per_million >= 0 and cached_input_usd_per_million <= 1000000
    and output_usd_per_million >= 0 and output_usd_per_million <= 1000000)
);
comment on table public.model_prices is
'The project''s own prices, in US dollars per million tokens, for its own models and contracts. They win over the '
'public list that comes with the function.';
comment on column public.model_prices.model is 'the provider''s name of the model, as in analyzer_choices';
comment on column public.model_prices.input_usd_per_million is 'tokens sent';
comment on column public.model_prices.cached_input_usd_per_million is
'tokens sent that the provider read from its cache';
comment on column public.model_prices.output_usd_per_million is 'tokens of answers';
comment on column public.model_prices.note is 'where the price comes from';

alter table public.model_prices enable row level security;
revoke all on public.model_prices from anon, authenticated, service_role;
grant select, insert, update, delete on public.model_prices to service_role;
drop policy if exists "service role manages prices" on public.model_prices;
create policy "service role manages prices" on public.model_prices
  to service_role using (true) with check (true);

create or replace function public.read_analyzer_setup() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select jsonb_build_object(
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object('analyzer', c.analyzer, 'model', c.model)), '[]')
      from (
        select distinct chosen.analyzer, chosen.model
        from public.analyzer_choices chosen
        where chosen.analyzer <> 'rules'
        order by chosen.analyzer, chosen.model
      ) c),
    'overrides', (select coalesce(jsonb_agg(to_jsonb(p) - 'note' order by p.model), '[]') from public.model_prices p))
$$;
comment on function public.read_analyzer_setup() is
'What a run needs to know before it can name prices: {models: the {analyzer, model} in use, overrides: the rows of '
'model_prices}.';
revoke all on function public.read_analyzer_setup() from public, anon, authenticated, service_role;
grant execute on function public.read_analyzer_setup() to service_role;
