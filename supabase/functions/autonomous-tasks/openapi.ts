/** The parts of the OpenAPI document that no route says. */
export const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Nightshift task-logging API",
    version: "1.0.0",
    description:
      "External systems log what they did; whoever is allowed reads it back. Every error is " +
      "`application/problem+json` with a stable `code`, see docs/reference/errors.md. A request may bring its own " +
      "`X-Request-Id`: up to 255 letters, digits, `-`, `_`, `=`.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/functions/v1/autonomous-tasks" }],
  security: [{ bearer: [] }, { secretKey: [] }],
};
