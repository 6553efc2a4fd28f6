-- Test: what a score is made of, that its points sum to it, and that a further good sign never lowers it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(29);
select pg_temp.ask_for('{contact_enrichment,lead_scoring_batch}') \g /dev/null

create function pg_temp.score_of(p_email text) returns public.lead_scores
language sql as $$ select s.* from public.lead_scores s where s.contact_id = (pg_temp.contact(p_email)).id $$;

select pg_temp.came('1', 'ada@keelby.example', 'Ada', '2026-03-01 10:00Z', '{"contact": {"name": "Ada", "position": "Managing Director", "organisation": "Keelby"},
  "primary_intent": "meeting_request", "budget_mentioned": false, "sentiment": "positive"}') \g /dev/null
select pg_temp.came('2', 'ada@keelby.example', 'Ada', '2026-01-15 10:00Z') \g /dev/null
select pg_temp.sent('3', '{ada@keelby.example}', '2026-03-02 10:00Z') \g /dev/null
select pg_temp.came('4', 'info@keelby.example', 'Info', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('5', 'old@gmail.com', 'Old', '2025-01-01 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select pg_temp.score('2026-03-05 10:00Z') \g /dev/null

select set_eq($$ select r ->> 'code', (r ->> 'number')::integer, (r ->> 'points')::numeric from jsonb_array_elements((pg_temp.score_of('ada@keelby.example')).reasons) r $$,
  $$ values ('emails_in_30_days'::text, 1, 4.80), ('emails_in_90_days', 2, 1.80), ('our_emails_in_90_days', 1, 3.00), ('meetings_asked_for', 1, 4.60),
    ('wanted_title', 1, 10.00), ('known_company', 1, 4.00), ('latest_email_within_days', 7, 15.00), ('tone', 1, 2.25), ('complaints', 0, 1.50) $$,
  'a score has its reasons, each with a number and points');
select is((pg_temp.score_of('ada@keelby.example')).score, 46.95, 'the score is their sum');
select is((pg_temp.score_of('ada@keelby.example')).coverage, 1.000, 'everything is known of her');
select is((pg_temp.score_of('ada@keelby.example')).rescore_on, '2026-03-10'::date, 'her score can change when the last email is more than a week old');
select is((pg_temp.contact('ada@keelby.example')).ai_score, 46.95, 'the contact shows it');
select is((pg_temp.score_of('info@keelby.example')).score, null, 'an office has no score');
select is((pg_temp.score_of('old@gmail.com')).score, 0.00, 'a single email of a year ago counts nothing');
select is((pg_temp.score_of('old@gmail.com')).coverage, 0.450, 'and little is known');
select is((pg_temp.score_of('old@gmail.com')).rescore_on, null, 'nothing of it will change');
select is_empty($$
  select s.contact_id from public.lead_scores s
  where s.score <> (select coalesce(sum((r ->> 'points')::numeric), 0) from jsonb_array_elements(s.reasons) r)
  $$, 'points always sum to the score');

-- In pieces

insert into nightshift.due_scores (workspace_id, contact_id) select c.workspace_id, c.id from public.contacts c;
select is(
  array(select cardinality(nightshift.take_contacts_to_score(:'ours', '2026-03-05', 2)) from generate_series(1, 3)), '{2,1,0}',
  'a piece takes as many contacts as it is told to, and the next one goes on');

-- Models

select throws_ok($$ insert into public.scoring_models (workspace_id, engagement) values ('a0000000-0000-4000-8000-000000000001', 0.31) $$,
  '23514', null, 'weights that sum to 1.01 are refused');
select throws_ok($$ insert into public.scoring_models (workspace_id, engagement, behavior) values ('a0000000-0000-4000-8000-000000000001', 0.33333, 0.16667) $$,
  '23514', null, 'weights of five digits are refused');
select throws_ok(format($$ insert into public.scoring_models (workspace_id, engagement) values ('a0000000-0000-4000-8000-000000000001', 0.3%s) $$, repeat('0', 5000)),
  '23514', null, 'also when they are zeros');
select throws_ok($$ insert into public.scoring_models (workspace_id, engagement, behavior) values ('a0000000-0000-4000-8000-000000000001', 'NaN', 'NaN') $$,
  '23514', null, 'what is no number is no weight');
select throws_ok($$ insert into public.scoring_models (workspace_id, engagement, behavior) values ('a0000000-0000-4000-8000-000000000001', -0.10, 0.60) $$,
  '23514', null, 'a negative weight is refused');
select throws_ok($$ insert into public.scoring_models (workspace_id, title_words) values ('a0000000-0000-4000-8000-000000000001', '{%}') $$,
  '23514', null, 'what is no word is no title');
select is(pg_temp.attempt('admin', $$ insert into public.scoring_models (workspace_id, engagement, recency, wanted_domains) values ($1, 0.0005, 0.4495, '{keelby.example}') $$, true), '1', 'an admin sets other weights');
select is(pg_temp.score('2026-03-05 11:00Z'), 1, 'then its contacts are scored anew');
select results_eq($$ select s.score, s.model_version = m.version from pg_temp.score_of('ada@keelby.example') s, public.scoring_models m where m.workspace_id is not null $$,
  $$ values (66.316, true) $$, 'by the new model, which they name');
select is(pg_temp.attempt('admin', 'delete from public.scoring_models where workspace_id = $1', true), '1', 'and goes back to the default');
select pg_temp.score('2026-03-05 12:00Z') \g /dev/null
select is((pg_temp.score_of('ada@keelby.example')).score, 46.95, 'with the scores of before');

-- A further good sign

select setseed(0.5) \g /dev/null
create temp table signs as
select n, md5('sign' || n)::uuid as id, column1 as sign
from (values ('emails_in'), ('emails_out'), ('meetings'), ('offers'), ('budgets'), ('timelines'), ('opportunities'), ('decision_makers'), ('positive')) v,
  generate_series(1, 20) as n;
create function pg_temp.compare_signs() returns table (sign text, before numeric, after numeric)
language plpgsql as $$
declare
  v_sign record;
  v_id uuid;
begin
  for v_sign in select * from pg_temp.signs loop
    insert into public.contacts (workspace_id, email)
    values ('a0000000-0000-4000-8000-000000000001', v_sign.sign || v_sign.n || '@good.example') returning id into v_id;
    insert into public.contact_days
    select v_id, '2026-03-05'::date - (random() * 100)::integer, 'a0000000-0000-4000-8000-000000000001', 1 + (random() * 3)::integer,
      (random() * 2)::integer, 0, 0, (random() * 2)::integer, (random() * 2)::integer, (random() * 2)::integer, (random() * 2)::integer,
      (random() * 2)::integer, (random() * 2)::integer, (random() * 2)::integer, (random() * 2)::integer, (random() * 3)::integer
    from generate_series(1, (random() * 5)::integer)
    on conflict do nothing;
    select s.score into before from nightshift.compute_scores('a0000000-0000-4000-8000-000000000001', array[v_id], '2026-03-05') s;
    -- The sign comes with an email of a day within 90 days.
    insert into public.contact_days select v_id, '2026-03-05'::date - v_sign.n * 4, 'a0000000-0000-4000-8000-000000000001', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 on conflict do nothing;
    execute format('update public.contact_days d set %I = d.%I + 1 %s where d.contact_id = $1 and d.day = $2', v_sign.sign, v_sign.sign,
      case when v_sign.sign in ('emails_in', 'emails_out') then '' else ', emails_in = d.emails_in + 1' end)
    using v_id, '2026-03-05'::date - v_sign.n * 4;
    select s.score into after from nightshift.compute_scores('a0000000-0000-4000-8000-000000000001', array[v_id], '2026-03-05') s;
    sign := v_sign.sign;
    return next;
  end loop;
end
$$;
create temp table compared as select * from pg_temp.compare_signs();
select is_empty('select c.* from compared c where c.after < c.before', 'of 180 contacts a further good sign lowers no score');
select cmp_ok((select count(*) from compared c where c.after > c.before), '>', 120::bigint, 'and raises most');

-- The day

create function pg_temp.day_after(p_day date) returns date
language sql as $$ select s.rescore_on from nightshift.compute_scores('a0000000-0000-4000-8000-000000000001', array[(pg_temp.contact('ada@keelby.example')).id], p_day) s $$;
insert into nightshift.due_scores (workspace_id, contact_id) values (:'ours', (pg_temp.contact('ada@keelby.example')).id);
select pg_temp.score('2026-03-09 23:59:59.9999Z') \g /dev/null
select is((pg_temp.score_of('ada@keelby.example')).rescore_on, pg_temp.day_after('2026-03-09'), 'a chunk that ends after midnight scores for the day on which it began');
select isnt(pg_temp.day_after('2026-03-10'), pg_temp.day_after('2026-03-09'), 'and the next day is another');

-- What is scored no more

update public.contacts set kind = 'role' where email = 'ada@keelby.example';
select pg_temp.score('2026-06-30 12:00Z') \g /dev/null
select is((pg_temp.score_of('ada@keelby.example')).score, null, 'a contact that became a role loses its score when it is due');
select is((pg_temp.contact('ada@keelby.example')).ai_score, null, 'and shows none');
select is(nightshift.list_workspaces_to_score(gen_random_uuid(), :'ours', 10, '2026-06-30 12:00Z'), '{}', 'so that it is not due for ever');

select * from finish();
rollback;
