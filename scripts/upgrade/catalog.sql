-- Everything in our schemas that a definition can tell apart: one row for each object, with its name
-- and all that is to be the same after a fresh install and after an upgrade.
with ours as (
  select n.oid from pg_catalog.pg_namespace n where n.nspname in ('public', 'nightshift')
), relations as (
  select c.*
  from pg_catalog.pg_class c
  join ours on ours.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S')
), objects (object, facts, acl, comment) as (
  select 'schema ' || n.nspname, pg_get_userbyid(n.nspowner)::text, coalesce(n.nspacl, acldefault('n', n.nspowner)),
    obj_description(n.oid, 'pg_namespace')
  from pg_catalog.pg_namespace n
  join ours on ours.oid = n.oid
  union all
  select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' when 'm' then 'view ' else 'table ' end
      || c.oid::regclass,
    concat_ws(', ', pg_get_userbyid(c.relowner), c.relkind, c.relpersistence, c.reloptions::text,
      'row security ' || c.relrowsecurity, 'forced ' || c.relforcerowsecurity, 'identity ' || c.relreplident::text,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end,
      (select concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcycle)
       from pg_catalog.pg_sequence s where s.seqrelid = c.oid)),
    coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)),
    obj_description(c.oid, 'pg_class')
  from relations c
  union all
  select format('column %s.%s', c.oid::regclass, a.attname),
    concat_ws(', ', row_number() over (partition by c.oid order by a.attnum), format_type(a.atttypid, a.atttypmod),
      'not null ' || a.attnotnull, 'identity ' || a.attidentity::text, 'generated ' || a.attgenerated::text,
      nullif(a.attcollation, 0)::regcollation::text, 'default ' || pg_get_expr(d.adbin, d.adrelid)),
    a.attacl, col_description(c.oid, a.attnum)
  from relations c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relkind <> 'S'
  left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  union all
  select format('constraint %s on %s', k.conname, coalesce(nullif(k.conrelid, 0)::regclass::text,
      nullif(k.contypid, 0)::regtype::text)),
    pg_get_constraintdef(k.oid) || case when k.convalidated then '' else ', not validated' end,
    null, obj_description(k.oid, 'pg_constraint')
  from pg_catalog.pg_constraint k
  join ours on ours.oid = k.connamespace
  union all
  select 'index ' || i.indexrelid::regclass, concat_ws(', ', pg_get_indexdef(i.indexrelid), 'valid ' || i.indisvalid,
      'ready ' || i.indisready), null, obj_description(i.indexrelid, 'pg_class')
  from pg_catalog.pg_index i
  join relations c on c.oid = i.indrelid
  union all
  select format('policy %I on %s', p.polname, p.polrelid::regclass),
    concat_ws(', ', p.polcmd, case when p.polpermissive then 'permissive' else 'restrictive' end,
      (select string_agg(case r.oid when 0 then 'public' else pg_get_userbyid(r.oid)::text end, ' ' order by r.oid)
       from unnest(p.polroles) as r (oid)),
      'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)),
    null, obj_description(p.oid, 'pg_policy')
  from pg_catalog.pg_policy p
  join relations c on c.oid = p.polrelid
  union all
  select format('trigger %s on %s', t.tgname, t.tgrelid::regclass), concat_ws(', ', pg_get_triggerdef(t.oid),
      'enabled ' || t.tgenabled::text), null, obj_description(t.oid, 'pg_trigger')
  from pg_catalog.pg_trigger t
  join relations c on c.oid = t.tgrelid
  where not t.tgisinternal
  union all
  select 'function ' || p.oid::regprocedure, concat_ws(', ', pg_get_userbyid(p.proowner),
      case when p.prokind in ('f', 'p') then pg_get_functiondef(p.oid) else p.prokind::text end),
    coalesce(p.proacl, acldefault('f', p.proowner)), obj_description(p.oid, 'pg_proc')
  from pg_catalog.pg_proc p
  join ours on ours.oid = p.pronamespace
  union all
  select 'type ' || t.oid::regtype, concat_ws(', ', pg_get_userbyid(t.typowner), t.typtype,
      case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod) end, 'not null ' || t.typnotnull,
      t.typdefault, (select string_agg(e.enumlabel, ' ' order by e.enumsortorder)
        from pg_catalog.pg_enum e where e.enumtypid = t.oid)),
    coalesce(t.typacl, acldefault('T', t.typowner)), obj_description(t.oid, 'pg_type')
  from pg_catalog.pg_type t
  join ours on ours.oid = t.typnamespace
  where t.typtype in ('d', 'e') or t.typtype = 'c' and t.typrelid in (
    select c.oid from pg_catalog.pg_class c where c.relkind = 'c')
  union all
  select 'statistics ' || s.stxname, pg_get_statisticsobjdef(s.oid), null, null
  from pg_catalog.pg_statistic_ext s
  join ours on ours.oid = s.stxnamespace
  union all
  select format('default rights of %s in %s on %s', pg_get_userbyid(d.defaclrole), n.nspname, d.defaclobjtype), '',
    d.defaclacl, null
  from pg_catalog.pg_default_acl d
  join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
  join ours on ours.oid = n.oid
  union all
  select 'extension ' || e.extname, n.nspname, null, null
  from pg_catalog.pg_extension e
  join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  union all
  select 'event trigger ' || e.evtname, concat_ws(', ', e.evtevent, e.evtfoid::regprocedure, e.evtenabled), null, null
  from pg_catalog.pg_event_trigger e
  union all
  select format('cron job %s of %s', j.jobname, j.username),
    concat_ws(', ', j.schedule, j.command, 'active ' || j.active), null, null
  from cron.job j
)
select o.object,
  concat_ws(E'\n', o.facts, 'rights ' || (select string_agg(a::text, ' ' order by a::text) from unnest(o.acl) as a),
    'comment ' || o.comment) as facts
from objects o
order by o.object collate "C"
