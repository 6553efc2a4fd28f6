-- The table that the example imports into.
create table if not exists public.imported_contacts (
  email text primary key,
  name text not null
);
alter table public.imported_contacts enable row level security;
grant select, insert, update on public.imported_contacts to service_role;
