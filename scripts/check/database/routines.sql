-- One JSON document: the functions and domains of public and nightshift, by name.
select jsonb_build_object(
  'functions', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', n.nspname || '.' || p.proname,
      'arguments', pg_get_function_arguments(p.oid),
      'result', pg_get_function_result(p.oid),
      'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      'security_definer', p.prosecdef,
      'comment', obj_description(p.oid, 'pg_proc'),
      'callers', (
        select coalesce(jsonb_agg(case a.grantee when 0 then 'public' else a.grantee::regrole::text end
          order by a.grantee::regrole::text), '[]')
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner
      )
    ) order by n.nspname || '.' || p.proname, pg_get_function_identity_arguments(p.oid)), '[]')
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'nightshift') and not exists (
      select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e'
    )
  ),
  'domains', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', n.nspname || '.' || t.typname,
      'type', format_type(t.typbasetype, t.typtypmod),
      'comment', obj_description(t.oid, 'pg_type'),
      'constraints', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'name', k.conname, 'definition', pg_get_constraintdef(k.oid, true)
        ) order by k.conname), '[]')
        from pg_constraint k
        where k.contypid = t.oid
      )
    ) order by n.nspname || '.' || t.typname), '[]')
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    where n.nspname in ('public', 'nightshift') and t.typtype = 'd'
  )
)
