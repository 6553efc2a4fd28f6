/** One read of a signed-in member, as the dashboard and the API send it. */
export interface Read {
  readonly name: string;
  readonly statement: string;
}

const LONG_AGO = "now() - interval '20 days'";

/** Filters that match nothing are among them: they must not read the whole log to find that out. */
export const READS: readonly Read[] = [
  {
    name: "timeline_view_latest",
    statement: "select * from public.task_timeline order by expected_at desc limit 50",
  },
  {
    name: "timeline_view_of_schedule",
    statement: `select * from public.task_timeline
      where schedule = 'every-minute' and expected_at < ${LONG_AGO}
      order by expected_at desc limit 50`,
  },
  { name: "list_timeline_latest", statement: "select public.list_timeline()" },
  {
    name: "list_timeline_long_ago",
    statement: `select public.list_timeline(
        jsonb_build_object('expected_before', ${LONG_AGO}, 'limit', 200))`,
  },
  {
    name: "list_timeline_of_unknown_schedule",
    statement: `select public.list_timeline('{"schedule": "no-such"}')`,
  },
  {
    name: "dispatches_latest",
    statement: `select id, slot, kind, verdict from public.task_dispatches
      order by slot desc, dispatched_at desc limit 100`,
  },
  {
    name: "dispatches_of_a_day",
    statement: `select id, slot, kind, verdict from public.task_dispatches
      where slot between ${LONG_AGO} and ${LONG_AGO} + interval '1 day' order by slot limit 1000`,
  },
  { name: "tasks_latest", statement: "select public.find_tasks('{}')" },
  ...[
    ["agent", { agent_name: "nobody" }],
    ["type", { task_type: "social_media_posting" }],
    ["status", { status: ["cancelled"] }],
    ["trigger", { triggered_by: "user" }],
    ["error_text", { error_text: "no such words" }],
    ["future", { executed_from: "2099-01-01T00:00:00Z" }],
  ].map(([name, filter]) => ({
    name: `tasks_of_no_${name}`,
    statement: `select public.find_tasks('${JSON.stringify(filter)}')`,
  })),
];
