import type { ApiErrorCode } from "./error_codes.ts";

/**
 * What an error can be called: a code of the API's catalogue (docs/reference/errors.md),
 * `unreachable` when no response came, or `unknown_response` when something else than Nightshift
 * responded, such as a proxy. A newer server may send a code that this type does not list.
 */
export type ErrorCode = ApiErrorCode | "unreachable" | "unknown_response";

/** One bad field. `pointer` is a JSON pointer into the body, `""` for all of it. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

/** What is known of an error besides its code and its words. */
export interface ErrorFacts {
  /** The HTTP status, 300 to 599. Undefined when no response came. */
  readonly status?: number | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** How many requests were sent, from 1. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

/**
 * Everything that the client throws after a request.
 * @example
 * try {
 *   await nightshift.complete(id);
 * } catch (error) {
 *   if (isNightshiftError(error, "task_already_finished")) return;
 *   throw error;
 * }
 */
export class NightshiftError extends Error {
  override readonly name = "NightshiftError";
  /** Stable. Use it in programs. */
  readonly code: ErrorCode;
  /** For people. */
  readonly detail: string;
  /** The HTTP status, 300 to 599. Undefined when no response came. */
  readonly status: number | undefined;
  /** The fields that are wrong, for `invalid_request` and `task_invalid`. Otherwise empty. */
  readonly errors: readonly FieldError[];
  /** Names the request in the function's log. */
  readonly requestId: string | undefined;
  /** Seconds that the server asks you to wait, from its `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;
  /** How many requests were sent, from 1. */
  readonly attempts: number;

  constructor(code: ErrorCode, detail: string, facts: ErrorFacts = {}) {
    super(`${code}: ${detail}`, { cause: facts.cause });
    this.code = code;
    this.detail = detail;
    this.status = facts.status;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.attempts = facts.attempts ?? 1;
  }
}

/**
 * Whether something that was thrown is an error of this client, and of one of these codes when you
 * name any.
 * @example isNightshiftError(error, "rate_limited", "unreachable")
 */
export function isNightshiftError(
  error: unknown,
  ...codes: readonly ErrorCode[]
): error is NightshiftError {
  return error instanceof NightshiftError && (codes.length === 0 || codes.includes(error.code));
}
