/** Asks the project with the user's token, which decides what is answered. */
import type * as z from "zod/mini";
import type { Config } from "../config.ts";
import { describeFailure, RequestError } from "./request_error.ts";
import type { Sessions } from "./session.ts";

const TIMEOUT_MS = 10_000;

/** Calls a function of the database and checks its answer. */
export type Rpc = <Schema extends z.ZodMiniType>(
  name: string,
  args: Readonly<Record<string, unknown>>,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/** Reads rows of a table or view; `query` is PostgREST's, such as `contacts?select=id&limit=50`. */
export type Read = <Schema extends z.ZodMiniType>(
  query: string,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/** Calls an Edge Function; `path` begins with its name. */
export type CallFunction = <Schema extends z.ZodMiniType>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body: Readonly<Record<string, unknown>> | null,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/** The ways to ask a project. All throw {@link RequestError}. */
export interface Requests {
  readonly rpc: Rpc;
  readonly read: Read;
  readonly call: CallFunction;
}

/** @param fetch for tests */
export function createRequests(
  { url, publishableKey }: Config,
  sessions: Pick<Sessions, "readToken" | "renew" | "signOut">,
  fetch = globalThis.fetch,
): Requests {
  async function send(method: string, path: string, body: unknown, token: string) {
    return await fetch(`${url}${path}`, {
      method,
      headers: {
        apikey: publishableKey,
        authorization: `Bearer ${token}`,
        ...body === null ? {} : { "content-type": "application/json" },
      },
      ...body === null ? {} : { body: JSON.stringify(body) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new RequestError("The project did not answer. Check your connection.", 0);
    });
  }

  async function ask<Schema extends z.ZodMiniType>(
    method: string,
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const token = await sessions.readToken();
    if (token === null) throw new RequestError("Sign in to see this.", 401);
    let response = await send(method, path, body, token);
    if (response.status === 401) {
      // The session may have ended early. A new token helps, or signing in again does.
      const renewed = await sessions.renew();
      if (renewed === null) await sessions.signOut();
      else response = await send(method, path, body, renewed);
    }
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw describeFailure(response, answer);
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    throw new RequestError(
      "The project answered in another form. Deploy this page and the migrations together.",
      response.status,
    );
  }

  return {
    rpc: (name, args, schema) => ask("POST", `/rest/v1/rpc/${name}`, args, schema),
    read: (query, schema) => ask("GET", `/rest/v1/${query}`, null, schema),
    call: (method, path, body, schema) => ask(method, `/functions/v1/${path}`, body, schema),
  };
}
