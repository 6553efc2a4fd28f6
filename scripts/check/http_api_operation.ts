import {
  type DescribedContent,
  type DescribedDocument,
  type ListedOperation,
  listProblems,
} from "./http_api_document.ts";
import { renderType } from "./http_api_fields.ts";

const BASE = "/functions/v1/autonomous-tasks";

/** Present in nearly every response. Naming them with each would hide the others. */
const EVERYWHERE = ["X-Request-Id", "Cache-Control"];

/** What all operations share. */
export interface Shared {
  readonly schemas: DescribedDocument["components"]["schemas"];
  /** Codes that are listed once for all operations. */
  readonly commonProblems: ReadonlySet<string>;
}

/**
 * An operation as a section: what it does, its parameters, an example, its responses and errors.
 */
export function renderOperation(listed: ListedOperation, shared: Shared): string {
  const { method, path, operation } = listed;
  const text = [operation.summary, operation.description].filter(Boolean)
    .map((part) => part?.replace(/\.?$/, ".")).join(" ");
  const parts = [
    `### ${method} ${path}`,
    text,
    ...renderParameters(listed),
    ...renderExampleRequest(listed, shared),
    ...Object.entries(operation.responses).filter(([status]) => status < "300")
      .flatMap(([status]) => renderSuccess(listed, status, shared)),
    ...renderProblems(listed, shared.commonProblems),
  ];
  return `${parts.join("\n\n")}\n`;
}

function renderParameters({ operation }: ListedOperation): string[] {
  const rows = (operation.parameters ?? []).map((parameter) =>
    `| \`${parameter.name}\` | ${parameter.in} | ${parameter.required ? "yes" : ""} | ${
      renderType(parameter.schema)
    } |`
  );
  if (rows.length === 0) return [];
  return [
    ["| parameter | in | required | what it is |", "| --- | --- | --- | --- |", ...rows].join("\n"),
  ];
}

function renderExampleRequest(
  { method, path, operation }: ListedOperation,
  shared: Shared,
): string[] {
  // A filter is only in the example of a request when the operation says so.
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    ...parameter,
    example: parameter.example ?? (parameter.in === "query" ? undefined : parameter.schema.example),
  })).filter(({ example }) => example !== undefined);
  const filled = path.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const example = parameters.find((parameter) => parameter.name === name)?.example;
    return example === undefined ? place : String(example);
  });
  const query = new URLSearchParams(
    parameters.filter((parameter) => parameter.in === "query")
      .map(({ name, example }): [string, string] => [name, String(example)]),
  ).toString();
  const content = operation.requestBody?.content["application/json"];
  const headers = [
    ...listCredentials(operation.security),
    ...parameters.filter((parameter) => parameter.in === "header")
      .map(({ name, example }) => `${capitalize(name)}: ${example}`),
    ...(content === undefined ? [] : ["Content-Type: application/json"]),
  ];
  const example = findExample(content, shared);
  const body = example === undefined ? [] : ["", toJson(example)];
  const target = `${BASE}${filled}${query === "" ? "" : `?${query}`}`;
  const schema = content === undefined ? [] : [`Body: ${renderType(content.schema)}.`];
  return [...schema, ["```http", `${method} ${target}`, ...headers, ...body, "```"].join("\n")];
}

/** An ingest token where nothing else is said, since most callers are external systems. */
function listCredentials(security: readonly object[] | undefined): string[] {
  if (security === undefined) return ["Authorization: Bearer nst_…"];
  return security.some((scheme) => "secretKey" in scheme) ? ["apikey: <secret key>"] : [];
}

function renderSuccess(
  { operation }: ListedOperation,
  status: string,
  shared: Shared,
): string[] {
  const response = operation.responses[status];
  const content = response?.content?.["application/json"];
  const headers = Object.keys(response?.headers ?? {}).filter((name) => !EVERYWHERE.includes(name));
  const facts = [
    content === undefined ? "" : renderType(content.schema),
    response?.description ?? "",
    headers.length === 0 ? "" : `Headers: ${headers.map((name) => `\`${name}\``).join(", ")}`,
  ].filter(Boolean).map((fact) => fact.replace(/\.?$/, ".")).join(" ");
  const example = findExample(content, shared);
  const block = example === undefined ? [] : [["```json", toJson(example), "```"].join("\n")];
  return [`**${status}** ${facts}`, ...block];
}

/** The example of a request or response: its own, or that of its schema, the first of several. */
function findExample(content: DescribedContent | undefined, { schemas }: Shared): unknown {
  if (content === undefined) return undefined;
  const [first = content.schema] = content.schema.anyOf ?? [];
  const schema = schemas[first.$ref?.split("/").at(-1) ?? ""] ?? first;
  return content.example ?? schema.example;
}

function renderProblems({ operation }: ListedOperation, common: ReadonlySet<string>): string[] {
  const rows = Object.entries(operation.responses).flatMap(([status, { description }]) =>
    listProblems(description).filter(([code]) => !common.has(code))
      .map(([code, title]) => `| ${status} | ${linkProblem(code)} | ${title} |`)
  );
  if (rows.length === 0) return [];
  return [["| error | code | title |", "| --- | --- | --- |", ...rows].join("\n")];
}

/** The link of a code to its section in the page of errors. */
export function linkProblem(code: string): string {
  return `[\`${code}\`](errors.md#${code})`;
}

function capitalize(header: string): string {
  return header.replaceAll(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
