-- Enrich: from emails to contacts, facts and days.
--
-- What is stored follows from the emails that are there, whatever their order: it is counted anew for every
-- contact that an email touches, and written only where it differs.
-- Locks: rows only. Time: below a millisecond an email.

create or replace function nightshift.list_correspondents(p_workspace_id uuid, p_email_ids uuid[])
returns table (email_id uuid, address text, at timestamptz, day date, direction text)
language sql stable set search_path = ''
as $$
  with settings as materialized (
    select nightshift.key_domains(s.own_domains) as own_domains,
      nightshift.zone_of_day(p_workspace_id, '-infinity') as time_zone,
      (select count(*) > 1 from nightshift.workspace_zones z where z.workspace_id = p_workspace_id) as has_moved
    from nightshift.read_settings(p_workspace_id) s
  ), members as materialized (
    select lower(u.email) as address
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    where m.workspace_id = p_workspace_id and u.email is not null
  ), emails as materialized (
    select e.id, e.direction, e.from_email, coalesce(e.to_emails, '{}') || coalesce(e.cc_emails, '{}') as recipients,
      -- A table that was adopted may say -infinity, from which no days can be counted.
      e.headers, least(coalesce(nullif(e.received_at, '-infinity'), e.created_at, now()),
        coalesce(e.created_at, now()) + interval '1 day') as at
    from unnest(p_email_ids) as given (id)
    join public.client_emails e on e.id = given.id
    where e.workspace_id = p_workspace_id
  ), named as ( -- senders of what a person wrote to us, recipients of what we wrote to at most 50
    select e.id, e.at, e.direction, nightshift.clean_address(e.from_email) as address
    from emails e
    join public.email_intelligence r on r.email_id = e.id
    where e.direction = 'inbound' and not r.is_bulk and not r.is_automated
      and (e.headers ?| array['list-id', 'list-post']) is not true
    union
    select e.id, e.at, e.direction, nightshift.clean_address(recipient.address)
    from emails e
    cross join lateral unnest(e.recipients) as recipient (address)
    where e.direction = 'outbound' and cardinality(e.recipients) <= 50
  )
  select n.id, n.address, n.at, case when s.has_moved then nightshift.day_of(p_workspace_id, n.at)
      else (n.at at time zone s.time_zone)::date end, n.direction
  from named n
  cross join settings s
  where n.address is not null
    and n.address not in (select m.address from members m)
    and not nightshift.is_of_domain(n.address, s.own_domains)
