-- Test: after an erasure the address is in no text of any table but the emails of others that are named, for good.
begin;
\ir ../_helpers/acting.psql
set local client_min_messages = error;
select plan(32);

insert into public.client_emails (id, workspace_id, provider_message_id, from_email, from_name, to_emails, cc_emails, subject, body_text, headers) values
  ('e0000000-0000-4000-8000-000000000001', :'ours', 'from-ada', 'Ada@Example.com', 'Ada', '{us@ours.example}', null, 'Hello', 'I am Ada.', null),
  ('e0000000-0000-4000-8000-000000000002', :'ours', 'to-ada', 'us@ours.example', 'We', '{ada@example.com,bob@example.com}', '{ADA@example.com}', 'Hello', 'Dear Ada.',
    jsonb_build_object('to', 'Ada <ada@example.com>, bob@example.com', 'references', E'<x@y>\n\tada@example.com')),
  ('e0000000-0000-4000-8000-000000000003', :'ours', 'about-ada', 'bob@example.com', 'Bob', '{us@ours.example}', null, 'Ada', 'Write to ada@example.com please.', null),
  ('e0000000-0000-4000-8000-000000000004', :'ours', 'jim-ada', 'jim.ada@example.com', 'Jim', '{us@ours.example}', null, 'Hi', 'It is jim.ada@example.com.', null),
  ('e0000000-0000-4000-8000-000000000005', :'theirs', 'from-ada', 'ada@example.com', 'Ada', '{us@theirs.example}', null, 'Hello', 'I am Ada.', null);
insert into public.contacts (workspace_id, email, name) values (:'ours', 'ada@example.com', 'Ada'), (:'ours', 'jim.ada@example.com', 'Jim'), (:'theirs', 'ada@example.com', 'Ada');
insert into public.autonomous_tasks (id, workspace_id, task_type, status, input_data, error_message) values
  ('f0000000-0000-4000-8000-000000000001', :'ours', 'email_sync', 'completed', '{"to": "ADA@example.com"}', null),
  ('f0000000-0000-4000-8000-000000000002', :'ours', 'email_sync', 'running', '{"to": ["ada@example.com", "bob@example.com"]}', null),
  ('f0000000-0000-4000-8000-000000000004', :'ours', 'email_sync', 'running', jsonb_build_object('text', E'To:\nada@example.com\nand\tnada@example.com'), null),
  ('f0000000-0000-4000-8000-000000000003', :'ours', 'email_sync', 'failed', null, 'No answer of jim.ada@example.com.');
insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes) values ('f0000000-0000-4000-8000-000000000002', :'ours', now(), 'Sent to ada@example.com.', 10);
insert into nightshift.alert_events (event, subject, source, occurrence, workspace_id, message, happened_at)
values ('alert', 'x', 'x', 'x', :'ours', 'ada@example.com did not answer', now());
insert into nightshift.alert_rules (name, webhook_url, workspace_id) values ('ada@example.com', 'https://alerts.example.com', :'ours');

-- Searches every text of every table of the database's user schemas, whoever's it is. Returns table and row.
create function pg_temp.search(p_pattern text, p_workspace_id uuid) returns table (place text, row_text text)
language plpgsql as $$
declare
  v_table record;
begin
  for v_table in
    select c.oid::regclass::text as name, bool_or(a.attname = 'workspace_id') as has_workspace
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'nightshift'::regnamespace, 'vault'::regnamespace)
    group by c.oid
  loop
    return query execute format('select %L, t::text from %s t where t::text ~* $1 %s', v_table.name, v_table.name,
      case when v_table.has_workspace then 'and t.workspace_id = $2' else '' end) using p_pattern, p_workspace_id;
  end loop;
end
$$;
create function pg_temp.found() returns text
language sql as $$
  select string_agg(distinct s.place, ' ' order by s.place) from pg_temp.search('(?<![a-z.])ada@example\.com', 'a0000000-0000-4000-8000-000000000001') s
  where s.place <> 'contacts' or s.row_text ~ 'a0000000'
$$;
select cmp_ok(array_length(string_to_array(pg_temp.found(), ' '), 1), '>=', 6, 'the address is in many tables');

-- Who may

select is(pg_temp.attempt('admin', $$ select public.erase_person($1, 'ada@example.com') $$), 'PT403 workspace_not_managed', 'an admin may not erase anybody');
select is(pg_temp.attempt('other_owner', $$ select public.erase_person($1, 'ada@example.com') $$), 'PT403 workspace_not_managed', 'nor may the owner of another workspace');
select is(pg_temp.attempt('owner', $$ select public.erase_person($1, 'ada@example.com', false) $$), '1', 'an owner may');
select is(pg_temp.attempt('owner', $$ select public.erase_person($1, 'ada') $$), 'PT400 address_invalid', 'what is no address is refused');
insert into public.legal_holds (workspace_id, reason) values (:'ours', 'A lawsuit.');
select is(pg_temp.attempt('owner', $$ select public.erase_person($1, 'ada@example.com') $$), 'PT409 workspace_on_hold', 'and so is everybody under a legal hold');
update public.legal_holds set released_at = now() where true;

-- Counts

select is(public.erase_person(:'ours', 'nobody@example.com', false) - 'dry_run',
  '{"contacts": 0, "emails": 0, "recipients": 0, "facts": 0, "rows": {}, "kept": {}, "still_mentioned_in": []}'::jsonb, 'an unknown address is zeros');
