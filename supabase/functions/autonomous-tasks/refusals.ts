import { type Refusal as AdmissionRefusal, toAdmissionProblem } from "../_shared/http/admission.ts";
import { type FieldError, Problem } from "../_shared/http/problem.ts";
import { KINDS } from "./callers.ts";

/** What the database returns when it rejects a request. */
export interface Refusal extends AdmissionRefusal {
  readonly status?: string | undefined;
  readonly constraint?: string | undefined;
}

const FIELD_OF_CONSTRAINT: Readonly<Record<string, FieldError>> = {
  input_data_has_at_most_256_kb: {
    pointer: "/input_data",
    message: "must take at most 256 kB in the database",
  },
  output_data_has_at_most_256_kb: {
    pointer: "/output_data",
    message: "must take at most 256 kB in the database",
  },
};

/** The problem that the caller gets for an outcome of the task functions. */
export function toProblem(refusal: Refusal): Problem {
  const kept = toAdmissionProblem(refusal, KINDS);
  if (kept !== null) return kept;
  switch (refusal.outcome) {
    case "task_type_forbidden":
      return new Problem("forbidden", "The ingest token is for other task types.");
    case "workspace_missing":
      return new Problem(
        "invalid_request",
        "/workspace_id: required. Say which workspace you mean.",
        {
          errors: [{ pointer: "/workspace_id", message: "required for this caller" }],
        },
      );
    case "workspace_not_found":
      return new Problem(
        "workspace_not_found",
        "This credential reaches no workspace with this id.",
      );
    case "task_not_found":
      return new Problem("task_not_found", "This credential reaches no task with this id.");
    case "idempotency_key_reused":
      return new Problem(
        "idempotency_key_reused",
        "You sent this Idempotency-Key before with another body. Use a new key for a new request.",
      );
    case "task_id_taken":
      return new Problem(
        "task_id_taken",
        "Another task has this id. Leave it out, or send another id.",
      );
    case "task_already_finished":
      return new Problem(
        "task_already_finished",
        `The task is ${refusal.status ?? "finished"}. It cannot change any more.`,
      );
    case "task_transition_invalid":
      return new Problem(
        "task_transition_invalid",
        `The task is ${
          refusal.status ?? "in another status"
        }. It cannot take this step now. Start ` +
          "it first.",
      );
    case "task_not_retryable":
      return new Problem(
        "task_not_retryable",
        `The task is ${
          refusal.status ?? "unfinished"
        }. Only failed and cancelled tasks can be retried.`,
      );
    case "task_time_invalid":
      return new Problem("task_time_invalid", "completed_at is before executed_at.", {
        errors: [{ pointer: "/completed_at", message: "must not be before executed_at" }],
      });
    case "task_invalid": {
      const field = FIELD_OF_CONSTRAINT[refusal.constraint ?? ""];
      return new Problem("task_invalid", "A rule of the table rejects the task.", {
        errors: field === undefined ? [] : [field],
      });
    }
    default:
      return new Problem("internal_error", "The database gave an unknown response.", {
        cause: new Error(`outcome ${refusal.outcome}`),
      });
  }
}
