import type { Caller, CallerKind } from "../http/caller.ts";
import { createUnauthorized } from "../http/credentials.ts";
import type { Env } from "../platform/env.ts";
import { type Answer, callFunction, type FunctionCall } from "./db.ts";

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
