import { styleText } from "node:util";
import { describeReport } from "../import/intake_report.ts";
import type { Row } from "../local/database.ts";
import type { Stack } from "../local/stack.ts";
import { describeEvidence } from "./evidence.ts";
import { type Example, readExamples } from "./examples.ts";
import type { Load } from "./load.ts";
import type { Outcome } from "./outcome.ts";
import { chooseWidth, drawRule, placeSideBySide } from "./side_by_side.ts";
import type { Tick } from "./tick.ts";

const heading = (text: string): string => styleText("bold", text);

/** What was loaded, a line a workspace. */
export function describeIntake(loads: readonly Load[]): string {
  const lines = loads.map(({ workspaceName, intake }) =>
    `  ${workspaceName}: ${describeReport(intake).replaceAll("\n", "\n  ")}`
  );
  return [heading("1. Mail in, by POST /functions/v1/inbound-email"), ...lines, ""].join("\n");
}

/** The chain of one tick. */
export function describeTick(tick: Tick): string {
  return [
    heading("2. One tick: pg_cron → dispatch → pg_net → function"),
    `  slot           ${tick.slot} (schedule */30 * * * *, UTC)`,
    `  pg_cron says   ${describeCronRun(tick)}`,
    `  pg_net got     request ${tick.requestId}: HTTP ${tick.httpStatus} ${tick.httpBody}`,
    `  the run        ${tick.taskId} went on behind that answer` +
    (tick.furtherRunIds.length > 0 ? `, and ${tick.furtherRunIds.length} more after it` : ""),
    "",
  ].join("\n");
}

function describeCronRun({ cronStatus, cronMessage }: Tick): string {
  return cronStatus === null
    ? "nothing: played by hand, because the real pg_cron runs jobs at whole minutes only"
    : `${cronStatus}, ${cronMessage}: its SQL has committed, no more than that`;
}

/**
 * Response, task rows, summary, three records beside their mails, and two mails with their facts marked.
 * @param isSample false: it was the reader's own mail
 */
export async function describeOutcome(
  stack: Stack,
  outcome: Outcome,
  isSample: boolean,
): Promise<string> {
  const examples = await readExamples(stack.database);
  const isTerminal = Deno.stdout.isTerminal();
  const isColored = !Deno.noColor && isTerminal;
  const width = chooseWidth(isTerminal ? Deno.consoleSize().columns : null);
  const evidence = await describeEvidence(stack.database, isColored);
  return [
    heading("3. The run's report, as a direct POST answers it"),
    indent(JSON.stringify(outcome.response, null, 2)),
    "",
    heading("4. What autonomous_tasks says"),
    describeTable(outcome.tasks, {
      workspace: (task) => String(task["workspace"] ?? "(system)"),
      status: (task) => String(task["status"]),
      "duration ms": (task) => String(task["duration_ms"]),
      "triggered by": (task) => String(task["triggered_by"]),
      processed: (task) => readCount(task, "processed"),
      failed: (task) => readCount(task, "failed"),
    }),
    "",
    heading("5. get_autonomous_task_summary(workspace), last 24 hours"),
    describeTable(outcome.summary, {
      workspace: (row) => String(row["workspace"]),
      "task type": (row) => String(row["task_type"]),
      runs: (row) => String(row["total_executions"]),
      ok: (row) => String(row["successful_executions"]),
      failed: (row) => String(row["failed_executions"]),
      "avg ms": (row) => String(row["avg_duration_ms"]),
      "cost USD": (row) => String(row["total_cost_usd"]),
    }),
    "",
    heading("6. Mail (left) and what was read out of it (right)"),
    ...examples.map((example) => describeExample(example, width)),
    "",
    heading("7. The evidence: each fact marked where it stands in its mail"),
    evidence.join(`\n  ${"─".repeat(60)}\n`),
    "",
    `Still waiting: ${outcome.pending}. Next:`,
    ...isSample
      ? [
        "  npx -y deno@2.9.6 task demo --mail PATH   # your own mail: .eml, a folder, .mbox, .jsonl",
      ]
      : [],
    "  npx -y deno@2.9.6 task start              # the same project, stays up",
  ].join("\n");
}

function describeExample({ workspace, mail, facts }: Example, width: number): string {
  return [
    `  ${styleText("bold", workspace)}`,
    placeSideBySide(mail, facts, { width, maxLines: 24 }),
    drawRule(width),
  ].join("\n");
}

function readCount(task: Row, what: "processed" | "failed"): string {
  const output = task["output_data"] as Row | null;
  return String(output?.[`emails_${what}`] ?? output?.[`total_emails_${what}`] ?? "");
}

function describeTable(
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => string>>,
): string {
  const cells = [
    Object.keys(columns),
    ...rows.map((row) => Object.values(columns).map((c) => c(row))),
  ];
  const widths = Object.keys(columns).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0))
  );
  return cells.map((line) =>
    `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd()
  ).join("\n");
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
