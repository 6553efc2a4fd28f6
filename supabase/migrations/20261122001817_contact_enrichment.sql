-- Contact enrichment: what the database worker calls for the task type contact_enrichment.
--
-- Locks: rows only. Time: about 1 s a chunk.

insert into nightshift.database_types (task_type) values ('contact_enrichment') on conflict do nothing;

create or replace function nightshift.drop_empty_contacts(p_contact_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_dropped integer;
  v_bare_ids uuid[];
begin
  -- A table that was adopted keeps its rows.
  if not exists (select from nightshift.installed_objects o where o.kind = 'table' and o.name = 'public.contacts') then
    return 0;
  end if;
  -- Whoever adds an outcome holds the contact, and is waited for before the next statement looks for outcomes.
  v_bare_ids := array(
    select c.id from public.contacts c
    where c.id = any (p_contact_ids)
      and not exists (select from public.contact_emails ce where ce.contact_id = c.id)
    order by c.id
    for update);
  if v_bare_ids = '{}' then
    return 0;
  end if;
  delete from public.contacts c
  where c.id = any (v_bare_ids) and c.status = 'contact' and c.tags = '{}'
    and not nightshift.is_on_hold(c.workspace_id) -- which would make all of the work fail
    and not exists (select from nightshift.given_facts g where g.contact_id = c.id)
    and not exists (select from public.contact_outcomes o where o.contact_id = c.id);
  get diagnostics v_dropped = row_count;
  return v_dropped;
end
$$;
comment on function nightshift.drop_empty_contacts(uuid[]) is
'Deletes those of these contacts that nothing is left of: no email, no fact of a user or provider, no outcome, status '
'or tag; none in a workspace under a legal hold. Returns how many.';
revoke all on function nightshift.drop_empty_contacts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.take_contact_turn(p_workspace_id uuid) returns boolean
language plpgsql set search_path = ''
as $$
begin
  perform from nightshift.contact_turns t where t.workspace_id = p_workspace_id for no key update skip locked;
  return found or not exists (select from nightshift.contact_turns t where t.workspace_id = p_workspace_id);
end
$$;
comment on function nightshift.take_contact_turn(uuid) is
'Takes the turn of a workspace until commit: whoever changes its settings or its scoring model waits for that. False '
'while somebody is changing one of them, who then has all of it read or scored again.';
revoke all on function nightshift.take_contact_turn(uuid) from public, anon, authenticated, service_role;

-- The lists below are read in the order of their index and as far as the limit. To sort one would read all of it each
-- time.
create or replace function nightshift.take_earlier_emails(p_workspace_id uuid, p_limit integer) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_turn nightshift.contact_turns;
  v_ids uuid[];
  v_last record;
begin
  select t.* into v_turn from nightshift.contact_turns t
  where t.workspace_id = p_workspace_id and t.read_before is not null;
  if not found then
    return '{}'::uuid[];
  end if;
  select array_agg(e.id order by e.received_at desc, e.id desc) into v_ids
  from (
    select e.id, e.received_at
    from public.client_emails e
    where e.workspace_id = p_workspace_id and (e.received_at, e.id) < (v_turn.read_before, v_turn.read_before_id)
    order by e.received_at desc, e.id desc
    limit p_limit
  ) e;
  select e.received_at, e.id into v_last
  from public.client_emails e where e.id = v_ids[cardinality(v_ids)];
  update nightshift.contact_turns t
  set read_before = case when cardinality(v_ids) = p_limit then v_last.received_at end,
    read_before_id = case when cardinality(v_ids) = p_limit then v_last.id end
  where t.workspace_id = p_workspace_id;
  return coalesce(v_ids, '{}');
end
$$;
comment on function nightshift.take_earlier_emails(uuid, integer) is
'The next p_limit emails that were there when the workspace asked for enrichment, from the newest back.';
revoke all on function nightshift.take_earlier_emails(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.list_emails_of_members(p_workspace_id uuid, p_limit integer) returns integer
language sql set search_path = ''
as $$
  with listed as (
    insert into nightshift.due_emails (workspace_id, email_id)
    select p_workspace_id, ce.email_id
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    join public.contacts c on c.workspace_id = p_workspace_id and c.email = lower(u.email)
    join public.contact_emails ce on ce.contact_id = c.id
    where m.workspace_id = p_workspace_id
    limit p_limit
    on conflict do nothing -- Needs no lock: only the worker, who calls this, takes emails from the list.
    returning 1
  )
  select count(*)::integer from listed
$$;
comment on function nightshift.list_emails_of_members(uuid, integer) is
'Puts up to p_limit emails of contacts who have become members on the list: read again, they make no contact. Returns '
'how many it added.';
revoke all on function nightshift.list_emails_of_members(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_due_emails(p_workspace_id uuid, p_limit integer) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_ids uuid[];
begin
  with taken as (
    delete from nightshift.due_emails d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_emails l
      where l.workspace_id = p_workspace_id order by l.email_id limit p_limit for update skip locked))
    returning d.email_id
  )
  select coalesce(array_agg(t.email_id order by t.email_id), '{}') into v_ids from taken t;
  return v_ids;
end
$$;
comment on function nightshift.take_due_emails(uuid, integer) is
'Takes up to p_limit emails of a workspace from the list of those to read.';
revoke all on function nightshift.take_due_emails(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_due_days(
  p_workspace_id uuid, p_limit integer, out contact_ids uuid[], out days date[]
)
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
begin
  with taken as (
    delete from nightshift.due_days d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_days l
      where l.workspace_id = p_workspace_id order by l.contact_id, l.day limit p_limit for update skip locked))
    returning d.contact_id, d.day
  )
  select coalesce(array_agg(t.contact_id), '{}'), coalesce(array_agg(t.day), '{}') into contact_ids, days from taken t;
