import type { IntakeReport } from "../import/intake_report.ts";
import type { Row } from "../local/database.ts";
import type { Stack } from "../local/stack.ts";
import type { Load } from "./load.ts";
import type { Tick } from "./tick.ts";

/** What the demo shows, and what `--json` prints. */
export interface Outcome {
  /** The report of the tick's run: the same document that a direct POST answers. */
  readonly response: Row;
  /** Rows of `autonomous_tasks`, newest run last, its system row first. */
  readonly tasks: readonly Row[];
  /** Rows of `get_autonomous_task_summary`, for every workspace. */
  readonly summary: readonly Row[];
  /** What became of the email that was offered. */
  readonly intake: IntakeReport;
  /** Emails that are still waiting for analysis. */
  readonly pending: number;
}

/** Reads the outcome of a tick from the database. */
export async function readOutcome(
  { database }: Stack,
  tick: Tick,
  loads: readonly Load[],
): Promise<Outcome> {
  const tasks = await database.query(
    `select t.id, w.name as workspace, t.workspace_id, t.task_type, t.status, t.executed_at,
       t.duration_ms, t.cost_estimate_usd, t.triggered_by, t.agent_name, t.output_data,
       t.error_message
     from public.autonomous_tasks t left join public.workspaces w on w.id = t.workspace_id
     -- The minute that is played may be that of other schedules, too, such as the health check.
     where t.task_type = 'continuous_intelligence_update'
     order by coalesce(t.input_data ->> 'run_id', t.id::text), t.workspace_id nulls first`,
  );
  const summary = await database.query(
    `select w.name as workspace, s.*
     from public.workspaces w cross join public.get_autonomous_task_summary(w.id) s
     order by w.name`,
  );
  const [queue] = await database.query<{ pending: number }>(
    "select count(*)::integer as pending from nightshift.email_queue where failed_at is null",
  );
  const root = tasks.find((task) => task["id"] === tick.taskId);
  return {
    response: orderReport((root?.["output_data"] ?? {}) as Row),
    tasks,
    summary,
    intake: addUp(loads.map((load) => load.intake)),
    pending: queue?.pending ?? 0,
  };
}

/** jsonb forgets the order of keys; this is the order in which a direct POST answers them. */
const REPORT_KEYS = [
  "success",
  "workspaces_processed",
  "total_emails_processed",
  "total_emails_failed",
  "results",
  "timestamp",
];

function orderReport(report: Row): Row {
  const rank = (key: string) => REPORT_KEYS.indexOf(key);
  return Object.fromEntries(Object.entries(report).sort(([a], [b]) => rank(a) - rank(b)));
}

function addUp(reports: readonly IntakeReport[]): IntakeReport {
  return reports.reduce((sum, report) => ({
    offered: sum.offered + report.offered,
    taken_in: sum.taken_in + report.taken_in,
    duplicates: sum.duplicates + report.duplicates,
    refused: sum.refused + report.refused,
    refusals: [...sum.refusals, ...report.refusals],
  }), { offered: 0, taken_in: 0, duplicates: 0, refused: 0, refusals: [] });
}