$$;
comment on function nightshift.list_correspondents(uuid, uuid[]) is
'Who becomes a contact by these emails of a workspace: senders and recipients, without bulk, automated and list email, '
'members and the workspace''s own domains.';
revoke all on function nightshift.list_correspondents(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_claims(p_email_ids uuid[])
returns table (email_id uuid, contact_id uuid, field text, source text, value_key text, value text, at timestamptz)
language sql stable set search_path = ''
as $$
  with senders as materialized (
    select ce.email_id, ce.contact_id, ce.at, e.from_name,
      case when coalesce(r.read_instead, '') not in ('forwarded_email', 'quoted_email')
        and r.contact is not null and nightshift.is_own_signature(r.contact, c.email, e.from_name)
        then r.contact end as signature
    from unnest(p_email_ids) as given (id)
    join public.contact_emails ce on ce.email_id = given.id and ce.direction = 'inbound'
    join public.contacts c on c.id = ce.contact_id
    join public.client_emails e on e.id = ce.email_id
    join public.email_intelligence r on r.email_id = ce.email_id
    where c.kind = 'person' or c.kind is null and not nightshift.is_role_address(c.email)
  ), said as (
    select s.email_id, s.contact_id, s.at, f.field, f.source, nightshift.clean_fact(f.field, f.value) as value
    from senders s
    cross join lateral (
      select 'name' as field, 'header' as source, s.from_name as value
      union all
      select 'name', 'signature', s.signature ->> 'name'
      union all
      select 'company', 'signature', s.signature ->> 'organisation'
      union all
      select 'job_title', 'signature', s.signature ->> 'position'
      union all
      select 'phone', 'signature', p.phone
      from jsonb_array_elements_text(s.signature -> 'phones') with ordinality as p (phone, number)
      where p.number <= 5
    ) f
    where f.value is not null
  )
  select distinct on (s.email_id, s.contact_id, s.field, s.source, k.value_key)
    s.email_id, s.contact_id, s.field, s.source, k.value_key, s.value, s.at
  from said s
  cross join lateral (select nightshift.fact_key(s.field, s.value)) as k (value_key)
  where s.value is not null
  order by s.email_id, s.contact_id, s.field, s.source, k.value_key, s.value collate "C"
$$;
comment on function nightshift.list_claims(uuid[]) is
'What these emails say about their senders, in the header and in a signature of their own.';
revoke all on function nightshift.list_claims(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.connect_emails(p_workspace_id uuid, p_email_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_wanted jsonb;
  v_added integer;
begin
  perform nightshift.count_by_zone(array[p_workspace_id]);
  select coalesce(jsonb_agg(to_jsonb(l)), '[]') into v_wanted
  from nightshift.list_correspondents(p_workspace_id, p_email_ids) l;
  insert into public.contacts (workspace_id, email, kind)
  select distinct p_workspace_id, w.address,
    case when nightshift.is_role_address(w.address) then 'role' else 'person' end
  from jsonb_to_recordset(v_wanted) as w (address text)
  where not exists (
    select from public.contacts c where c.workspace_id = p_workspace_id and c.email = w.address)
  order by 2
  on conflict (workspace_id, email) do nothing;
  get diagnostics v_added = row_count;

  select coalesce(jsonb_agg(to_jsonb(w) || jsonb_build_object('contact_id', c.id)), '[]') into v_wanted
  from jsonb_to_recordset(v_wanted) as w (email_id uuid, address text, at timestamptz, day date, direction text)
  join public.contacts c on c.workspace_id = p_workspace_id and c.email = w.address;

  -- Read again, and no longer an email of this contact, or one of another day: its claims go with it.
  delete from public.contact_emails ce
  where ce.email_id = any (p_email_ids) and (ce.email_id, ce.contact_id, ce.day) not in (
    select w.email_id, w.contact_id, w.day
    from jsonb_to_recordset(v_wanted) as w (email_id uuid, contact_id uuid, day date));
  insert into public.contact_emails as ce (email_id, contact_id, at, day, direction)
  select w.email_id, w.contact_id, w.at, w.day, w.direction
  from jsonb_to_recordset(v_wanted)
    as w (email_id uuid, contact_id uuid, at timestamptz, day date, direction text)
  order by w.email_id, w.contact_id
  on conflict (email_id, contact_id) do update set at = excluded.at, direction = excluded.direction
  where (ce.at, ce.direction) is distinct from (excluded.at, excluded.direction);

  select coalesce(jsonb_agg(to_jsonb(l)), '[]') into v_wanted from nightshift.list_claims(p_email_ids) l;
  delete from nightshift.email_claims k
  where k.email_id = any (p_email_ids)
    and (k.email_id, k.contact_id, k.field, k.source, k.value_key) not in (
      select w.email_id, w.contact_id, w.field, w.source, w.value_key
      from jsonb_to_recordset(v_wanted)
        as w (email_id uuid, contact_id uuid, field text, source text, value_key text));
  insert into nightshift.email_claims as k (email_id, contact_id, field, source, value_key, value, at)
  select w.email_id, w.contact_id, w.field, w.source, w.value_key, w.value, w.at
  from jsonb_to_recordset(v_wanted) as w (email_id uuid, contact_id uuid, field text, source text, value_key text,
    value text, at timestamptz)
  on conflict (email_id, contact_id, field, source, value_key) do update set value = excluded.value, at = excluded.at
  where (k.value, k.at) is distinct from (excluded.value, excluded.at);

  insert into nightshift.due_days (workspace_id, contact_id, day)
  select distinct p_workspace_id, ce.contact_id, ce.day
  from public.contact_emails ce
  where ce.email_id = any (p_email_ids)
  order by ce.contact_id, ce.day
  on conflict do nothing; -- Needs no lock: only the worker, who calls this, takes days from the list.
  return v_added;
end
$$;
comment on function nightshift.connect_emails(uuid, uuid[]) is
'Notes for some emails of a workspace whose they are and what they say, adds contacts that are new, and puts the days '
'that this touches on the list. Returns how many contacts it added.';
revoke all on function nightshift.connect_emails(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_facts(p_contact_ids uuid[])
returns table (contact_id uuid, field text, value text, value_key text, source text, is_derived boolean, email_id uuid,
  first_seen_at timestamptz, last_seen_at timestamptz, times_seen integer, place smallint)
language sql stable set search_path = ''
as $$
  with claims as (
    select k.contact_id, k.field, (array_agg(k.value order by k.at desc, k.value collate "C"))[1] as value, k.value_key,
      k.source, false as is_derived,
      (array_agg(k.email_id order by k.at desc, k.value collate "C", k.email_id))[1] as email_id,
      min(k.at) as first_seen_at, max(k.at) as last_seen_at, count(*)::integer as times_seen
    from unnest(p_contact_ids) as given (id)
    join nightshift.email_claims k on k.contact_id = given.id
    group by k.contact_id, k.field, k.source, k.value_key
    union all
    select g.contact_id, g.field, g.value, g.value_key, g.source, false, null, g.at, g.at, 1
    from unnest(p_contact_ids) as given (id)
    join nightshift.given_facts g on g.contact_id = given.id
    union all -- the domain of the address, as long as there are emails
    select c.id, 'company', d.domain, d.domain, 'header', true, latest.email_id, earliest.at, latest.at, total.emails
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
      and (c.kind = 'person' or c.kind is null and not nightshift.is_role_address(c.email))
    cross join lateral (select split_part(c.email, '@', 2)) as d (domain)
    cross join lateral (
      select ce.at, ce.email_id from public.contact_emails ce
      where ce.contact_id = c.id order by ce.day desc, ce.at desc, ce.email_id limit 1) latest
    cross join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day, ce.at limit 1) earliest
    cross join lateral (
      select sum(cd.emails_in + cd.emails_out)::integer as emails
      from public.contact_days cd where cd.contact_id = c.id) total
    where length(d.domain) <= 200 and d.domain <> all (nightshift.free_mail_domains()) and total.emails > 0
  ), placed as (
    select k.*, row_number() over (
      partition by k.contact_id, k.field
      order by case k.source when 'user' then 1 when 'signature' then 2 when 'header' then 4 else 3 end,
        k.last_seen_at desc, k.times_seen desc, k.value_key collate "C", k.source collate "C") as place
    from claims k
  )
  select p.contact_id, p.field, p.value, p.value_key, p.source, p.is_derived, p.email_id, p.first_seen_at,
    p.last_seen_at, p.times_seen, p.place::smallint
  from placed p
  where p.place <= 20
$$;
comment on function nightshift.list_facts(uuid[]) is
'What contact_facts should have for these contacts, counted from their emails and what was given: at most 20 a field.';
revoke all on function nightshift.list_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.write_facts(p_contact_ids uuid[]) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_wanted constant jsonb := (
    select coalesce(jsonb_agg(to_jsonb(l)), '[]') from nightshift.list_facts(p_contact_ids) l);
  v_removed uuid[];
  v_written uuid[];
begin
  with removed as (
    delete from public.contact_facts f
    where f.contact_id = any (p_contact_ids) and (f.contact_id, f.field, f.value_key, f.source) not in (
      select w.contact_id, w.field, w.value_key, w.source
      from jsonb_to_recordset(v_wanted) as w (contact_id uuid, field text, value_key text, source text))
    returning f.contact_id
  )
  select coalesce(array_agg(distinct r.contact_id), '{}') into v_removed from removed r;
  with written as (
    insert into public.contact_facts as f (contact_id, field, value, value_key, source, is_derived, email_id,
      first_seen_at, last_seen_at, times_seen, place)
    select w.contact_id, w.field, w.value, w.value_key, w.source, w.is_derived, w.email_id, w.first_seen_at,
      w.last_seen_at, w.times_seen, w.place
    from jsonb_populate_recordset(null::public.contact_facts, v_wanted) w
    order by w.contact_id, w.field, w.value_key, w.source
    on conflict (contact_id, field, value_key, source) do update
    set value = excluded.value, is_derived = excluded.is_derived, email_id = excluded.email_id,
      first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at, times_seen = excluded.times_seen,
      place = excluded.place
    where (f.value, f.is_derived, f.email_id, f.first_seen_at, f.last_seen_at, f.times_seen, f.place)
      is distinct from (excluded.value, excluded.is_derived, excluded.email_id, excluded.first_seen_at,
        excluded.last_seen_at, excluded.times_seen, excluded.place)
    returning f.contact_id
  )
  select coalesce(array_agg(distinct w.contact_id), '{}') into v_written from written w;
  return array(select unnest(v_removed) union select unnest(v_written));
end
$$;
comment on function nightshift.write_facts(uuid[]) is
'Makes contact_facts of these contacts what list_facts() says. Returns the contacts in which something differed.';
revoke all on function nightshift.write_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_own_values(p_contact_ids uuid[]) returns void
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  -- A shown value was one of the facts. Whatever else is in the row somebody wrote there by hand.
  with written as materialized (
    select c.id, v.field, v.value
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
    cross join lateral (values
      ('name', c.name), ('company', c.company), ('job_title', c.job_title), ('phone', c.phone)
    ) as v (field, value)
    where v.value is not null and not exists (
      select from public.contact_facts f where f.contact_id = c.id and f.field = v.field and f.value = v.value)
  )
  insert into nightshift.given_facts (contact_id, field, source, value_key, value, at)
  select w.id, w.field, 'user', k.value_key, k.value, clock_timestamp()
  from written w
  cross join lateral (
    select x.value, nightshift.fact_key(w.field, x.value) as value_key
    from (select nightshift.clean_fact(w.field, w.value) as value) x
  ) k
  where k.value is not null and not exists (
    select from public.contact_facts f
    where f.contact_id = w.id and f.field = w.field and f.value_key = k.value_key)
  on conflict do nothing;
end
$$;
comment on function nightshift.keep_own_values(uuid[]) is
'Keeps what was written into contacts by hand, or before Nightshift, as facts of a user, so that it stays the shown '
'value.';
revoke all on function nightshift.keep_own_values(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.pick_value(p_field text, p_current text, p_fact text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  if p_current is null or p_current = p_fact or nightshift.clean_fact(p_field, p_current) is not null then
    return p_fact;
  end if;
  return p_current;
end
$$;
comment on function nightshift.pick_value(text, text, text) is
'The value that a contact shows: its first fact. What can be no fact, such as a name of 300 characters, somebody wrote '
'there by hand, and it stays.';
revoke all on function nightshift.pick_value(text, text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.show_facts(p_contact_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_shown integer;
begin
  with shown as materialized (
    select c.id, nightshift.pick_value('name', c.name, f.name) as name,
      nightshift.pick_value('company', c.company, f.company) as company,
      nightshift.pick_value('job_title', c.job_title, f.job_title) as job_title,
      nightshift.pick_value('phone', c.phone, f.phone) as phone,
      -- A table that was adopted may know contacts from elsewhere.
      coalesce(earliest.at, case when a.is_adopted then c.first_seen_at end) as first_seen_at,
      coalesce(latest.at, case when a.is_adopted then c.last_interaction end) as last_interaction
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
    cross join (
      select not exists (
        select from nightshift.installed_objects o where o.kind = 'table' and o.name = 'public.contacts') as is_adopted
    ) a
    cross join lateral (
      select max(k.value) filter (where k.field = 'name') as name,
        max(k.value) filter (where k.field = 'company') as company,
        max(k.value) filter (where k.field = 'job_title') as job_title,
        max(k.value) filter (where k.field = 'phone') as phone
      from public.contact_facts k
      where k.contact_id = c.id and k.place = 1
    ) f
    left join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day, ce.at limit 1
    ) earliest on true
    left join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day desc, ce.at desc limit 1
    ) latest on true
  )
  update public.contacts c
  set name = s.name, company = s.company, job_title = s.job_title, phone = s.phone, first_seen_at = s.first_seen_at,
    last_interaction = s.last_interaction
  from shown s
  where c.id = s.id
    and (c.name, c.company, c.job_title, c.phone, c.first_seen_at, c.last_interaction)
      is distinct from (s.name, s.company, s.job_title, s.phone, s.first_seen_at, s.last_interaction);
  get diagnostics v_shown = row_count;
  return v_shown;
end
$$;
comment on function nightshift.show_facts(uuid[]) is
'Shows in contacts the first fact of each field, and the times of its first and latest email. Returns how many '
'contacts changed.';
revoke all on function nightshift.show_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.count_days(p_workspace_id uuid, p_contact_ids uuid[], p_days date[])
returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_changed uuid[];
begin
  with counted as materialized (
    select ce.contact_id, ce.day, p_workspace_id as workspace_id,
      count(*) filter (where ce.direction = 'inbound')::integer as emails_in,
      count(*) filter (where ce.direction = 'outbound')::integer as emails_out,
      count(*) filter (where r.action_items <> '{}')::integer as requests,
      count(*) filter (where r.questions_asked <> '{}')::integer as questions,
      count(*) filter (where 'complaint' = any (r.secondary_intents || r.primary_intent))::integer as complaints,
      count(*) filter (where r.business_opportunity is not null)::integer as opportunities,
      count(*) filter (where 'meeting_request' = any (r.secondary_intents || r.primary_intent))::integer as meetings,
      count(*) filter (where 'proposal' = any (r.secondary_intents || r.primary_intent))::integer as offers,
      count(*) filter (where r.budget_mentioned)::integer as budgets,
      count(*) filter (where r.timeline_mentioned)::integer as timelines,
      count(*) filter (where r.decision_maker)::integer as decision_makers,
      count(*) filter (where r.sentiment = 'positive')::integer as positive,
      count(*) filter (where r.sentiment = 'negative')::integer as negative
    from unnest(p_contact_ids, p_days) as given (contact_id, day)
    join public.contact_emails ce on ce.contact_id = given.contact_id and ce.day = given.day
    left join public.email_intelligence r on r.email_id = ce.email_id and ce.direction = 'inbound'
    group by ce.contact_id, ce.day
  ), emptied as (
    delete from public.contact_days d
    using unnest(p_contact_ids, p_days) as given (contact_id, day)
    where d.contact_id = given.contact_id and d.day = given.day
      and not exists (select from counted c where c.contact_id = d.contact_id and c.day = d.day)
    returning d.contact_id
  ), written as (
    insert into public.contact_days as d (contact_id, day, workspace_id, emails_in, emails_out, requests, questions,
      complaints, opportunities, meetings, offers, budgets, timelines, decision_makers, positive, negative)
    select c.contact_id, c.day, c.workspace_id, c.emails_in, c.emails_out, c.requests, c.questions, c.complaints,
      c.opportunities, c.meetings, c.offers, c.budgets, c.timelines, c.decision_makers, c.positive, c.negative
    from counted c
    order by c.contact_id, c.day
    on conflict (contact_id, day) do update
    set emails_in = excluded.emails_in, emails_out = excluded.emails_out, requests = excluded.requests,
      questions = excluded.questions, complaints = excluded.complaints, opportunities = excluded.opportunities,
      meetings = excluded.meetings, offers = excluded.offers, budgets = excluded.budgets,
      timelines = excluded.timelines, decision_makers = excluded.decision_makers, positive = excluded.positive,
      negative = excluded.negative
    where d.* is distinct from excluded.*
    returning d.contact_id
  )
  select array(select e.contact_id from emptied e union select w.contact_id from written w) into v_changed;
  return v_changed;
end
$$;
comment on function nightshift.count_days(uuid, uuid[], date[]) is
'Counts these days of these contacts anew, each day with the contact at the same place of the other list. Returns the '
'contacts in which something differed.';
revoke all on function nightshift.count_days(uuid, uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.refresh_contacts(p_workspace_id uuid, p_contact_ids uuid[], p_days date[])
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_contact_ids uuid[];
  v_changed uuid[];
begin
  -- Whoever adds facts meanwhile waits here, and we for them.
  select coalesce(array_agg(c.id), '{}') into v_contact_ids
  from (
    select c.id
    from public.contacts c
    where c.id = any (p_contact_ids) and c.workspace_id = p_workspace_id
    order by c.id
    for no key update
  ) c;
  v_changed := nightshift.count_days(p_workspace_id, g.contact_ids, g.days)
  from (
    select coalesce(array_agg(x.contact_id), '{}') as contact_ids, coalesce(array_agg(x.day), '{}') as days
    from unnest(p_contact_ids, p_days) as x (contact_id, day)
    where x.contact_id = any (v_contact_ids) and x.day is not null
  ) g;
  perform nightshift.keep_own_values(v_contact_ids);
  v_changed := array(select unnest(v_changed) union select unnest(nightshift.write_facts(v_contact_ids)));
  perform nightshift.show_facts(v_contact_ids);
  perform nightshift.drop_empty_contacts(v_contact_ids);
  if nightshift.has_type(p_workspace_id, 'lead_scoring_batch') then
    insert into nightshift.due_scores (workspace_id, contact_id)
    select p_workspace_id, c.id from unnest(v_changed) as c (id) order by c.id
    on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id where false; -- a lock alone
  end if;
  return cardinality(v_changed);
end
$$;
comment on function nightshift.refresh_contacts(uuid, uuid[], date[]) is
'Counts days, facts and shown values of contacts of a workspace anew; days may be null. What is left without emails '
'and facts goes. Returns how many contacts changed, and puts them on the list of those to score.';
revoke all on function nightshift.refresh_contacts(uuid, uuid[], date[]) from public, anon, authenticated, service_role;
