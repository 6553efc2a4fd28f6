-- One JSON document: the tables and views of public and nightshift, by name, with what belongs to them.
select coalesce(jsonb_agg(relation order by relation ->> 'name'), '[]')
from (
  select jsonb_build_object(
    'name', n.nspname || '.' || c.relname,
    'kind', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
    'unlogged', c.relpersistence = 'u',
    'row_security', c.relrowsecurity,
    'options', coalesce(to_jsonb(c.reloptions), '[]'),
    'comment', obj_description(c.oid, 'pg_class'),
    'columns', (
      select jsonb_agg(jsonb_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'not_null', a.attnotnull,
        'identity', a.attidentity <> '',
        'generated', a.attgenerated <> '',
        'default', pg_get_expr(d.adbin, d.adrelid),
        'comment', col_description(c.oid, a.attnum)
      ) order by a.attnum)
      from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ),
    'constraints', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', k.conname, 'definition', pg_get_constraintdef(k.oid, true)
      ) order by k.conname), '[]')
      from pg_constraint k
      where k.conrelid = c.oid and k.contype <> 't'
    ),
    'indexes', (
      select coalesce(jsonb_agg(regexp_replace(pg_get_indexdef(i.indexrelid), ' ON \S+ USING btree', '')
        order by i.indexrelid::regclass::text), '[]')
      from pg_index i
      where i.indrelid = c.oid
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
    ),
    'policies', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', p.policyname, 'command', p.cmd, 'roles', to_jsonb(p.roles), 'using', p.qual, 'check', p.with_check
      ) order by p.policyname), '[]')
      from pg_policies p
      where p.schemaname = n.nspname and p.tablename = c.relname
    ),
    'triggers', (
      select coalesce(jsonb_agg(regexp_replace(pg_get_triggerdef(t.oid, true), '^CREATE (CONSTRAINT )?TRIGGER ', '')
        order by t.tgname), '[]')
      from pg_trigger t
      where t.tgrelid = c.oid and not t.tgisinternal
    ),
    'grants', (
      select coalesce(jsonb_object_agg(g.role, g.privileges), '{}')
      from (
        select a.grantee::regrole::text as role,
          string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as privileges
        from aclexplode(c.relacl) a
        where a.grantee <> c.relowner and a.grantee <> 0
        group by a.grantee
      ) g
    )
  ) as relation
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'nightshift') and c.relkind in ('r', 'p', 'v', 'm')
    and not exists (
      select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e'
    )
) found
