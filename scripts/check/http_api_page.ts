import type { ApiDocument, DocumentedAnswer, Operation } from "../bench/api_fuzz/requests.ts";
import type { Schema } from "../bench/api_fuzz/arbitraries.ts";

interface Described {
  readonly summary?: string;
  readonly description?: string;
}

const HEAD = `# HTTP API: logging tasks

\`autonomous-tasks\` is where n8n flows, GitHub Actions, Python scripts and other agents log what they
did. This page is generated from its OpenAPI 3.1 document by \`deno task ok --write\`; the document
itself is at \`GET /functions/v1/autonomous-tasks/openapi.json\`. Errors are explained in
[errors.md](errors.md), callers in [security.md](security.md), examples are in
[examples/tasks](../examples/tasks).
`;

/** The page of an OpenAPI document: every operation with its fields and answers. */
export function renderHttpApi(document: ApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      renderOperation(`${method.toUpperCase()} ${path}`, operation)
    )
  );
  const schemas = Object.entries(document.components.schemas)
    .filter(([, schema]) => schema.properties !== undefined)
    .map(([name, schema]) => renderSchema(name, schema));
  const headers = renderHeaders(document);
  return [HEAD, ...headers, "## Routes\n", ...operations, "## Documents\n", ...schemas].join("\n");
}

/** In nearly every answer; naming them with each would hide the others. */
const EVERYWHERE = ["X-Request-Id", "Cache-Control"];

function renderHeaders({ components }: ApiDocument): string[] {
  const rows = Object.entries(components.headers).map(([name, { description = "" }]) =>
    `| \`${name}\` | ${description} |`
  );
  return ["## Headers of answers\n", "| header | |", "| --- | --- |", ...rows, ""];
}

function renderAnswer(status: string, answer: DocumentedAnswer & Described): string {
  const content = answer.content?.["application/json"]?.schema;
  const names = Object.keys(answer.headers ?? {}).filter((name) => !EVERYWHERE.includes(name));
  return `| ${status} | ${content ? `${renderType(content)}: ` : ""}${answer.description ?? ""} | ${
    names.map((name) => `\`${name}\``).join(", ")
  } |`;
}

function renderOperation(title: string, operation: Operation & Described): string {
  const lines = [`### ${title}\n`, `${operation.summary ?? ""}. ${operation.description ?? ""}\n`];
  const parameters = (operation.parameters ?? []).map((parameter) =>
    `| \`${parameter.name}\` | ${parameter.in} | ${parameter.required ? "yes" : ""} | ${
      renderType(parameter.schema)
    } |`
  );
  if (parameters.length > 0) {
    lines.push("| parameter | in | required | |", "| --- | --- | --- | --- |", ...parameters, "");
  }
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (body !== undefined) lines.push(`Body: ${renderType(body)}.\n`);
  lines.push("| answer | | headers |", "| --- | --- | --- |");
  for (const [status, answer] of Object.entries(operation.responses)) {
    lines.push(renderAnswer(status, answer));
  }
  return `${lines.join("\n")}\n`;
}

function renderSchema(name: string, schema: Schema & Described): string {
  const rows = Object.entries(schema.properties ?? {}).map(([field, inner]) =>
    `| \`${field}\` | ${schema.required?.includes(field) ? "yes" : ""} | ${renderType(inner)} |`
  );
  return [
    `### ${name}\n`,
    ...(schema.description === undefined ? [] : [`${schema.description}\n`]),
    ...["| field | required | |", "| --- | --- | --- |", ...rows, ""],
  ].join("\n");
}

function renderType(schema: Schema & Described): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(renderType).join(" or ");
  const type = [schema.type ?? "JSON"].flat().join(" or ");
  const of = schema.items === undefined ? "" : ` of ${renderType(schema.items)}`;
  const facts = [
    schema.enum === undefined ? "" : `one of ${schema.enum.map((v) => `\`${v}\``).join(", ")}`,
    schema.format ?? "",
    renderRange("characters", schema.minLength, schema.maxLength),
    renderRange("", schema.minimum, schema.maximum),
    renderRange("entries", schema.minItems, schema.maxItems),
    schema.description ?? "",
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? `${type}${of}` : `${type}${of}; ${facts.join("; ")}`;
}

function renderRange(unit: string, from: number | undefined, to: number | undefined): string {
  if (to === undefined) return from === undefined ? "" : `from ${from} ${unit}`.trim();
  return `${from ?? 0} to ${to} ${unit}`.trim();
}
