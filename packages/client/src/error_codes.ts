// Generated from the OpenAPI document by `deno task ok --write`.

/** The codes of the errors that the API responds with; see docs/reference/errors.md. */
export type ApiErrorCode =
  | "agent_not_found"
  | "body_too_large"
  | "body_too_slow"
  | "daily_quota_exceeded"
  | "forbidden"
  | "idempotency_key_reused"
  | "internal_error"
  | "invalid_request"
  | "job_invalid"
  | "malformed_json"
  | "method_not_allowed"
  | "rate_limited"
  | "route_not_found"
  | "store_unavailable"
  | "task_already_finished"
  | "task_id_taken"
  | "task_invalid"
  | "task_not_found"
  | "task_not_retryable"
  | "task_time_invalid"
  | "task_transition_invalid"
  | "unauthorized"
  | "unsupported_media_type"
  | "workspace_not_found";
