import { type Refusal as AdmissionRefusal, toAdmissionProblem } from "../_shared/http/admission.ts";
import { type FieldError, Problem } from "../_shared/http/problem.ts";
import { KINDS } from "./callers.ts";

/** What the database answers instead of doing it. */
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

/** The problem that an outcome of the task-logging functions is for the caller. */
export function toProblem(refusal: Refusal): Problem {
  const kept = toAdmissionProblem(refusal, KINDS);
  if (kept !== null) return kept;
  switch (refusal.outcome) {
    case "task_type_forbidden":
      return new Problem("forbidden", "The ingest token is for other task types.");
    case "workspace_missing":
      return new Problem("invalid_request", "workspace_id: say which workspace it is about.", {
        errors: [{ pointer: "/workspace_id", message: "required for this caller" }],
      });
    case "workspace_not_found":
      return new Problem("workspace_not_found", "There is no such workspace for this credential.");
    case "task_not_found":
      return new Problem("task_not_found", "There is no such task for this credential.");
    case "idempotency_key_reused":
      return new Problem(
        "idempotency_key_reused",
        "This Idempotency-Key came with another body before. Use a new key for a new request.",
      );
    case "task_id_taken":
      return new Problem(
        "task_id_taken",
        "Another task has this id. Leave it out, or send another.",
      );
    case "task_already_finished":
      return new Problem(
        "task_already_finished",
        `The task is ${refusal.status ?? "finished"} and stays as it was recorded.`,
      );
    case "task_transition_invalid":
      return new Problem(
        "task_transition_invalid",
        `The task is ${
          refusal.status ?? "in another state"
        }; this step does not follow. Start it first.`,
      );
    case "task_not_retryable":
      return new Problem(
        "task_not_retryable",
        `The task is ${refusal.status ?? "unfinished"}; failed and cancelled ones are retried.`,
      );
    case "task_time_invalid":
      return new Problem("task_time_invalid", "completed_at lies before executed_at.", {
        errors: [{ pointer: "/completed_at", message: "must not lie before executed_at" }],
      });
    case "task_invalid": {
      const field = FIELD_OF_CONSTRAINT[refusal.constraint ?? ""];
      return new Problem("task_invalid", "The task does not fit the table.", {
        errors: field === undefined ? [] : [field],
      });
    }
    default:
      return new Problem("internal_error", "The database gave an unknown answer.", {
        cause: new Error(`outcome ${refusal.outcome}`),
      });
  }
}
