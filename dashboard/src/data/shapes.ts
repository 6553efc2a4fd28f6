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
export const slotState = z.enum(SLOT_STATES);

export const workspacesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** An email that a run has read. */
export const runEmailSchema = z.object({
  email_id: z.string(),
  subject: text,
  from_email: text,
  intent: z.string(),
  urgency: z.string(),
  needs_reply: z.boolean(),
});
export type RunEmail = z.infer<typeof runEmailSchema>;

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
  is_active: z.boolean(),
  marks: z.object({ tasks: z.string(), slots: z.string(), emails: z.string(), money: z.string() }),
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
