import type { Context } from "hono";
import type { z } from "zod";
import { findUnstorable } from "../_shared/database/storable.ts";
import type { AppEnv } from "../_shared/http/caller.ts";
import { createInvalid, readJson, validate } from "../_shared/http/json.ts";

/**
 * The body of a request, checked. @throws {Problem} `unsupported_media_type` (415),
 * `malformed_json` and `invalid_request` (400)
 */
export function readBody<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
): z.output<Schema> {
  return check(schema, readJson(c));
}

/**
 * A value that fits its schema and that the database can hold. @throws {Problem} `invalid_request`
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const obstacle = findUnstorable(value);
  if (obstacle === null) return validate(schema, value);
  throw createInvalid("The body cannot be stored", [{ pointer: "", message: obstacle }]);
}
