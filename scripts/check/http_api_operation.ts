import { type ListedOperation, listProblems } from "./http_api_document.ts";
import { renderType } from "./http_api_fields.ts";

const BASE = "/functions/v1/autonomous-tasks";

/** Present in nearly every response. Naming them with each would hide the others. */
const EVERYWHERE = ["X-Request-Id", "Cache-Control"];

/** An operation as a section: what it does, its parameters, an example, its responses and errors. */
export function renderOperation(
  listed: ListedOperation,
  commonProblems: ReadonlySet<string>,
): string {
  const { method, path, operation } = listed;
  const text = [operation.summary, operation.description].filter(Boolean)
    .map((part) => part?.replace(/\.?$/, ".")).join(" ");
  const parts = [
    `### ${method} ${path}`,
    text,
    ...renderParameters(listed),
    ...renderExampleRequest(listed),
    ...Object.entries(operation.responses).filter(([status]) => status < "300")
      .flatMap(([status]) => renderSuccess(listed, status)),
    ...renderProblems(listed, commonProblems),
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

function renderExampleRequest({ method, path, operation }: ListedOperation): string[] {
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    ...parameter,
    example: parameter.example ?? parameter.schema.example,
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
    ...(operation.security?.length === 0 ? [] : ["Authorization: Bearer nst_…"]),
    ...parameters.filter((parameter) => parameter.in === "header")
      .map(({ name, example }) => `${capitalize(name)}: ${example}`),
    ...(content === undefined ? [] : ["Content-Type: application/json"]),
  ];
  const body = content?.example === undefined ? [] : ["", toJson(content.example)];
  const target = `${BASE}${filled}${query === "" ? "" : `?${query}`}`;
  const schema = content === undefined ? [] : [`Body: ${renderType(content.schema)}.`];
  return [...schema, ["```http", `${method} ${target}`, ...headers, ...body, "```"].join("\n")];
}

function renderSuccess({ operation }: ListedOperation, status: string): string[] {
  const response = operation.responses[status];
  const content = response?.content?.["application/json"];
  const headers = Object.keys(response?.headers ?? {}).filter((name) => !EVERYWHERE.includes(name));
  const facts = [
    content === undefined ? "" : renderType(content.schema),
    response?.description ?? "",
    headers.length === 0 ? "" : `Headers: ${headers.map((name) => `\`${name}\``).join(", ")}`,
  ].filter(Boolean).map((fact) => fact.replace(/\.?$/, ".")).join(" ");
  const example = content?.example === undefined
    ? []
    : [["```json", toJson(content.example), "```"].join("\n")];
  return [`**${status}** ${facts}`, ...example];
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
