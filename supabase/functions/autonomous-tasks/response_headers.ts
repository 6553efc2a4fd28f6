/** The response headers that the OpenAPI document names. */
export type HeaderName =
  | "X-Request-Id"
  | "Location"
  | "Idempotency-Replayed"
  | "Retry-After"
  | "WWW-Authenticate"
  | "Cache-Control";

// A type, because an interface would not fit the document's open ones.
type Header = {
  readonly description: string;
  /** Whether every response that lists it has it. */
  readonly required: boolean;
  readonly schema: {
    readonly type: "string" | "integer";
    readonly format?: string;
    readonly minimum?: number;
    readonly enum?: string[];
  };
};

/** What each header means, for the document's components. */
export const HEADERS: Readonly<Record<HeaderName, Header>> = {
  "X-Request-Id": {
    description: "Id of the request in the logs: the one you sent, or a new one",
    required: true,
    schema: { type: "string" },
  },
  "Location": {
    description: "Where the new task is, relative to this request",
    required: true,
    schema: { type: "string", format: "uri-reference" },
  },
  "Idempotency-Replayed": {
    description: "`true` when this request was made before and created nothing now",
    required: false,
    schema: { type: "string", enum: ["true"] },
  },
  "Retry-After": {
    description: "Seconds to wait before you try again",
    required: true,
    schema: { type: "integer", minimum: 1 },
  },
  "WWW-Authenticate": {
    description: "How to authenticate",
    required: true,
    schema: { type: "string" },
  },
  "Cache-Control": {
    description: "How long the response may be kept",
    required: true,
    schema: { type: "string" },
  },
};

const OF_STATUS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ["WWW-Authenticate"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};

/** The headers of a response, as the document refers to them. `X-Request-Id` is in all. */
export function listHeaders(names: readonly HeaderName[]) {
  const listed: readonly HeaderName[] = ["X-Request-Id", ...names];
  return Object.fromEntries(
    listed.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

/** The headers of every problem of a status. */
export function listErrorHeaders(status: number) {
  return listHeaders(["Cache-Control", ...OF_STATUS[status] ?? []]);
}
