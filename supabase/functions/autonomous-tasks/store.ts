import * as z from "zod";
import { callFunction, type FunctionCall, unwrap } from "../_shared/database/db.ts";
import type { Caller } from "../_shared/http/caller.ts";
import { createUnauthorized } from "../_shared/http/credentials.ts";
import type { Env } from "../_shared/platform/env.ts";
import { KINDS, type TaskStore } from "./deps.ts";
import { refusalSchema, toProblem } from "./refusals.ts";

const healthSchema = z.looseObject({ version: z.unknown() });

/** The store of the project's database. */
export function createTaskStore(
  { supabaseUrl, secretKey, publishableKey }: Pick<
    Env,
    "supabaseUrl" | "secretKey" | "publishableKey"
  >,
  fetch?: FunctionCall["fetch"],
): TaskStore {
  const call = (of: Omit<FunctionCall, "supabaseUrl" | "fetch">) =>
    callFunction({ supabaseUrl, ...of, ...(fetch ? { fetch } : {}) });
  async function askAs(caller: Caller, name: string, given: Readonly<Record<string, unknown>>) {
    const ofToken = caller.kind === "ingest_token" ? { p_token_hash: caller.tokenHash } : {};
    const parameters = { ...given, ...ofToken };
    const answer = await call(
      caller.kind === "user"
        ? { name, parameters, apiKey: publishableKey, jwt: caller.jwt }
        : { name, parameters, apiKey: secretKey },
    );
    // PostgREST could not verify the user's token, or it is that of no user.
    if (caller.kind === "user" && (answer.status === 401 || answer.error?.code === "42501")) {
      throw createUnauthorized(KINDS, { cause: answer.error });
    }
    return unwrap(answer);
  }
  return {
    async ask<Answer>(caller: Caller, name: string, given: Readonly<Record<string, unknown>>) {
      const data = await askAs(caller, name, given);
      const refusal = refusalSchema.parse(data);
      if (refusal.outcome !== "ok") throw toProblem(refusal);
      return data as Answer;
    },
    async admit(caller) {
      const refusal = refusalSchema.parse(
        await askAs(caller, "admit_caller", { p_scope: "tasks" }),
      );
      if (refusal.outcome !== "admitted") throw toProblem(refusal);
    },
    async reach() {
      const parameters = { p_schedule: "continuous-intelligence" };
      const health = unwrap(await call({ name: "health", parameters, apiKey: secretKey }));
      return healthSchema.parse(health).version;
    },
    async readMetrics() {
      const parameters = { p_schedule: "continuous-intelligence" };
      const [health, runner] = await Promise.all([
        call({ name: "get_system_health", parameters: {}, apiKey: secretKey }),
        call({ name: "runner_status", parameters, apiKey: secretKey }),
      ]);
      return { health: unwrap(health), runner: unwrap(runner) };
    },
  };
}
