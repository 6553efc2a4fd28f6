-- Idempotency: the first answer to a request with an Idempotency-Key, for those who ask again.
--
-- What is kept is what the database added to the request (outcomes, ids, times): whoever asks again sends
-- the request again, so its content needs no second place. Keys and requests are kept as SHA-256.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.idempotent_answers (
  key_hash text primary key,
  request_hash text not null,
  request_id text,
  results jsonb not null,
  expires_at timestamptz not null
);
create index if not exists idempotent_answers_expired_idx on nightshift.idempotent_answers (expires_at);

comment on table nightshift.idempotent_answers is 'The first answers to requests with an Idempotency-Key; pruned when they have expired.';
comment on column nightshift.idempotent_answers.key_hash is 'SHA-256 of the caller and its key, hexadecimal';
comment on column nightshift.idempotent_answers.request_hash is 'SHA-256 of the request; another one with this key is refused';
comment on column nightshift.idempotent_answers.request_id is 'what the first request was called in the log';
comment on column nightshift.idempotent_answers.results is 'as log_tasks answered them; of each task what differs from the request';
comment on column nightshift.idempotent_answers.expires_at is 'until when it is given again';
alter table nightshift.idempotent_answers enable row level security;
revoke all on nightshift.idempotent_answers from public;

create or replace function public.admit_request(
  p_tasks jsonb,
  p_workspace_ids uuid[],
  p_idempotency_key text,
  p_token_hash text,
  p_request_hash text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, p_workspace_ids);
  v_key_hash text := encode(sha256(convert_to(format('%s %s %s', v_caller ->> 'kind', v_caller ->> 'id', p_idempotency_key), 'UTF8')), 'hex');
  v_known nightshift.idempotent_answers;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  -- The same request at the same time waits here for the answer of the first.
  perform pg_advisory_xact_lock(hashtextextended(v_key_hash, 0));
  select * into v_known from nightshift.idempotent_answers a where a.key_hash = v_key_hash and a.expires_at > clock_timestamp();
  if not found then
    -- Lets remember_answer, in this transaction alone, write under this key.
    perform set_config('nightshift.open_request', v_key_hash, true);
    return v_caller || jsonb_build_object('key_hash', v_key_hash);
  elsif v_known.request_hash <> p_request_hash then
    return jsonb_build_object('outcome', 'idempotency_key_reused');
  end if;
  return jsonb_build_object('outcome', 'ok', 'replayed', true, 'request_id', v_known.request_id, 'results', (
    select jsonb_agg(case when r.result ? 'task'
      then r.result || jsonb_build_object('task', (p_tasks -> (r.position - 1)::integer) || (r.result -> 'task'))
      else r.result end order by r.position)
    from jsonb_array_elements(v_known.results) with ordinality as r (result, position)));
end
$$;
comment on function public.admit_request(jsonb, uuid[], text, text, text) is
'admit_caller for tasks with an Idempotency-Key: admitted with key_hash (of caller and key), or the first answer: ok, replayed, request_id and results; idempotency_key_reused when that was to another request. Keys of one caller mean nothing to the others.';
revoke all on function public.admit_request(jsonb, uuid[], text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.admit_request(jsonb, uuid[], text, text, text) to authenticated, service_role;

create or replace function public.remember_answer(p_tasks jsonb, p_results jsonb, p_request_hash text, p_request_id text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  c_kept_for constant interval := interval '24 hours';
  v_key_hash text := nullif(current_setting('nightshift.open_request', true), '');
begin
  -- A call of its own over the API finds no open request, so nobody can put words into an answer.
  if v_key_hash is null then
    return;
  end if;
  perform set_config('nightshift.open_request', '', true);
  insert into nightshift.idempotent_answers as a (key_hash, request_hash, request_id, results, expires_at)
  select v_key_hash, p_request_hash, p_request_id, jsonb_agg(case when r.result ? 'task'
    then r.result || jsonb_build_object('task', (
      select jsonb_object_agg(f.name, f.value)
      from jsonb_each(r.result -> 'task') as f (name, value)
      where f.value is distinct from p_tasks -> (r.position - 1)::integer -> f.name))
    else r.result end order by r.position), clock_timestamp() + c_kept_for
  from jsonb_array_elements(p_results) with ordinality as r (result, position)
  on conflict (key_hash) do update
  set request_hash = excluded.request_hash, request_id = excluded.request_id, results = excluded.results, expires_at = excluded.expires_at;
end
$$;
comment on function public.remember_answer(jsonb, jsonb, text, text) is
'Keeps the results of the tasks that admit_request has let in within this transaction, for 24 hours; without such a request it does nothing.';
revoke all on function public.remember_answer(jsonb, jsonb, text, text) from public, anon, authenticated, service_role;
grant execute on function public.remember_answer(jsonb, jsonb, text, text) to authenticated, service_role;
