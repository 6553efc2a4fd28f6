import assert from "node:assert/strict";
import { createJudge } from "./judge.ts";
import type { ApiDocument, Operation } from "./requests.ts";

const operation: Operation = {
  operationId: "log",
  responses: {
    "201": {
      content: {
        "application/json": { schema: { $ref: "#/components/schemas/Task" } },
        "text/plain": { schema: { type: "string", enum: ["# HELP up"] } },
      },
      headers: {
        "Location": { $ref: "#/components/headers/Location" },
        "Retry-After": { $ref: "#/components/headers/Retry-After" },
      },
    },
  },
};
const document: ApiDocument = {
  paths: { "/tasks": { post: operation } },
  components: {
    schemas: { Task: { type: "object", required: ["id"], properties: { id: { type: "string" } } } },
    headers: {
      "Location": { required: true, schema: { type: "string" } },
      "Retry-After": { required: false, schema: { type: "integer", minimum: 1 } },
    },
  },
};
const GOOD = { "content-type": "application/json", "location": "tasks/1" };

const JUDGED: readonly (readonly [
  what: string,
  status: number,
  headers: Record<string, string>,
  body: string,
  objection: RegExp | null,
])[] = [
  ["what is documented", 201, { ...GOOD, "date": "today", "retry-after": "7" }, '{"id":"1"}', null],
  ["another status", 200, GOOD, '{"id":"1"}', /status/],
  ["another content type", 201, { ...GOOD, "content-type": "text/html" }, "x", /text\/html/],
  ["text that is no JSON", 201, { ...GOOD, "content-type": "text/plain" }, "# HELP up", null],
  [
    "other text",
    201,
    { ...GOOD, "content-type": "text/plain" },
    "up 1",
    /body differs.*allowed values/,
  ],
  ["another body", 201, GOOD, '{"id":1}', /body differs.*string/],
  ["no Location", 201, { "content-type": "application/json" }, '{"id":"1"}', /Location is missing/],
  [
    "no whole seconds",
    201,
    { ...GOOD, "retry-after": "soon" },
    '{"id":"1"}',
    /Retry-After is soon/,
  ],
  ["a header of no document", 201, { ...GOOD, "x-extra": "1" }, '{"id":"1"}', /x-extra/],
];

for (const [what, status, headers, body, objection] of JUDGED) {
  Deno.test(`${what} is ${objection === null ? "no" : "an"} objection`, () => {
    const found = createJudge(document)(operation, new Response(body, { status, headers }), body);
    if (objection === null) assert.equal(found, null);
    else assert.match(found ?? "", objection);
  });
}
