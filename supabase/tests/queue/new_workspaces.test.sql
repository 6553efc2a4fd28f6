-- Test: a user who makes many workspaces is not served before everybody else.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(6);

select pg_temp.receive(:'ours', 'our', 30, '2026-03-01 08:00Z'), pg_temp.receive(:'theirs', 'their', 30, '2026-03-01 08:00Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create function pg_temp.served(p_now text) returns uuid[]
language sql as $$
  select array_agg(distinct (e ->> 'workspace_id')::uuid) from jsonb_array_elements(
    nightshift.claim_emails((select id from run), 10, 500, 20, p_now => p_now::timestamptz) -> 'emails') e
$$;
select is(pg_temp.served('2026-03-01 12:00:01Z'), array[:'ours', :'theirs']::uuid[], 'two workspaces are served in turn');

update nightshift.quotas q set most = 200 where q.name = 'workspaces_per_user';
select pg_temp.attempt('stranger', 'select public.create_workspace(''More '' || n) from generate_series(1, 110) as n', true) \g /dev/null
select pg_temp.receive(w.id, 'strange', 1, '2026-03-01 07:00Z') from public.workspaces w where w.name like 'More %' \g /dev/null
select is((select count(*) from public.workspaces w where w.name like 'More %'), 110::bigint, 'a stranger makes 110 more, with an older email in each');
create temp table second as select pg_temp.served('2026-03-01 12:00:02Z') as ids;
select ok((select ids @> array[:'ours', :'theirs']::uuid[] from second), 'those who wait already are served all the same');
select is((select cardinality(ids) from second), 3, 'beside the first workspace of the stranger alone');
select is(
  (select count(*) from unnest(pg_temp.served('2026-03-01 12:00:03Z')) as s (id) where s.id not in (:'ours', :'theirs')), 20::bigint,
  'then it is the turn of the new ones');
select is(
  (select count(*) from nightshift.workspace_turns t join public.workspaces w on w.id = t.workspace_id
   where w.name like 'More %' and t.last_served_at is null), 0::bigint, 'of which none has a place before all others any more');

select * from finish();
rollback;
