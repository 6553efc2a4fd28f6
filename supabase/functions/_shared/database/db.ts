import { PostgrestClient } from "@supabase/postgrest-js";
import * as z from "zod";
import type { Caller, CallerKind } from "../http/caller.ts";
import { createUnauthorized } from "../http/credentials.ts";
import { Problem } from "../http/problem.ts";
import type { Env } from "../platform/env.ts";
import { describeError } from "../platform/log.ts";
import type { Database } from "./database_types.ts";
import { parseExactly } from "./exact_json.ts";

type Functions = Database["public"]["Functions"];

/**
 * What our own work needs of a client: functions of the database, called by name. The client of
 * PostgREST and that of supabase-js both have it.
 */
export interface ServiceClient {
  rpc<Name extends keyof Functions>(
    name: Name,
    parameters?: Functions[Name]["Args"],
  ): PromiseLike<Answer<Functions[Name]["Returns"]>>;
}

/** Longer than the 8 s after which the REST layer cancels a statement. */
const REQUEST_TIMEOUT_MS = 15_000;

/**
 * A client with the rights of `service_role`, for the functions' own work. It speaks to the REST
 * layer only: supabase-js would add 220 kB for sign-in, storage and realtime to each function.
 */
export function createServiceClient(
  { supabaseUrl, secretKey }: Pick<Env, "supabaseUrl" | "secretKey">,
  fetch?: FunctionCall["fetch"],
): ServiceClient {
  return new PostgrestClient<Database>(`${supabaseUrl}/rest/v1`, {
    headers: { apikey: secretKey, authorization: `Bearer ${secretKey}` },
    schema: "public",
    fetch: limitTime(fetch),
  });
}

/** Ends each request after 15 s, body included; the clients' own `timeout` ends at the headers. */
export function limitTime(fetch = globalThis.fetch): typeof globalThis.fetch {
  return (input, init) =>
    fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
}

/** Where a function of the database is called, and with whose rights. */
export interface FunctionCall {
  readonly supabaseUrl: string;
  /** A secret key, or the publishable key beside a user's token. */
  readonly apiKey: string;
  /** The token of a user, which PostgREST verifies; else the key's own rights apply. */
  readonly jwt?: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Calls one function of the database in one request. Numbers keep every digit, unlike in the
 * client.
 */
export async function callFunction(call: FunctionCall): Promise<Answer<unknown>> {
  const { supabaseUrl, apiKey, jwt = apiKey, name, parameters, fetch = globalThis.fetch } = call;
  let status = 0;
  try {
    const response = await fetch(`${supabaseUrl}/rest/v1/rpc/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "apikey": apiKey,
        "authorization": `Bearer ${jwt}`,
      },
      body: JSON.stringify(parameters),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    status = response.status;
    const answer = parseExactly(await response.text());
    if (response.ok) return { data: answer, error: null, status };
    return { data: null, error: errorSchema.parse(answer), status };
  } catch (error) {
    return { data: null, error: { message: describeError(error) }, status };
  }
}

/** How the database is asked: as a user, or with the project's own key. */
export interface Asking {
  /** Asks one function with the project's own rights. */
  ours(name: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer<unknown>>;
  /**
   * Asks one function in the caller's name; everybody but a user is checked by the function itself.
   * @throws {Problem} `unauthorized` for the token of nobody
   */
  as(
    caller: Caller,
    name: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<Answer<unknown>>;
}

/** @param kinds the callers that the function accepts, for its `unauthorized` */
export function createAsking(
  { supabaseUrl, secretKey, publishableKey }: Pick<
    Env,
    "supabaseUrl" | "secretKey" | "publishableKey"
  >,
  kinds: readonly CallerKind[],
  fetch?: FunctionCall["fetch"],
): Asking {
  const project = { supabaseUrl, ...(fetch ? { fetch } : {}) };
  const ours: Asking["ours"] = (name, parameters) =>
    callFunction({ ...project, name, parameters, apiKey: secretKey });
  return {
    ours,
    async as(caller, name, parameters) {
      if (caller.kind !== "user") return await ours(name, parameters);
      const user = { apiKey: publishableKey, jwt: caller.jwt };
      const answer = await callFunction({ ...project, name, parameters, ...user });
      // PostgREST could not verify the token, or it is that of no user.
      if (answer.status === 401 || answer.error?.code === "42501") {
        throw createUnauthorized(kinds, { cause: answer.error });
      }
      return answer;
    },
  };
}

const errorSchema = z.object({ message: z.string(), code: z.string().optional() });

/** The part of a PostgREST answer that says whether it worked. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly error: { readonly message: string; readonly code?: string | undefined } | null;
  readonly status: number;
}

/**
 * The data of an answer.
 * @throws {Problem} `store_unavailable` (503) when the database did not answer or timed out,
 * `internal_error` (500) for everything else; the cause holds the database's words.
 */
export function unwrap<Data>(answer: Answer<Data>): Data {
  if (answer.error === null && answer.data !== null) return answer.data;
  const cause = new Error(
    answer.error ? `${answer.error.code ?? ""} ${answer.error.message}` : "empty answer",
  );
  if (isUnavailable(answer)) {
    throw new Problem("store_unavailable", "The database did not answer. Try again in a moment.", {
      cause,
      headers: { "retry-after": "5" },
    });
  }
  const detail = "The database rejected the request. The log has the reason.";
  throw new Problem("internal_error", detail, { cause });
}

/**
 * No answer (0), a gateway's word for it, or SQLSTATE class 08, 53, 57: connection, resources,
 * cancelled.
 */
function isUnavailable({ error, status }: Answer<unknown>): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504 ||
    /^(08|53|57)/.test(error?.code ?? "");
}
