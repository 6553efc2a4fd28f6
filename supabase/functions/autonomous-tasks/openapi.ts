import type { OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import type { AppEnv } from "../_shared/http/caller.ts";
import { VERSION } from "../_shared/platform/version.ts";
import { HEADERS } from "./response_headers.ts";
import { JOB_BODY_SCHEMAS } from "./job_schemas.ts";
import { BODY_SCHEMAS } from "./schemas.ts";

/** The parts of the OpenAPI document that belong to no route. */
export const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Nightshift task API",
    version: VERSION,
    description:
      "External systems log what they did, users and systems ask agents to do jobs, and whoever " +
      "is allowed to reads it back. Every error " +
      "is `application/problem+json` with a stable `code` (docs/reference/errors.md). You may " +
      "send your own `X-Request-Id` of up to 255 letters, digits, `-`, `_` and `=`.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/functions/v1/autonomous-tasks" }],
  security: [{ bearer: [] }, { secretKey: [] }],
};

/** Adds what the routes refer to: bodies, headers and credentials. */
export function registerComponents({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  for (
    const [name, schema] of Object.entries<z.ZodType>({ ...BODY_SCHEMAS, ...JOB_BODY_SCHEMAS })
  ) {
    registry.register(name, schema);
  }
  for (const [name, header] of Object.entries(HEADERS)) {
    registry.registerComponent("headers", name, header);
  }
  registry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "An ingest token (`nst_…`), the token of a signed-in user, or `CRON_SECRET`",
  });
  registry.registerComponent("securitySchemes", "secretKey", {
    type: "apiKey",
    in: "header",
    name: "apikey",
    description: "A secret key of the project",
  });
}
