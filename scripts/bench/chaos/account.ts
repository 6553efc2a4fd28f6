import {
  FIND_BAD_SLOTS,
  FIND_OPEN_TASKS,
  FIND_UNEXPLAINED,
} from "../../../supabase/tests/faults/accounts.ts";
import type { LocalDatabase } from "../../local/database.ts";
import type { Figures } from "../benchmark.ts";

/** What a drain under fire left behind. */
export interface Account extends Figures {
  readonly analysed: number;
  /** Emails given up after five attempts, with the reason in the queue: not lost. */
  readonly given_up: number;
  /** Emails that have neither a record nor a reason. */
  readonly lost: number;
  /** Records beyond one an email, and emails that task rows tell twice. */
  readonly duplicated: number;
  /** Slots, tasks and dispatches that do not say how they ended. */
  readonly unexplained: number;
  readonly system_tasks: number;
  readonly dispatches: number;
  readonly stalled: number;
}

const COUNT = `
  select
    (select count(*) from public.client_emails e
     where e.intelligence_analyzed and exists (
       select from public.email_intelligence i where i.email_id = e.id
     ))::integer as analysed,
    (select count(*) from nightshift.email_queue q
     where q.failed_at is not null and q.last_error is not null)::integer as given_up,
    (select count(*) from public.client_emails)::integer as mails,
    (select count(*) from public.email_intelligence)::integer as records,
    (select coalesce(sum((t.output_data ->> 'emails_processed')::integer), 0)
     from public.autonomous_tasks t where t.workspace_id is not null)::integer as told_by_tasks,
    (select count(*) from public.autonomous_tasks
     where workspace_id is null)::integer as system_tasks,
    (select count(*) from public.task_dispatches)::integer as dispatches,
    (select count(*) from public.task_dispatches where verdict = 'stalled')::integer as stalled
`;

interface Counts extends Record<string, number> {
  readonly analysed: number;
  readonly given_up: number;
  readonly mails: number;
  readonly records: number;
  readonly told_by_tasks: number;
  readonly system_tasks: number;
  readonly dispatches: number;
  readonly stalled: number;
}

/** Counts what became of every email, task and dispatch. */
export async function takeAccount(database: LocalDatabase): Promise<Account> {
  const [counts] = await database.query<Counts>(COUNT);
  if (!counts) throw new Error("The account came back empty.");
  const { analysed, given_up, mails, records, told_by_tasks, ...dispatching } = counts;
  const finds = [FIND_BAD_SLOTS, FIND_OPEN_TASKS, FIND_UNEXPLAINED];
  const found = await Promise.all(finds.map((sql) => database.query(sql)));
  return {
    analysed,
    given_up,
    lost: mails - analysed - given_up,
    duplicated: records - analysed + Math.abs(told_by_tasks - records),
    unexplained: found.reduce((sum, rows) => sum + rows.length, 0),
    system_tasks: dispatching.system_tasks,
    dispatches: dispatching.dispatches,
    stalled: dispatching.stalled,
  };
}
