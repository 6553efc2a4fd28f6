/**
 * Makes a database offer pg_cron as a new hosted project does: available, not created, and
 * `postgres` may create and drop it although it is no superuser. Hosted, supautils does that. Here
 * `postgres` is a superuser for the length of that one command. Afterwards `supabase_admin` owns
 * what was created, and `postgres` has the rights that it has on a hosted project and no others.
 * @param runSql runs statements as the superuser `supabase_admin`
 */
export async function offerExtensions(
  runSql: (sql: string) => PromiseLike<unknown>,
): Promise<void> {
  await runSql(`
    create schema supautils_stand_in;

    create function supautils_stand_in.before_command() returns event_trigger
    language plpgsql security definer set search_path = ''
    as $$
    begin
      if session_user = 'postgres' then
        alter role postgres superuser;
      end if;
    end
    $$;

    create function supautils_stand_in.after_command() returns event_trigger
    language plpgsql security definer set search_path = ''
    as $$
    declare
      v_object record;
    begin
      if session_user <> 'postgres' then
        return;
      end if;
      alter role postgres nosuperuser;
      if to_regnamespace('cron') is null then
        return;
      end if;
      -- pg_cron writes cron.job as the owner of the extension, for which there is no statement.
      update pg_catalog.pg_extension set extowner = 'supabase_admin'::regrole where extname = 'pg_cron';
      update pg_catalog.pg_shdepend set refobjid = 'supabase_admin'::regrole
      where classid = 'pg_catalog.pg_extension'::regclass and deptype = 'o'
        and objid = (select oid from pg_catalog.pg_extension where extname = 'pg_cron');
      alter schema cron owner to supabase_admin;
      for v_object in
        select format('table %s', oid::regclass) as name
        from pg_catalog.pg_class
        where relnamespace = 'cron'::regnamespace and relkind = 'r'
        union all
        select format('function %s', oid::regprocedure)
        from pg_catalog.pg_proc
        where pronamespace = 'cron'::regnamespace
      loop
        execute format('alter %s owner to supabase_admin', v_object.name);
      end loop;
      grant usage on schema cron to postgres with grant option;
      grant execute on all functions in schema cron to postgres with grant option;
      grant all on all tables in schema cron to postgres with grant option;
      revoke all on table cron.job from postgres;
      grant select on table cron.job to postgres with grant option;
    end
    $$;

    create event trigger before_extension on ddl_command_start
    when tag in ('CREATE EXTENSION', 'DROP EXTENSION')
    execute function supautils_stand_in.before_command();
    create event trigger after_extension on ddl_command_end
    when tag in ('CREATE EXTENSION', 'DROP EXTENSION')
    execute function supautils_stand_in.after_command();

    drop extension if exists pg_cron;
    drop extension if exists pgcrypto;
  `);
}
