-- Stand-in for the extension pg_net 0.20: tables, types, request functions and grants as they are
-- there. Runs as a superuser, only where the extension is absent. A worker outside the database
-- (net_worker.ts) sends what is queued. Not provided: the functions that restart or await the
-- background worker, and the deprecated net.http_collect_response.

create schema net;
comment on schema net is 'Local stand-in for pg_net.';

create domain net.http_method as text
check (value ilike 'get' or value ilike 'post' or value ilike 'delete');

create unlogged table net.http_request_queue (
  id bigserial,
  method net.http_method not null,
  url text not null,
  headers jsonb,
  body bytea,
  timeout_milliseconds int not null
);
comment on table net.http_request_queue is 'Requests that wait for the worker or are being sent.';

create unlogged table net._http_response (
  id bigint,
  status_code integer,
  content_type text,
  headers jsonb,
  content text,
  timed_out bool,
  error_msg text,
  created timestamptz not null default now()
);
comment on table net._http_response is 'Outcomes of requests, kept for 6 hours.';
create index _http_response_created_idx on net._http_response (created);

create function net._urlencode_string(string varchar) returns text
language sql immutable
set search_path = ''
as $$
  select coalesce(string_agg(
    case
      when character ~ '^[A-Za-z0-9_.~-]$' then character
      else upper(regexp_replace(encode(convert_to(character, 'utf8'), 'hex'), '(..)', '%\1', 'g'))
    end,
    '' order by position
  ), '')
  from regexp_split_to_table(string, '') with ordinality as characters (character, position)
$$;
comment on function net._urlencode_string(varchar) is 'Percent-encodes a query parameter.';

create function net._encode_url_with_params_array(url text, params_array text[]) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when cardinality(params_array) = 0 then url
    else url || case when position('?' in url) > 0 then '&' else '?' end
      || array_to_string(params_array, '&')
  end
$$;
comment on function net._encode_url_with_params_array(text, text[])
  is 'Appends encoded query parameters to a URL.';

-- A notification is delivered after commit and never after a rollback, as the extension wakes.
create function net.wake() returns void
language sql volatile
set search_path = ''
as $$ select pg_notify('net_wake', '') $$;
comment on function net.wake() is 'Wakes the worker when the transaction commits.';

create function net._enqueue(
  method text,
  url text,
  body bytea,
  params jsonb,
  headers jsonb,
  timeout_milliseconds integer
) returns bigint
language plpgsql volatile
set search_path = ''
as $$
declare
  v_id bigint;
begin
  insert into net.http_request_queue (method, url, headers, body, timeout_milliseconds)
  values (
    _enqueue.method,
    net._encode_url_with_params_array(_enqueue.url, array(
      select net._urlencode_string(key) || '=' || net._urlencode_string(value)
      from jsonb_each_text(params)
    )),
    _enqueue.headers,
    _enqueue.body,
    _enqueue.timeout_milliseconds
  )
  returning id into v_id;
  perform net.wake();
  return v_id;
end
$$;
comment on function net._enqueue(text, text, bytea, jsonb, jsonb, integer)
  is 'Queues one request and wakes the worker; returns the request id.';

create function net.http_get(
  url text,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{}'::jsonb,
  timeout_milliseconds integer default 5000
) returns bigint
language sql volatile
set search_path = ''
as $$ select net._enqueue('GET', url, null, params, headers, timeout_milliseconds) $$;
comment on function net.http_get(text, jsonb, jsonb, integer) is 'Queues a GET request.';

create function net.http_post(
  url text,
  body jsonb default '{}'::jsonb,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{"Content-Type": "application/json"}'::jsonb,
  timeout_milliseconds integer default 5000
) returns bigint
language plpgsql volatile
set search_path = ''
as $$
declare
  v_content_type text := (
    select value from jsonb_each_text(headers) where lower(key) = 'content-type' limit 1
  );
begin
  if v_content_type <> 'application/json' then
    raise exception 'Content-Type header must be "application/json"';
  end if;
  if v_content_type is null then
    headers := headers || '{"Content-Type": "application/json"}'::jsonb;
  end if;
  return net._enqueue(
    'POST', url, convert_to(body::text, 'UTF8'), params, headers, timeout_milliseconds
  );
end
$$;
comment on function net.http_post(text, jsonb, jsonb, jsonb, integer)
  is 'Queues a POST request with a JSON body.';

create function net.http_delete(
  url text,
  params jsonb default '{}'::jsonb,
  headers jsonb default '{}'::jsonb,
  timeout_milliseconds integer default 5000,
  body jsonb default null
) returns bigint
language sql volatile
set search_path = ''
as $$
  select net._enqueue(
    'DELETE', url, convert_to(body::text, 'UTF8'), params, headers, timeout_milliseconds
  )
$$;
comment on function net.http_delete(text, jsonb, jsonb, integer, jsonb)
  is 'Queues a DELETE request.';

-- As in the extension: any role may queue requests and read responses.
grant usage on schema net to public;
grant all on all sequences in schema net to public;
grant all on all tables in schema net to public;
