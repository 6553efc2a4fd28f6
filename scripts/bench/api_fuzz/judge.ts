import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { ApiDocument, DocumentedAnswer, Operation } from "./requests.ts";

/** Says what about an answer to an operation is not in the document; null when all of it is. */
export type Judge = (operation: Operation, answer: Response, text: string) => string | null;

/** What servers and their proxies add on their own, and the browser's permissions. */
const OF_THE_WAY = new RegExp(
  "^(content-(type|length|encoding)|date|vary|server|connection|keep-alive|transfer-encoding|" +
    "access-control-.*)$",
);

/** A judge of answers: status, content type, headers and body. */
export function createJudge(document: ApiDocument): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "api", components: document.components });
  const checks = new Map<string, ValidateFunction>();
  const checkOf = (key: string, schema: object) => {
    const known = checks.get(key);
    if (known !== undefined) return known;
    const made = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
    checks.set(key, made);
    return made;
  };
  return ({ operationId, responses }, answer, text) => {
    const documented = responses[String(answer.status)];
    if (documented === undefined) return "the status is not documented";
    const mediaType = answer.headers.get("content-type")?.split(";", 1)[0] ?? "";
    const content = documented.content?.[mediaType];
    if (content === undefined) return `the content type ${mediaType} is not documented`;
    const objection = judgeHeaders(document, documented, answer.headers, (name, value) => {
      const { schema } = document.components.headers[name] ?? { schema: {} };
      return checkOf(name, schema)(schema.type === "integer" ? Number(value) : value);
    });
    if (objection !== null) return objection;
    const check = checkOf(`${operationId} ${answer.status}`, content.schema);
    if (check(mediaType.endsWith("json") ? JSON.parse(text) : text)) return null;
    return `the body differs, ${ajv.errorsText(check.errors ?? null)}`;
  };
}

function judgeHeaders(
  { components }: ApiDocument,
  { headers: listed = {} }: DocumentedAnswer,
  sent: Headers,
  fits: (name: string, value: string) => boolean,
): string | null {
  for (const name of Object.keys(listed)) {
    const value = sent.get(name);
    if (value === null && components.headers[name]?.required) {
      return `the header ${name} is missing`;
    }
    if (value !== null && !fits(name, value)) return `the header ${name} is ${value}`;
  }
  const names = new Set(Object.keys(listed).map((name) => name.toLowerCase()));
  const surprise = [...sent.keys()].find((name) => !names.has(name) && !OF_THE_WAY.test(name));
  return surprise === undefined ? null : `the header ${surprise} is not documented`;
}
