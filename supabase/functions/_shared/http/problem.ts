import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * The catalogue of everything that can go wrong for a caller: code → status and title.
 * Each code has a section of the same name in `docs/reference/errors.md` (checked by the gate).
 */
export const PROBLEMS = {
  malformed_json: { status: 400, title: "The body is not valid JSON" },
  invalid_request: { status: 400, title: "The request does not fit the contract" },
  unauthorized: { status: 401, title: "No valid credential" },
  forbidden: { status: 403, title: "The credential does not allow this" },
  route_not_found: { status: 404, title: "There is nothing at this path" },
  workspace_not_found: { status: 404, title: "No such workspace" },
  task_not_found: { status: 404, title: "No such task" },
  method_not_allowed: { status: 405, title: "This path does not take this method" },
  task_id_taken: { status: 409, title: "The id is that of another task" },
  task_already_finished: { status: 409, title: "The task has ended" },
  task_transition_invalid: { status: 409, title: "This step does not follow" },
  task_not_retryable: { status: 409, title: "The task has nothing to retry" },
  body_too_large: { status: 413, title: "The body is too large" },
  mail_too_large: { status: 413, title: "The mail is too large" },
  unsupported_media_type: { status: 415, title: "The content type is not supported" },
  mail_unreadable: { status: 422, title: "The content is not an e-mail" },
  idempotency_key_reused: { status: 422, title: "The key came with another body before" },
  task_time_invalid: { status: 422, title: "The task ends before it starts" },
  task_invalid: { status: 422, title: "The task does not fit the table" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal_error: { status: 500, title: "Something failed on our side" },
  store_unavailable: { status: 503, title: "The database cannot be reached" },
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

/** A problem as JSON. `instance` is the request id, in the log and in `X-Request-Id`. */
export function problemBody(problem: Problem, instance: string) {
  return {
    type: `urn:nightshift:problem:${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    detail: problem.detail,
    instance: `urn:nightshift:request:${instance}`,
    code: problem.code,
    ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
  };
}

/** Builds the response of a problem. */
export function problemResponse(problem: Problem, instance: string): Response {
  return new Response(JSON.stringify(problemBody(problem, instance)), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      // An answer made outside the handlers does not get the header that the middleware has set.
      "x-request-id": instance,
      ...problem.headers,
    },
  });
}
