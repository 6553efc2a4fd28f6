/** What hostile callers send: SQL as the Data API runs it, and calls of the task API. */
import { AGENT, REACH, rowOf, TOKEN_HASHES, WORKSPACES } from "./world.ts";
import type { Persona } from "./world.ts";

/** What a statement is aimed at. */
export interface Aim {
  readonly persona: Persona;
  /** A workspace that the persona may not write to. */
  readonly foreign: string;
  /** A workspace that it may not read. */
  readonly hidden: string;
  /** A run that goes on, as a member can read it, or a made-up id. */
  readonly runId: string;
}

type Write = (aim: Aim) => string;

const own = ({ persona }: Aim) => REACH[persona].own;
const user = ({ persona }: Aim) => REACH[persona].userId;
const insertTask = (workspace: string, input: string, more = "") =>
  `insert into public.autonomous_tasks (workspace_id, task_type, status, input_data${
    more && ", executed_at"
  }) values (${workspace}, 'email_sync', 'running', ${input}${more})`;
const runInput = ({ runId }: Aim) => `'{"run_id": "${runId}"}'`;

const TENANT_TABLES = [
  "autonomous_tasks",
  "client_emails",
  "email_intelligence",
  "workspace_members",
  "workspace_budgets",
  "analyzer_choices",
  "ai_usage",
] as const;

/** Times that a row may claim. */
const ODD_TIMES = ["4714-11-24 BC", "294276-01-01", "infinity", "2000-01-01Z", "2099-12-31Z"];
/** Documents, as SQL, that are large once they are read. */
const ODD_DOCUMENTS = [
  "repeat('[', 5000)::jsonb",
  "(repeat('[', 5000) || repeat(']', 5000))::jsonb",
  "('[' || repeat('1e131071,', 3000) || '1]')::jsonb",
  "('[' || repeat('1e-16383,', 3000) || '1]')::jsonb",
  "jsonb_build_object('run_id', repeat('x', 300000))",
  '\'{"run_id": {"a": [1]}}\'',
];

