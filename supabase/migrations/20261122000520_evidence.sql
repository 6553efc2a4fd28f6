-- Evidence: no record says what its email does not contain.
--
-- Whoever writes a record, the built-in rules, a model or a person, the database looks up every fact.
-- Locks: writers of public.client_emails wait half a second at most. Time: about 0.2 ms for each record that is
-- written, 1 ms for one of a hundred facts in 65 kB.

create or replace function nightshift.find_false_places(p_evidence jsonb, p_subject text, p_body text) returns integer[]
language plpgsql stable set search_path = ''
as $$
declare
  v_place record;
  v_source text;
  v_rest text;
  v_start integer;
  v_false integer[] := array[]::integer[];
begin
  -- Place by place, cutting off what is before it: each text is walked through once, however many facts it has.
  for v_place in
    select p.*
    from rows from (
      jsonb_to_recordset(p_evidence) as (source text, start integer, "end" integer, text text)
    ) with ordinality as p (source, start, "end", text, number)
    order by p.source, p.start
  loop
    if v_start is null or v_place.source is distinct from v_source then
      v_source := v_place.source;
      v_start := 0;
      -- concat unpacks a long text once, and makes an empty text of none. Another source has no text.
      v_rest := case v_source when 'subject' then concat(p_subject, '') when 'body_text' then concat(p_body, '') end;
    end if;
    if v_place.start > v_start then
      v_rest := right(v_rest, v_start - v_place.start);
      v_start := v_place.start;
    end if;
    if (v_place.text <> '' and v_place.start >= 0 and v_place."end" - v_place.start = length(v_place.text)
      and starts_with(v_rest, v_place.text)) is not true
    then
      v_false := array_append(v_false, v_place.number::integer);
    end if;
  end loop;
  return v_false;
end
$$;
comment on function nightshift.find_false_places(jsonb, text, text) is
'The places in a list of evidence, counted from 1, where the email does not contain what they say.';
revoke all on function nightshift.find_false_places(jsonb, text, text) from public;

create or replace function nightshift.find_evidence_problem(
  p_record public.email_intelligence,
  p_subject text,
  p_body text
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_facts jsonb := jsonb_build_object(
    'entities_mentioned', p_record.entities_mentioned, 'pain_points', p_record.pain_points,
    'questions_asked', p_record.questions_asked, 'action_items', p_record.action_items,
    'business_opportunity', p_record.business_opportunity, 'urgency_reasons', p_record.urgency_reasons,
    'dates', jsonb_path_query_array(p_record.dates, '$[*].text'),
    'money', jsonb_path_query_array(p_record.money, '$[*].text'),
    'contact.name', p_record.contact -> 'name', 'contact.organisation', p_record.contact -> 'organisation',
    'contact.position', p_record.contact -> 'position', 'contact.phones', p_record.contact -> 'phones',
    'contact.emails', p_record.contact -> 'emails', 'contact.urls', p_record.contact -> 'urls');
  -- Flags say that something is mentioned, reasons are names of rules: any words of the email may support them.
  v_free constant jsonb := jsonb_build_object(
    'budget_mentioned', p_record.budget_mentioned, 'timeline_mentioned', p_record.timeline_mentioned,
    'decision_maker', p_record.decision_maker);
  v_false integer[] := nightshift.find_false_places(p_record.evidence, p_subject, p_body);
  v_facts_count integer;
  v_places_count integer;
  v_problem text;
begin
  select
    count(distinct (e.field, e.item)) filter (where e.field <> 'urgency_reasons'),
    min(format('evidence %s (%s): %s', e.number, concat_ws(' ', e.field, e.item), case
      when fact.words is null then 'the record has no such fact.'
      when e.number = any (v_false) then format('its words are not at %s to %s of %s.', e.start, e."end", e.source)
      else 'its words are not the fact.'
    end)) filter (where fact.words is null or e.number = any (v_false) or not (fact.is_free or fact.words = e.text))
  into v_places_count, v_problem
  from rows from (
    jsonb_to_recordset(p_record.evidence) as (
      field text, item integer, source text, start integer, "end" integer, text text)
  ) with ordinality as e (field, item, source, start, "end", text, number)
  cross join lateral (
    select
      v_free ? e.field or e.field = 'urgency_reasons' as is_free,
      case
        when v_free ? e.field then case when e.item is null and v_free -> e.field = 'true' then '' end
        when jsonb_typeof(v_facts -> e.field) = 'array' then
          case when e.item >= 0 then v_facts -> e.field ->> e.item end
        when e.item is null then v_facts ->> e.field
      end as words
  ) fact;
  if v_problem is not null then
    return v_problem;
  end if;

  -- Every place holds a fact, and no two the same one: with as many facts as places, each fact has its place.
  select count(*) into v_facts_count
  from jsonb_each(v_facts - 'urgency_reasons' || v_free) as f (field, value)
  cross join lateral jsonb_array_elements(
    case jsonb_typeof(f.value) when 'array' then f.value else jsonb_build_array(f.value) end) as one (value)
  where one.value not in ('null', 'false');
  if v_facts_count <> v_places_count then
    return format('%s of %s facts have no evidence.', v_facts_count - v_places_count, v_facts_count);
  end if;
  return null;
end
$$;
comment on function nightshift.find_evidence_problem(public.email_intelligence, text, text) is
'Why the evidence of a record does not hold against its subject and text, or null: every place must hold the fact '
'that it names, and every fact but the reasons of urgency must have a place. No words of the email are repeated.';
revoke all on function nightshift.find_evidence_problem(public.email_intelligence, text, text) from public;

create or replace function nightshift.check_evidence() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_problem text;
begin
  select nightshift.find_evidence_problem(new, e.subject, coalesce(new.analyzed_text, e.body_text)) into v_problem
  from public.client_emails e
  where e.id = new.email_id;
  if v_problem is not null then
    raise exception 'evidence_not_true: %', v_problem
      using errcode = 'check_violation', schema = 'public', table = 'email_intelligence',
        constraint = 'evidence_is_true';
  end if;
  return null;
end
$$;
comment on function nightshift.check_evidence() is
'Refuses a record whose facts are not where its evidence says (23514, constraint evidence_is_true).';
revoke all on function nightshift.check_evidence() from public;

create or replace trigger check_evidence
after insert or update on public.email_intelligence
for each row execute function nightshift.check_evidence();

create or replace function nightshift.keep_evidence() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_problem text;
begin
  select nightshift.find_evidence_problem(i, new.subject, coalesce(i.analyzed_text, new.body_text)) into v_problem
  from public.email_intelligence i
  where i.email_id = new.id;
  if v_problem is not null then
    raise exception 'evidence_not_true: %', v_problem
      using errcode = 'check_violation', schema = 'public', table = 'client_emails', constraint = 'evidence_is_true',
        hint = 'The email was read already: delete its record in email_intelligence first.';
  end if;
  return null;
end
$$;
comment on function nightshift.keep_evidence() is
'Refuses to change the text of an email that facts were extracted from (23514, constraint evidence_is_true).';
revoke all on function nightshift.keep_evidence() from public;

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create or replace trigger keep_evidence
after update of subject, body_text on public.client_emails
for each row when (old.subject is distinct from new.subject or old.body_text is distinct from new.body_text)
execute function nightshift.keep_evidence();
