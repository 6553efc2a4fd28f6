import { WORKSPACE } from "./fill.ts";

/** One question of the dashboard, and how long it may take in milliseconds with 1 M tasks. */
export interface DashboardRead {
  readonly name: string;
  readonly statement: string;
  readonly mostMs: number;
}

const MOST_24H = 30;
const MOST_30D = 80;
const MOST_PULSE = 5;
/** A search ends by itself after 300 ms; what it has begun by then is finished. */
export const MOST_SEARCH = 400;
const W = `'${WORKSPACE}'`;
const DAYS_AGO = (days: number) => `now() - interval '${days} days'`;

function list(name: string, filter: object, mostMs = MOST_24H): DashboardRead {
  return {
    name,
    statement: `select public.list_tasks(${W}, '${JSON.stringify(filter)}')`,
    mostMs,
  };
}

export const DASHBOARD_READS: readonly DashboardRead[] = [
  { name: "pulse", statement: `select public.get_pulse(${W})`, mostMs: MOST_PULSE },
  { name: "slots_24h", statement: `select public.get_slots(${W})`, mostMs: MOST_24H },
  {
    name: "slots_30d",
    statement: `select public.get_slots(${W}, ${DAYS_AGO(30)}, now())`,
    mostMs: MOST_30D,
  },
  { name: "task_sums_24h", statement: `select public.get_task_sums(${W})`, mostMs: MOST_24H },
  {
    name: "task_sums_30d",
    statement: `select public.get_task_sums(${W}, ${DAYS_AGO(30)})`,
    mostMs: MOST_30D,
  },
  { name: "spending_1d", statement: `select public.get_spending(${W}, 1)`, mostMs: MOST_24H },
  { name: "spending_30d", statement: `select public.get_spending(${W}, 30)`, mostMs: MOST_30D },
  list("tasks_latest", {}),
  {
    name: "tasks_deep",
    statement: `select public.list_tasks(${W}, '{}', jsonb_build_object('executed_at',
      ${DAYS_AGO(20)}, 'id', '00000000-0000-0000-0000-000000000000'))`,
    mostMs: MOST_24H,
  },
  list("tasks_failed", { status: "failed" }),
  list("tasks_of_no_type", { task_type: "system_health_check" }, MOST_30D),
  list("tasks_of_no_status", { status: "cancelled" }, MOST_30D),
  list("tasks_of_no_agent", { agent_name: "nobody" }, MOST_SEARCH),
  list("tasks_of_no_words", { error_text: "no such words" }, MOST_SEARCH),
  {
    name: "task_story",
    statement: `select public.get_task_story((select t.id from public.autonomous_tasks t
      where t.workspace_id = ${W} and t.executed_at < ${DAYS_AGO(3)}
      order by t.executed_at desc limit 1))`,
    mostMs: MOST_24H,
  },
  { name: "answers", statement: `select public.list_answers(${W})`, mostMs: MOST_24H },
];
