import * as z from "zod";
import type { Metric, Sample } from "./format_metrics.ts";

const numberSchema = z.unknown().optional().transform((value) =>
  // A number that JavaScript cannot hold comes as an object that JSON writes.
  value === null || value === undefined ? undefined : Number(JSON.stringify(value))
);
const secondsSchema = z.string().optional().transform((time) =>
  time === undefined ? undefined : Date.parse(time) / 1_000
);

const healthSchema = z.object({
  status: z.enum(["pass", "warn", "fail"]),
  time: secondsSchema,
  checks: z.record(
    z.string(),
    z.array(z.object({
      componentId: z.string().optional(),
      observedValue: z.optional(numberSchema),
      state: z.enum(["ok", "degraded", "critical", "unknown"]),
    })),
  ),
});

const runnerSchema = z.object({
  backlog: z.object({ waiting: numberSchema, failed: numberSchema }),
  enabled: z.boolean().nullable(),
  seconds_late: numberSchema,
});

/** What the database says about itself, see `get_system_health` and `runner_status`. */
export interface MetricSources {
  readonly health: unknown;
  readonly runner: unknown;
}

type Health = z.output<typeof healthSchema>;

const STATES = ["ok", "degraded", "critical", "unknown"] as const;
const STATUSES = ["pass", "warn", "fail"] as const;

/** Checks with one subject, whose value is a time: the metric, and its seconds in a unit. */
const AGES: readonly (readonly [check: string, name: string, seconds: number, help: string])[] = [
  ["waiting_emails", "oldest_email", 3_600, "How long the oldest email that waits has been due."],
  ["mailboxes", "oldest_mailbox", 3_600, "How long the mailbox that waits longest has been due."],
  ["requests", "oldest_request", 60, "How long the oldest request has waited for pg_net."],
  ["leases", "oldest_lease", 60, "How long ago the oldest lease ended that was not taken back."],
  ["transactions", "oldest_transaction", 60, "How long the oldest transaction has been open."],
];

/**
 * The metrics of the whole project. They name checks, schedules and task types, which the operator
 * knows, and no workspace.
 * @throws {z.ZodError} when the database answers in another form
 */
export function collectMetrics(sources: MetricSources): readonly Metric[] {
  const health = healthSchema.parse(sources.health);
  const runner = runnerSchema.parse(sources.runner);
  return [
    {
      name: "nightshift_health_status",
      help: "1 for the state of the project: pass, warn or fail.",
      samples: STATUSES.map((status) => ({
        labels: { status },
        value: Number(status === health.status),
      })),
    },
    {
      name: "nightshift_health_last_look_timestamp_seconds",
      help: "When the database last looked at itself, as a Unix time.",
      samples: sample(health.time),
    },
    {
      name: "nightshift_health_check_subjects",
      help: "Subjects of a health check, by their state.",
      samples: Object.entries(health.checks).flatMap(([name, subjects]) =>
        STATES.map((state) => ({
          labels: { check: nameOf(name), state },
          value: subjects.filter((subject) => subject.state === state).length,
        }))
      ),
    },
    {
      name: "nightshift_schedule_late_seconds",
      help: "How long a schedule's due time has waited for its run; 0 when it is on time.",
      samples: readSubjects(health, "schedules", "schedule", 60),
    },
    {
      name: "nightshift_task_type_completed_ratio",
      help: "Share of the runs of the last 24 hours that completed, from 0 to 1.",
      samples: readSubjects(health, "task_types", "task_type", 0.01),
    },
    ...AGES.map(([check, name, seconds, help]) => ({
      name: `nightshift_${name}_age_seconds`,
      help,
      samples: readSubjects(health, check, undefined, seconds),
    })),
    {
      name: "nightshift_emails_waiting",
      help: "Emails that wait to be read.",
      samples: sample(runner.backlog.waiting),
    },
    {
      name: "nightshift_emails_failed",
      help: "Emails that could not be read and are not tried again.",
      samples: sample(runner.backlog.failed),
    },
    {
      name: "nightshift_runner_enabled",
      help: "1 when the schedule that reads emails is on.",
      samples: runner.enabled === null ? [] : sample(Number(runner.enabled)),
    },
    {
      name: "nightshift_runner_late_seconds",
      help: "How long the latest scheduled time of the email reader has waited for its run.",
      samples: sample(runner.seconds_late),
    },
  ];
}

function sample(value: number | undefined): readonly Sample[] {
  return value === undefined || Number.isNaN(value) ? [] : [{ labels: {}, value }];
}

/** The values of a check in base units, with its subject as a label where one is named. */
function readSubjects(
  { checks }: Health,
  check: string,
  label: string | undefined,
  factor: number,
): readonly Sample[] {
  return Object.entries(checks).filter(([name]) => nameOf(name) === check)
    .flatMap(([, subjects]) => subjects)
    .flatMap(({ componentId = "", observedValue }) =>
      observedValue === undefined ? [] : [{
        labels: label === undefined ? {} : { [label]: componentId },
        value: Number((observedValue * factor).toFixed(6)),
      }]
    );
}

/** `schedules` of `schedules:age`. */
function nameOf(name: string): string {
  return name.split(":")[0] ?? name;
}
