/** What must be true when a sequence is over and the machinery has had its time. */
import type postgres from "postgres";
import type { Violation } from "./tenants.ts";
import { HONEST, rowOf } from "./world.ts";

interface Account extends Record<string, unknown> {
  readonly lost: number;
  readonly doubled: number;
  readonly miscounted: number;
  readonly planted: number;
  readonly unexplained: number;
  readonly missing_slots: number;
  readonly blocked: string | null;
}

/** Looks at everything once. `since` is the time of the schedule before the first. */
export async function judge(
  sql: postgres.Sql,
  emailIds: readonly string[],
  since: Date,
  now: Date,
): Promise<Violation[]> {
  const sentinels = HONEST.flatMap((id) => [rowOf("task", id), rowOf("job", id)]);
  const [account] = await sql<Account[]>`
    with honest as (select unnest(${[...HONEST]}::uuid[]) as id),
    counted as (
      select h.id, coalesce(sum(w.processed), 0) as processed,
        (select count(*) from public.email_intelligence i where i.workspace_id = h.id) as records
      from honest h left join nightshift.run_workspaces w on w.workspace_id = h.id
      group by h.id
    )
    select
      (select count(*)::integer from unnest(${[...emailIds]}::uuid[]) e (id) where not exists (
        select from public.email_intelligence i where i.email_id = e.id)) as lost,
      (select count(*)::integer from counted c where c.processed > c.records) as doubled,
      (select count(*)::integer from counted c where c.processed < c.records)
        + (select count(*)::integer from public.autonomous_tasks t
          where t.workspace_id is null and t.output_data ? 'total_emails_processed'
            and (t.output_data ->> 'total_emails_processed')::bigint <> (
              select coalesce(sum((r ->> 'emails_processed')::bigint), 0)
              from jsonb_array_elements(t.output_data -> 'results') r))
        + (select count(*)::integer from public.autonomous_tasks t
          cross join jsonb_array_elements(t.output_data -> 'results') r
          join public.workspaces k on k.id = (r ->> 'workspace_id')::uuid
          left join nightshift.run_workspaces w on w.run_id = t.id and w.workspace_id = k.id
          where t.workspace_id is null and t.output_data ? 'results'
            and w.processed is distinct from (r ->> 'emails_processed')::bigint) as miscounted,
      (select count(*)::integer from public.autonomous_tasks t
        where t.workspace_id = ${HONEST[1]} and t.id <> all (${sentinels}::uuid[])
          and not exists (select from nightshift.run_workspaces w where w.task_id = t.id))
        as planted,
      (select count(*)::integer from public.task_dispatches d
        left join public.autonomous_tasks t on t.id = d.task_id
        where d.verdict = 'sent' or t.status is null or t.status in ('pending', 'running'))
        as unexplained,
      (select count(*)::integer from nightshift.cron_slots('*/30 * * * *',
          ${since}::timestamptz + interval '1 minute', ${now}::timestamptz) s
        where not exists (select from public.task_dispatches d
          where d.slot = s and d.kind in ('tick', 'missed'))) as missing_slots,
      (select string_agg(r.step || ': ' || r.error, '; ') from nightshift.reconcile_steps r
        where r.error is not null and r.step <> 'check_rights') as blocked`;
  if (account === undefined) throw new Error("The account came back empty.");
  const violations: Violation[] = [];
  const note = (kind: Violation["kind"], what: string, isTrue: boolean) => {
    if (isTrue) violations.push({ kind, what });
  };
  note("lost", `${account.lost} honest emails without a result`, account.lost > 0);
  note("doubled", "an honest email was counted twice", account.doubled > 0);
  note("foreign rows", "counts of a run are not those of its work", account.miscounted > 0);
  note("foreign rows", "rows were planted in a foreign workspace", account.planted > 0);
  note("stopped schedules", "a dispatch without an end", account.unexplained > 0);
  note("stopped schedules", "a time of the schedule without a row", account.missing_slots > 0);
  note("stopped schedules", `reconcile: ${account.blocked}`, account.blocked !== null);
  return violations;
}
