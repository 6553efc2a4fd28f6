/** What `get_slot_story` answers, as far as the page reads it. */
import * as z from "zod/mini";
import { runEmailSchema, slotState } from "../../data/shapes.ts";

const text = z.nullable(z.string());
const number = z.nullable(z.number());

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
  /** Each with the time when its record was saved. */
  emails: z.array(z.extend(runEmailSchema, { extracted_at: z.string() })),
  previous: text,
  next: text,
}));
export type Story = NonNullable<z.infer<typeof storySchema>>;
