/** A day of scheduled times. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** A day of half hours of the runner: on time, but for one that was missed and one that came late. */
export async function insertSlots({ database }: Stack, workspace: string): Promise<void> {
  await database.query(
    `with slots as (
       select s.id as schedule_id, date_trunc('hour', now()) - n * interval '30 minutes' as slot, n,
         gen_random_uuid() as task_id
       from public.task_schedules s
       cross join generate_series(1, 40) as n
       where s.name = 'continuous-intelligence'
     ), tasks as (
       insert into public.autonomous_tasks (id, task_type, status, executed_at)
       select l.task_id, 'continuous_intelligence_update', 'completed',
         l.slot + case l.n when 3 then interval '64 seconds' else interval '1 second' end
       from slots l where l.n <> 5
     ), runs as (
       insert into nightshift.run_workspaces (run_id, workspace_id, status, processed, started_at, ended_at)
       select l.task_id, $1, 'completed', 4, l.slot, l.slot from slots l where l.n <> 5
     )
     insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict, http_status,
       responded_at)
     select l.schedule_id, l.slot, case l.n when 5 then 'missed' else 'tick' end, l.task_id,
       l.slot + case l.n when 3 then interval '63 seconds' else interval '0.5 seconds' end,
       case l.n when 5 then 'missed' else 'accepted' end, case when l.n <> 5 then 202 end,
       l.slot + interval '64 seconds'
     from slots l`,
    [workspace],
  );
}
