-- Test: who reads the email of a workspace follows its own choice, else the project's, else the rules.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(15);

select pg_temp.receive(:'ours', 'our', 1, '2026-03-01 08:00Z'), pg_temp.receive(:'theirs', 'their', 1, '2026-03-01 09:00Z') \g /dev/null
select pg_temp.set_budget(null, 10) \g /dev/null
create function pg_temp.choices() returns jsonb
language sql as $$
  update nightshift.email_queue q set lease_expires_at = '2026-03-01 11:00Z' where q.lease_token is not null;
  update nightshift.email_queue q set attempts = 0 where q.attempts > 0;
  delete from nightshift.budget_reservations r where r.booked_at is null;
  select nightshift.mark_workspaces_due(array_agg(t.workspace_id), '-infinity') from nightshift.workspace_turns t;
  select pg_temp.claim('2026-03-01 12:00Z') -> 'choices'
$$;

select is(
  pg_temp.choices(), jsonb_build_object(:'ours', jsonb '{"analyzer": "anthropic", "model": "model-1", "on_failure": "rules"}'),
  'a claim names the choice of the workspace that has one');
select is(jsonb_array_length(pg_temp.claim('2026-03-01 12:00Z') -> 'emails'), 0, 'and both workspaces'' email was handed out');
insert into public.analyzer_choices (analyzer, model, on_failure) values ('anthropic', 'model-1', 'fail');
insert into public.analyzer_admissions (workspace_id) values (:'theirs');
select is(
  pg_temp.choices() -> :'theirs', '{"analyzer": "anthropic", "model": "model-1", "on_failure": "fail"}'::jsonb,
  'an admitted workspace without a choice follows the project''s');
select is(pg_temp.choices() #>> array[:'ours', 'on_failure'], 'rules', 'one with a choice keeps its own');
update public.analyzer_choices c set analyzer = 'rules', model = null where c.workspace_id = :'ours';
select is(pg_temp.choices() -> :'ours', null, 'also where that is the built-in rules');
select is(jsonb_array_length(pg_temp.claim('2026-03-01 12:01Z') -> 'emails'), 2, 'whose email is handed out as ever');

-- The setup that a run reads

update public.analyzer_choices c set analyzer = 'openai-compatible', model = 'model-2' where c.workspace_id = :'ours';
insert into public.model_prices values ('model-2', 1.5, 0.15, 6, 'our contract');
select is(
  public.read_analyzer_setup(),
  '{"models": [{"analyzer": "anthropic", "model": "model-1"}, {"analyzer": "openai-compatible", "model": "model-2"}],
    "overrides": [{"model": "model-2", "input_usd_per_million": 1.5, "cached_input_usd_per_million": 0.15, "output_usd_per_million": 6}]}'::jsonb,
  'a run learns the models in use and the prices of the project''s own');
delete from public.analyzer_choices c where c.analyzer <> 'rules';
select is(public.read_analyzer_setup() -> 'models', '[]'::jsonb, 'where only the rules read there are none');

-- What cannot be

select throws_ok($$ insert into public.analyzer_choices (analyzer, model) values ('rules', 'model-1') $$, '23514', null, 'the rules have no model');
select throws_ok($$ insert into public.analyzer_choices (analyzer) values ('anthropic') $$, '23514', null, 'all others have one');
select throws_ok($$ insert into public.analyzer_choices (analyzer, model) values ('oracle', 'x') $$, '23514', null, 'others than these do not exist');
select throws_ok(
  $$ insert into public.analyzer_choices (analyzer, model, on_failure) values ('anthropic', 'x', 'retry') $$, '23514', null,
  'on_failure is rules or fail');
insert into public.analyzer_choices (analyzer) values ('rules');
select throws_ok($$ insert into public.analyzer_choices (analyzer) values ('rules') $$, '23505', null, 'the project has one default');
select throws_ok($$ insert into public.model_prices values ('m', -1, 0, 0) $$, '23514', null, 'a price is not negative');
select throws_ok($$ insert into public.model_prices values ('m', 'NaN', 0, 0) $$, '23514', null, 'and a number');

select * from finish();
rollback;
