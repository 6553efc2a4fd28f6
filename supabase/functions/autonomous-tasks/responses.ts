import { z } from "@hono/zod-openapi";
import { type ProblemCode, PROBLEMS } from "../_shared/http/problem.ts";
import { EXAMPLES } from "./examples.ts";
import { type HeaderName, listErrorHeaders, listHeaders } from "./response_headers.ts";

/** The form of every error, see docs/reference/errors.md. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().openapi({ description: "`urn:nightshift:request:` and the request id" }),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
}).openapi("Problem", { example: EXAMPLES.Problem });

type ErrorStatus = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

const ALWAYS = ["internal_error", "store_unavailable"] as const;
const OF_CALLERS = ["invalid_request", "unauthorized", "forbidden", "rate_limited"] as const;
const OF_BODIES = [
  "malformed_json",
  "body_too_slow",
  "body_too_large",
  "unsupported_media_type",
] as const;

/** The errors of a route that needs a credential and reads no body. */
export function readErrors(...codes: readonly ProblemCode[]) {
  return describe([...ALWAYS, ...OF_CALLERS, ...codes]);
}

/** The errors of a route that needs a credential and reads a body. */
export function writeErrors(...codes: readonly ProblemCode[]) {
  return describe([...ALWAYS, ...OF_CALLERS, ...OF_BODIES, ...codes]);
}

/** The errors of a public route. */
export function publicErrors() {
  return describe(ALWAYS);
}

function describe(codes: readonly ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...byStatus.get(status) ?? [], code]);
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b).map(([status, of]) => [
    status,
    {
      description: of.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("; "),
      content: { "application/problem+json": { schema: problemSchema } },
      headers: listErrorHeaders(status),
    },
  ]);
  return Object.fromEntries(entries) as Record<ErrorStatus, {
    description: string;
    content: { "application/problem+json": { schema: typeof problemSchema } };
  }>;
}

/** A 2xx response with JSON, and with headers besides `X-Request-Id`. */
export function jsonAnswer<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  headers: readonly HeaderName[] = [],
) {
  return {
    description,
    content: { "application/json": { schema } },
    headers: listHeaders(headers),
  };
}

/**
 * A body of JSON. It is read and checked by `readBody`, so the document only refers to its schema.
 */
export function jsonBody(required: boolean, ...schemaNames: readonly string[]) {
  const refs = schemaNames.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const [only = {}, ...others] = refs;
  const schema = others.length === 0 ? only : { anyOf: refs };
  return { required, content: { "application/json": { schema } } };
}
