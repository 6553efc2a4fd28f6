-- Undoes reading watches over HTTP.

drop function if exists public.list_watches(jsonb, text);