end
$$;
comment on function nightshift.take_due_days(uuid, integer) is
'Takes up to p_limit days of contacts of a workspace from the list of those to count: each day with the contact at the '
'same place of the other list.';
revoke all on function nightshift.take_due_days(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.enrich_piece(p_workspace_id uuid, p_limit integer, p_now timestamptz)
returns jsonb
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_email_ids uuid[];
  v_contact_ids uuid[];
  v_days date[];
  v_added integer := 0;
  v_changed integer := 0;
  v_listed integer;
begin
  if not nightshift.take_contact_turn(p_workspace_id) then
    return null;
  end if;
  v_email_ids := nightshift.take_due_emails(p_workspace_id, p_limit);
  if v_email_ids = '{}' then
    v_email_ids := nightshift.take_earlier_emails(p_workspace_id, p_limit);
  end if;
  if v_email_ids <> '{}' then
    v_added := nightshift.connect_emails(p_workspace_id, v_email_ids);
  end if;
  select t.contact_ids, t.days into v_contact_ids, v_days from nightshift.take_due_days(p_workspace_id, 4 * p_limit) t;
  if v_contact_ids <> '{}' then
    v_changed := nightshift.refresh_contacts(p_workspace_id, v_contact_ids, v_days);
  end if;
  v_listed := nightshift.list_emails_of_members(p_workspace_id, p_limit);
  -- Later than that of the workspace before, which may have the same p_now.
  update nightshift.contact_turns t
  set enriched_at = p_now + (clock_timestamp() - now())
  where t.workspace_id = p_workspace_id;
  return case
    when v_changed > 0 then jsonb_build_object('emails_read', cardinality(v_email_ids), 'contacts_added', v_added,
      'contacts_changed', v_changed)
    when v_email_ids <> '{}' or v_contact_ids <> '{}' or v_listed > 0 then '{}'
  end;
end
$$;
comment on function nightshift.enrich_piece(uuid, integer, timestamptz) is
'Reads up to p_limit emails of a workspace and refreshes the contacts that they touch. Returns {emails_read, '
'contacts_added, contacts_changed}, {} when no contact changed, or null when nothing was free to be taken.';
revoke all on function nightshift.enrich_piece(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_workspaces_to_enrich(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = '' set enable_seqscan = off
as $$
  select coalesce(array_agg(due.workspace_id order by due.enriched_at nulls first, due.workspace_id), '{}')
  from (
    select s.workspace_id, t.enriched_at
    from public.workspace_settings s
    left join nightshift.contact_turns t on t.workspace_id = s.workspace_id
    where s.enabled_types @> '{contact_enrichment}'
      and (p_workspace_id is null or s.workspace_id = p_workspace_id)
      and (t.read_before is not null
        -- Not `exists`: of that the planner may make one reading of a whole list.
        or (select true from nightshift.due_emails d where d.workspace_id = s.workspace_id limit 1)
        or (select true from nightshift.due_days d where d.workspace_id = s.workspace_id limit 1))
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = s.workspace_id)
    order by t.enriched_at nulls first, s.workspace_id
    limit p_limit
  ) due
$$;
comment on function nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz) is
'Workspaces with emails or days on the lists of contact_enrichment, the one that waits longest first, without those '
'that failed in this run. With p_workspace_id this one at most. Makes no use of the time, which scoring takes.';
revoke all on function nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.contact_enrichment_due(
  p_run_id uuid, p_limit integer, p_now timestamptz default clock_timestamp()
) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select unnest(nightshift.list_workspaces_to_enrich(p_run_id, null, p_limit, p_now)) $$;
comment on function nightshift.contact_enrichment_due(uuid, integer, timestamptz) is
'For the database worker: workspaces in which contact_enrichment has work.';
revoke all on function nightshift.contact_enrichment_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_contacts(
  p_run_id uuid, p_workspace_id uuid, p_list text, p_piece text, p_limit integer, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_workspaces constant integer := 100;
  v_until constant timestamptz := clock_timestamp() + interval '0.6 seconds';
  v_workspace_ids uuid[];
  v_workspace_id uuid;
  v_held uuid[] := '{}'::uuid[];
  v_counts jsonb;
  v_touched jsonb := '[]'::jsonb;
begin
  loop
    execute format('select nightshift.%I($1, $2, $3, $4)', p_list) into v_workspace_ids
    using p_run_id, p_workspace_id, c_workspaces + cardinality(v_held), p_now;
    v_workspace_ids := array(
      select w.id from unnest(v_workspace_ids) with ordinality as w (id, place)
      where w.id <> all (v_held) order by w.place);
    exit when v_workspace_ids = '{}' or clock_timestamp() > v_until;
    foreach v_workspace_id in array v_workspace_ids loop
      execute format('select nightshift.%I($1, $2, $3)', p_piece) into v_counts
      using v_workspace_id, p_limit, p_now;
      if v_counts is null then
        -- Somebody holds what is due in it, so that it waits for the next run.
        v_held := v_held || v_workspace_id;
      elsif v_counts <> '{}' then
        v_touched := v_touched || jsonb_build_object('workspace_id', v_workspace_id, 'counts', v_counts);
      end if;
      exit when clock_timestamp() > v_until;
    end loop;
  end loop;
  return jsonb_build_object('done', v_workspace_ids = '{}', 'touched', v_touched);
end
$$;
comment on function nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz) is
'Part of contact_enrichment_chunk and lead_scoring_batch_chunk: calls p_piece for the workspaces that p_list says, in '
'turn, for about a second. What somebody holds is left for later. Returns {done, touched: [{workspace_id, counts}]}.';
revoke all on function nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.contact_enrichment_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$
  -- Each email may have 50 recipients.
  select nightshift.serve_contacts(p_run_id, p_workspace_id, 'list_workspaces_to_enrich', 'enrich_piece', 250, p_now)
$$;
comment on function nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz) is
'For the database worker: about a second of contact_enrichment, workspaces in turn, or p_workspace_id alone. Returns '
'{done, touched: [{workspace_id, counts: {emails_read, contacts_added, contacts_changed}}]}.';
revoke all on function nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;
