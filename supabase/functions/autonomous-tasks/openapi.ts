/** The parts of the OpenAPI document that belong to no route. */
export const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Nightshift task API",
    version: "1.0.0",
    description:
      "External systems log what they did, and whoever is allowed to reads it back. Every error is " +
      "`application/problem+json` with a stable `code` (docs/reference/errors.md). You may send " +
      "your own `X-Request-Id` of up to 255 letters, digits, `-`, `_` and `=`.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/functions/v1/autonomous-tasks" }],
  security: [{ bearer: [] }, { secretKey: [] }],
};
