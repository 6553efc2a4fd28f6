/** What `get_task_story` answers, as far as the page reads it. */
import * as z from "zod/mini";
import { runEmailSchema } from "../../data/shapes.ts";

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const document = z.object({ bytes: z.number(), text });

export const storySchema = z.nullable(z.object({
  workspace_id: z.string(),
  kind: z.enum(["runner", "job", "external"]),
  task: z.object({
    id: z.string(),
    task_type: z.string(),
    status: z.string(),
    agent_name: text,
    triggered_by: z.string(),
    created_at: z.string(),
    executed_at: z.string(),
    completed_at: text,
    duration_ms: number,
    cost_usd: z.nullable(z.coerce.number()),
    message: text,
    is_message_cut: z.nullable(z.boolean()),
  }),
  why: text,
  input: document,
  output: document,
  job: z.nullable(z.object({
    agent: z.string(),
    state: z.string(),
    attempt: z.number(),
    max_attempts: z.number(),
    last_error: text,
    run_at: z.string(),
    cancel_requested_at: text,
    before: number,
  })),
  slot: z.nullable(z.object({ schedule: z.string(), slot: z.string() })),
  chain: z.array(z.object({
    task_id: z.string(),
    status: z.string(),
    at: z.string(),
    is_this: z.boolean(),
  })),
  acts: z.object({ retry: z.boolean(), cancel: z.boolean(), requeue: z.boolean() }),
  failed_emails: number,
  steps: z.array(z.object({ name: z.string(), position: z.number(), finished_at: z.string() })),
  lines: z.array(z.object({ at: z.string(), message: z.string() })),
  calls: z.array(z.object({
    at: z.string(),
    model: z.string(),
    outcome: z.string(),
    tokens_in: number,
    tokens_out: number,
    usd: z.coerce.number(),
    emails: z.number(),
  })),
  emails: z.array(runEmailSchema),
}));
export type TaskStory = NonNullable<z.infer<typeof storySchema>>;

export const documentSchema = text;
export const requeuedSchema = z.object({ requeued: z.number() });
export const outcomeSchema = z.object({ outcome: z.string() });
