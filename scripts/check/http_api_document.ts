import type { Schema } from "../bench/api_fuzz/arbitraries.ts";

/** A schema with what is said to its readers. */
export interface DescribedSchema extends Schema {
  readonly anyOf?: readonly DescribedSchema[];
  readonly items?: DescribedSchema;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly description?: string;
  readonly example?: unknown;
}

/** JSON of a request or a response, with its example. */
export interface DescribedContent {
  readonly schema: DescribedSchema;
  readonly example?: unknown;
}

/** An operation with everything that the page shows of it. */
export interface DescribedOperation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
    readonly schema: DescribedSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, DescribedContent>> };
  readonly responses: Readonly<
    Record<string, {
      readonly description?: string;
      readonly content?: Readonly<Record<string, DescribedContent>>;
      readonly headers?: Readonly<Record<string, unknown>>;
    }>
  >;
}

/** An OpenAPI document, as far as the page shows it. */
export interface DescribedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, DescribedSchema>>;
    readonly headers: Readonly<Record<string, { readonly description?: string }>>;
  };
}

/** An operation by its method and path. */
export interface ListedOperation {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly operation: DescribedOperation;
}

/** The operations of a document, in its order. */
export function listOperations(document: DescribedDocument): ListedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    }))
  );
}

/**
 * The codes of a response's problems with their titles, from a description such as "`code`: Title".
 */
export function listProblems(description = ""): (readonly [code: string, title: string])[] {
  return Array.from(
    description.matchAll(/`(\w+)`: ([^;]+)/g),
    ([, code = "", title = ""]) => [code, title.trim()] as const,
  );
}

/** The problems that every operation with a credential may answer, by status. */
export function findCommonProblems(operations: readonly ListedOperation[]): ReadonlySet<string> {
  const sets = operations
    .filter(({ operation }) => "401" in operation.responses)
    .map(({ operation }) =>
      new Set(
        Object.values(operation.responses).flatMap(({ description }) =>
          listProblems(description).map(([code]) => code)
        ),
      )
    );
  return sets.reduce((common, codes) => common.intersection(codes), sets[0] ?? new Set());
}