create temp table dry as select public.erase_person(:'ours', ' Ada@example.com ') as report;
select is((select count(*) from public.client_emails where workspace_id = :'ours'), 4::bigint, 'a dry run changes nothing');
select is((select count(*) from nightshift.erased_addresses), 1::bigint, 'and keeps nobody out');
create temp table real as select public.erase_person(:'ours', 'ada@example.com', false) as report;
select is((select report - 'dry_run' from real), (select report - 'dry_run' from dry), 'it says exactly what the real one does');
select is((select report - array['rows', 'dry_run'] from real),
  '{"contacts": 1, "emails": 1, "recipients": 1, "facts": 0, "kept": {"nightshift.alert_rules": 1}, "still_mentioned_in": ["e0000000-0000-4000-8000-000000000003"]}'::jsonb,
  'contact, email and recipients, own settings that were left, and the emails that still mention it');

-- Nowhere else

select is(pg_temp.found(), 'client_emails nightshift.alert_rules', 'the address is nowhere else');
select is((select array_agg(e.id) from public.client_emails e where e.workspace_id = :'ours' and e::text ~* '(?<![a-z.])ada@example\.com'),
  array['e0000000-0000-4000-8000-000000000003'::uuid], 'and in no other email');
select is((select to_emails from public.client_emails where provider_message_id = 'to-ada'), array['bob@example.com'], 'other recipients stay');
select is((select headers ->> 'to' from public.client_emails where provider_message_id = 'to-ada'), 'Ada <[erased]>, bob@example.com', 'also in the header');
select is((select count(*) from public.client_emails where provider_message_id = 'jim-ada'), 1::bigint, 'an address that contains it is another person''s');
select is((select body_text from public.client_emails where provider_message_id = 'jim-ada'), 'It is jim.ada@example.com.', 'and is not touched');
select is((select count(*) from public.contacts where workspace_id = :'ours'), 1::bigint, 'nor is the contact');
select is((select input_data from public.autonomous_tasks where id = 'f0000000-0000-4000-8000-000000000002'), '{"to": ["[erased]", "bob@example.com"]}'::jsonb, 'rows lose the address only');
select is((select headers ->> 'references' from public.client_emails where provider_message_id = 'to-ada'), E'<x@y>\n\t[erased]', 'also at the beginning of a line of a header');
select is((select input_data from public.autonomous_tasks where id = 'f0000000-0000-4000-8000-000000000004'), jsonb_build_object('text', E'To:\n[erased]\nand\tnada@example.com'), 'and of a document, where another address that ends the same stays');
select is_empty($$ select from public.autonomous_tasks where id = 'f0000000-0000-4000-8000-000000000001' $$, 'what may not change goes as a whole');
select isnt_empty($$ select from public.autonomous_tasks where id = 'f0000000-0000-4000-8000-000000000003' $$, 'and nothing else');
select is((select count(*) from public.client_emails where workspace_id = :'theirs'), 1::bigint, 'the other workspace keeps its emails');
select isnt_empty($$ select from vault.decrypted_secrets s where s.name = 'nightshift_erasure_key' $$, 'the key of the list is in Vault');

-- For good

select is(public.ingest_email(:'ours', '{"provider_message_id": "from-ada", "from_email": "ADA@example.com", "subject": "Hello"}') ->> 'outcome', 'erased', 'the same email does not come back');
insert into public.client_emails (workspace_id, provider_message_id, from_email) values (:'ours', 'again', 'ada@example.com');
select is_empty($$ select from public.client_emails where workspace_id = 'a0000000-0000-4000-8000-000000000001' and from_email ilike 'ada@%' $$, 'on whatever way');
insert into public.client_emails (workspace_id, provider_message_id, from_email, to_emails, headers)
values (:'ours', 'new-to-ada', 'us@ours.example', '{bob@example.com,ada@example.com}', '{"to": "ada@example.com"}');
select is((select to_emails::text || headers from public.client_emails where provider_message_id = 'new-to-ada'), '{bob@example.com}{"to": "[erased]"}', 'nor as a recipient');
insert into public.client_emails (workspace_id, provider_message_id, from_email, to_emails, headers)
values (:'ours', 'new-about-ada', 'bob@example.com', '{us@ours.example}', jsonb_build_object('reply-to', 'Ada <ADA@example.com>', 'sender', E'\nada@example.com'));
select is((select headers from public.client_emails where provider_message_id = 'new-about-ada'), '{"reply-to": "Ada <[erased]>", "sender": "\n[erased]"}'::jsonb, 'nor in the headers of an email of others');
insert into public.contacts (workspace_id, email) values (:'ours', 'ada@example.com');
select is((select count(*) from public.contacts where workspace_id = :'ours'), 1::bigint, 'nor as a contact');
select is(public.ingest_email(:'theirs', '{"provider_message_id": "more", "from_email": "ada@example.com"}') ->> 'outcome', 'created', 'elsewhere they may write');
delete from vault.secrets where name = 'nightshift_erasure_key';
select throws_like($$ select public.ingest_email('a0000000-0000-4000-8000-000000000001', '{"provider_message_id": "x", "from_email": "bob@example.com"}') $$, 'erasure_key_missing:%',
  'without the key nobody is let in unseen');

select * from finish();
rollback;
