-- Test: what a legal hold keeps, whoever deletes it and on whatever way, until it is released.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
set local client_min_messages = error;
select plan(19);

insert into public.client_emails (workspace_id, provider_message_id, from_email, body_text)
select w.id, 'one@example.com', 'a@example.com', 'Text.' from public.workspaces w where w.id in (:'ours', :'theirs');
select pg_temp.receive_one(:'ours', 'two@example.com', now()), pg_temp.receive_one(:'theirs', 'two@example.com', now()) \g /dev/null
insert into public.autonomous_tasks (workspace_id, task_type, status) values (:'ours', 'email_sync', 'pending');
insert into public.contacts (workspace_id, email) values (:'ours', 'a@example.com'), (:'theirs', 'a@example.com');
insert into public.legal_holds (workspace_id, reason, released_at) values (:'ours', 'Over.', now());
insert into public.legal_holds (workspace_id, reason) values (:'ours', 'A lawsuit.');

create temp table ways (what text, statement text);
insert into ways values
  ('the workspace', 'delete from public.workspaces where id = $1'),
  ('an email', 'delete from public.client_emails where workspace_id = $1'),
  ('a record', 'delete from public.email_intelligence where workspace_id = $1'),
  ('a task', 'delete from public.autonomous_tasks where workspace_id = $1'),
  ('a contact', 'delete from public.contacts where workspace_id = $1'),
  ('the hold', 'delete from public.legal_holds where workspace_id = $1 and released_at is null');
grant select on ways to service_role;
select is(pg_temp.attempt('service_role', w.statement), 'PT409 workspace_on_hold', 'the service role cannot delete ' || w.what) from ways w;
select is(pg_temp.attempt('owner', 'delete from public.workspaces where id = $1'), 'PT409 workspace_on_hold', 'an owner cannot delete the workspace');
select throws_ok('delete from public.workspaces', 'PT409', null, 'nor can the database''s owner, together with others');
select is((select count(*) from public.client_emails), 4::bigint, 'nothing has gone');
select is(pg_temp.attempt('service_role', $$ delete from public.legal_holds where workspace_id = $1 and released_at is not null $$), '1', 'a hold that was released may go');
select is(nightshift.drop_empty_contacts(array(select c.id from public.contacts c)), 1, 'enrichment keeps its contacts too, and goes on elsewhere');
select is(pg_temp.attempt('service_role', format($$ delete from public.client_emails where workspace_id = %L and $1 is not null $$, :'theirs')), '2', 'another workspace is as free as before');

update public.legal_holds set released_at = now() where released_at is null;
select is(pg_temp.attempt('service_role', w.statement), w.rows, 'after the release the service role deletes ' || w.what)
from (select v.*, case v.what when 'the hold' then '0' when 'an email' then '2' else '1' end as rows from ways v where v.what <> 'the workspace') w;
select is(pg_temp.attempt('owner', 'delete from public.workspaces where id = $1', true), '1', 'and an owner the workspace');
select is((select count(*) from public.legal_holds), 0::bigint, 'with its holds');

select * from finish();
rollback;
