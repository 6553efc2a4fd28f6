import type postgres from "postgres";

/** Everything in our schemas that a definition can tell apart, one line each. */
export async function readFingerprint(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with ours as (select oid from pg_namespace where nspname in ('public', 'nightshift'))
    select line from (
      select format('column %s.%s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v')
      union all
      select format('relation %s %s %s %s', oid::regclass, relkind, relrowsecurity, relacl) from pg_class
      where relnamespace in (select oid from ours) and relkind in ('r', 'v')
      union all
      select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace in (select oid from ours) and conrelid <> 0
      union all
      select 'index ' || indexdef from pg_indexes where schemaname in ('public', 'nightshift')
      union all
      select format('policy %s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check) from pg_policies
      where schemaname in ('public', 'nightshift')
      union all
      select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace in (select oid from ours))
      union all
      select format('function %s %s %s', oid::regprocedure, proacl, md5(pg_get_functiondef(oid))) from pg_proc
      where pronamespace in (select oid from ours) and prokind = 'f'
      union all
      select format('cron %s %s %s', jobname, schedule, command) from cron.job
    ) facts order by line`;
  return rows.map(({ line }) => line);
}
