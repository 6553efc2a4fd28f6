import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { AppEnv } from "./app.ts";
import { Problem } from "./problem.ts";

/** Refuses larger bodies before anything reads them. @throws {Problem} `body_too_large` (413) */
export function limitBody(maxBytes: number): MiddlewareHandler<AppEnv> {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Problem(
        "body_too_large",
        `The body may have at most ${maxBytes.toLocaleString("en-US")} bytes.`,
      );
    },
  });
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
  const errors = result.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${escapePointer(String(part))}`).join(""),
    message: issue.message,
  }));
  const first = errors[0];
  throw new Problem(
    "invalid_request",
    first ? `${first.pointer || "body"}: ${first.message}` : "The body does not fit.",
    { errors },
  );
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
