/** JSON that providers send, inside of bodies and fields. */
import type { z } from "zod";
import { validate } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";

/**
 * Parses JSON and checks it. Providers send it under several content types, so none is asked for.
 * @throws {Problem} `malformed_json` (400), `invalid_request` (400)
 */
export function parseDocument<Schema extends z.ZodType>(
  schema: Schema,
  json: Uint8Array | string,
  part = "body",
): z.output<Schema> {
  const value = parseJson(json);
  if (value === undefined) throw new Problem("malformed_json", `The ${part} must be JSON.`);
  return validate(schema, value, part);
}

/** The value of a JSON text; undefined for what is not JSON. */
export function parseJson(json: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof json === "string" ? json : new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
}
