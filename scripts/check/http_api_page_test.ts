import assert from "node:assert/strict";
import { renderHttpApi } from "./http_api_page.ts";

Deno.test("the page has the operation, its parameters with their ranges, its answers and their headers", () => {
  const page = renderHttpApi({
    paths: {
      "/tasks": {
        get: {
          operationId: "list",
          parameters: [{
            name: "limit",
            in: "query",
            schema: { type: "integer", minimum: 1, maximum: 9 },
          }],
          responses: {
            "200": {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } },
              headers: {
                "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
                "Location": { $ref: "#/components/headers/Location" },
              },
            },
          },
        },
      },
    },
    components: {
      headers: {
        "X-Request-Id": { description: "the id", schema: { type: "string" } },
        "Location": { description: "where it is", schema: { type: "string" } },
      },
      schemas: {
        Page: {
          type: "object",
          properties: { next: { type: ["string", "null"] } },
          required: ["next"],
        },
      },
    },
  });
  assert.match(page, /^### GET \/tasks$/m);
  assert.match(page, /^\| `limit` \| query \| {2}\| integer; 1 to 9 \|$/m);
  assert.match(page, /^\| 200 \| \[Page\]\(#page\): {2}\| `Location` \|$/m);
  assert.match(page, /^\| `X-Request-Id` \| the id \|$/m);
  assert.match(page, /^\| `next` \| yes \| string or null \|$/m);
});
