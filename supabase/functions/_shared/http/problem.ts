import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * The catalogue of everything that can go wrong for a caller: code → status and title.
 * Each code has a section of the same name in `docs/reference/errors.md` (checked by the gate).
 */
export const PROBLEMS = {
  malformed_json: { status: 400, title: "The body is not valid JSON" },
  invalid_request: { status: 400, title: "The request has missing, unknown or invalid fields" },
  unauthorized: { status: 401, title: "The credential is missing or not valid" },
  forbidden: { status: 403, title: "This credential does not allow this" },
  route_not_found: { status: 404, title: "No route has this path" },
  workspace_not_found: { status: 404, title: "No workspace that you may use has this id" },
  task_not_found: { status: 404, title: "No task that you may see has this id" },
  mailbox_not_found: { status: 404, title: "No mailbox that you may change has this id" },
  mailbox_exists: { status: 409, title: "The workspace has this mailbox already" },
  mailbox_not_connected: { status: 409, title: "The mailbox is not connected" },
  workspace_on_hold: { status: 409, title: "A legal hold keeps everything in this workspace" },
  provider_not_configured: { status: 409, title: "This provider is not set up on this project" },
  mailbox_limit_reached: {
    status: 403,
    title: "The workspace has as many mailboxes as it may have",
  },
  redirect_not_allowed: { status: 400, title: "The browser may not be sent to this address" },
  authorization_failed: { status: 422, title: "The provider did not give access to the mailbox" },
  confirmation_invalid: { status: 403, title: "This code does not confirm a connection" },
  mailbox_login_failed: { status: 422, title: "The email server did not accept the login" },
  agent_not_found: { status: 404, title: "No agent that takes jobs has this name" },
  method_not_allowed: { status: 405, title: "This path does not accept this method" },
  body_too_slow: { status: 408, title: "The body took too long to arrive" },
  task_id_taken: { status: 409, title: "Another task already has this id" },
  task_already_finished: { status: 409, title: "This task has ended and cannot change" },
  task_transition_invalid: { status: 409, title: "This task cannot change to that status" },
  task_not_retryable: { status: 409, title: "Only a failed or cancelled task can be retried" },
  sender_erased: { status: 409, title: "The sender of this email was erased" },
  report_not_due: { status: 409, title: "No delivery of this report is under way" },
  alert_not_due: { status: 409, title: "No request about this alert is under way" },
  body_too_large: { status: 413, title: "The body is too large" },
  mail_too_large: { status: 413, title: "The email is too large" },
  unsupported_media_type: { status: 415, title: "This content type is not supported" },
  mail_unreadable: { status: 422, title: "The content is not an email" },
  idempotency_key_reused: { status: 422, title: "This idempotency key was used with another body" },
  task_time_invalid: { status: 422, title: "The task ends before it starts" },
  job_invalid: { status: 422, title: "The database rejects this job" },
  task_invalid: { status: 422, title: "The database rejects this task" },
  daily_quota_exceeded: { status: 429, title: "The workspace has used up its quota of the day" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal_error: { status: 500, title: "The server failed" },
  email_not_fetched: { status: 502, title: "The email provider did not give the email" },
  email_not_sent: { status: 502, title: "The email provider did not take the email" },
  provider_not_set_up: { status: 503, title: "The keys of this provider are not set" },
  store_unavailable: { status: 503, title: "The database did not answer" },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One bad field: `pointer` is an RFC 6901 JSON pointer into the body, `""` for the whole of it. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** Which fields are wrong; for 400 and 422. */
  readonly errors?: readonly FieldError[];
  /** Extra response headers, for example `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What really happened; goes to the log, never to the caller. */
  readonly cause?: unknown;
}

/** A failure with a name: thrown at the edge, answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: ContentfulStatusCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail what went wrong, where, and what to do next; safe to show to the caller. */
  constructor(code: ProblemCode, readonly detail: string, options: ProblemOptions = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/**
 * A problem as JSON, without any ingest token that the request carried in a wrong place.
 * `instance` is the request id, in the log and in `X-Request-Id`.
 */
export function problemBody(
  problem: Problem,
  instance: string,
  status: ContentfulStatusCode = problem.status,
) {
  const errors = problem.errors.map(({ pointer, message }) => ({
    pointer: hideTokens(pointer),
    message: hideTokens(message),
  }));
  return {
    type: `urn:nightshift:problem:${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status,
    detail: hideTokens(problem.detail),
    instance: `urn:nightshift:request:${instance}`,
    code: problem.code,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function hideTokens(text: string): string {
  return text.replaceAll(/nst_\w+/gi, "nst_…");
}

/**
 * Builds the response of a problem.
 * @param status where a caller understands another one than the problem's own.
 */
export function problemResponse(
  problem: Problem,
  instance: string,
  status: ContentfulStatusCode = problem.status,
): Response {
  return new Response(JSON.stringify(problemBody(problem, instance, status)), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      // An answer made outside the handlers does not get the header that the middleware has set.
      "x-request-id": instance,
      ...problem.headers,
    },
  });
}
