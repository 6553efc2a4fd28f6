import * as z from "zod";
import { createAsking, type FunctionCall, unwrap } from "../_shared/database/db.ts";
import type { Caller } from "../_shared/http/caller.ts";
import { KINDS, type TaskStore } from "./deps.ts";
import { refusalSchema, toProblem } from "./refusals.ts";

const healthSchema = z.looseObject({ version: z.unknown() });

/** The store of the project's database. */
export function createTaskStore(
  project: Parameters<typeof createAsking>[0],
  fetch?: FunctionCall["fetch"],
): TaskStore {
  const asking = createAsking(project, KINDS, fetch);
  async function askAs(caller: Caller, name: string, given: Readonly<Record<string, unknown>>) {
    const ofToken = caller.kind === "ingest_token" ? { p_token_hash: caller.tokenHash } : {};
    return unwrap(await asking.as(caller, name, { ...given, ...ofToken }));
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
      const health = unwrap(await asking.ours("health", parameters));
      return healthSchema.parse(health).version;
    },
    async readMetrics() {
      const parameters = { p_schedule: "continuous-intelligence" };
      const [health, runner] = await Promise.all([
        asking.ours("get_system_health", {}),
        asking.ours("runner_status", parameters),
      ]);
      return { health: unwrap(health), runner: unwrap(runner) };
    },
  };
}
