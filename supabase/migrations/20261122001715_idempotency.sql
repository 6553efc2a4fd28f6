-- Idempotency: who may log which tasks, and the first answer to a request with an Idempotency-Key.
--
-- What is kept is what the database added to the request (outcomes, ids, times). Whoever asks again sends
-- the request again, so its content is not stored twice. Keys and requests are kept as SHA-256. Ids that
-- follow from a key are made with a secret of this database, so nobody can use them up in advance.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.database_secrets (
  name text primary key,
  secret text not null
);
alter table nightshift.database_secrets enable row level security;
revoke all on nightshift.database_secrets from public;
comment on table nightshift.database_secrets is 'Random secrets of this database. They never leave it.';
comment on column nightshift.database_secrets.name is 'what it is for';
comment on column nightshift.database_secrets.secret is '244 random bits, hexadecimal';
insert into nightshift.database_secrets (name, secret)
values ('task_ids', encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex'))
on conflict do nothing;

create or replace function nightshift.secret_uuid(p_text text) returns uuid
language sql stable set search_path = ''
as $$
  select (substr(h.hash, 1, 12) || '8' || substr(h.hash, 13, 3) || '8' || substr(h.hash, 16, 15))::uuid
  from nightshift.database_secrets s
  cross join lateral (select encode(nightshift.hmac_sha256(p_text, s.secret), 'hex')) as h (hash)
  where s.name = 'task_ids'
$$;
comment on function nightshift.secret_uuid(text) is
'The id that follows from a text, by an HMAC with a secret of this database: always the same, and nobody outside can '
'compute it.';
revoke all on function nightshift.secret_uuid(text) from public;

create table if not exists nightshift.idempotent_answers (
  key_hash text primary key,
  request_hash text not null,
  request_id text,
  results jsonb not null,
  expires_at timestamptz not null
);
create index if not exists idempotent_answers_expired_idx on nightshift.idempotent_answers (expires_at);

comment on table nightshift.idempotent_answers is
'The first answers to requests with an Idempotency-Key. They are pruned when they have expired.';
comment on column nightshift.idempotent_answers.key_hash is 'SHA-256 of the caller and its key, hexadecimal';
comment on column nightshift.idempotent_answers.request_hash is
'SHA-256 of the request; a different request with this key is rejected';
comment on column nightshift.idempotent_answers.request_id is 'the id of the first request in the log';
comment on column nightshift.idempotent_answers.results is
'as log_tasks returned them; of each task only what differs from the request';
comment on column nightshift.idempotent_answers.expires_at is 'until when this answer is repeated';
alter table nightshift.idempotent_answers enable row level security;
revoke all on nightshift.idempotent_answers from public;

create or replace function nightshift.read_task(p_item jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_item jsonb := case when jsonb_typeof(p_item) = 'string' then null else p_item end;
  v_task public.autonomous_tasks;
begin
  -- JSON as text: what cannot be read spoils this task alone, and numbers of any length stay exact.
  if v_item is null then
    v_item := (p_item #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(v_item) <> 'object' then
    return null;
  end if;
  v_task := jsonb_populate_record(null::public.autonomous_tasks, v_item);
  return v_item || jsonb_strip_nulls(to_jsonb(v_task) - array['input_data', 'output_data']);
exception
  when data_exception or program_limit_exceeded then
    return null;
end
$$;
comment on function nightshift.read_task(jsonb) is
'One task of a request, given as an object with columns of autonomous_tasks or as JSON text, as a document whose '
'values fit these columns; null when it cannot be read.';
revoke all on function nightshift.read_task(jsonb) from public;

create or replace function nightshift.prepare_task(p_task jsonb, p_caller jsonb, p_key_id uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_own uuid := (p_caller ->> 'workspace_id')::uuid;
  v_task public.autonomous_tasks;
  v_is_token boolean := p_caller ->> 'kind' = 'token';
begin
  if p_task is null then
    return jsonb_build_object('outcome', 'task_unreadable');
  end if;
  v_task := jsonb_populate_record(null::public.autonomous_tasks, p_task);
  v_task.workspace_id := coalesce(v_task.workspace_id, v_own);
  if v_task.workspace_id is null then
    return jsonb_build_object('outcome', 'workspace_missing');
  elsif v_is_token and v_task.workspace_id is distinct from v_own then
    return jsonb_build_object('outcome', 'workspace_not_found');
  elsif jsonb_typeof(p_caller -> 'task_types') = 'array'
    and (p_caller -> 'task_types' ? v_task.task_type) is not true then
    return jsonb_build_object('outcome', 'task_type_forbidden');
  elsif v_is_token and v_task.triggered_by = 'system' then
    -- As row level security has it for users.
    return jsonb_build_object('outcome', 'forbidden');
  end if;
  v_task.status := coalesce(v_task.status, 'pending');
  v_task.triggered_by := coalesce(v_task.triggered_by, 'api');
  v_task.executed_at := coalesce(v_task.executed_at, v_task.completed_at, clock_timestamp());
  v_task.created_at := now();
  v_task.updated_at := now();
  return jsonb_build_object('outcome', 'ready', 'given', p_task, 'is_keyed', v_task.id is null and p_key_id is not null,
    'task', to_jsonb(v_task) || jsonb_build_object('id', coalesce(v_task.id, p_key_id,
      nightshift.time_ordered_uuid())));
end
$$;
comment on function nightshift.prepare_task(jsonb, jsonb, uuid) is
'Completes a task that was read, with the workspace of an ingest token and with defaults: {outcome: ready, task, '
'given, is_keyed}; or an outcome that says why the caller cannot log it.';
revoke all on function nightshift.prepare_task(jsonb, jsonb, uuid) from public;

create or replace function nightshift.find_answer(p_key_hash text, p_request_hash text, p_tasks jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_known nightshift.idempotent_answers;
begin
  -- The same request at the same time waits here for the answer of the first.
  perform pg_advisory_xact_lock(hashtextextended(p_key_hash, 0));
  select * into v_known
  from nightshift.idempotent_answers a
  where a.key_hash = p_key_hash and a.expires_at > clock_timestamp();
  if not found then
    return null;
  elsif v_known.request_hash <> p_request_hash then
    return jsonb_build_object('outcome', 'idempotency_key_reused');
  end if;
  return jsonb_build_object('outcome', 'ok', 'replayed', true, 'request_id', v_known.request_id, 'results', (
    select jsonb_agg(case when r.result ? 'task'
      then r.result || jsonb_build_object('task', nightshift.read_task(p_tasks -> (r.position - 1)::integer) ||
        (r.result -> 'task'))
      else r.result end order by r.position)
    from jsonb_array_elements(v_known.results) with ordinality as r (result, position)));
end
$$;
comment on function nightshift.find_answer(text, text, jsonb) is
'The first answer to a request with this key, or that the key belongs to another request; null when the key is new.';
revoke all on function nightshift.find_answer(text, text, jsonb) from public;

create or replace function public.admit_request(
  p_tasks jsonb,
  p_idempotency_key text,
  p_token_hash text,
  p_request_hash text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_read jsonb[] := array(
    select nightshift.read_task(i.item) from jsonb_array_elements(p_tasks) with ordinality as i (item, position)
      order by i.position);
  v_caller jsonb;
  v_key_hash text;
  v_answer jsonb;
begin
  v_caller := public.admit_caller('tasks', p_token_hash, array(
    select distinct (r.task ->> 'workspace_id')::uuid from unnest(v_read) as r (task)
      where r.task ->> 'workspace_id' is not null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  if p_idempotency_key is not null then
    v_key_hash := encode(sha256(convert_to(
      format('%s %s %s', v_caller ->> 'kind', v_caller ->> 'id', p_idempotency_key), 'UTF8')), 'hex');
    v_answer := nightshift.find_answer(v_key_hash, p_request_hash, p_tasks);
    if v_answer is not null then
      return v_answer;
    end if;
    -- Lets remember_answer, in this transaction alone, write under this key.
    perform set_config('nightshift.open_request', v_key_hash, true);
  end if;
  return jsonb_build_object('outcome', 'admitted', 'items', (
    select coalesce(jsonb_agg(nightshift.prepare_task(r.task, v_caller,
      case when v_key_hash is not null then nightshift.secret_uuid(r.position || ' ' || v_key_hash) end)
        order by r.position), '[]')
    from unnest(v_read) with ordinality as r (task, position)));
end
$$;
comment on function public.admit_request(jsonb, text, text, text) is
'Who asks to log these tasks, and what becomes of each: {outcome: admitted, items} with items of {outcome: ready, '
'task, given, is_keyed} or with the outcome that refuses the item. With an Idempotency-Key that is known, the first '
'answer instead: ok, replayed, request_id and results; or idempotency_key_reused. Keys of one caller mean nothing to '
'the others. Other outcomes are those of admit_caller.';
revoke all on function public.admit_request(jsonb, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.admit_request(jsonb, text, text, text) to authenticated, service_role;

create or replace function public.remember_answer(p_tasks jsonb, p_results jsonb, p_request_hash text,
p_request_id text)
returns void
language plpgsql security definer set search_path = ''
as $$
declare
  c_kept_for constant interval := interval '24 hours';
  v_key_hash text := nullif(current_setting('nightshift.open_request', true), '');
begin
  -- A call of its own over the API finds no open request, so nobody can change an answer.
  if v_key_hash is null then
    return;
  end if;
  perform set_config('nightshift.open_request', '', true);
  insert into nightshift.idempotent_answers as a (key_hash, request_hash, request_id, results, expires_at)
  select v_key_hash, p_request_hash, p_request_id, jsonb_agg(case when r.result ? 'task'
    then r.result || jsonb_build_object('task', (
      select jsonb_object_agg(f.name, f.value)
      from jsonb_each(r.result -> 'task') as f (name, value)
      cross join lateral (select nightshift.read_task(p_tasks -> (r.position - 1)::integer)) as given (task)
      where f.value is distinct from given.task -> f.name))
    else r.result end order by r.position), clock_timestamp() + c_kept_for
  from jsonb_array_elements(p_results) with ordinality as r (result, position)
  on conflict (key_hash) do update
  set request_hash = excluded.request_hash, request_id = excluded.request_id, results = excluded.results,
    expires_at = excluded.expires_at;
end
$$;
comment on function public.remember_answer(jsonb, jsonb, text, text) is
'Keeps the results of the tasks that admit_request has let in within this transaction, for 24 hours; without such a '
'request it does nothing.';
revoke all on function public.remember_answer(jsonb, jsonb, text, text) from public, anon, authenticated, service_role;
grant execute on function public.remember_answer(jsonb, jsonb, text, text) to authenticated, service_role;
