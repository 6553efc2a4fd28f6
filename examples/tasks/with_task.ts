/**
 * Logs a piece of work as a task: running, then completed or failed, with duration and cost.
 * Copy this file and `api_types.ts`; the one package is `openapi-fetch`.
 */
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api_types.ts";

export type TaskClient = Client<paths>;
type Task = components["schemas"]["Task"];

/** What is told about a task at its start. */
export type TaskStart = Pick<
  components["schemas"]["NewTask"],
  "task_type" | "workspace_id" | "input_data" | "agent_name" | "triggered_by"
>;

/** What the work gets. */
export interface RunningTask {
  readonly id: string;
  /** Adds up what the work costs, in US dollars. */
  addCost(usd: number): void;
  /** Tells how far the work is; the fields add up in `output_data`. */
  progress(output: Record<string, unknown>): Promise<void>;
}

/**
 * A typed client of the API.
 * @param url `https://PROJECT.supabase.co/functions/v1/autonomous-tasks`
 * @param token an ingest token of the scope `tasks`
 */
export function createTaskClient(url: string, token: string): TaskClient {
  return createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });
}

/**
 * Does the work and logs it. What it returns becomes `output_data`; what it throws makes the task
 * failed and is thrown on.
 * @throws {Error} also when the log cannot be written at the start or at a good end
 */
export async function withTask<Output>(
  client: TaskClient,
  start: TaskStart,
  work: (task: RunningTask) => Promise<Output>,
): Promise<Output> {
  const { id } = read(await client.POST("/tasks", { body: { ...start, status: "running" } }));
  const params = { path: { id } };
  let cost: number | undefined;
  const costOf = () => cost === undefined ? {} : { cost_estimate_usd: cost };
  let output: Output;
  try {
    output = await work({
      id,
      addCost: (usd) => void (cost = (cost ?? 0) + usd),
      progress: async (fields) => {
        read(
          await client.POST("/tasks/{id}/progress", {
            params,
            body: { output_data: fields, ...costOf() },
          }),
        );
      },
    });
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 10_000);
    const body = { error_message: message || "It failed without a word.", ...costOf() };
    // The failure of the work matters more than that of the log.
    await client.POST("/tasks/{id}/fail", { params, body }).catch(() => {});
    throw error;
  }
  const body = { ...(output === undefined ? {} : { output_data: output }), ...costOf() };
  read(await client.POST("/tasks/{id}/complete", { params, body }));
  return output;
}

function read({ data, error }: { data?: unknown; error?: unknown }): Task {
  if (data !== undefined) return data as Task;
  throw new Error(`The task was not logged: ${JSON.stringify(error)}`);
}
