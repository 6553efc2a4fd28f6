import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../_shared/http/app.ts";
import { parseJson } from "../_shared/http/body.ts";
import { Problem } from "../_shared/http/problem.ts";
import { findUnstorable } from "./storable.ts";

/**
 * Lets only bodies pass that are JSON which the database can hold; an empty body counts as `{}`.
 * Mount it behind the body limit.
 * @throws {Problem} `unsupported_media_type` (415), `malformed_json` (400), `invalid_request` (400)
 */
export const readJsonBody: MiddlewareHandler<AppEnv> = async function readJsonBody(c, next) {
  if (c.req.method !== "POST") return await next();
  const text = await c.req.text();
  const contentType = c.req.header("content-type");
  const mediaType = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (text !== "" && mediaType !== "application/json") {
    throw new Problem(
      "unsupported_media_type",
      "A body is JSON. Send Content-Type: application/json.",
    );
  }
  const obstacle = findUnstorable(parseJson(text));
  if (obstacle !== null) {
    throw new Problem("invalid_request", `The body cannot be stored: ${obstacle}.`, {
      errors: [{ pointer: "", message: obstacle }],
    });
  }
  // The validator behind finds the text again, but does not know every spelling of the type.
  if (contentType === "application/json" && text.trim() !== "") return await next();
  const headers = new Headers(c.req.raw.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  c.req.bodyCache = {};
  c.req.raw = new Request(c.req.raw.url, {
    method: "POST",
    headers,
    body: text.trim() === "" ? "{}" : text,
  });
  await next();
};
