import * as fc from "fast-check";
import {
  arbitraryOf,
  type Components,
  type KnownIds,
  type Schema,
  strangeValue,
} from "./arbitraries.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** A header of an answer. */
export interface Header {
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly [mediaType: string]: { readonly schema: Schema };
}

/** One operation of the document. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

/** An answer of an operation; its headers refer to the components of their names. */
export interface DocumentedAnswer {
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
}

/** An OpenAPI document, as far as requests and answers need it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Components;
    readonly headers: Readonly<Record<string, Header>>;
  };
}

/** A request to send, and the operation that has to have documented its answer. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query behind the function's URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What requests are about. */
export interface FuzzTargets {
  /** Headers of one caller each. */
  readonly callers: readonly Readonly<Record<string, string>>[];
  readonly ids: KnownIds;
  readonly tokens: readonly string[];
}

/**
 * Requests to every operation alike: three of four as documented, the others spoilt in one place.
 */
export function arbitraryRequest(
  document: ApiDocument,
  targets: FuzzTargets,
): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        arbitraryCall(document, targets, path, method, operation)
      )
    ),
  );
}

function arbitraryCall(
  { components: { schemas } }: ApiDocument,
  { callers, ids, tokens }: FuzzTargets,
  path: string,
  method: string,
  operation: Operation,
): fc.Arbitrary<FuzzRequest> {
  const good = (schema: Schema) => arbitraryOf(schema, schemas, ids);
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const bodySchema = operation.requestBody?.content["application/json"]?.schema;
  return fc.record({
    caller: fc.oneof({ arbitrary: fc.constantFrom(...callers), weight: 9 }, {
      arbitrary: fc.constantFrom({}, { authorization: "Bearer x.y.z" }, { apikey: "sb_secret_no" }),
      weight: 1,
    }),
    path: fc.record(Object.fromEntries(inPath.map(({ name, schema }) => [
      name,
      fc.oneof(
        { arbitrary: name === "token" ? fc.constantFrom(...tokens) : good(schema), weight: 4 },
        { arbitrary: fc.stringMatching(/^[a-z0-9 %'~-]{1,40}$/), weight: 1 },
      ),
    ]))),
    query: fc.record(
      Object.fromEntries([
        ...inQuery.map(({ name, schema }) => [
          name,
          fc.oneof({ arbitrary: good(schema), weight: 4 }, { arbitrary: strangeValue, weight: 1 }),
        ]),
      ]),
      { requiredKeys: [] },
    ),
    key: fc.option(fc.stringMatching(/^[a-z]{1,3}$/), { freq: 4 }),
    body: bodySchema === undefined ? fc.constant(undefined) : arbitraryBody(good(bodySchema)),
    mediaType: fc.oneof({ arbitrary: fc.constant("application/json"), weight: 19 }, {
      arbitrary: fc.constantFrom("text/plain", "application/json; charset=utf-8"),
      weight: 1,
    }),
  }).map((parts) => {
    const filled = path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => encodeURIComponent(String(parts.path[name])),
    );
    const query = new URLSearchParams(
      Object.entries(parts.query).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return {
      operation,
      method: method.toUpperCase(),
      path: query === "" ? filled : `${filled}?${query}`,
      headers: {
        "content-type": parts.mediaType,
        ...(parts.key === null || method === "get" ? {} : { "idempotency-key": parts.key }),
        ...parts.caller,
      },
      body: parts.body ?? null,
    };
  });
}

function arbitraryBody(good: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const text = good.map((value) => JSON.stringify(value));
  const spoilt = fc.tuple(good, fc.string(), strangeValue).map(([value, name, strange]) => {
    const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
    const at = names[name.length % Math.max(names.length, 1)] ?? name;
    return JSON.stringify({ ...(value as object | null), [at]: strange });
  });
  return fc.oneof(
    { arbitrary: text, weight: 12 },
    { arbitrary: spoilt, weight: 5 },
    { arbitrary: text.map((json) => json.slice(0, -1)), weight: 1 },
    { arbitrary: strangeValue.map((value) => JSON.stringify(value)), weight: 1 },
    { arbitrary: fc.constantFrom("", " ", "[1e999]", "[".repeat(50_000)), weight: 1 },
  );
}
