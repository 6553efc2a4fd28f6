-- The real extension pg_cron with the grants of a hosted project; a plain installation gives
-- `postgres` none of them. Runs as a superuser in the database that `cron.database_name` names.

create extension pg_cron with schema pg_catalog;

grant usage on schema cron to postgres with grant option;
grant execute on all functions in schema cron to postgres with grant option;
grant all on all tables in schema cron to postgres with grant option;
revoke all on table cron.job from postgres;
grant select on table cron.job to postgres with grant option;
