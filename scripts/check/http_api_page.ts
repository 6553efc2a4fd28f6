import {
  type DescribedDocument,
  findCommonProblems,
  type ListedOperation,
  listOperations,
  listProblems,
} from "./http_api_document.ts";
import { renderSchema } from "./http_api_fields.ts";
import { linkProblem, renderOperation } from "./http_api_operation.ts";

const HEAD = `# HTTP API: tasks and jobs

For developers whose systems log tasks, read them or ask agents to do jobs: apps, n8n flows, GitHub
Actions, scripts.
[Watch an external job](../guides/external-jobs.md) shows how to start,
[examples](../../examples/README.md) has clients.

This page is generated from the OpenAPI 3.1 document by \`deno task ok --write\`. The document
itself is at \`GET /functions/v1/autonomous-tasks/openapi.json\`. Who may call what is in
[Security](../internals/security.md). Paths below are relative to
\`/functions/v1/autonomous-tasks\`.
`;

/** The page of an OpenAPI document: what all operations share, each operation, and the schemas. */
export function renderHttpApi(document: DescribedDocument): string {
  const operations = listOperations(document);
  const common = findCommonProblems(operations);
  const shared = { schemas: document.components.schemas, commonProblems: common };
  const schemas = Object.entries(document.components.schemas)
    .filter(([, schema]) => schema.properties !== undefined)
    .map(([name, schema]) => renderSchema(name, schema));
  return [
    HEAD,
    ...renderTaskTypes(document),
    ...renderCommonProblems(operations, common),
    ...renderHeaders(document),
    "## Operations\n",
    ...operations.map((operation) => renderOperation(operation, shared)),
    "## Schemas\n",
    ...schemas,
  ].join("\n");
}

function renderTaskTypes({ components }: DescribedDocument): string[] {
  const types = components.schemas["NewTask"]?.properties?.["task_type"]?.enum ?? [];
  if (types.length === 0) return [];
  return ["## Task types\n", ...types.map((type) => `- \`${type}\``), ""];
}

function renderCommonProblems(
  operations: readonly ListedOperation[],
  common: ReadonlySet<string>,
): string[] {
  const rows = new Map<string, string>();
  for (const { operation } of operations) {
    for (const [status, { description }] of Object.entries(operation.responses)) {
      for (const [code, title] of listProblems(description)) {
        if (common.has(code)) rows.set(code, `| ${status} | ${linkProblem(code)} | ${title} |`);
      }
    }
  }
  if (rows.size === 0) return [];
  return [
    "## Common errors\n",
    "Every operation with a credential may answer these. Errors are `application/problem+json` " +
    "([errors](errors.md)). An operation lists only what is special to it.\n",
    ...["| error | code | title |", "| --- | --- | --- |", ...[...rows.values()].sort(), ""],
  ];
}

function renderHeaders({ components }: DescribedDocument): string[] {
  const rows = Object.entries(components.headers).map(([name, { description = "" }]) =>
    `| \`${name}\` | ${description} |`
  );
  return ["## Response headers\n", "| header | what it is |", "| --- | --- |", ...rows, ""];
}
