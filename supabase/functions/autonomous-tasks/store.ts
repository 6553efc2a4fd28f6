import { z } from "@hono/zod-openapi";
import { type ServiceClient, unwrap } from "../_shared/database/db.ts";
import { createUnauthorized } from "../_shared/http/auth.ts";
import { KINDS, type TaskCaller } from "./callers.ts";
import { toProblem } from "./refusals.ts";

/** How the functions of the database are reached. */
export interface TaskClients {
  readonly service: ServiceClient;
  /** A client with the publishable key and this user's token. */
  readonly asUser: (jwt: string) => ServiceClient;
}

/** The functions of the task-logging API, see their comments in the chapters task_log and task_reports. */
type TaskFunction =
  | "log_tasks"
  | "change_task"
  | "retry_task"
  | "find_tasks"
  | "get_task"
  | "summarize_tasks"
  | "report_costs"
  | "list_timeline"
  | "ping_task";

/** What keeps the tasks. */
export interface TaskStore {
  /**
   * Asks one function in the caller's name: exactly one request to the database.
   * @throws {Problem} what {@link toProblem} makes of a refusal; `unauthorized`, `store_unavailable`,
   * `internal_error`
   */
  ask<Schema extends z.ZodType>(
    caller: TaskCaller,
    name: TaskFunction,
    parameters: Readonly<Record<string, unknown>>,
    schema: Schema,
  ): Promise<z.output<Schema>>;
  /** Resolves when the database answers. @throws {Problem} `store_unavailable`, `internal_error` */
  reach(): Promise<void>;
}

const refusalSchema = z.object({
  outcome: z.string(),
  status: z.string().optional(),
  constraint: z.string().optional(),
  retry_after_seconds: z.number().optional(),
});

/** The store of the project's database. */
export function createTaskStore({ service, asUser }: TaskClients): TaskStore {
  return {
    async ask(caller, name, parameters, schema) {
      const client = caller.kind === "user" ? asUser(caller.jwt) : service;
      const answer = await client.rpc(name, {
        ...parameters,
        ...(caller.kind === "token" ? { p_token_hash: caller.tokenHash } : {}),
      } as never);
      // PostgREST could not verify the user's token, or it is that of no user.
      if (caller.kind === "user" && (answer.status === 401 || answer.error?.code === "42501")) {
        throw createUnauthorized(KINDS, answer.error);
      }
      const data: unknown = unwrap(answer);
      const { outcome, ...refusal } = refusalSchema.parse(data);
      if (outcome !== "ok") throw toProblem({ outcome, ...refusal });
      return schema.parse(data);
    },
    async reach() {
      unwrap(await service.rpc("health", { p_schedule: "continuous-intelligence" }));
    },
  };
}