/** As a signed-in user, by the Data API. */
const SIGNED_IN: readonly Write[] = [
  (aim) => insertTask(`'${own(aim)}'`, runInput(aim)),
  (aim) =>
    `insert into public.autonomous_tasks (workspace_id, task_type, status, input_data)
     select '${own(aim)}', 'email_sync', 'running', ${runInput(aim)}::jsonb
     from generate_series(1, 60)`,
  (aim) => insertTask(`'${aim.foreign}'`, runInput(aim)),
  (aim) => insertTask("null", runInput(aim)),
  ...ODD_TIMES.map((time): Write => (aim) =>
    insertTask(`'${own(aim)}'`, runInput(aim), `, '${time}'`)
  ),
  ...ODD_DOCUMENTS.map((document): Write => (aim) => insertTask(`'${own(aim)}'`, document)),
  (aim) =>
    `insert into public.autonomous_tasks (workspace_id, task_type, triggered_by, agent_name,
       created_at) values ('${own(aim)}', 'email_sync', 'system', 'continuous-intelligence',
       '1999-01-01Z')`,
  (aim) =>
    `insert into public.autonomous_tasks (id, workspace_id, task_type)
     values ('${rowOf("task", aim.foreign)}', '${own(aim)}', 'email_sync')
     on conflict (id) do update set workspace_id = excluded.workspace_id, status = 'failed'`,
  (aim) =>
    `insert into public.autonomous_tasks (id, workspace_id, task_type)
     values ('${aim.runId}', '${own(aim)}', 'email_sync')
     on conflict (id) do update set status = 'failed'`,
  (aim) =>
    `update public.autonomous_tasks set workspace_id = '${own(aim)}'
     where workspace_id <> '${own(aim)}'`,
  (aim) =>
    `update public.autonomous_tasks set workspace_id = '${aim.foreign}'
     where workspace_id = '${own(aim)}'`,
  () => `update public.autonomous_tasks set workspace_id = null where workspace_id is not null`,
  () =>
    `update public.autonomous_tasks
     set status = 'failed', output_data = '{"emails_processed": 99999}'
     where input_data ? 'run_id' and agent_name = 'continuous-intelligence'`,
  () =>
    `update public.autonomous_tasks set executed_at = '2099-01-01Z'
     where agent_name = 'continuous-intelligence'`,
  () => `update public.autonomous_tasks set id = gen_random_uuid() where id is not null`,
  () => `update public.autonomous_tasks set task_type = 'email_sync' where id is not null`,
  () => `update public.autonomous_tasks set created_at = '1999-01-01Z' where id is not null`,
  () => `update public.autonomous_tasks set status = 'cancelled' where status = 'running'`,
  () => `delete from public.autonomous_tasks where id is not null`,
  ...TENANT_TABLES.map((table): Write => ({ hidden }) =>
    `select count(*)::integer as foreign_rows from public.${table} where workspace_id = '${hidden}'`
  ),
  ...TENANT_TABLES.map((table): Write => (aim) =>
    `update public.${table} set workspace_id = '${own(aim)}' where workspace_id = '${aim.foreign}'`
  ),
  ...TENANT_TABLES.map((table): Write => ({ foreign }) =>
    `delete from public.${table} where workspace_id = '${foreign}'`
  ),
  ...TENANT_TABLES.map((table): Write => () => `select to_jsonb(t) from public.${table} t`),
  ({ hidden }) =>
    `select count(*)::integer as foreign_rows from nightshift.run_workspaces
     where workspace_id = '${hidden}'`,
  ({ hidden }) =>
    `select count(*)::integer as foreign_rows from public.get_autonomous_task_summary('${hidden}')`,
  ({ hidden }) => `select count(*)::integer as foreign_rows from public.find_runs('${hidden}')`,
  () => "select to_jsonb(t) from public.task_timeline t",
  () => "select to_jsonb(d) from public.task_dispatches d",
  ({ hidden }) => `select public.get_budget_status('${hidden}')`,
  ({ foreign }) =>
    `insert into public.workspace_budgets (workspace_id, daily_usd) values ('${foreign}', 1000000)
     on conflict (workspace_id) do update set daily_usd = excluded.daily_usd`,
  ({ foreign }) =>
    `update public.workspace_budgets set daily_usd = 0 where workspace_id = '${foreign}'`,
  ({ foreign }) =>
    `insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome,
       emails) values (gen_random_uuid(), '${foreign}', 'anthropic', 'x', 1000, 'x', 'ok', 1)`,
  ({ foreign }) => `insert into public.analyzer_admissions (workspace_id) values ('${foreign}')`,
  (aim) => `insert into public.analyzer_admissions (workspace_id) values ('${own(aim)}')`,
  ({ foreign }) => `select public.create_ingest_token('${foreign}', 'forged')`,
  ({ hidden }) => `select public.list_ingest_tokens('${hidden}')`,
  () =>
    `insert into nightshift.ingest_tokens (workspace_id, name, token_hash, scopes)
     values ('${WORKSPACES.quiet}', 'x', repeat('3', 64), '{tasks}')`,
  ({ foreign }) => `select public.invite_member('${foreign}', 'stranger@example.com', 'owner')`,
  ({ foreign }) => `select public.accept_invitation('${rowOf("invitation", foreign)}')`,
  ({ foreign }) => `select public.end_invitation('${rowOf("invitation", foreign)}')`,
  ({ hidden }) => `select public.list_invitations('${hidden}')`,
  (aim) =>
    `insert into public.workspace_members (workspace_id, user_id, role)
     values ('${aim.foreign}', '${user(aim)}', 'owner')`,
  ({ foreign }) =>
    `update public.workspace_members set role = 'viewer' where workspace_id = '${foreign}'`,
  (aim) =>
    `update public.workspace_members set role = 'owner' where user_id = '${user(aim)}'
     and workspace_id <> '${own(aim)}'`,
  ({ foreign }) => `update public.workspaces set name = 'taken' where id = '${foreign}'`,
  ({ foreign }) => `delete from public.workspaces where id = '${foreign}'`,
  () => "update public.task_schedules set enabled = false where true",
  () => "delete from public.task_dispatches where true",
  ({ runId }) => `select nightshift.finish_run('${runId}')`,
  ({ runId }) => `select public.finish_run('${runId}', gen_random_uuid())`,
  () => "select public.start_run()",
  () => "select nightshift.dispatch('continuous-intelligence')",
  ({ runId }) => `delete from nightshift.run_leases where run_id = '${runId}'`,
  ({ foreign }) => `delete from nightshift.email_queue where workspace_id = '${foreign}'`,
  ({ foreign }) =>
    `insert into public.client_emails (workspace_id, provider_message_id)
     values ('${foreign}', 'forged')`,
  (aim) =>
    `select public.ingest_email('${own(aim)}', '{"provider_message_id": "x", "subject": "x"}')`,
  ({ foreign }) =>
    `select set_config('nightshift.caller_kind', 'service', true),
       public.ingest_email('${foreign}', '{"provider_message_id": "x"}')`,
  (aim) => `select public.create_workspace('${"x".repeat(aim.runId.charCodeAt(0) % 3 * 150)}')`,
];

