/** What the database answers, as far as the pages read it. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const number = z.nullable(z.number());

/** What became of a slot, worst first. */
export const SLOT_STATES = [
  "failed",
  "missed",
  "partial",
  "running",
  "late",
  "retried",
  "skipped",
  "on_time",
] as const;
export type SlotState = (typeof SLOT_STATES)[number];
const slotState = z.enum(SLOT_STATES);

export const workspacesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

export const pulseSchema = z.nullable(z.object({
  as_of: z.string(),
  role: z.string(),
  runner: z.object({ status: z.string(), reason: z.optional(text) }),
  slots: z.partialRecord(slotState, z.number()),
  emails: z.object({
    to_read: z.number(),
    failed: z.number(),
    to_answer: z.number(),
    urgent: z.number(),
  }),
  tasks: z.object({
    unfinished: z.number(),
    failed: z.number(),
    failures: z.array(z.object({
      task_id: z.string(),
      task_type: z.string(),
      agent_name: text,
      status: z.string(),
      at: z.string(),
      message: text,
    })),
  }),
  budgets: z.array(z.object({
    period: z.string(),
    limit_usd: z.coerce.number(),
    spent_usd: z.coerce.number(),
    percent: z.coerce.number(),
    paused: z.boolean(),
  })),
}));
export type Pulse = NonNullable<z.infer<typeof pulseSchema>>;

export const slotsSchema = z.object({
  as_of: z.string(),
  schedules: z.array(z.object({
    schedule: z.string(),
    task_type: z.string(),
    cron_expression: text,
    time_zone: z.string(),
    enabled: z.boolean(),
    cell: z.enum(["slot", "hour", "day"]),
    late: z.nullable(z.object({ median: number, p95: number, worst: number })),
    slots: z.array(z.object({
      at: z.string(),
      slots: z.number(),
      state: slotState,
      seconds_late: number,
      emails: z.number(),
      failed: z.number(),
    })),
    next: z.array(z.string()),
  })),
});
export type ScheduleSlots = z.infer<typeof slotsSchema>["schedules"][number];

export const storySchema = z.nullable(z.object({
  schedule: z.string(),
  slot: z.string(),
  state: z.nullable(slotState),
  attempts: z.array(z.object({
    kind: z.string(),
    cron_started_at: text,
    cron_ended_at: text,
    dispatched_at: z.string(),
    responded_at: text,
    http_status: number,
    verdict: z.string(),
    retry_at: text,
    run_status: text,
    run_started_at: text,
    run_ended_at: text,
    ours: z.nullable(z.object({
      task_id: z.string(),
      status: z.string(),
      processed: z.number(),
      failed: z.number(),
      message: text,
      started_at: z.string(),
      ended_at: text,
    })),
  })),
  emails: z.array(z.object({
    email_id: z.string(),
    subject: text,
    from_email: text,
    intent: z.string(),
    urgency: z.string(),
    needs_reply: z.boolean(),
  })),
  previous: text,
  next: text,
}));
export type Story = NonNullable<z.infer<typeof storySchema>>;

const due = z.nullable(z.object({ on: z.string(), text }));

export const answerSchema = z.object({
  email_id: z.string(),
  from_email: text,
  from_name: text,
  subject: text,
  received_at: z.string(),
  state: z.string(),
  snoozed_until: text,
  summary: text,
  intent: z.string(),
  urgency: z.string(),
  urgency_reasons: z.array(z.string()),
  due,
  money: z.nullable(z.array(z.string())),
  asks: text,
  confidence: z.number(),
  degraded: z.boolean(),
});
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.object({ answers: z.array(answerSchema), next: z.boolean() });

export const emailSchema = z.nullable(z.object({
  email_id: z.string(),
  from_email: text,
  from_name: text,
  to_emails: z.nullable(z.array(z.string())),
  subject: text,
  received_at: z.string(),
  text: z.string(),
  is_cut: z.boolean(),
  is_read: z.boolean(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.number() })),
  record: z.nullable(z.object({
    summary: text,
    primary_intent: z.string(),
    urgency_level: z.string(),
    sentiment: z.string(),
    confidence_score: z.number(),
    degraded: z.boolean(),
  })),
  evidence: z.array(z.object({
    field: z.string(),
    source: z.string(),
    start: z.number(),
    end: z.number(),
    text: z.string(),
  })),
  answer: z.nullable(z.object({ state: z.string(), snoozed_until: text, due })),
}));
export type ReadableEmail = NonNullable<z.infer<typeof emailSchema>>;
export type Evidence = ReadableEmail["evidence"][number];
