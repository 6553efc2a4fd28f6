import * as z from "zod";
import { toAdmissionProblem } from "../_shared/http/admission.ts";
import { type FieldError, Problem, type ProblemCode } from "../_shared/http/problem.ts";
import { KINDS } from "./deps.ts";

/** What the database returns when it rejects a request. */
export const refusalSchema = z.object({
  outcome: z.string(),
  status: z.string().optional(),
  constraint: z.string().optional(),
  detail: z.string().optional(),
  error: z.string().optional(),
  retry_after_seconds: z.number().optional(),
});
export type Refusal = z.output<typeof refusalSchema>;

type Explain = (
  refusal: Refusal,
) => readonly [ProblemCode, detail: string, field?: FieldError | undefined];

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  task_type_forbidden: () => ["forbidden", "The ingest token is for other task types."],
  workspace_missing: () => [
    "invalid_request",
    "/workspace_id: required. Say which workspace you mean.",
    { pointer: "/workspace_id", message: "required for this caller" },
  ],
  workspace_not_found: () => [
    "workspace_not_found",
    "This credential reaches no workspace with this id.",
  ],
  agent_not_found: () => [
    "agent_not_found",
    "No agent of this project that takes jobs has this name.",
  ],
  agent_not_open: () => [
    "forbidden",
    "Only the project's own keys start jobs of this agent (enqueue_policy of its schedule).",
  ],
  rejected: ({ error = "The database rejects the job." }) => ["job_invalid", error],
  task_not_found: () => ["task_not_found", "This credential reaches no task with this id."],
  question_invalid: ({ detail = "The question is not valid." }) => [
    "invalid_request",
    `/ref: ${detail}`,
    { pointer: "/ref", message: detail },
  ],
  task_unreadable: () => [
    "invalid_request",
    "body: the database cannot read this task.",
    { pointer: "", message: "the database cannot read this task" },
  ],
  idempotency_key_reused: () => [
    "idempotency_key_reused",
    "You sent this Idempotency-Key before with another body. Use a new key for a new request.",
  ],
  task_id_taken: () => [
    "task_id_taken",
    "Another task has this id. Leave it out, or send another id.",
  ],
  task_already_finished: ({ status = "finished" }) => [
    "task_already_finished",
    `The task is ${status}. It cannot change any more.`,
  ],
  task_transition_invalid: ({ status = "in another status" }) => [
    "task_transition_invalid",
    `The task is ${status}. It cannot take this step now. Start it first.`,
  ],
  task_not_retryable: ({ status = "unfinished" }) => [
    "task_not_retryable",
    `The task is ${status}. Only failed and cancelled tasks can be retried.`,
  ],
  runner_task: () => [
    "task_not_retryable",
    "The email runner reads what waits by itself. Owners and admins have emails that were given " +
    "up read again with requeue_failed_emails.",
  ],
  task_time_invalid: () => [
    "task_time_invalid",
    "completed_at is before executed_at.",
    { pointer: "/completed_at", message: "must not be before executed_at" },
  ],
  task_invalid: ({ constraint }) => [
    "task_invalid",
    "A rule of the table rejects the task.",
    FIELD_OF_CONSTRAINT[constraint ?? ""],
  ],
};

const IS_TOO_LARGE = "must take at most 256 kB in the database";
const UNFOLDS_TOO_FAR = "must take at most 1 MB when it is read";
const FIELD_OF_CONSTRAINT: Readonly<Record<string, FieldError>> = {
  input_data_has_at_most_256_kb: { pointer: "/input_data", message: IS_TOO_LARGE },
  output_data_has_at_most_256_kb: { pointer: "/output_data", message: IS_TOO_LARGE },
  cost_has_at_most_40_decimals: {
    pointer: "/cost_estimate_usd",
    message: "must have at most 40 decimals",
  },
  input_data_unfolds_to_at_most_1_mb: { pointer: "/input_data", message: UNFOLDS_TOO_FAR },
  output_data_unfolds_to_at_most_1_mb: { pointer: "/output_data", message: UNFOLDS_TOO_FAR },
};

/** The problem that the caller gets for an outcome of the task functions. */
export function toProblem(refusal: Refusal): Problem {
  const explain = EXPLANATIONS[refusal.outcome];
  if (explain !== undefined) {
    const [code, detail, field] = explain(refusal);
    return new Problem(code, detail, { errors: field === undefined ? [] : [field] });
  }
  return toAdmissionProblem(refusal, KINDS) ??
    new Problem("internal_error", "The database gave an unknown response.", {
      cause: new Error(`outcome ${refusal.outcome}`),
    });
}
