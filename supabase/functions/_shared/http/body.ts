import { Buffer } from "node:buffer";
import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { AppEnv } from "./app.ts";
import { Problem } from "./problem.ts";

/** How much of a refused body is still read. Whoever sends more sees the connection break. */
const MAX_DISCARDED_BYTES = 67_108_864;

/**
 * Refuses larger bodies before anything else reads them; holds no more than `maxBytes` of one.
 * @throws {Problem} `body_too_large` (413)
 */
export function limitBody(maxBytes: number): MiddlewareHandler<AppEnv> {
  return async function refuseLargeBody(c, next) {
    const announced = readLength(c.req.raw.headers);
    if (announced !== null && announced > maxBytes) throw tooLarge(maxBytes);
    if (announced === null && c.req.raw.body !== null) {
      const bytes = await readUpTo(c.req.raw.body, maxBytes);
      if (bytes === null) throw tooLarge(maxBytes);
      c.req.raw = new Request(c.req.raw, { body: bytes });
    }
    await next();
  };
}

/**
 * How many bytes a body has, where the server in front holds it to that, so that nobody has to count.
 */
function readLength(headers: Headers): number | null {
  const length = headers.get("content-length") ?? "";
  return /^\d{1,15}$/.test(length) && !headers.has("transfer-encoding") ? Number(length) : null;
}

function tooLarge(maxBytes: number): Problem {
  return new Problem(
    "body_too_large",
    `The body may have at most ${maxBytes.toLocaleString("en-US")} bytes.`,
  );
}

/** Reads what nobody has read of a body, so that a caller who is still sending gets the answer. */
export async function discardBody(request: Request): Promise<void> {
  if (request.bodyUsed || request.body === null) return;
  try {
    await readUpTo(request.body, 0);
  } catch {
    // The caller has gone; nobody waits for the answer.
  }
}

/** The bytes of a body, or null when there are more than `maxBytes`; then it is read all the same. */
async function readUpTo(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > maxBytes + MAX_DISCARDED_BYTES) break;
  }
  return size > maxBytes ? null : Buffer.concat(chunks);
}

/** Parses JSON text; an empty text counts as `{}`. @throws {Problem} `malformed_json` (400) */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(
      "malformed_json",
      `The body must be JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}.`,
    );
  }
}

/**
 * Checks a value against a schema.
 * @throws {Problem} `invalid_request` (400) with a pointer and a sentence for every bad field.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw listFieldErrors(result.error);
}

/**
 * The problem `invalid_request` (400) of what a schema found: a pointer and a sentence for every bad field.
 * @param part of the request that the schema is about, as a person would call it
 */
export function listFieldErrors(error: z.core.$ZodError, part = "body"): Problem {
  const errors = error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${escapePointer(String(part))}`).join(""),
    message: issue.message,
  }));
  const [first, ...others] = errors;
  const more = others.length > 0 ? ` (and ${others.length} more, see errors)` : "";
  return new Problem(
    "invalid_request",
    first ? `${first.pointer || part}: ${first.message}${more}` : `The ${part} does not fit.`,
    { errors },
  );
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
