/** A day of tasks, what they cost, and the same of the other workspace under its mark. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** Tasks that tests open. */
export const TASKS = {
  failed: "00000000-0000-7000-8000-0000000000f1",
  toRetry: "00000000-0000-7000-8000-0000000000f2",
  toRetryToo: "00000000-0000-7000-8000-0000000000f3",
  runner: "00000000-0000-7000-8000-0000000000a1",
  running: "00000000-0000-7000-8000-0000000000b1",
  pending: "00000000-0000-7000-8000-0000000000b2",
  large: "00000000-0000-7000-8000-0000000000c1",
  job: "00000000-0000-7000-8000-0000000000d1",
  theirs: "00000000-0000-7000-8000-0000000000e1",
} as const;

/** The run that wrote `TASKS.runner`. */
const RUN = "00000000-0000-7000-8000-0000000000a0";

export async function insertTasks(
  { database }: Stack,
  { ours, theirs, mark }: { readonly ours: string; readonly theirs: string; readonly mark: string },
): Promise<void> {
  await database.query(
    `insert into public.autonomous_tasks
       (workspace_id, task_type, status, executed_at, completed_at, agent_name, cost_estimate_usd)
     select $1, 'email_sync', 'completed', now() - n * interval '19 minutes',
       now() - n * interval '19 minutes' + interval '3 seconds', 'n8n', 0.01
     from generate_series(1, 60) as n`,
    [ours],
  );
  await database.query(
    `insert into public.autonomous_tasks
       (id, workspace_id, task_type, status, executed_at, agent_name, error_message, input_data, output_data)
     select t.id::uuid, $1, t.type, t.status, now() - t.age::interval, t.agent, t.message, t.input::jsonb, t.output::jsonb
     from (values
       ($2, 'campaign_optimization', 'failed', '40 minutes', 'n8n', 'Host 17 has no answer.', '{"campaign": 12345678901234567890}', null),
       ($3, 'lead_scoring_batch', 'failed', '50 minutes', 'scorer', 'Host 18 has no answer.', '{}', null),
       ($4, 'lead_scoring_batch', 'failed', '51 minutes', 'scorer', 'Host 19 has no answer.', '{}', null),
       ($5, 'data_cleanup', 'running', '5 minutes', 'janitor', null, null, null),
       ($6, 'social_media_posting', 'pending', '6 minutes', 'poster', null, null, null),
       ($7, 'content_calendar_sync', 'completed', '2 hours', 'calendar', null, null,
         jsonb_build_object('words', repeat('long ', 3000), 'last', 1)::text),
       ($8, 'monthly_summary', 'pending', '1 minute', 'letters', null, null, null)
     ) as t (id, type, status, age, agent, message, input, output)`,
    [
      ours,
      TASKS.failed,
      TASKS.toRetry,
      TASKS.toRetryToo,
      TASKS.running,
      TASKS.pending,
      TASKS.large,
      TASKS.job,
    ],
  );
  await database.query(
    `insert into public.autonomous_tasks
       (id, workspace_id, task_type, status, executed_at, agent_name, error_message, input_data, cost_estimate_usd)
     values ($1, $2, 'campaign_optimization', 'failed', now(), $3, $3, jsonb_build_object('x', $3::text), 9)`,
    [TASKS.theirs, theirs, mark],
  );
  await insertJobs({ database }, ours);
  await insertRun({ database }, ours);
  await insertSpending({ database }, ours, theirs, mark);
}

type Database = Pick<Stack, "database">;

/** An agent of the project whose one job waits behind another. */
async function insertJobs({ database }: Database, ours: string): Promise<void> {
  await database.query(
    `with agent as (
       insert into public.task_schedules (name, task_type, target) values ('letters', 'monthly_summary', 'letters')
       returning id
     )
     insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts)
     select j.id::uuid, a.id, $1::uuid, now() - j.age::interval, 'ready', 3
     from agent a cross join (values (gen_random_uuid()::text, '2 minutes'), ($2, '1 minute')) as j (id, age)`,
    [ours, TASKS.job],
  );
}

/** A run of the email runner: one email was read by a model, another was given up. */
async function insertRun({ database }: Database, ours: string): Promise<void> {
  await database.query(
    `insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at, agent_name, error_message)
     values ($1, null, 'continuous_intelligence_update', 'completed', now() - interval '3 hours', 'continuous-intelligence', null),
       ($2, $3, 'continuous_intelligence_update', 'partial_failure', now() - interval '3 hours', 'continuous-intelligence',
         '1 email could not be read.')`,
    [RUN, TASKS.runner, ours],
  );
  await database.query(
    `insert into nightshift.run_workspaces (run_id, workspace_id, task_id, status, processed, failed, started_at, ended_at,
       is_logged, needs_copy)
     values ($1, $2, $3, 'partial_failure', 1, 1, now() - interval '3 hours', now() - interval '3 hours', true, false)`,
    [RUN, ours, TASKS.runner],
  );
  await database.query(
    `insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict)
     select s.id, date_trunc('minute', now() - interval '3 hours 7 minutes'), 'manual', $1, now() - interval '3 hours', 'accepted'
     from public.task_schedules s where s.name = 'continuous-intelligence'`,
    [RUN],
  );
  await database.query(
    `update public.email_intelligence i set run_id = $1
     from public.client_emails e
     where e.id = i.email_id and e.workspace_id = $2 and e.subject = 'Bread for Friday'`,
    [RUN, ours],
  );
  await database.query(
    `insert into public.client_emails (workspace_id, provider_message_id, subject) values ($1, 'given-up', 'Unreadable')`,
    [ours],
  );
  await database.query(
    `update nightshift.email_queue q set failed_at = now(), attempts = 5
     from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'given-up'`,
  );
  await database.query(
    `insert into nightshift.task_lines (task_id, workspace_id, at, message, bytes)
     values ($1, $2, now() - interval '40 minutes', 'asked the host', 14)`,
    [TASKS.failed, ours],
  );
}

/** Calls of two models within days, and a budget of which half is spent. */
async function insertSpending(
  { database }: Database,
  ours: string,
  theirs: string,
  mark: string,
): Promise<void> {
  await database.query(
    `insert into public.ai_usage
       (id, workspace_id, task_id, analyzer, model, tokens_in, tokens_out, cost_usd, price_id, outcome, emails, created_at)
     select gen_random_uuid(), c.workspace::uuid, c.task::uuid, 'anthropic', c.model, 1200, 90, c.usd, 'x', 'ok', 1,
       now() - c.age::interval
     from (values ($1, $3, 'small-model', 1.5, '3 hours'), ($1, null, 'large-model', 4.5, '26 hours'),
       ($2, null, $4, 70, '1 hour')) as c (workspace, task, model, usd, age)`,
    [ours, theirs, TASKS.runner, `${mark}-model`],
  );
  await database.query(
    `insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd) values ($1, 12, 1000)`,
    [ours],
  );
  await database.query(
    `insert into nightshift.spend_days (workspace_id, day, usd) values ($1, (now() at time zone 'utc')::date, 6)`,
    [ours],
  );
}
