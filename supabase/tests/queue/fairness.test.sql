-- Test: nobody starves: turns go to whoever was served longest ago, and idle workspaces cost nobody a turn.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(10);

insert into public.workspaces (id, name)
select format('e0000000-0000-4000-8000-000000000%s', lpad(n::text, 3, '0'))::uuid, 'w' || n from generate_series(1, 51) as n;
create function pg_temp.workspace(p_number integer) returns uuid
language sql as $$ select format('e0000000-0000-4000-8000-000000000%s', lpad(p_number::text, 3, '0'))::uuid $$;

-- One claim of a run of its own; answers which workspaces it got, in order of their number.
create function pg_temp.serve(p_workspaces integer, p_limit integer, p_now text) returns text
language plpgsql as $$
declare
  v_claim jsonb := nightshift.claim_emails(pg_temp.start_run(p_now::timestamptz), 1, p_workspaces, p_limit, 30, p_now::timestamptz);
begin
  perform pg_temp.settle(v_claim, p_now::timestamptz);
  return (
    select coalesce(string_agg(distinct w.name, ' ' order by w.name), '')
    from jsonb_array_elements(v_claim -> 'emails') as c (email)
    join public.workspaces w on w.id = (c.email ->> 'workspace_id')::uuid
  );
end
$$;

-- One workspace with a hundred waiting emails beside two with one

select pg_temp.receive(pg_temp.workspace(1), 'busy', 100, '2026-03-01 00:00Z') \g /dev/null
select is(pg_temp.serve(50, 10, '2026-03-01 12:00Z'), 'w1', 'alone, the busy workspace is served');
select pg_temp.receive(pg_temp.workspace(2), 'small', 1, '2026-03-01 12:00Z') \g /dev/null
select pg_temp.receive(pg_temp.workspace(3), 'tiny', 1, '2026-03-01 12:00Z') \g /dev/null
select is(pg_temp.serve(1, 10, '2026-03-01 12:01Z'), 'w2', 'its backlog is older, yet the next turn goes to a workspace never served');
select is(pg_temp.serve(1, 10, '2026-03-01 12:02Z'), 'w3', 'then to the other');
select is(pg_temp.serve(1, 10, '2026-03-01 12:03Z'), 'w1', 'then it is its turn again');
select pg_temp.receive(pg_temp.workspace(2), 'again', 1, '2026-03-01 12:03Z') \g /dev/null
select is(pg_temp.serve(1, 10, '2026-03-01 12:04Z'), 'w2', 'new email of a workspace served before waits one turn at most');

-- Fifty backlogs and new email in the 51st workspace

select pg_temp.receive(pg_temp.workspace(n), 'backlog-' || n, 3, '2026-03-01 06:00Z')
from generate_series(1, 50) as n \g /dev/null
select is(
  array_length(string_to_array(pg_temp.serve(50, 50, '2026-03-01 12:05Z'), ' '), 1), 50, 'fifty workspaces with backlogs are served');
select pg_temp.receive(pg_temp.workspace(51), 'late', 1, '2026-03-01 12:05Z') \g /dev/null
select is(pg_temp.serve(1, 1, '2026-03-01 12:06Z'), 'w51', 'new email in the 51st does not wait behind them');

-- Workspaces whose email may not be tried yet

update nightshift.email_queue q set next_attempt_at = '2026-03-01 13:00Z'
where q.workspace_id <> pg_temp.workspace(50);
select is(
  pg_temp.serve(1, 1, '2026-03-01 12:07Z'), 'w50', 'a claim passes over 49 workspaces that have to wait to the one that has not');
select is(pg_temp.serve(50, 50, '2026-03-01 12:08Z'), 'w50', 'and so does the next');
select is(
  array_length(string_to_array(pg_temp.serve(50, 50, '2026-03-01 13:00Z'), ' '), 1), 49,
  'when their time has come, all of them are served');

select * from finish();
rollback;
