/** The response headers that the OpenAPI document names, for its components. */
export const HEADERS = {
  "X-Request-Id": describe("Id of the request in the logs: the one you sent, or a new one"),
  "Location": describe("Where the new task is, relative to this request", {
    format: "uri-reference",
  }),
  "Idempotency-Replayed": {
    ...describe("`true` when this request was made before and created nothing now", {
      enum: ["true"],
    }),
    required: false,
  },
  "Retry-After": describe("Seconds to wait before you try again", { type: "integer", minimum: 1 }),
  "WWW-Authenticate": describe("How to authenticate"),
  "Cache-Control": describe("How long the response may be kept"),
};
export type HeaderName = keyof typeof HEADERS;

/** A header of text that every response has which lists it. */
function describe(description: string, schema: object = {}) {
  return { description, required: true, schema: { type: "string" as const, ...schema } };
}

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