/** Calls of the API's functions; `$hash` stands for the caller's token or null. */
const CALLS: readonly Write[] = [
  ({ foreign, runId }) =>
    `select public.log_tasks('[{"id": "${rowOf("task", foreign)}", "task_type": "email_sync",
       "status": "failed", "workspace_id": "${foreign}"}, {"id": "${runId}",
       "task_type": "email_sync", "status": "failed"}]', null, $hash)`,
  (aim) =>
    `select public.log_tasks('[{"id": "${rowOf("task", aim.foreign)}", "task_type": "data_cleanup",
       "status": "failed", "workspace_id": "${own(aim)}"}, {"task_type": "email_sync",
       "status": "running", "workspace_id": "${own(aim)}", "input_data": ${
      runInput(aim).slice(1, -1)
    }}]', 'key', $hash)`,
  (aim) =>
    `select public.log_tasks(jsonb_build_array(jsonb_build_object('workspace_id', '${own(aim)}',
       'task_type', 'email_sync', 'executed_at', '294276-01-01', 'cost_estimate_usd', 1e12,
       'triggered_by', 'system', 'output_data', '{"emails_processed": 99999}'::jsonb)), null,
       $hash)`,
  ({ foreign }) =>
    `select public.change_task('${rowOf("task", foreign)}', 'fail', '{"error_message": "x"}',
       $hash)`,
  ({ runId }) => `select public.change_task('${runId}', 'cancel', '{}', $hash)`,
  ({ runId }) =>
    `select public.change_task('${runId}', 'progress', '{"output_data": [], "status": null}',
       $hash)`,
  ({ foreign }) => `select public.retry_task('${rowOf("task", foreign)}', $hash)`,
  ({ runId }) => `select public.retry_task('${runId}', $hash)`,
  ({ hidden }) => `select public.get_task('${rowOf("task", hidden)}', $hash)`,
  ...['{"status": []}', "{}", '{"task_type": [], "limit": 1000}'].map((filter): Write => () =>
    `select public.find_tasks('${filter}', $hash)`
  ),
  ({ hidden }) => `select public.find_tasks('{"workspace_id": "${hidden}"}', $hash)`,
  ({ hidden }) => `select public.list_timeline('{"workspace_id": "${hidden}"}', $hash)`,
  () => "select public.list_timeline('{}', $hash)",
  ({ foreign }) =>
    `select public.request_jobs('${AGENT}', '[{"workspace_id": "${foreign}", "key": "k"}]',
       p_token_hash => $hash)`,
  (aim) =>
    `select public.request_jobs('${AGENT}', '[{"workspace_id": "${own(aim)}", "priority": 32767,
       "run_at": "2099-12-31T00:00:00Z"}, {"workspace_id": "${aim.foreign}", "key": "k"}, {}, 7]',
       'key', $hash)`,
  ({ foreign }) => `select public.cancel_job('${rowOf("job", foreign)}', $hash)`,
  ({ foreign }) => `select public.retry_job('${rowOf("job", foreign)}', $hash)`,
  ({ foreign }) => `select public.requeue_jobs('${AGENT}', '${foreign}', $hash)`,
  () => `select public.requeue_jobs('${AGENT}', null, $hash)`,
  ({ foreign }) => `select public.change_task('${rowOf("job", foreign)}', 'start', '{}', $hash)`,
  (aim) => `select public.change_task('${rowOf("job", own(aim))}', 'cancel', '{}', $hash)`,
  ({ hidden }) => `select public.get_job('${rowOf("job", hidden)}', $hash)`,
  ({ hidden }) => `select public.list_jobs('{"workspace_id": "${hidden}"}', $hash)`,
  () => `select public.list_jobs('{"limit": 200}', $hash)`,
  ({ hidden }) => `select public.list_lines('${rowOf("task", hidden)}', $hash)`,
];

