import type postgres from "postgres";

/** Whose contacts and emails they are. */
const WORKSPACES = 20;

/**
 * Fills in `count` contacts of 20 workspaces, each with up to three days of the last 200, two of
 * three with facts, one of fifty an office. Triggers are off, as every row is given whole.
 * @param sql a session of a superuser
 */
export async function fillContacts(sql: postgres.Sql, count: number): Promise<void> {
  await sql.unsafe(`
    set session_replication_role = replica;
    ${createWorkspaces()}
    insert into public.contacts (id, workspace_id, email, kind, first_seen_at)
    select md5('contact ' || g)::uuid, md5('workspace ' || g % ${WORKSPACES})::uuid,
      'p' || g || '@d' || g % 5000 || '.example',
      case when g % 50 = 0 then 'role' else 'person' end, '2026-01-01Z'
    from generate_series(1, ${count}) g;
    insert into public.contact_days
    select md5('contact ' || g)::uuid,
      date '2026-06-01' - ((g * 7919::bigint + k * 104729) % 200)::integer,
      md5('workspace ' || g % ${WORKSPACES})::uuid, 1, k % 2, 0, 1, (g % 17 = 0)::integer,
      (g % 11 = 0)::integer, (g % 5 = 0)::integer, (g % 7 = 0)::integer, 0, 1, 0, 1, 0
    from generate_series(1, ${count}) g, generate_series(1, 3) k
    on conflict do nothing;
    insert into public.contact_facts (contact_id, field, value, value_key, source, first_seen_at,
      last_seen_at, times_seen, place)
    select md5('contact ' || g)::uuid, f.field,
      case f.field when 'job_title' then 'Sales Director' else 'Value ' || g end, 'value ' || g,
      'signature', '2026-01-01Z', '2026-01-01Z', 1, 1
    from generate_series(1, ${count}) g, unnest(array['name', 'company', 'job_title']) as f (field)
    where g % 3 > 0;
    reset session_replication_role;
  `);
  await sql.unsafe("vacuum (analyze) public.contacts");
  await sql.unsafe("vacuum (analyze) public.contact_days");
  await sql.unsafe("vacuum (analyze) public.contact_facts");
}

/**
 * Fills in `count` emails of 20 workspaces, one of five outbound, from a fifth as many people, half
 * of the others with a signature.
 * @param sql a session of a superuser
 */
export async function fillEmails(sql: postgres.Sql, count: number): Promise<void> {
  const people = Math.max(1, Math.floor(count / 5));
  await sql.unsafe(`
    set session_replication_role = replica;
    ${createWorkspaces()}
    create temp table numbers as
    select md5('email ' || p.g)::uuid as id, p.g % 5 = 0 as is_outbound, p.g % 2 = 0 as is_signed,
      md5('workspace ' || p.g % ${WORKSPACES})::uuid as workspace_id, p.person,
      'p' || p.person || '@d' || p.person % 500 || '.example' as address,
      timestamptz '2026-06-01Z' - make_interval(mins => p.g % 250000) as received_at
    from (
      select g, g * 7919::bigint % ${people} as person from generate_series(1, ${count}) g
    ) p;
    insert into public.client_emails (id, workspace_id, provider_message_id, from_email, from_name,
      to_emails, direction, received_at, body_text)
    select n.id, n.workspace_id, n.id::text,
      case when n.is_outbound then 'us@ours.example' else n.address end, 'Person ' || n.person,
      case when n.is_outbound then array[n.address] else '{}' end,
      case when n.is_outbound then 'outbound' else 'inbound' end, n.received_at,
      repeat('Could you send two loaves, please? ', 20)
    from numbers n;
    insert into public.email_intelligence (email_id, workspace_id, primary_intent, sentiment,
      urgency_level, budget_mentioned, timeline_mentioned, decision_maker, confidence_score,
      contact, needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
    select n.id, n.workspace_id, 'question', 'positive', 'low', false, true, false, 50,
      case when n.is_signed then jsonb_build_object('name', 'Person ' || n.person, 'organisation',
        'Company ' || n.person % 500, 'position', 'Director', 'phones',
        array['+44 113 496 ' || 1000 + n.person % 9000], 'emails', '{}'::text[],
        'urls', '{}'::text[]) end,
      true, false, false, 'rules', 1, 'rules@1'
    from numbers n
    where not n.is_outbound;
    reset session_replication_role;
  `);
  await sql.unsafe("vacuum (analyze) public.client_emails");
  await sql.unsafe("vacuum (analyze) public.email_intelligence");
}

/** Lets all workspaces ask for a type of task, so that all their emails and contacts are due. */
export async function askFor(sql: postgres.Sql, taskType: string): Promise<void> {
  await sql`insert into public.workspace_settings (workspace_id, own_domains, enabled_types)
    select id, '{ours.example}', array[${taskType}] from public.workspaces`;
}

function createWorkspaces(): string {
  return `insert into public.workspaces (id, name)
    select md5('workspace ' || g)::uuid, 'Workspace ' || g from generate_series(0, ${
    WORKSPACES - 1
  }) g;`;
}
