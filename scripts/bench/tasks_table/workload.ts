import type postgres from "postgres";
import { COLUMNS, EXAMPLE_VALUES, workspaceId } from "./example_record.ts";
import { WORKSPACES } from "./fill.ts";
import type { Form } from "./forms.ts";

/** One kind of statement that is timed. */
export interface Operation {
  readonly name: string;
  /** Executions in each round and form. */
  readonly samples: number;
  /** Whose rows it is about. */
  readonly workspace: "ordinary" | "busy" | "any";
  sql(form: Form): string;
}

/** Rows of one set-based insert. */
const SET_ROWS = 10_000;

const RECENT_TASKS = ({ table }: Form) =>
  `select task_type, status, duration_ms, cost_estimate_usd, executed_at
  from ${table} where workspace_id = $1 order by executed_at desc limit 10`;

const FAILURES = ({ table }: Form) =>
  `select task_type, error_message, output_data, executed_at
  from ${table}
  where workspace_id = $1 and status in ('failed', 'partial_failure')
    and executed_at > now() - interval '24 hours'
  order by executed_at desc`;

const COSTS = ({ table }: Form) =>
  `select task_type, count(*) as executions, round(sum(cost_estimate_usd), 2) as total_cost,
    round(avg(cost_estimate_usd), 4) as avg_cost
  from ${table}
  where workspace_id = $1 and executed_at > now() - interval '30 days'
    and cost_estimate_usd is not null
  group by task_type
  order by total_cost desc`;

const summaryOver = (hours: number) => ({ summary }: Form) =>
  `select * from ${summary}($1::uuid, null, ${hours})`;

/** The documented statements of the task log, each with the workspace as its only parameter. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: "single_insert",
    samples: 300,
    workspace: "any",
    sql: ({ table }) =>
      `insert into ${table} (${COLUMNS})
      values ($1, ${EXAMPLE_VALUES}, now() - interval '2.5 seconds', now())`,
  },
  { name: "recent_tasks", samples: 300, workspace: "ordinary", sql: RECENT_TASKS },
  { name: "recent_tasks_busy", samples: 300, workspace: "busy", sql: RECENT_TASKS },
  { name: "failures_24h", samples: 300, workspace: "ordinary", sql: FAILURES },
  { name: "failures_24h_busy", samples: 50, workspace: "busy", sql: FAILURES },
  { name: "costs_30d", samples: 200, workspace: "ordinary", sql: COSTS },
  { name: "costs_30d_busy", samples: 10, workspace: "busy", sql: COSTS },
  { name: "summary_24h_busy", samples: 20, workspace: "busy", sql: summaryOver(24) },
  { name: "summary_168h_busy", samples: 20, workspace: "busy", sql: summaryOver(168) },
  {
    name: "set_insert",
    samples: 2,
    workspace: "any",
    sql: ({ table }) =>
      `insert into ${table} (${COLUMNS})
      select case when g = 0 then $1 else ${
        workspaceId(`g % ${WORKSPACES}`)
      } end, ${EXAMPLE_VALUES},
        now() - interval '2.5 seconds' + g * interval '1 microsecond', now()
      from generate_series(0, ${SET_ROWS - 1}) g`,
  },
];

/** The ids of the filled workspaces, the busy one first. */
export async function readWorkspaceIds(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ id: string }[]>(
    `select ${workspaceId("g")} as id from generate_series(0, ${WORKSPACES - 1}) g`,
  );
  return rows.map(({ id }) => id);
}
