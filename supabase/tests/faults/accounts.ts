import assert from "node:assert/strict";
import type { LocalDatabase } from "../../../scripts/local/database.ts";

/** What a fault may leave: emails that wait for the next tick. */
export interface Expectation {
  readonly waiting: number;
}

const COUNT_MAILS = `
  select
    count(*) filter (where i.records = 1 and e.intelligence_analyzed and q.email_id is null)::integer as analysed,
    count(*) filter (where i.records = 0 and not e.intelligence_analyzed and q.failed_at is null and q.email_id is not null)::integer as waiting,
    count(*)::integer as mails,
    (select count(*)::integer from nightshift.email_queue where lease_token is not null) as leased,
    (select count(*)::integer from nightshift.run_leases) as run_leases,
    (select count(*)::integer from public.email_intelligence) as records,
    (select coalesce(sum((t.output_data ->> 'emails_processed')::integer), 0)::integer
     from public.autonomous_tasks t where t.workspace_id is not null) as told_by_tasks
  from public.client_emails e
  left join nightshift.email_queue q on q.email_id = e.id
  cross join lateral (
    select count(*) as records from public.email_intelligence r where r.email_id = e.id
  ) i
`;

/** Slots that do not have exactly one system row that has ended. */
export const FIND_BAD_SLOTS = `
  select d.schedule_id, d.slot, count(*)::integer as roots, array_agg(t.status) as statuses
  from public.task_dispatches d
  left join public.autonomous_tasks t on t.id = d.task_id
  where d.kind in ('tick', 'missed')
  group by d.schedule_id, d.slot
  having count(*) <> 1 or count(distinct d.task_id) <> 1
    or bool_or(t.status in ('pending', 'running')) is not false
`;

/** Tasks that have no end, or a bad one without a reason. */
export const FIND_OPEN_TASKS = `
  select t.id, t.workspace_id, t.status, t.error_message
  from public.autonomous_tasks t
  where t.status in ('pending', 'running')
    or (t.status <> 'completed' and coalesce(t.error_message, '') = '')
`;

/** Rows of the timeline that do not say what became of their dispatch. */
export const FIND_UNEXPLAINED = `
  select l.expected_at, l.kind, l.seq, l.verdict, l.request_verdict, l.explanation
  from public.task_timeline l
  where l.verdict is null or l.verdict in ('sent', 'accepted', 'pending', 'running')
    or (l.verdict <> 'completed' and l.request_verdict = 'accepted' and coalesce(l.explanation, '') = '')
`;

/**
 * Nothing lost, nothing done twice, nothing left open, nothing unexplained: every email has one
 * record or still waits as expected, task rows tell as many emails as there are records, every slot
 * has exactly one system row and that has ended, as has every other task, no lease is left, every
 * row of the timeline has a verdict, and no request ever held a secret.
 */
export async function assertAccounted(
  database: LocalDatabase,
  secrets: readonly string[],
  { waiting }: Expectation,
): Promise<void> {
  const [counts] = await database.query<{ mails: number; records: number }>(COUNT_MAILS);
  assert.ok(counts);
  const analysed = counts.mails - waiting;
  assert.deepEqual(counts, {
    mails: counts.mails,
    analysed,
    waiting,
    leased: 0,
    run_leases: 0,
    records: analysed,
    told_by_tasks: analysed,
  });
  assert.deepEqual(await database.query(FIND_BAD_SLOTS), [], "slots without one ended root task");
  assert.deepEqual(await database.query(FIND_OPEN_TASKS), [], "tasks without an end or a reason");
  assert.deepEqual(await database.query(FIND_UNEXPLAINED), [], "rows of the timeline unexplained");
  const requests = JSON.stringify(await database.adminQuery("select * from faults.requests"));
  for (const secret of secrets) assert.ok(!requests.includes(secret), "a request held a secret");
}
