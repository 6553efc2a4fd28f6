import assert from "node:assert/strict";
import { renderHttpApi } from "./http_api_page.ts";

const problem = (description: string) => ({ description });

const page = renderHttpApi(
  {
    paths: {
      "/tasks/{id}": {
        get: {
          summary: "One task",
          parameters: [{
            name: "limit",
            in: "query",
            example: 5,
            schema: { type: "integer", minimum: 1, maximum: 9 },
          }, {
            name: "id",
            in: "path",
            required: true,
            schema: { type: "string", format: "uuid", example: "0199" },
          }],
          responses: {
            "200": {
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/Page" },
                  example: { next: null },
                },
              },
              headers: {
                "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
                "Location": { $ref: "#/components/headers/Location" },
              },
            },
            "401": problem("`unauthorized`: No valid credential"),
            "404": problem("`task_not_found`: No such task"),
          },
        },
      },
      "/tasks": {
        post: {
          requestBody: {
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/NewTask" },
                example: { task_type: "daily_analytics_rollup" },
              },
            },
          },
          responses: { "401": problem("`unauthorized`: No valid credential") },
        },
      },
    },
    components: {
      headers: {
        "X-Request-Id": { description: "the id" },
        "Location": { description: "where it is" },
      },
      schemas: {
        NewTask: {
          type: "object",
          properties: {
            task_type: { type: "string", enum: ["daily_analytics_rollup", "email_sync"] },
          },
        },
        Page: {
          type: "object",
          properties: {
            next: { type: ["string", "null"] },
            rows: {
              type: "array",
              items: { type: "object", properties: { key: { type: "string" } }, required: ["key"] },
            },
          },
          required: ["next"],
          example: { next: null },
        },
      },
    },
  } as Parameters<typeof renderHttpApi>[0],
);

Deno.test("an operation has its parameters with their ranges, its response and its headers", () => {
  assert.match(page, /^### GET \/tasks\/\{id\}\n\nOne task\.$/m);
  assert.match(page, /^\| `limit` \| query \| {2}\| integer, 1 to 9 \|$/m);
  assert.match(page, /^\*\*200\*\* \[Page\]\(#page\)\. Headers: `Location`\.$/m);
  assert.match(page, /^\| `X-Request-Id` \| the id \|$/m);
  assert.match(page, /^\| `next` \| yes \| string or null \|$/m);
});

Deno.test("an operation has an example request and an example response", () => {
  assert.match(
    page,
    /```http\nGET \/functions\/v1\/autonomous-tasks\/tasks\/0199\?limit=5\nAuthorization: Bearer nst_…\n```/,
  );
  assert.match(page, /```json\n\{\n {2}"next": null\n\}\n```/);
  assert.match(page, /Content-Type: application\/json\n\n\{\n {2}"task_type": "daily_analytics/);
});

Deno.test("an error of every operation is listed once, one of a single operation with it", () => {
  assert.equal(page.match(/\[`unauthorized`\]/g)?.length, 1);
  assert.match(page, /## Common errors[\s\S]+`unauthorized`[\s\S]+## Response headers/);
  assert.match(
    page,
    /^\| 404 \| \[`task_not_found`\]\(errors\.md#task_not_found\) \| No such task \|$/m,
  );
});

Deno.test("the task types are listed once", () => {
  assert.equal(page.match(/- `email_sync`/g)?.length, 1);
  assert.match(
    page,
    /^\| `task_type` \| {2}\| string, one of the \[task types\]\(#task-types\) \|$/m,
  );
});

Deno.test("fields of objects in a list follow the list", () => {
  assert.match(
    page,
    /^\| `rows` \| {2}\| array of object \|\n\| `rows\[\]\.key` \| yes \| string \|$/m,
  );
});
