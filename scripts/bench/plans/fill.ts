import type postgres from "postgres";

const WORKSPACES = 50;

/**
 * Fills in `count` emails, nine of ten with a record, as many ended tasks and a tenth as many calls
 * of providers, over the last 100 days and 50 workspaces, and lets all ask for all types of the
 * database. Triggers are off, as every row is given whole; what is due, each type finds by itself.
 * @param sql a session of a superuser
 * @returns the ids of two of the workspaces
 */
export async function fillEverything(sql: postgres.Sql, count: number): Promise<string[]> {
  const at = (ahead: number) =>
    `now() - (g::bigint * 7919 % 8640000 + ${ahead}) * interval '1 second'`;
  const workspace = `md5('workspace ' || g % ${WORKSPACES})::uuid`;
  await sql.unsafe(`
    set session_replication_role = replica;
    insert into public.workspaces (id, name, created_at)
    select md5('workspace ' || g)::uuid, 'Workspace ' || g, now() - interval '1 year'
    from generate_series(0, ${WORKSPACES - 1}) g;
    insert into public.client_emails (id, workspace_id, provider_message_id, from_email, to_emails,
      subject, body_text, body_html, received_at, created_at, intelligence_analyzed, analyzed_at)
    select md5('email ' || g)::uuid, ${workspace}, 'm' || g, 'p' || g % 5000 || '@example.com',
      '{us@ours.example}', 'Two loaves', 'Could you send two loaves?', '<p>Loaves?</p>', ${at(60)},
      ${at(60)}, g % 10 > 0, now()
    from generate_series(1, ${count}) g;
    insert into public.email_intelligence (email_id, workspace_id, primary_intent, sentiment,
      urgency_level, budget_mentioned, timeline_mentioned, decision_maker, confidence_score,
      needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
    select md5('email ' || g)::uuid, ${workspace}, 'question', 'neutral', 'low', false, false,
      false, 50, true, false, false, 'rules', 1, 'test'
    from generate_series(1, ${count}) g where g % 10 > 0;
    insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at,
      completed_at, duration_ms)
    select md5('task ' || g)::uuid, case when g % 100 > 0 then ${workspace} end, 'email_sync',
      case when g % 50 = 0 then 'failed' else 'completed' end, ${at(60)}, ${at(0)}, 60000
    from generate_series(1, ${count}) g;
    insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome,
      emails, created_at)
    select md5('call ' || g)::uuid, ${workspace}, 'rules', 'test', 0.001, 'test', 'ok', 1, ${at(60)}
    from generate_series(1, ${Math.ceil(count / 10)}) g;
    reset session_replication_role;
  `);
  await sql.unsafe("vacuum (analyze)");
  await sql.unsafe(`
    insert into public.workspace_settings (workspace_id, own_domains, enabled_types)
    select w.id, '{ours.example}', nightshift.workspace_types() from public.workspaces w;
    insert into public.retention_rules (what, task_type, keep_days)
    values ('mail', null, 99), ('mail_html', null, 90), ('contacts', null, 95), ('tasks', null, 98),
      ('tasks', 'email_sync', 99)`);
  const workspaces = await sql<{ id: string }[]>`
    select id from public.workspaces order by id limit 2`;
  return workspaces.map(({ id }) => id);
}
