import type postgres from "postgres";

/**
 * Everything in a database that is no part of PostgreSQL itself, one line each: objects, whoever
 * they belong to, rights, settings, cron jobs and secrets.
 */
export async function readCatalog(sql: postgres.Sql): Promise<string[]> {
  const catalogs = [
    "pg_namespace",
    "pg_extension",
    "pg_class",
    "pg_proc",
    "pg_type",
    "pg_constraint",
    "pg_trigger",
    "pg_policy",
    "pg_event_trigger",
    "pg_publication",
    "pg_operator",
    "pg_collation",
    "pg_default_acl",
  ];
  const objects = catalogs.map((catalog) => `
    select i.type || ' ' || i.identity
    from ${catalog} c, pg_identify_object('${catalog}'::regclass, c.oid, 0) i
    where c.oid >= 16384`);
  const rows = await sql.unsafe<{ line: string }[]>(`
    select line from (
      ${objects.join(" union all ")}
      union all
      select format('rights of %s %s', nspname, nspacl) from pg_namespace
      union all
      select format('rights of %s %s', oid::regclass, relacl) from pg_class where oid >= 16384
      union all
      select format('default rights %s %s %s', defaclnamespace::regnamespace, defaclobjtype, defaclacl)
      from pg_default_acl
      union all
      select format('settings %s %s %s', setdatabase, setrole::regrole, setconfig) from pg_db_role_setting
      union all
      select format('member %s of %s', member::regrole, roleid::regrole) from pg_auth_members
      union all
      select 'secret ' || name from vault.secrets
    ) facts (line) order by line`);
  const lines = rows.map(({ line }) => line);
  if (!lines.includes("table cron.job")) return lines;
  const jobs = await sql<{ line: string }[]>`
    select format('cron job %s %s', jobname, command) as line from cron.job order by line`;
  return [...lines, ...jobs.map(({ line }) => line)];
}