/** Only with a token: pings. */
const PINGS: readonly Write[] = ["start", "success", "fail", "other"].map((event) => ({ runId }) =>
  `select public.ping_task('${event}', '${TOKEN_HASHES.ping}',
     '{"output_data": {"run_id": "${runId}"}, "error_message": "x", "cost_estimate_usd": -1}')`
);

const withHash = (hash: string) => (write: Write): Write => (aim) =>
  write(aim).replaceAll("$hash", hash);

const OF_USERS = [...SIGNED_IN, ...CALLS.map(withHash("null"))];
const OF_TOKENS = [...CALLS.map(withHash(`'${TOKEN_HASHES.tasks}'`)), ...PINGS];

/** The statement with this number, counted round. */
export function writeStatement(aim: Aim, number: number): string {
  const statements = aim.persona === "token" ? OF_TOKENS : OF_USERS;
  const write = statements[number % statements.length];
  if (write === undefined) throw new RangeError("There is no statement.");
  return write(aim);
}

/** Locks that a user may take on what is theirs, and hold as long as they like. */
export const HOLDS: readonly Write[] = [
  () => "select from public.autonomous_tasks for update",
  (aim) => `select from public.autonomous_tasks where workspace_id = '${own(aim)}' for share`,
  (aim) => `select from public.workspaces where id = '${own(aim)}' for update`,
  (aim) => `update public.workspaces set name = 'held' where id = '${own(aim)}'`,
  (aim) => `delete from public.workspaces where id = '${own(aim)}'`,
  (aim) => `select public.invite_member('${own(aim)}', 'held@example.com')`,
  (aim) => `select public.create_ingest_token('${own(aim)}', 'held')`,
  (aim) => insertTask(`'${own(aim)}'`, runInput(aim)),
  (aim) =>
    `insert into public.analyzer_choices (workspace_id, analyzer) values ('${own(aim)}', 'rules')`,
  (aim) => `update public.workspace_members set role = 'owner' where workspace_id = '${own(aim)}'`,
];

/** Emails that come into a hostile workspace, as columns of a select. */
export const ODD_EMAILS: readonly string[] = [
  "gen_random_uuid()::text, 'x', '1970-01-01Z'::timestamptz, null::jsonb",
  "gen_random_uuid()::text, repeat('x', 200000), '2099-12-31Z', null",
  "gen_random_uuid()::text, E'\\u0001\\uFFFF', now(), '{\"run_id\": \"x\"}'",
  "'', '', now(), '[]'",
  "repeat('m', 2000), null, 'infinity', null",
  "gen_random_uuid()::text, 'x', '294276-01-01Z', (repeat('[', 900) || repeat(']', 900))::jsonb",
];
