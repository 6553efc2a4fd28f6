/**
 * Who is calling. An ingest token and a user are only claims until the database has checked them.
 */
export type Caller =
  | { readonly kind: "cron_secret" | "secret_key" | "signature" }
  | { readonly kind: "ingest_token"; readonly tokenHash: string }
  | { readonly kind: "user"; readonly jwt: string };

export type CallerKind = Caller["kind"];

/** What the middleware leaves for the handlers. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set behind `guard`. */
    caller: Caller;
    /**
     * The one workspace that the caller reaches; undefined when it reaches all, or is not known
     * yet.
     */
    workspaceId: string | undefined;
    /** All bytes of the body; empty without one. Set behind `guard`. */
    body: Uint8Array<ArrayBuffer>;
  };
}
