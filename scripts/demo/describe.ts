import { styleText } from "node:util";
import { describeReport } from "../import/intake_report.ts";
import { alignLine, measureColumns } from "../lib/columns.ts";
import type { Row } from "../local/database.ts";
import type { Stack } from "../local/stack.ts";
import { describeEvidence } from "./evidence.ts";
import { type Example, readExamples } from "./examples.ts";
import type { Load } from "./load.ts";
import type { MailboxArrival } from "./mailbox.ts";
import type { Outcome } from "./outcome.ts";
import { chooseWidth, drawRule, placeSideBySide } from "./side_by_side.ts";
import type { Tick } from "./tick.ts";

const heading = (text: string): string => styleText("bold", text);

/** What was loaded, one line for each workspace. */
export function describeIntake(loads: readonly Load[]): string {
  const lines = loads.map(({ workspaceName, intake }) =>
    `  ${workspaceName}: ${describeReport(intake).replaceAll("\n", "\n  ")}`
  );
  return [heading("1. Emails in, with POST /functions/v1/inbound-email"), ...lines, ""].join("\n");
}

/** An email that nobody sent to a URL. */
export function describeMailbox({ address, subject }: MailboxArrival): string {
  return [
    heading("8. An email through a connected mailbox (a Gmail on this machine)"),
    `  ${address} was connected with a link and a code. email-sync fetched "${subject}".`,
    "  It came after the run above, so it waits for the next one.",
    "",
  ].join("\n");
}

/** The chain of one tick. */
export function describeTick(tick: Tick): string {
  return [
    heading("2. One run: pg_cron → dispatch → pg_net → function"),
    `  scheduled for  ${tick.slot} (every 30 minutes, */30 * * * *, UTC)`,
    `  pg_cron        ${describeCronRun(tick)}`,
    `  pg_net         request ${tick.requestId} was answered with HTTP ${tick.httpStatus}` +
    ` ${tick.httpBody}`,
    `  the run        ${tick.taskId} worked on after that response` +
    (tick.furtherRunIds.length > 0 ? `, followed by ${tick.furtherRunIds.length} more` : ""),
    "",
  ].join("\n");
}

function describeCronRun({ cronStatus, cronMessage }: Tick): string {
  return cronStatus === null
    ? "the demo started the job itself, because the real pg_cron starts jobs at whole minutes only"
    : `${cronStatus}, ${cronMessage} (the SQL of the job committed)`;
}

/**
 * Response, task rows, summary, three records beside their emails, and two emails with their facts
 * marked.
 */
export async function describeOutcome(
  stack: Stack,
  outcome: Outcome,
): Promise<string> {
  const examples = await readExamples(stack.database);
  const isTerminal = Deno.stdout.isTerminal();
  const isColored = !Deno.noColor && isTerminal;
  const width = chooseWidth(isTerminal ? Deno.consoleSize().columns : null);
  const evidence = await describeEvidence(stack.database, isColored);
  return [
    heading("3. The run's report, the same as the response to a direct POST"),
    indent(JSON.stringify(outcome.response, null, 2)),
    "",
    heading("4. The rows of autonomous_tasks"),
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
    heading("6. Emails (left) and what was extracted (right)"),
    ...examples.map((example) => describeExample(example, width)),
    "",
    heading("7. The evidence: each fact marked in its email"),
    evidence.join(`\n  ${"─".repeat(60)}\n`),
    "",
    `Emails of this run still waiting: ${outcome.pending}.`,
  ].join("\n");
}

/** What to run next, the last lines of the demo. */
export function describeNext(isSample: boolean): string {
  return [
    "Next:",
    ...isSample
      ? ["  npx -y deno@2.9.6 task demo --email PATH  # your emails: .eml, folders, .mbox, .jsonl"]
      : [],
    "  npx -y deno@2.9.6 task start              # a project that stays up, with a dashboard",
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
  const widths = measureColumns(cells);
  return cells.map((line) => `  ${alignLine(line, widths, "  ")}`.trimEnd()).join("\n");
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
