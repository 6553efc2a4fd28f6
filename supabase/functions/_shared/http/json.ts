import type { Context } from "hono";
import type { z } from "zod";
import { parseExactly } from "../database/exact_json.ts";
import { findUnstorable } from "../database/storable.ts";
import type { AppEnv } from "./caller.ts";
import { type FieldError, Problem } from "./problem.ts";

/**
 * The body of a guarded request as JSON; an empty body counts as `{}`. Numbers that JavaScript
 * cannot hold become `InexactNumber`, which no schema accepts.
 * @param anyType also takes a body that does not say that it is JSON, as `curl -d` sends it.
 * @throws {Problem} `unsupported_media_type` (415), `malformed_json` (400)
 */
export function readJson(c: Context<AppEnv>, { anyType = false } = {}): unknown {
  const body = c.get("body");
  if (body.length === 0) return {};
  const [mediaType, ...parameters] = (c.req.header("content-type") ?? "").toLowerCase().split(";");
  if (!anyType && mediaType?.trim() !== "application/json") {
    throw createUnsupported("A body is JSON. Send Content-Type: application/json.");
  }
  const charsets = parameters.filter((parameter) => /^\s*charset\s*=/.test(parameter));
  const encoding = c.req.header("content-encoding") ?? "identity";
  if (!charsets.every((charset) => /^\s*charset\s*=\s*"?utf-?8"?\s*$/.test(charset))) {
    throw createUnsupported("JSON is UTF-8. Send it so, without another charset.");
  }
  if (encoding.toLowerCase() !== "identity") {
    throw createUnsupported("Send the body without a Content-Encoding.");
  }
  return parseJson(body);
}

function createUnsupported(detail: string): Problem {
  return new Problem("unsupported_media_type", detail);
}

/** Parses JSON in UTF-8; blank bytes count as `{}`. @throws {Problem} `malformed_json` (400) */
export function parseJson(body: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return text.trim() === "" ? {} : parseExactly(text);
  } catch (error) {
    const reason = error instanceof SyntaxError
      ? error.message
      : error instanceof RangeError
      ? "it is nested too deeply"
      : "it is not valid UTF-8";
    throw new Problem("malformed_json", `The body must be JSON: ${reason}.`);
  }
}

/**
 * Checks a value against a schema.
 * @param part of the request that the value is, as a person would call it
 * @throws {Problem} `invalid_request` (400) with a pointer and a sentence for every bad field
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part = "body",
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw listFieldErrors(result.error, part);
}

/** As {@link validate}, of a value that goes to the database, which must be able to hold it. */
export function validateStorable<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const obstacle = findUnstorable(value);
  if (obstacle === null) return validate(schema, value);
  throw createInvalid("The body cannot be stored", [{ pointer: "", message: obstacle }]);
}

/** The problem `invalid_request` (400) of what a schema found: a pointer and a sentence each. */
export function listFieldErrors(error: z.core.$ZodError, part = "body"): Problem {
  return createInvalid(
    part,
    error.issues.map(({ path, message }) => ({
      pointer: path.map((key) => `/${escapePointer(String(key))}`).join(""),
      message,
    })),
  );
}

/** The problem `invalid_request` (400) of these fields. */
function createInvalid(part: string, errors: readonly FieldError[]): Problem {
  const [first, ...others] = errors;
  const more = others.length > 0 ? ` (and ${others.length} more, see errors)` : "";
  return new Problem(
    "invalid_request",
    first ? `${first.pointer || part}: ${first.message}${more}` : `The ${part} is not valid.`,
    { errors },
  );
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
