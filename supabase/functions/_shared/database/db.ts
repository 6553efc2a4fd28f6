import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "./database_types.ts";
import type { Env } from "../platform/env.ts";
import { Problem } from "../http/problem.ts";

export type ServiceClient = SupabaseClient<Database>;

/** Longer than the 8 s after which the REST layer cancels a statement. */
const REQUEST_TIMEOUT_MS = 15_000;

/** A client with the rights of `service_role`, for the functions' own work. */
export function createServiceClient(env: Pick<Env, "supabaseUrl" | "secretKey">): ServiceClient {
  return create(env.supabaseUrl, env.secretKey, {});
}

/** A client with the rights of whoever the token is of; PostgREST verifies it. */
export function createUserClient(
  env: Pick<Env, "supabaseUrl" | "publishableKey">,
  jwt: string,
): ServiceClient {
  return create(env.supabaseUrl, env.publishableKey, { authorization: `Bearer ${jwt}` });
}

function create(url: string, key: string, headers: Record<string, string>): ServiceClient {
  return createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      headers,
      fetch: (input, init) =>
        fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    },
  });
}

/** The part of a PostgREST answer that says whether it worked. */
interface Answer<Data> {
  readonly data: Data | null;
  readonly error: { readonly message: string; readonly code?: string } | null;
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
  throw new Problem("internal_error", "The database refused the request; the log holds why.", {
    cause,
  });
}

/** No answer at all (0), a gateway's word for it, or SQLSTATE classes 08, 53, 57 (connection, resources, cancelled). */
function isUnavailable({ error, status }: Answer<unknown>): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504 ||
    /^(08|53|57)/.test(error?.code ?? "");
}
